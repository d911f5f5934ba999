// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/run/handler.h"

#include <QJsonObject>
#include <QList>

/// The call that the args of run-command and run-detached describe, secrets filled in.
Task<Result<ProcessCall>> commandCall(QJsonObject args, StepContext *context);
QList<int> acceptedCodes(const QJsonObject &args);
QStringList wordList(const QJsonValue &json);
/// Size and SHA-256 of a command's output file, with the file brought to disk first.
Task<Result<QJsonObject>> outputFacts(Host *host, QString file);
/// Looks whether the step's `unless` (absent: false) or `expect` (absent: true) holds.
Task<Result<bool>> doneAlready(QJsonObject args, StepContext *context);
Task<Result<void>> seenAfterwards(QJsonObject args, StepContext *context);
