// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QList>
#include <QString>
#include <QStringList>

class Database;

/// One column generated from the JSON in "value".
struct GeneratedColumn {
    enum class Kind { Text, Bool, Int, Double, Time, State, Level, Fulltext };
    QString name;
    Kind kind = Kind::Text;
    QString path; ///< dotted path inside "value"
};

/// A table in Kestra's general form: "key", "value" as JSON, everything else generated.
struct TableShape {
    QString name;
    QList<GeneratedColumn> columns;
    QStringList indexes; ///< column names, one index each
};

/// Tables of 0.18, the base all migrations start from.
QList<TableShape> baseTables();
/// The table of that name as a later version first makes it.
TableShape laterTable(const QString &name);

/// Statements in the dialect of `database`.
QStringList createTable(const Database &database, const TableShape &shape);
/// The queue up to 1.3 (one boolean a consumer) and from 2.0 (routing key, none).
QStringList createQueue(const Database &database, bool second);
QString addColumn(const Database &database, const QString &table, const GeneratedColumn &column);
/// Types and functions that generated columns need; none in SQLite.
QStringList createHelpers(const Database &database);
