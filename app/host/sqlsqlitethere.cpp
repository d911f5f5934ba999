// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/host/sqlkinds.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace
{

/// $1 file. One line a table: rows|digest|name. A table that cannot be read to its end has another digest.
const QString digestScript = uR"sh(
ask() { sqlite3 -batch -bail -readonly "$@" </dev/null; }
names=$(ask "$1" "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name") || exit 5
printf '%s\n' "$names" | while IFS= read -r name; do
    [ -n "$name" ] || continue
    quoted=$(printf '%s' "$name" | sed 's/"/""/g')
    rows=$(ask "$1" "select count(*) from \"$quoted\"") || exit 5
    digest=$({ ask -quote "$1" "select * from \"$quoted\"" || echo "not read to its end"; } | LC_ALL=C sort | sha256sum)
    printf '%s|%s|%s\n' "$rows" "${digest%% *}" "$name"
done
)sh"_s;

} // namespace

Task<Result<QJsonArray>> querySqliteThere(Host *host, DatabaseAccess access, QString sql)
{
    ProcessCall call;
    call.program = u"sqlite3"_s;
    call.arguments = {u"-batch"_s, u"-bail"_s, u"-readonly"_s, u"-json"_s, access.file};
    call.input = sql.toUtf8() + ";\n";
    call.timeout = std::chrono::minutes(30);
    const Result<ProcessResult> result = co_await host->runChecked(std::move(call));
    if (!result)
        co_return std::unexpected(databaseError(result.error(), access, {}));
    if (result->output.trimmed().isEmpty())
        co_return QJsonArray();
    const QJsonDocument document = QJsonDocument::fromJson(result->output);
    if (!document.isArray())
        co_return failure(ErrorKind::BadInput,
                          QCoreApplication::translate(
                              "Sql", "The database %1 gave an answer that is no list of rows.", "@error")
                              .arg(access.name()),
                          QString::fromUtf8(result->output.left(2000)));
    co_return document.array();
}

Task<Result<QJsonObject>> digestSqliteThere(Host *host, DatabaseAccess access, QStringList exclude)
{
    const Result<ProcessResult> result =
        co_await host->runScript(digestScript, {access.file}, std::chrono::hours(2));
    if (!result)
        co_return std::unexpected(databaseError(result.error(), access, {}));
    QJsonObject tables;
    for (const QString &line : QString::fromUtf8(result->output).split(u'\n', Qt::SkipEmptyParts)) {
        const QString name = line.section(u'|', 2);
        if (!exclude.contains(name))
            tables.insert(name, QJsonObject{{u"rows"_s, line.section(u'|', 0, 0).toLongLong()},
                                            {u"digest"_s, line.section(u'|', 1, 1)}});
    }
    co_return tables;
}
