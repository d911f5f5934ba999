// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <QVariant>

/// Compact JSON text, as it goes into the `value` columns.
QString jsonText(const QJsonObject &object);
/// The object of a `value` column; empty for anything else.
QJsonObject jsonObject(const QVariant &column);
/// "2026-11-24T16:50:04.123Z", the form of every date in Kestra's JSON.
QString jsonNow();
/// A short unique id of letters and digits, as Kestra gives executions and task runs.
QString newId();
