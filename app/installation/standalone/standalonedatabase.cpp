// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/standalone/standalonedatabase.h"

#include "app/installation/enginefacts.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("StandaloneDatabase", text, "@info");
}

int portOf(const KestraConfig &config)
{
    static const QRegularExpression port(u"^jdbc:[a-z0-9]+://[^:/?,]+:(\\d+)"_s);
    return port.match(config.jdbcUrl()).captured(1).toInt();
}

bool isThisMachine(const QString &server)
{
    return server == u"localhost" || server == u"127.0.0.1" || server == u"::1" || server == u"[::1]";
}

DatabaseAccess direct(const KestraConfig &config, const QString &address, DatabaseAccess::Kind kind)
{
    DatabaseAccess access;
    access.kind = kind;
    access.database = config.databaseName();
    access.schema = config.databaseSchema();
    access.server = config.databaseHost();
    access.port = portOf(config);
    access.user = config.databaseUser();
    access.secret = databaseSecretName(address);
    return access;
}

/// As the owner of the cluster no password is needed, and a restore may make databases.
Task<DatabaseAccess> postgresAccess(Host *host, Installation *installation, KestraConfig config)
{
    const DatabaseAccess named = direct(config, installation->address, DatabaseAccess::Kind::PostgreSql);
    if (!isThisMachine(named.server) || !installation->details.value(u"root"_s).toBool())
        co_return named;
    DatabaseAccess owner;
    owner.kind = DatabaseAccess::Kind::PostgreSql;
    owner.database = named.database;
    owner.schema = named.schema;
    owner.psqlCommand = {u"runuser"_s, u"-u"_s, u"postgres"_s, u"--"_s, u"psql"_s};
    if (named.port > 0 && named.port != 5432)
        owner.psqlCommand += {u"-p"_s, QString::number(named.port)};
    const Result<QJsonArray> answer = co_await queryDatabase(host, owner, u"select 1 as one"_s);
    co_return answer ? owner : named;
}

/// Kestra's own jar holds H2, in the version that made the file.
DatabaseAccess h2Access(const KestraConfig &config, const Installation &installation,
                        const StandaloneServer &leading)
{
    DatabaseAccess access;
    access.kind = DatabaseAccess::Kind::H2;
    access.javaCommand = {
        installation.details.value(u"java"_s).toObject().value(u"program"_s).toString(u"java"_s)};
    access.classPath = leading.program;
    access.user = config.databaseUser();
    const QString url = config.jdbcUrl();
    static const QRegularExpression file(u"^jdbc:h2:(?:file:)?([^;:]+)"_s);
    const QString path = file.match(url).captured(1);
    if (leading.command.role == u"local" || url.isEmpty()) {
        access.file = leading.absolute(u"data/database"_s);
        access.user = u"sa"_s;
        return access;
    }
    if (!path.isEmpty() && !url.startsWith(u"jdbc:h2:tcp") && !url.startsWith(u"jdbc:h2:mem"))
        access.file = path.startsWith(u"~/") ? path : leading.absolute(path);
    if (url.startsWith(u"jdbc:h2:tcp") || url.contains(u"AUTO_SERVER=TRUE"_s))
        access.url = url;
    if (!config.value(u"datasources.h2.password"_s).isEmpty())
        access.secret = databaseSecretName(installation.address);
    return access;
}

bool serverIsHere(const QString &url)
{
    static const QRegularExpression server(u"^jdbc:h2:tcp://([^:/]+)"_s);
    return isThisMachine(server.match(url).captured(1));
}

/// Where a server of this machine keeps the database; empty when it does not say.
Task<QString> fileOfServer(Host *host, DatabaseAccess access, SecretStore *secrets)
{
    const Result<QJsonArray> answer =
        co_await queryDatabase(host, access, u"select database_path() as path"_s, secrets);
    const QJsonObject row = answer ? answer->at(0).toObject() : QJsonObject();
    for (const QJsonValue &value : row)
        co_return value.toString();
    co_return QString();
}

} // namespace

Task<void> takeDatabase(Host *host, Installation *installation, KestraConfig config,
                        const StandaloneServer *leading, SecretStore *secrets)
{
    DatabaseFacts &facts = installation->database;
    if (leading->command.role == u"local")
        facts.kind = u"h2"_s;
    if (facts.kind == u"postgresql") {
        facts.access = co_await postgresAccess(host, installation, config);
    } else if (facts.kind == u"mysql") {
        facts.access = direct(config, installation->address, DatabaseAccess::Kind::MySql);
    } else if (facts.kind == u"sqlite") {
        facts.access.kind = DatabaseAccess::Kind::Sqlite;
        facts.access.file = leading->absolute(config.databaseName());
    } else if (facts.kind == u"h2" && !config.jdbcUrl().startsWith(u"jdbc:h2:mem")) {
        facts.access = h2Access(config, *installation, *leading);
        if (facts.access.file.isEmpty() && serverIsHere(config.jdbcUrl()))
            facts.access.file = co_await fileOfServer(host, facts.access, secrets);
    } else {
        installation->unknown.append(
            {u"database"_s,
             facts.kind.isEmpty() ? tr("No configuration that names the database was found.")
                                  : tr("A database of the kind %1 cannot be read here.").arg(facts.kind),
             tr("Back it up with its own tools before the upgrade.")});
    }
}
