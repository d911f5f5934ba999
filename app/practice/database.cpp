// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/practice/database.h"

#include "app/practice/configuration.h"

#include <QDir>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QUrl>
#include <QUrlQuery>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace
{

QString driverText(const QSqlError &error)
{
    QString text = error.databaseText().trimmed();
    return text.isEmpty() ? error.text().trimmed() : text;
}

// PostgreSQL's JDBC driver words two failures in its own way; the rest is the server's text.
QString poolMessage(const QString &text, const QUrl &url)
{
    if (text.contains(u"refused"_s))
        return u"Failed to initialize pool: Connection to %1:%2 refused. Check that the hostname and port "
               u"are correct "
               "and that the postmaster is accepting TCP/IP connections."_s.arg(url.host())
                   .arg(url.port(5432));
    const qsizetype fatal = text.indexOf(u"FATAL:"_s);
    return u"Failed to initialize pool: "_s +
           (fatal < 0 ? text : text.mid(fatal).section(u'\n', 0, 0).replace(u"FATAL:  "_s, u"FATAL: "_s));
}

} // namespace

Result<std::unique_ptr<Database>> Database::openFile(const QString &path, bool readOnly)
{
    std::unique_ptr<Database> made(new Database);
    static int counter = 0;
    made->m_url = u"jdbc:sqlite:"_s + path;
    made->m_database = std::make_unique<QSqlDatabase>(
        QSqlDatabase::addDatabase(u"QSQLITE"_s, u"practice-%1"_s.arg(++counter)));
    made->m_database->setDatabaseName(path);
    made->m_database->setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=20000"_s +
                                        (readOnly ? u";QSQLITE_OPEN_READONLY"_s : u""_s));
    if (!made->m_database->open())
        return failure(ErrorKind::Unreachable,
                       u"Failed to initialize pool: "_s + driverText(made->m_database->lastError()));
    made->configure();
    return made;
}

Result<std::unique_ptr<Database>> Database::open(const Configuration &configuration)
{
    for (const QString &name : configuration.namesBelow(u"datasources"_s)) {
        const QString prefix = u"datasources."_s + name;
        const QString address = configuration.value(prefix + u".url"_s);
        if (address.startsWith(u"jdbc:sqlite:"_s))
            return openFile(QDir(configuration.folder()).absoluteFilePath(address.sliced(12)), false);
        if (!address.startsWith(u"jdbc:postgresql:"_s))
            continue;
        const QUrl url(address.sliced(5));
        std::unique_ptr<Database> made(new Database);
        made->m_dialect = Dialect::Postgres;
        made->m_url = address;
        made->m_user = configuration.value(prefix + u".username"_s);
        made->m_database =
            std::make_unique<QSqlDatabase>(QSqlDatabase::addDatabase(u"QPSQL"_s, u"practice"_s));
        made->m_database->setHostName(url.host());
        made->m_database->setPort(url.port(5432));
        made->m_database->setDatabaseName(url.path().sliced(1));
        made->m_database->setUserName(made->m_user);
        made->m_database->setPassword(configuration.value(prefix + u".password"_s));
        made->m_database->setConnectOptions(u"connect_timeout=5"_s);
        if (!made->m_database->open())
            return failure(ErrorKind::Unreachable,
                           poolMessage(driverText(made->m_database->lastError()), url));
        made->configure();
        return made;
    }
    return failure(ErrorKind::BadInput, u"No datasource configured: `datasources.*.url` is missing."_s);
}

void Database::configure()
{
    m_lost = false;
    if (isSqlite()) {
        // A power cut may cost a practice database; a killed process does not.
        run(u"PRAGMA synchronous = OFF"_s);
        m_serverVersion = single(u"SELECT sqlite_version()"_s).toString();
    } else {
        run(u"SET client_min_messages = warning"_s);
        m_serverVersion = single(u"SHOW server_version"_s).toString().section(u' ', 0, 0);
    }
}

Database::~Database()
{
    const QString name = m_database->connectionName();
    m_database->close();
    m_database.reset();
    QSqlDatabase::removeDatabase(name);
}

bool Database::reconnect()
{
    m_database->close();
    if (!m_database->open())
        return false;
    configure();
    return true;
}

Result<SqlRows> Database::run(const QString &sql, const SqlRow &values)
{
    QSqlQuery query(*m_database);
    query.setForwardOnly(true);
    bool ok = false;
    if (values.isEmpty()) {
        ok = query.exec(sql);
    } else if (query.prepare(sql)) {
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
        m_changed = query.numRowsAffected();
    }
    if (ok)
        return result;
    const QString text = driverText(query.lastError());
    if (!isSqlite() &&
        (query.lastError().type() == QSqlError::ConnectionError || !m_database->isOpen() ||
         text.contains(u"server closed the connection"_s) || text.contains(u"terminating connection"_s) ||
         text.contains(u"no connection to the server"_s)))
        m_lost = true;
    return failure(ErrorKind::Failed, text.section(u'\n', 0, 0), sql);
}

Result<void> Database::runAll(const QStringList &statements)
{
    for (const QString &statement : statements) {
        if (auto done = run(statement); !done)
            return std::unexpected(done.error());
    }
    return {};
}

Result<void> Database::transaction(const std::function<Result<void>()> &work)
{
    if (m_depth > 0)
        return work();
    if (auto begun = run(isSqlite() ? u"BEGIN IMMEDIATE"_s : u"BEGIN"_s); !begun)
        return std::unexpected(begun.error());
    ++m_depth;
    auto done = work();
    --m_depth;
    if (!done) {
        const bool lost = m_lost;
        run(u"ROLLBACK"_s);
        m_lost = lost || m_lost;
        return done;
    }
    if (auto committed = run(u"COMMIT"_s); !committed)
        return std::unexpected(committed.error());
    return {};
}

QVariant Database::single(const QString &sql, const SqlRow &values)
{
    const auto rows = run(sql, values);
    return rows && !rows->rows.isEmpty() ? rows->rows.first().first() : QVariant();
}

bool Database::hasTable(const QString &name)
{
    return isSqlite()
               ? single(u"SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"_s, {name}).isValid()
               : single(
                     u"SELECT 1 FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = ?"_s,
                     {name})
                     .isValid();
}

bool Database::hasColumn(const QString &table, const QString &column)
{
    return isSqlite()
               ? single(u"SELECT 1 FROM pragma_table_xinfo(?) WHERE name = ?"_s, {table, column}).isValid()
               : single(u"SELECT 1 FROM information_schema.columns WHERE table_schema = current_schema() "
                        "AND table_name = ? AND column_name = ?"_s,
                        {table, column})
                     .isValid();
}

QString Database::field(const QString &path) const
{
    return isSqlite() ? u"json_extract(\"value\", '$.%1')"_s.arg(path)
                      : u"(\"value\" #>> '{%1}')"_s.arg(QString(path).replace(u'.', u','));
}

std::unique_ptr<Database::MigrationLock> Database::lockMigration()
{
    return std::make_unique<MigrationLock>(*this);
}

Database::MigrationLock::MigrationLock(Database &database)
    : m_owner(database)
{
    if (!database.isSqlite()) {
        database.run(u"SELECT pg_advisory_lock(77431)"_s);
        return;
    }
    // Not the file itself: closing a second descriptor of it would drop SQLite's own locks.
    const QString folder = QFileInfo(database.url().sliced(12)).absolutePath();
    m_folder = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (m_folder >= 0)
        ::flock(m_folder, LOCK_EX);
}

Database::MigrationLock::~MigrationLock()
{
    if (!m_owner.isSqlite())
        m_owner.run(u"SELECT pg_advisory_unlock(77431)"_s);
    if (m_folder >= 0)
        ::close(m_folder);
}
