// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/installation/driver.h"

/// Reads one practice installation: its files, what `practice-kestra status` says, the database, the API.
Task<Result<Installation>> readPractice(LookAround around, QString host, QString folder);

/// The program beside our own, else the one in PATH.
QString practiceProgram();
