// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/host/sql.h"

#include "app/host/secretvalue.h"
#include "app/host/sqlkinds.h"
#include "app/task/waiting.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("Sql", text, "@error");
}

bool saysAny(const QString &text, const QStringList &words)
{
    return std::ranges::any_of(words, [&text](const QString &word) { return text.contains(word); });
}

ErrorKind kindOf(const QString &text)
{
    if (saysAny(text, {u"authentication failed"_s, u"permission denied"_s, u"no password supplied"_s,
                       u"Wrong user name or password"_s, u"Access denied"_s}))
        return ErrorKind::Denied;
    if (saysAny(text, {u"Database may be already in use"_s, u"[90020-"_s, u"Locked by another process"_s}))
        return ErrorKind::Blocked;
    if (saysAny(text, {u"could not connect"_s, u"connection to server"_s, u"is not running"_s,
                       u"No such container"_s, u"Connection is broken"_s, u"Can't connect"_s,
                       u"Connection refused"_s}))
        return ErrorKind::Unreachable;
    return ErrorKind::Failed;
}

/// H2's runner says why in the first line of a stack trace, with the statement, in which the password is.
QString withoutTrace(const QString &words)
{
    static const QRegularExpression said(u"Exception in thread \"main\" [\\w.$]+: (.*)"_s);
    const QRegularExpressionMatch match = said.match(words);
    if (!match.hasMatch())
        return {};
    return match.captured(1).section(u"; SQL statement:"_s, 0, 0).trimmed();
}

Task<Result<QString>> passwordOf(DatabaseAccess access, SecretStore *secrets)
{
    if (access.secret.isEmpty())
        co_return QString();
    Result<QString> password = co_await secretValue(secrets, access.secret);
    if (password && password->contains(u'\n'))
        co_return failure(ErrorKind::BadInput,
                          tr("The password “%1” holds a line break, which no tool of the database takes.")
                              .arg(access.secret));
    co_return password;
}

} // namespace

QJsonValue cellOfText(const QString &text)
{
    static const QRegularExpression whole(u"\\A-?(0|[1-9][0-9]{0,14})\\z"_s);
    if (whole.match(text).hasMatch())
        return text.toLongLong();
    if (text == u"TRUE" || text == u"FALSE")
        return text == u"TRUE";
    return text;
}

Error databaseError(const Error &error, const DatabaseAccess &access, const QString &password)
{
    const ErrorKind kind = kindOf(error.details);
    const QString trace = withoutTrace(error.details);
    QString message = trace.isEmpty() ? error.message : trace;
    QString details = trace.isEmpty() ? error.details : trace;
    if (!password.isEmpty()) {
        message.replace(password, u"••••••••"_s);
        details.replace(password, u"••••••••"_s);
    }
    if (kind == ErrorKind::Blocked)
        return {kind,
                tr("The file %1 is in use by Kestra itself and cannot be asked while it runs.")
                    .arg(access.name()),
                details};
    return {kind, tr("The database %1 did not answer the question: %2").arg(access.name(), message), details};
}

Task<Result<QJsonArray>> queryDatabase(Host *host, DatabaseAccess access, QString sql, SecretStore *secrets)
{
    const bool isHere = host->address().isEmpty();
    if (access.kind == DatabaseAccess::Kind::Sqlite && isHere)
        co_return querySqlite(access.file, sql);
    Result<QString> password = co_await passwordOf(access, secrets);
    if (!password)
        co_return std::unexpected(password.error());
    Task<Result<QJsonArray>> question;
    if (access.kind == DatabaseAccess::Kind::Sqlite)
        question = querySqliteThere(host, access, sql);
    else if (access.kind == DatabaseAccess::Kind::PostgreSql)
        question = queryPostgres(host, access, sql, *password);
    else if (access.kind == DatabaseAccess::Kind::H2)
        question = queryH2(host, access, sql, *password);
    else if (access.kind == DatabaseAccess::Kind::MySql)
        question = queryMySql(host, access, sql, *password);
    else
        co_return failure(ErrorKind::NotFound, tr("It is not known how to reach the database."));
    Result<QJsonArray> rows = co_await question;
    co_return rows;
}

Task<Result<QJsonObject>> digestTables(Host *host, DatabaseAccess access, QStringList exclude,
                                       SecretStore *secrets)
{
    if (access.kind == DatabaseAccess::Kind::Sqlite && host->address().isEmpty()) {
        const auto work = [file = access.file, exclude](std::stop_token) {
            return digestSqlite(file, exclude);
        };
        Result<QJsonObject> tables = co_await inThread(work);
        co_return tables;
    }
    Result<QString> password = co_await passwordOf(access, secrets);
    if (!password)
        co_return std::unexpected(password.error());
    Task<Result<QJsonObject>> question;
    if (access.kind == DatabaseAccess::Kind::Sqlite)
        question = digestSqliteThere(host, access, exclude);
    else if (access.kind == DatabaseAccess::Kind::PostgreSql)
        question = digestPostgres(host, access, exclude, *password);
    else if (access.kind == DatabaseAccess::Kind::H2)
        question = digestH2(host, access, exclude, *password);
    else if (access.kind == DatabaseAccess::Kind::MySql)
        question = digestMySql(host, access, exclude, *password);
    else
        co_return failure(ErrorKind::NotFound, tr("It is not known how to reach the database."));
    Result<QJsonObject> tables = co_await question;
    co_return tables;
}
