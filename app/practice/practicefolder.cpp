// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/practice/practicefolder.h"

#include "app/base/durablefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <yaml-cpp/yaml.h>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("PracticeFolder", text, "@error");
}

const QStringList &separateNames()
{
    static const QStringList names{u"webserver"_s, u"executor"_s, u"scheduler"_s,
                                   u"worker"_s,    u"indexer"_s,  u"controller"_s};
    return names;
}

QString practiceYaml(const Version &version, bool separate, int port)
{
    QString text =
        u"# Practice installation of Kestra. The version is the tag that an upgrade changes.\nversion: %1\n"
        "mode: %2\ncomponents:\n"_s.arg(version.toString(), separate ? u"separate"_s : u"all"_s);
    int offset = 0;
    for (const QString &name : separate ? separateNames() : QStringList{u"standalone"_s}) {
        text += u"  %1: {port: %2, managementPort: %3}%4\n"_s.arg(name)
                    .arg(port + offset)
                    .arg(port + offset + 1)
                    .arg(name == u"controller"_s ? u"  # from 2.0 on"_s : u""_s);
        offset += 10;
    }
    return text + u"knobs: {}\n"_s;
}

// Keys as old installations write them would do as well; these are the ones that every version reads.
QByteArray applicationYaml()
{
    return R"(datasources:
  sqlite:
    url: jdbc:sqlite:kestra.sqlite
kestra:
  server:
    basic-auth:
      enabled: true
      username: admin@example.com
      password: Practice1
    terminationGracePeriod: 5m
  repository:
    type: sqlite
  queue:
    type: sqlite
  storage:
    type: local
    local:
      base-path: storage
  url: http://localhost:8080/
  plugins:
    defaults:
      - type: io.kestra.plugin.core.log.Log
        values:
          level: INFO
)";
}

} // namespace

bool PracticeFolder::exists(const QString &path)
{
    return QFileInfo(path + u"/practice.yaml"_s).isFile();
}

Result<PracticeFolder> PracticeFolder::read(const QString &path)
{
    PracticeFolder folder;
    folder.m_path = QFileInfo(path).absoluteFilePath();
    const auto bytes = readWhole(folder.file(u"practice.yaml"_s));
    if (!bytes)
        return failure(ErrorKind::NotFound,
                       tr("%1 holds no practice installation (no practice.yaml in it).").arg(path));
    try {
        const YAML::Node root = YAML::Load(bytes->toStdString());
        folder.m_version = Version::of(QString::fromStdString(root["version"].as<std::string>("")));
        folder.m_separate = root["mode"].as<std::string>("all") == "separate";
        for (const auto &entry : root["components"])
            folder.m_ports.insert(QString::fromStdString(entry.first.as<std::string>()),
                                  {entry.second["port"].as<int>(), entry.second["managementPort"].as<int>()});
        if (root["knobs"]) {
            for (const auto &entry : root["knobs"])
                folder.m_knobs.insert(QString::fromStdString(entry.first.as<std::string>()),
                                      QString::fromStdString(entry.second.as<std::string>()));
        }
    } catch (const YAML::Exception &problem) {
        return failure(ErrorKind::BadInput,
                       tr("%1 cannot be understood: %2")
                           .arg(folder.file(u"practice.yaml"_s), QString::fromUtf8(problem.what())));
    }
    if (!folder.m_version.isValid())
        return failure(ErrorKind::BadInput, tr("%1 names no version.").arg(folder.file(u"practice.yaml"_s)));
    return folder;
}

Result<PracticeFolder> PracticeFolder::create(const QString &path, const Version &version, bool separate,
                                              int port)
{
    const QDir dir(path);
    if (dir.exists() && !dir.isEmpty())
        return failure(
            ErrorKind::Blocked,
            tr("%1 is not empty and holds no practice installation: name a new folder.").arg(path));
    for (const QString &name : {u"flows"_s, u"storage"_s, u"logs"_s, u"run"_s}) {
        if (!dir.mkpath(name))
            return failure(ErrorKind::Failed, tr("The folder %1 cannot be made.").arg(dir.filePath(name)));
    }
    for (const QString &name : QDir(u":/practice/flows"_s).entryList(QDir::Files)) {
        QFile sample(u":/practice/flows/"_s + name);
        if (!sample.open(QIODevice::ReadOnly))
            continue;
        if (auto written = writeDurably(dir.filePath(u"flows/"_s + name), sample.readAll()); !written)
            return std::unexpected(written.error());
    }
    if (auto written = writeDurably(dir.filePath(u"application.yaml"_s), applicationYaml()); !written)
        return std::unexpected(written.error());
    if (auto written =
            writeDurably(dir.filePath(u"practice.yaml"_s), practiceYaml(version, separate, port).toUtf8());
        !written)
        return std::unexpected(written.error());
    return read(path);
}

Result<void> PracticeFolder::setVersion(const Version &version)
{
    const auto bytes = readWhole(file(u"practice.yaml"_s));
    if (!bytes)
        return std::unexpected(bytes.error());
    QList<QByteArray> lines = bytes->split('\n');
    for (QByteArray &line : lines) {
        if (line.startsWith("version:"))
            line = "version: " + version.toString().toUtf8();
    }
    m_version = version;
    return writeDurably(file(u"practice.yaml"_s), lines.join('\n'));
}

QStringList PracticeFolder::components() const
{
    if (!m_separate)
        return {u"standalone"_s};
    QStringList names = separateNames();
    if (m_version.major() < 2)
        names.removeLast();
    return names;
}

int PracticeFolder::controllerPort() const
{
    const int server = ports(u"controller"_s).server;
    return server > 0 ? server + 2 : 0;
}

Knobs PracticeFolder::knobs(const QString &component) const
{
    Knobs knobs(m_version, component);
    for (auto entry = m_knobs.begin(); entry != m_knobs.end(); ++entry)
        knobs.set(entry.key(), entry.value());
    return knobs;
}
