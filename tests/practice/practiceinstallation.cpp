// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "tests/practice/practiceinstallation.h"

#include "app/base/sqlite.h"

#include <QEventLoop>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QRandomGenerator>
#include <QTcpServer>

using namespace Qt::StringLiterals;

QJsonObject Answer::json() const
{
    return QJsonDocument::fromJson(body).object();
}

Answer callHttp(const QByteArray &method, const QString &url, const QByteArray &body, const QByteArray &user,
                int timeoutMs)
{
    QNetworkAccessManager manager;
    QNetworkRequest request((QUrl(url)));
    request.setTransferTimeout(timeoutMs);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-yaml"_s);
    // Given at once: left to itself, the manager would ask again after a 401.
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    if (!user.isEmpty())
        request.setRawHeader("Authorization", "Basic " + user.toBase64());
    QNetworkReply *reply = manager.sendCustomRequest(request, method, body);
    QEventLoop loop;
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    const Answer answer{reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll(),
                        reply->rawHeader("content-type")};
    reply->deleteLater();
    return answer;
}

int freePorts(int count)
{
    for (;;) {
        const int first = QRandomGenerator::global()->bounded(20000, 32000);
        bool free = true;
        for (int port = first; free && port < first + count; ++port) {
            QTcpServer probe;
            free = probe.listen(QHostAddress::Any, quint16(port));
        }
        if (free)
            return first;
    }
}

PracticeInstallation::PracticeInstallation()
    : m_port(freePorts(60))
{
}

PracticeInstallation::~PracticeInstallation()
{
    run({u"stop"_s, u"{}"_s, u"--timeout"_s, u"2"_s});
}

int PracticeInstallation::run(QStringList arguments)
{
    arguments.replaceInStrings(u"{}"_s, path());
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QString::fromUtf8(PRACTICE_KESTRA), arguments);
    process.waitForFinished(120000);
    m_output = process.readAll();
    return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
}

int PracticeInstallation::up(const QString &version, const QString &components)
{
    return run({u"up"_s, u"{}"_s, u"--version"_s, version, u"--components"_s, components, u"--port"_s,
                QString::number(m_port)});
}

QJsonObject PracticeInstallation::status()
{
    run({u"status"_s, u"{}"_s, u"--json"_s});
    return QJsonDocument::fromJson(m_output).object();
}

qint64 PracticeInstallation::pidOf(const QString &component)
{
    const QJsonArray components = status()[u"components"].toArray();
    for (const auto &entry : components) {
        if (entry[u"name"].toString() == component)
            return entry[u"pid"].toInteger();
    }
    return 0;
}

QByteArray PracticeInstallation::log(const QString &component) const
{
    QFile file(path() + u"/logs/%1.log"_s.arg(component));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString PracticeInstallation::sql(const QString &statement) const
{
    auto database = SqliteFile::open(path() + u"/kestra.sqlite"_s, SqliteFile::Access::ReadOnly);
    if (!database)
        return database.error().message;
    const auto result = database->run(statement);
    if (!result)
        return result.error().details;
    QStringList values;
    for (const SqlRow &row : result->rows)
        values.append(row.first().toString());
    return values.join(u',');
}

QStringList PracticeInstallation::rows() const
{
    QStringList all;
    auto database = SqliteFile::open(path() + u"/kestra.sqlite"_s, SqliteFile::Access::ReadOnly);
    if (!database)
        return all;
    const auto tables = database->run(
        u"SELECT name FROM sqlite_master WHERE type = 'table' AND name != 'service_instance' ORDER BY 1"_s);
    for (const SqlRow &table : tables->rows) {
        const auto result = database->run(u"SELECT * FROM %1 ORDER BY 1"_s.arg(table.first().toString()));
        for (const SqlRow &row : result->rows) {
            QStringList cells{table.first().toString()};
            for (const QVariant &cell : row)
                cells.append(cell.toString());
            all.append(cells.join(u'|'));
        }
    }
    return all;
}

Answer PracticeInstallation::call(const QByteArray &method, const QString &path, const QByteArray &body) const
{
    return callHttp(method, u"http://127.0.0.1:%1%2"_s.arg(m_port).arg(path), body);
}

QString PracticeInstallation::startSleep(const QString &duration) const
{
    call("POST", u"/api/v1/flows"_s,
         "id: nap\nnamespace: tests\ntasks:\n  - id: nap\n    type: io.kestra.plugin.core.flow.Sleep\n    "
         "duration: " +
             duration.toUtf8() + "\n");
    return call("POST", u"/api/v1/executions/tests/nap"_s).json()[u"id"].toString();
}

void PracticeInstallation::configure(const QByteArray &lines) const
{
    QFile file(path() + u"/application.yaml"_s);
    if (!file.open(QIODevice::ReadWrite))
        return;
    QByteArray text = file.readAll();
    text.replace("    terminationGracePeriod: 5m\n", lines);
    file.resize(0);
    file.write(text);
}
