// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/base/sqlite.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>

#include <atomic>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("Sqlite", text, "@error");
}

} // namespace

SqliteFile::SqliteFile(SqliteFile &&) noexcept = default;

SqliteFile &SqliteFile::operator=(SqliteFile &&other) noexcept
{
    std::swap(m_database, other.m_database);
    std::swap(m_path, other.m_path);
    std::swap(m_lastInsertId, other.m_lastInsertId);
    return *this;
}

SqliteFile::~SqliteFile()
{
    if (!m_database)
        return;
    const QString name = m_database->connectionName();
    m_database->close();
    m_database.reset();
    QSqlDatabase::removeDatabase(name);
}

Result<SqliteFile> SqliteFile::open(const QString &path, Access access, int busyTimeoutMs)
{
    static std::atomic<quint64> counter = 0;
    if (access == Access::ReadOnly && !QFileInfo::exists(path))
        return failure(ErrorKind::NotFound, tr("There is no database file %1.").arg(path));
    SqliteFile file;
    file.m_path = path;
    file.m_database = std::make_unique<QSqlDatabase>(
        QSqlDatabase::addDatabase(u"QSQLITE"_s, u"sqlite-%1"_s.arg(++counter)));
    file.m_database->setDatabaseName(path);
    QString options = u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(busyTimeoutMs);
    if (access == Access::ReadOnly)
        options += u";QSQLITE_OPEN_READONLY"_s;
    file.m_database->setConnectOptions(options);
    if (!file.m_database->open())
        return failure(ErrorKind::Unreachable, tr("The database file %1 cannot be opened.").arg(path),
                       file.m_database->lastError().text());
    return file;
}

Result<SqlRows> SqliteFile::run(const QString &sql, const SqlRow &values)
{
    QSqlQuery query(*m_database);
    query.setForwardOnly(true);
    bool ok = query.prepare(sql);
    if (ok) {
        for (const QVariant &value : values)
            query.addBindValue(value);
        ok = query.exec();
    }
    SqlRows result;
    if (ok) {
        const QSqlRecord record = query.record();
        for (int i = 0; i < record.count(); ++i)
            result.columns.append(record.fieldName(i));
        while (query.next()) {
            SqlRow row;
            row.reserve(record.count());
            for (int i = 0; i < record.count(); ++i)
                row.append(query.value(i));
            result.rows.append(std::move(row));
        }
        ok = query.lastError().type() == QSqlError::NoError;
    }
    if (!ok)
        return failure(ErrorKind::Failed, tr("The database file %1 refused a statement.").arg(m_path),
                       query.lastError().text() + u'\n' + sql);
    m_lastInsertId = query.lastInsertId().toLongLong();
    return result;
}

Result<void> SqliteFile::runScript(const QString &script)
{
    for (const QString &statement : script.split(u';', Qt::SkipEmptyParts)) {
        if (statement.trimmed().isEmpty())
            continue;
        if (auto done = run(statement); !done)
            return std::unexpected(done.error());
    }
    return {};
}
