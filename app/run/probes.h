// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/run/handler.h"

#include <QJsonObject>
#include <QJsonValue>

/// Answers a read-only question of a plan (see Probe) on the step's host. A web address that does not answer
/// gives {"status": 0}; everything else that cannot be asked is an error.
Task<Result<QJsonValue>> askProbe(QJsonObject probe, StepContext *context);

/// {"probe":…, "conditions":[…]}: do they hold? Without conditions they never do.
Task<Result<bool>> isSo(QJsonObject question, StepContext *context);
/// Says for a person which condition does not hold and what was seen in its place.
QString unmet(const QJsonArray &conditions, const QJsonValue &answer);
/// An answer of a web service as probes and conditions see it.
QJsonObject httpAnswer(int status, const QByteArray &body);
