// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/practice/configuration.h"

#include "app/base/durablefile.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <yaml-cpp/yaml.h>

using namespace Qt::StringLiterals;

namespace
{

QString kebab(const QString &key)
{
    static const QRegularExpression hump(u"([a-z0-9])([A-Z])"_s);
    return QString(key).replace(hump, u"\\1-\\2"_s).toLower();
}

// Micronaut's own placeholders: ${NAME} and ${NAME:default}.
QString resolved(QString value)
{
    static const QRegularExpression holder(uR"(\$\{([A-Za-z0-9_.-]+)(?::([^}]*))?\})"_s);
    for (auto match = holder.match(value); match.hasMatch(); match = holder.match(value)) {
        const QString name = match.captured(1).toUpper().replace(u'.', u'_').replace(u'-', u'_');
        value.replace(match.capturedStart(), match.capturedLength(),
                      qEnvironmentVariable(name.toUtf8().constData(), match.captured(2)));
    }
    return value;
}

void flatten(const YAML::Node &node, const QString &prefix, QHash<QString, QString> &values,
             QSet<QString> &spellings)
{
    if (node.IsMap()) {
        for (const auto &entry : node) {
            const QString name = QString::fromStdString(entry.first.as<std::string>());
            flatten(entry.second, prefix.isEmpty() ? name : prefix + u'.' + name, values, spellings);
        }
    } else if (node.IsSequence()) {
        for (size_t i = 0; i < node.size(); ++i)
            flatten(node[i], u"%1[%2]"_s.arg(prefix).arg(i), values, spellings);
    } else if (node.IsScalar()) {
        spellings.insert(prefix);
        values.insert(kebab(prefix), resolved(QString::fromStdString(node.as<std::string>())));
    }
}

QStringList defaultFiles()
{
    const QString named = qEnvironmentVariable("MICRONAUT_CONFIG_FILES");
    if (!named.isEmpty())
        return named.split(u',', Qt::SkipEmptyParts);
    for (const QString &usual : {u"/app/confs/application.yml"_s, u"/etc/config/application.yaml"_s,
                                 QDir::homePath() + u"/.kestra/config.yml"_s}) {
        if (QFileInfo::exists(usual))
            return {usual};
    }
    return {};
}

} // namespace

Result<Configuration> Configuration::load(const QString &file, const QString &folder)
{
    Configuration configuration;
    configuration.m_folder = folder.isEmpty() ? QDir::currentPath() : folder;
    const QString text = qEnvironmentVariable("KESTRA_CONFIGURATION");
    if (file.isEmpty() && !text.isEmpty()) {
        if (auto done = configuration.add(text, u"KESTRA_CONFIGURATION"_s); !done)
            return std::unexpected(done.error());
    }
    for (const QString &name : file.isEmpty() ? defaultFiles() : QStringList{file}) {
        const auto bytes = readWhole(name);
        if (!bytes)
            continue; // as Kestra: a missing file only shows by what is not configured
        if (auto done = configuration.add(QString::fromUtf8(*bytes), name); !done)
            return std::unexpected(done.error());
    }
    return configuration;
}

Result<void> Configuration::add(const QString &yaml, const QString &origin)
{
    try {
        flatten(YAML::Load(yaml.toStdString()), {}, m_values, m_spellings);
    } catch (const YAML::Exception &problem) {
        return failure(ErrorKind::BadInput, u"Error reading property source [%1]"_s.arg(origin),
                       QString::fromUtf8(problem.what()));
    }
    return {};
}

QString Configuration::value(const QString &key, const QString &fallback) const
{
    if (const auto found = m_values.constFind(key); found != m_values.constEnd())
        return *found;
    const QString name = QString(key).toUpper().replace(u'.', u'_').replace(u'-', u'_');
    return qEnvironmentVariable(name.toUtf8().constData(), fallback);
}

int Configuration::number(const QString &key, int fallback) const
{
    bool ok = false;
    const int number = value(key).toInt(&ok);
    return ok ? number : fallback;
}

bool Configuration::flag(const QString &key, bool fallback) const
{
    const QString text = value(key).toLower();
    return text.isEmpty() ? fallback : text == u"true"_s;
}

double Configuration::seconds(const QString &key, double fallback) const
{
    return durationSeconds(value(key), fallback);
}

QStringList Configuration::namesBelow(const QString &key) const
{
    QSet<QString> names;
    const QString prefix = key + u'.';
    for (auto entry = m_values.constBegin(); entry != m_values.constEnd(); ++entry) {
        if (entry.key().startsWith(prefix))
            names.insert(entry.key().sliced(prefix.size()).section(u'.', 0, 0));
    }
    QStringList sorted(names.cbegin(), names.cend());
    sorted.sort();
    return sorted;
}

QString Configuration::path(const QString &key, const QString &fallback) const
{
    return QDir::cleanPath(QDir(m_folder).absoluteFilePath(value(key, fallback)));
}

double durationSeconds(const QString &text, double fallback)
{
    static const QRegularExpression shortForm(u"^([0-9.]+)(ms|s|m|h|d)?$"_s);
    static const QRegularExpression isoForm(
        u"^P(?:([0-9]+)D)?(?:T(?:([0-9]+)H)?(?:([0-9]+)M)?(?:([0-9.]+)S)?)?$"_s);
    const QString trimmed = text.trimmed();
    if (const auto match = shortForm.match(trimmed.toLower()); match.hasMatch()) {
        const QString unit = match.captured(2);
        const double factor = unit == u"ms"_s  ? 0.001
                              : unit == u"m"_s ? 60
                              : unit == u"h"_s ? 3600
                              : unit == u"d"_s ? 86400
                                               : 1;
        return match.captured(1).toDouble() * factor;
    }
    if (const auto match = isoForm.match(trimmed.toUpper()); match.hasMatch() && trimmed.size() > 2)
        return match.captured(1).toDouble() * 86400 + match.captured(2).toDouble() * 3600 +
               match.captured(3).toDouble() * 60 + match.captured(4).toDouble();
    return fallback;
}
