// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/releases/catalogue.h"

#include "resources/resources.h"

#include <QCoreApplication>
#include <QFile>

#include <yaml-cpp/yaml.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("Catalogue", text, "@error");
}

QString text(const YAML::Node &node, const char *key)
{
    const YAML::Node value = node[key];
    return value && value.IsScalar() ? QString::fromStdString(value.Scalar()) : QString();
}

QDate date(const YAML::Node &node, const char *key)
{
    return QDate::fromString(text(node, key), Qt::ISODate);
}

[[noreturn]] void reject(const QString &what)
{
    throw std::runtime_error(what.toStdString());
}

Version requiredVersion(const YAML::Node &node, const char *key, const QString &line)
{
    const std::optional<Version> version = Version::parse(text(node, key));
    if (!version)
        reject(u"line %1: no valid version in \"%2\""_s.arg(line, QLatin1StringView(key)));
    return *version;
}

DigestItem digestItem(const YAML::Node &node, const QString &line)
{
    DigestItem item{text(node, "kind"), text(node, "text"), text(node, "command"),
                    QUrl(text(node, "source"))};
    if (item.kind != u"new" && item.kind != u"breaks" && item.kind != u"run")
        reject(u"line %1: unknown kind \"%2\""_s.arg(line, item.kind));
    if (item.text.isEmpty() || item.source.scheme() != u"https")
        reject(u"line %1: a digest item without text or source"_s.arg(line));
    return item;
}

ReleaseLine readLine(const YAML::Node &node)
{
    ReleaseLine line;
    line.name = text(node, "line");
    line.first = requiredVersion(node["first"], "version", line.name);
    line.firstDate = date(node["first"], "date");
    line.newest = requiredVersion(node["newest"], "version", line.name);
    line.newestDate = date(node["newest"], "date");
    line.newestSeen = text(node["newest"], "seen");
    line.longTerm = text(node, "lts") == u"true";
    line.supportEnd = date(node, "supportEnd");
    line.java = text(node, "java").toInt();
    line.stop = text(node, "stop") == u"true";
    line.why = text(node, "why");
    if (line.first.line() != line.name || line.newest.line() != line.name || line.newest < line.first)
        reject(u"line %1: its versions are not of this line"_s.arg(line.name));
    if (!line.firstDate.isValid() || line.java < 8 || (line.stop && line.why.isEmpty()))
        reject(u"line %1: date, Java or reason is missing"_s.arg(line.name));
    for (const YAML::Node &entry : node["withdrawn"])
        line.withdrawn.append({requiredVersion(entry, "version", line.name), text(entry, "reason"),
                               QUrl(text(entry, "source"))});
    for (const YAML::Node &entry : node["digest"])
        line.digest.append(digestItem(entry, line.name));
    if (line.digest.isEmpty())
        reject(u"line %1: nothing is said about it"_s.arg(line.name));
    return line;
}

} // namespace

Result<Catalogue> Catalogue::builtIn()
{
    registerResources();
    QFile file(u":/releases/catalogue.yaml"_s);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::Failed,
                       tr("The catalogue of releases is missing from this program. Install it again."),
                       file.errorString());
    return fromYaml(file.readAll());
}

Result<Catalogue> Catalogue::fromYaml(const QByteArray &yaml)
{
    try {
        const YAML::Node root = YAML::Load(yaml.toStdString());
        Catalogue catalogue;
        catalogue.m_asOf = date(root, "asOf");
        for (const YAML::Node &node : root["lines"])
            catalogue.m_lines.append(readLine(node));
        if (catalogue.m_lines.isEmpty())
            reject(u"no lines"_s);
        const bool sorted = std::ranges::is_sorted(catalogue.m_lines, {}, &ReleaseLine::key);
        if (!sorted)
            reject(u"lines are not oldest first"_s);
        return catalogue;
    } catch (const std::exception &error) {
        return failure(ErrorKind::BadInput,
                       tr("The catalogue of releases cannot be read. Install this program again."),
                       QString::fromUtf8(error.what()));
    }
}

void Catalogue::merge(const QList<Release> &releases)
{
    for (const Release &release : releases) {
        if (!release.version.isValid())
            continue;
        const auto same = std::ranges::find(m_releases, release.version, &Release::version);
        if (same == m_releases.end())
            m_releases.append(release);
        else
            *same = release;
        if (release.preRelease)
            continue;
        const QString name = release.version.line();
        const auto line = std::ranges::find(m_lines, name, &ReleaseLine::name);
        const QDate day = release.publishedAt.date();
        if (line == m_lines.end()) {
            // A line of which only GitHub knows: it needs what the newest known line needed.
            ReleaseLine added;
            added.name = name;
            added.first = added.newest = release.version;
            added.firstDate = added.newestDate = day;
            added.newestSeen = u"github"_s;
            added.java = m_lines.isEmpty() ? 25 : m_lines.constLast().java;
            m_lines.insert(std::ranges::upper_bound(m_lines, release.version, {}, &ReleaseLine::key), added);
        } else if (line->newest < release.version || (line->newest == release.version && day.isValid())) {
            line->newest = release.version;
            line->newestDate = day;
            line->newestSeen = u"github"_s;
        }
    }
    std::ranges::sort(m_releases, std::greater<>(), &Release::version);
}

const ReleaseLine *Catalogue::line(const Version &version) const
{
    return lineNamed(version.line());
}

const ReleaseLine *Catalogue::lineNamed(const QString &name) const
{
    const auto found = std::ranges::find(m_lines, name, &ReleaseLine::name);
    return found == m_lines.end() ? nullptr : &*found;
}

const Release *Catalogue::release(const Version &version) const
{
    const auto found = std::ranges::find(m_releases, version, &Release::version);
    return found == m_releases.end() ? nullptr : &*found;
}

bool Catalogue::knows(const Version &version) const
{
    if (release(version))
        return true;
    const ReleaseLine *known = line(version);
    return known && !version.isPreRelease() && version <= known->newest;
}

const WithdrawnVersion *Catalogue::withdrawn(const Version &version) const
{
    const ReleaseLine *known = line(version);
    if (!known)
        return nullptr;
    const auto found = std::ranges::find(known->withdrawn, version, &WithdrawnVersion::version);
    return found == known->withdrawn.end() ? nullptr : &*found;
}

Version Catalogue::newest() const
{
    return m_lines.isEmpty() ? Version() : m_lines.constLast().newest;
}

QList<Version> Catalogue::versions() const
{
    QList<Version> all;
    for (const Release &release : m_releases)
        all.append(release.version);
    for (const ReleaseLine &line : m_lines)
        all << line.first << line.newest;
    std::ranges::sort(all, std::greater<>());
    all.erase(std::ranges::unique(all).begin(), all.end());
    return all;
}
