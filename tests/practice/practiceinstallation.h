// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

/// Answer of one HTTP call; status 0 when nothing answered.
struct Answer {
    int status = 0;
    QByteArray body;
    QByteArray type;
    QJsonObject json() const;
};

Answer callHttp(const QByteArray &method, const QString &url, const QByteArray &body = {},
                const QByteArray &user = "admin@example.com:Practice1", int timeoutMs = 15000);
/// First of `count` ports in a row that are free now.
int freePorts(int count);

/// A practice installation in a temporary folder, driven through its command line; stopped with this object.
class PracticeInstallation
{
public:
    PracticeInstallation();
    ~PracticeInstallation();

    QString path() const { return m_folder.path() + QStringLiteral("/it"); }
    int port() const { return m_port; }
    /// Runs practice-kestra; `{}` in arguments is the folder. Gives the exit code.
    int run(QStringList arguments);
    int up(const QString &version, const QString &components = QStringLiteral("separate"));
    QByteArray output() const { return m_output; }

    QJsonObject status();
    qint64 pidOf(const QString &component);
    QByteArray log(const QString &component) const;
    /// First column of all rows, joined by commas.
    QString sql(const QString &statement) const;
    /// Every table but service_instance, row by row.
    QStringList rows() const;
    Answer call(const QByteArray &method, const QString &path, const QByteArray &body = {}) const;
    /// Saves a flow with one Sleep and starts it; gives the execution's id.
    QString startSleep(const QString &duration) const;
    /// Adds lines below `kestra.server` of application.yaml.
    void configure(const QByteArray &lines) const;

private:
    QTemporaryDir m_folder;
    QByteArray m_output;
    int m_port = 0;
};
