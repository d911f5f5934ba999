// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <QStringList>

/// A read-only question that a step asks, as data; answered in app/run. The answer is a JSON value.
/// command  -> {"exitCode": n, "output": text, "json": value when the output is JSON}
/// http     -> {"status": n, "json": value, "body": text}
/// sql      -> array of rows (objects)
/// tables   -> {table: {"rows": n, "digest": hex}}
/// files    -> {"files": n, "bytes": n, "digest": hex over path and content of every file}
struct Probe {
    static QJsonObject command(const QString &program, const QStringList &arguments, int timeoutSeconds = 30);
    /// `url` as seen from this machine. `secret` names the password in the SecretStore; empty: no login.
    /// Unreachable answers {"status": 0}.
    static QJsonObject http(const QString &url, const QString &user = {}, const QString &secret = {},
                            int timeoutSeconds = 5);
    static QJsonObject sql(const QJsonObject &database, const QString &statement);
    static QJsonObject tables(const QJsonObject &database, const QStringList &exclude = {});
    static QJsonObject files(const QString &folder);
};

/// One demand on a probe's answer. `at` is a path of keys and indexes ("json/status", "0/count", "" for the
/// whole); `op` is equals, differs, contains, matches (regular expression), atLeast, atMost, exists, absent.
/// What is not there (or null) meets only `absent`.
struct Condition {
    QString at;
    QString op;
    QJsonValue value;

    QJsonObject toJson() const;
    static Condition fromJson(const QJsonObject &json);
    bool holds(const QJsonValue &answer) const;
    bool operator==(const Condition &) const = default;
};

QJsonArray conditionsToJson(const QList<Condition> &conditions);
bool allHold(const QJsonArray &conditions, const QJsonValue &answer);
/// The value at a path such as "rows/0/count"; undefined when there is none.
QJsonValue valueAt(const QJsonValue &root, const QString &path);
