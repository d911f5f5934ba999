// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "tests/practice/practiceinstallation.h"

#include <QHash>
#include <QJsonDocument>
#include <QProcess>

#include <memory>

/// One finished call of kestra-upgrade.
struct Call {
    int code = -1;
    QByteArray out;
    QByteArray err;

    QByteArray text() const { return out + err; }
    QJsonValue json() const;           ///< the one document on standard output; undefined when it is none
    QList<QJsonObject> events() const; ///< JSON lines; an empty object for a line that is none
    QByteArray shown() const;          ///< for the message of a failed test
};

/// kestra-upgrade as an administrator calls it, with a home of its own and no desktop.
class Assistant
{
public:
    explicit Assistant(const QString &home)
        : m_home(home)
    {
    }

    QString home() const { return m_home; }
    /// Calls with --json and waits for the end. `environment` is put over the caller's.
    Call call(const QStringList &words, const QHash<QString, QString> &environment = {}) const;
    /// The same without --json.
    Call callForPeople(const QStringList &words) const;
    /// A call that goes on; its JSON lines are read from its standard output.
    std::unique_ptr<QProcess> start(const QStringList &words) const;
    /// "--accept ID" for everything that a run to `version` names as unanswered.
    QStringList accepts(const QString &address, const QString &version) const;
    /// State of the newest run in the history.
    QString newestState() const;

private:
    QProcessEnvironment environment(const QHash<QString, QString> &more) const;
    Call finished(const QStringList &words, const QHash<QString, QString> &environment) const;

    QString m_home;
};

/// Everything of a practice installation that must be the same after going back: rows of every table but
/// service_instance, practice.yaml, application.yaml and every file of the storage.
QStringList recorded(const PracticeInstallation &installation);
/// The lines in which two records differ, the first few.
QString difference(const QStringList &before, const QStringList &now);
