// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/kestraconfig.h"

#include "app/base/secrets.h"
#include "app/installation/compose/composefile.h"
#include "app/installation/yamltree.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace
{

constexpr int depthLimit = 40;
constexpr int defaultGraceSeconds = 300;

/// Micronaut takes basePath, base-path and BASE_PATH for the same key.
QString squeezed(const QString &key)
{
    QString result;
    for (const QChar c : key) {
        if (c != u'.' && c != u'-' && c != u'_')
            result.append(c.toLower());
    }
    return result;
}

/// ${NAME:default} and ${NAME} as Micronaut fills them; Compose's own forms are already gone.
QString filled(const QString &text, const QHash<QString, QString> &environment)
{
    static const QRegularExpression placeholder(u"\\$\\{([A-Za-z0-9_.-]+)(?::-?((?:[^{}`]|`[^`]*`)*))?\\}"_s);
    QString result = text;
    for (int round = 0; round < 4; ++round) {
        const QRegularExpressionMatch match = placeholder.match(result);
        if (!match.hasMatch())
            break;
        QString fallback = match.captured(2);
        if (fallback.startsWith(u'`') && fallback.endsWith(u'`') && fallback.size() > 1)
            fallback = fallback.mid(1, fallback.size() - 2);
        const QString value = environment.value(match.captured(1), fallback);
        result.replace(match.capturedStart(), match.capturedLength(), value);
    }
    return result;
}

void flatten(const YamlTree &tree, int node, const QString &prefix, int depth,
             QHash<QString, QString> &values, QSet<QString> *datasources)
{
    if (depth > depthLimit)
        return;
    if (tree.isMap(node)) {
        for (const auto &[key, value] : tree.entries(node)) {
            if (squeezed(prefix) == u"datasources")
                datasources->insert(key);
            flatten(tree, value, prefix.isEmpty() ? key : prefix + u'.' + key, depth + 1, values,
                    datasources);
        }
    } else if (tree.isSequence(node)) {
        const QStringList items = tree.texts(node);
        values.insert(squeezed(prefix), items.join(u','));
    } else {
        values.insert(squeezed(prefix), tree.text(node));
    }
}

QString urlPart(const QString &url, const QString &pattern)
{
    const QRegularExpression shape(pattern);
    return shape.match(url).captured(1);
}

} // namespace

QString apiSecretName(const QString &address)
{
    return address + u"#api-password"_s;
}

QString databaseSecretName(const QString &address)
{
    return address + u"#database-password"_s;
}

Result<KestraConfig> KestraConfig::parse(const QString &text, const QString &path,
                                         const QHash<QString, QString> &environment)
{
    KestraConfig config;
    for (auto it = environment.cbegin(); it != environment.cend(); ++it) {
        config.m_values.insert(squeezed(it.key()), it.value());
        const QString name = it.key();
        if (name.startsWith(u"DATASOURCES_"_s) && name.endsWith(u"_URL"_s))
            config.m_datasources.append(name.mid(12, name.size() - 16).toLower());
    }
    if (text.trimmed().isEmpty())
        return config;
    const Result<YamlTree> tree = YamlTree::parse(text.toUtf8(), path);
    if (!tree)
        return std::unexpected(tree.error());
    QSet<QString> datasources;
    QHash<QString, QString> values;
    for (const int root : tree->roots())
        flatten(*tree, root, {}, 0, values, &datasources);
    for (auto it = values.cbegin(); it != values.cend(); ++it)
        config.m_values.insert(it.key(), filled(it.value(), environment));
    for (const QString &name : std::as_const(datasources)) {
        if (!config.m_datasources.contains(name))
            config.m_datasources.append(name);
    }
    config.m_datasources.sort();
    return config;
}

QString KestraConfig::value(const QString &key) const
{
    return m_values.value(squeezed(key));
}

bool KestraConfig::has(const QString &key) const
{
    return m_values.contains(squeezed(key));
}

/// The one that the repository uses, else the only one there is.
QString KestraConfig::datasourceName() const
{
    const QString repository = value(u"kestra.repository.type"_s);
    return m_datasources.contains(repository) ? repository : m_datasources.value(0);
}

QString KestraConfig::datasource(const QString &key) const
{
    const QString name = datasourceName();
    return name.isEmpty() ? QString() : value(u"datasources."_s + name + u'.' + key);
}

QString KestraConfig::jdbcUrl() const
{
    return datasource(u"url"_s);
}

QString KestraConfig::databaseKind() const
{
    const QString kind = urlPart(jdbcUrl(), u"^jdbc:([a-z0-9]+):"_s);
    if (!kind.isEmpty())
        return kind == u"mariadb" ? u"mysql"_s : kind;
    const QString repository = value(u"kestra.repository.type"_s);
    return repository == u"postgres" ? u"postgresql"_s : repository;
}

QString KestraConfig::databaseHost() const
{
    return urlPart(jdbcUrl(), u"^jdbc:[a-z0-9]+://([^:/?,]+)"_s);
}

QString KestraConfig::databaseName() const
{
    const QString file = urlPart(jdbcUrl(), u"^jdbc:sqlite:([^?;]+)"_s);
    return file.isEmpty() ? urlPart(jdbcUrl(), u"^jdbc:[a-z0-9]+://[^/]+/([^?;]+)"_s) : file;
}

QString KestraConfig::databaseSchema() const
{
    return urlPart(jdbcUrl(), u"[?&]currentSchema=([^&]+)"_s);
}

QString KestraConfig::databaseUser() const
{
    const QString user = datasource(u"username"_s);
    return user.isEmpty() ? datasource(u"user"_s) : user;
}

QString KestraConfig::storageKind() const
{
    return value(u"kestra.storage.type"_s);
}

QString KestraConfig::storageBasePath() const
{
    return value(u"kestra.storage.local.base-path"_s);
}

QString KestraConfig::apiUser() const
{
    return value(u"kestra.server.basic-auth.username"_s);
}

int KestraConfig::serverPort() const
{
    const int port = value(u"micronaut.server.port"_s).toInt();
    return port > 0 ? port : 8080;
}

int KestraConfig::managementPort() const
{
    const int port = value(u"endpoints.all.port"_s).toInt();
    return port > 0 ? port : 8081;
}

QString KestraConfig::url() const
{
    return value(u"kestra.url"_s);
}

int KestraConfig::graceSeconds() const
{
    const int seconds = durationSeconds(value(u"kestra.server.termination-grace-period"_s));
    return seconds < 0 ? defaultGraceSeconds : seconds;
}

void KestraConfig::rememberSecrets(SecretStore *store, const QString &address) const
{
    if (!store)
        return;
    const QString api = value(u"kestra.server.basic-auth.password"_s);
    if (!api.isEmpty())
        store->remember(apiSecretName(address), api);
    const QString database = datasource(u"password"_s);
    if (!database.isEmpty())
        store->remember(databaseSecretName(address), database);
}
