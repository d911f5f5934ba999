// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/result.h"
#include "app/base/version.h"
#include "app/practice/knobs.h"

#include <QHash>
#include <QString>
#include <QStringList>

/// The folder of a practice installation and what practice.yaml says: the version (the tag that an upgrade
/// edits), how many processes, their ports, the knobs.
class PracticeFolder
{
public:
    struct Ports {
        int server = 0;
        int management = 0;
    };

    static bool exists(const QString &path);
    static Result<PracticeFolder> read(const QString &path);
    /// Makes everything that a new installation needs; refuses a folder that holds something else.
    static Result<PracticeFolder> create(const QString &path, const Version &version, bool separate,
                                         int port);

    /// Rewrites the one line that decides the version.
    Result<void> setVersion(const Version &version);

    QString path() const { return m_path; }
    Version version() const { return m_version; }
    bool isSeparate() const { return m_separate; }
    /// Names in the order they are started; the controller from 2.0 on.
    QStringList components() const;
    Ports ports(const QString &component) const { return m_ports.value(component); }
    /// Where workers of 2.0 would connect; 0 in a standalone process, which needs no such port.
    int controllerPort() const;
    Knobs knobs(const QString &component) const;

    QString file(const QString &name) const { return m_path + u'/' + name; }
    QString logFile(const QString &component) const
    {
        return file(QStringLiteral("logs/%1.log").arg(component));
    }
    QString pidFile(const QString &component) const
    {
        return file(QStringLiteral("run/%1.pid").arg(component));
    }
    QString databaseFile() const { return file(QStringLiteral("kestra.sqlite")); }

private:
    QString m_path;
    Version m_version;
    bool m_separate = false;
    QHash<QString, Ports> m_ports;
    QHash<QString, QString> m_knobs;
};
