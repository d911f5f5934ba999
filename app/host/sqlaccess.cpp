// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/host/sql.h"

#include <QHash>

using namespace Qt::StringLiterals;

QStringList DatabaseAccess::psql() const
{
    QStringList words = psqlCommand.isEmpty() ? QStringList{u"psql"_s} : psqlCommand;
    if (!server.isEmpty())
        words += {u"-h"_s, server};
    if (port > 0)
        words += {u"-p"_s, QString::number(port)};
    if (!user.isEmpty())
        words += {u"-U"_s, user};
    return words;
}

bool DatabaseAccess::answersBesideKestra() const
{
    return kind != Kind::None && (kind != Kind::H2 || !url.isEmpty());
}

QString DatabaseAccess::name() const
{
    if (kind == Kind::Sqlite || (kind == Kind::H2 && url.isEmpty()))
        return file;
    return kind == Kind::H2 ? url : database;
}

QJsonObject DatabaseAccess::toJson() const
{
    static const QHash<Kind, QString> kinds{{Kind::Sqlite, u"sqlite"_s},
                                            {Kind::PostgreSql, u"postgresql"_s},
                                            {Kind::H2, u"h2"_s},
                                            {Kind::MySql, u"mysql"_s}};
    if (kind == Kind::None)
        return {};
    QJsonObject json{{u"kind"_s, kinds.value(kind)}};
    const auto put = [&json](const QString &key, const QString &value) {
        if (!value.isEmpty())
            json.insert(key, value);
    };
    const auto putWords = [&json](const QString &key, const QStringList &value) {
        if (!value.isEmpty())
            json.insert(key, QJsonArray::fromStringList(value));
    };
    put(u"file"_s, file);
    putWords(u"psql"_s, psqlCommand);
    put(u"database"_s, database);
    put(u"schema"_s, schema);
    put(u"server"_s, server);
    if (port > 0)
        json.insert(u"port"_s, port);
    put(u"user"_s, user);
    put(u"secret"_s, secret);
    put(u"url"_s, url);
    putWords(u"java"_s, javaCommand);
    put(u"classPath"_s, classPath);
    putWords(u"mysql"_s, mysqlCommand);
    return json;
}

DatabaseAccess DatabaseAccess::fromJson(const QJsonObject &json)
{
    static const QHash<QString, Kind> kinds{{u"sqlite"_s, Kind::Sqlite},
                                            {u"postgresql"_s, Kind::PostgreSql},
                                            {u"h2"_s, Kind::H2},
                                            {u"mysql"_s, Kind::MySql}};
    const auto text = [&json](const QString &key) { return json.value(key).toString(); };
    const auto words = [&json](const QString &key) {
        QStringList list;
        const QJsonArray array = json.value(key).toArray();
        for (const QJsonValue &word : array)
            list.append(word.toString());
        return list;
    };
    DatabaseAccess access;
    access.kind = kinds.value(text(u"kind"_s), Kind::None);
    access.file = text(u"file"_s);
    access.psqlCommand = words(u"psql"_s);
    access.database = text(u"database"_s);
    access.schema = text(u"schema"_s);
    access.server = text(u"server"_s);
    access.port = json.value(u"port"_s).toInt();
    access.user = text(u"user"_s);
    access.secret = text(u"secret"_s);
    access.url = text(u"url"_s);
    access.javaCommand = words(u"java"_s);
    access.classPath = text(u"classPath"_s);
    access.mysqlCommand = words(u"mysql"_s);
    return access;
}
