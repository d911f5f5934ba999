// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/installation/driver.h"

/// Everything about the Compose installation of one file: files first, then Compose, engine, database and API
/// as far as they answer.
Task<Result<Installation>> readCompose(LookAround around, QString host, QString file);

/// Installations on a host that a hint leads to: "" what the engine shows, a folder, a file.
Task<Result<QList<Installation>>> findCompose(LookAround around, QString host, QString hint);
