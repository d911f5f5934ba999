// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/result.h"
#include "app/base/secrets.h"
#include "app/task/task.h"

#include <QString>

/// A value of the SecretStore or of the keyring behind it; NeedsPerson naming it when nobody knows it.
Task<Result<QString>> secretValue(SecretStore *secrets, QString name);
