// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "tests/cli/assistant.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

QJsonValue Call::json() const
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(out, &error);
    if (error.error != QJsonParseError::NoError)
        return QJsonValue::Undefined;
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

QList<QJsonObject> Call::events() const
{
    QList<QJsonObject> list;
    for (const QByteArray &line : out.split('\n')) {
        if (!line.isEmpty())
            list.append(QJsonDocument::fromJson(line).object());
    }
    return list;
}

QByteArray Call::shown() const
{
    return "exit " + QByteArray::number(code) + '\n' + out.right(3000) + err.right(3000);
}

QProcessEnvironment Assistant::environment(const QHash<QString, QString> &more) const
{
    QProcessEnvironment environment;
    const QProcessEnvironment system = QProcessEnvironment::systemEnvironment();
    for (const QString &key : system.keys()) {
        if (!key.startsWith(u"XDG_") && !key.startsWith(u"DBUS_"))
            environment.insert(key, system.value(key));
    }
    environment.insert(u"HOME"_s, m_home + u"-user"_s);
    for (auto it = more.begin(); it != more.end(); ++it)
        environment.insert(it.key(), it.value());
    return environment;
}

Call Assistant::finished(const QStringList &words, const QHash<QString, QString> &more) const
{
    QProcess process;
    process.setProcessEnvironment(environment(more));
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(QString::fromUtf8(KESTRA_UPGRADE), QStringList{u"--home"_s, m_home} + words);
    Call call;
    if (process.waitForFinished(300000) && process.exitStatus() == QProcess::NormalExit)
        call.code = process.exitCode();
    call.out = process.readAllStandardOutput();
    call.err = process.readAllStandardError();
    return call;
}

Call Assistant::call(const QStringList &words, const QHash<QString, QString> &environment) const
{
    return finished(QStringList{u"--json"_s} + words, environment);
}

Call Assistant::callForPeople(const QStringList &words) const
{
    return finished(words, {});
}

std::unique_ptr<QProcess> Assistant::start(const QStringList &words) const
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(environment({}));
    process->setStandardInputFile(QProcess::nullDevice());
    process->setReadChannel(QProcess::StandardOutput);
    process->start(QString::fromUtf8(KESTRA_UPGRADE), QStringList{u"--home"_s, m_home, u"--json"_s} + words);
    return process;
}

QStringList Assistant::accepts(const QString &address, const QString &version) const
{
    const Call refused = call({u"run"_s, address, u"--to"_s, version, u"--yes"_s});
    static const QRegularExpression named(u"--accept (\\S+)"_s);
    QStringList words;
    auto match = named.globalMatch(QString::fromUtf8(refused.err));
    while (match.hasNext())
        words += {u"--accept"_s, match.next().captured(1)};
    return words;
}

QString Assistant::newestState() const
{
    return call({u"runs"_s}).json()[0][u"state"_s].toString();
}

QStringList recorded(const PracticeInstallation &installation)
{
    QStringList lines = installation.rows();
    QStringList files{installation.path() + u"/practice.yaml"_s,
                      installation.path() + u"/application.yaml"_s};
    QDirIterator storage(installation.path() + u"/storage"_s, QDir::Files | QDir::Hidden,
                         QDirIterator::Subdirectories);
    while (storage.hasNext())
        files.append(storage.next());
    for (const QString &path : std::as_const(files)) {
        QFile file(path);
        const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
        lines.append(u"file %1 %2"_s.arg(
            path, QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex())));
    }
    lines.sort();
    return lines;
}

QString difference(const QStringList &before, const QStringList &now)
{
    QStringList lines;
    const QSet<QString> first(before.begin(), before.end());
    const QSet<QString> second(now.begin(), now.end());
    for (const QString &line : before) {
        if (!second.contains(line))
            lines.append(u"- "_s + line.left(200));
    }
    for (const QString &line : now) {
        if (!first.contains(line))
            lines.append(u"+ "_s + line.left(200));
    }
    if (lines.isEmpty() && before.size() != now.size())
        lines.append(u"%1 lines before, %2 now"_s.arg(before.size()).arg(now.size()));
    return lines.mid(0, 12).join(u'\n');
}
