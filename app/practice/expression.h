// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/result.h"
#include "app/base/version.h"

#include <QJsonObject>
#include <QString>

/// What `{{ … }}` can refer to in a task.
struct ExpressionScope {
    QJsonObject taskRun;
    QJsonObject inputs;
    QJsonObject task;
    Version version;
};

/// The few expressions that the practice flows use: names, inputs, json() and | json (which fail from 2.0 on)
/// and their successors. An unknown name is an error, as in Kestra.
Result<QString> rendered(const QString &text, const ExpressionScope &scope);
