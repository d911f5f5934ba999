// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QJsonValue>
#include <QStringList>

/// Where two observed values differ, one line each: "executions/rows: 500 before, 499 now". Keys in `ignore`
/// are left out at every depth.
QStringList differences(const QJsonValue &before, const QJsonValue &now, const QStringList &ignore);
/// Where a number of `before` is smaller or gone in `now`.
QStringList shrunken(const QJsonValue &before, const QJsonValue &now, const QStringList &ignore);
/// A value in at most a line.
QString shortText(const QJsonValue &value);
