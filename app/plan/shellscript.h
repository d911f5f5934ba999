// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QHash>
#include <QJsonObject>
#include <QString>
#include <QStringList>

/// The pieces of which planAsShell() is made: every step and probe as POSIX shell with stock tools. Foreign
/// text is only ever inside single quotes or a quoted here-document. Secrets become variables that the person
/// sets; conditions that plain shell cannot judge are shown to the person.
class ShellScript
{
public:
    static QString quoted(const QString &text);
    /// A here-document of `text` for the end of a command line; its end mark is in no line of the text.
    static QString hereDocument(const QByteArray &text);
    /// "$SECRET_…" for a name in the SecretStore, registered for secretLines().
    QString secretVariable(const QString &name);
    /// Lines that stop the script until every secret is set.
    QString secretLines() const;

    /// One line that prints the probe's answer.
    QString probe(const QJsonObject &probe);
    /// A line whose exit code says whether {"probe", "conditions"} holds, by itself or by asking the person.
    QString question(const QJsonObject &question);
    /// The command of run-command and run-detached.
    QString command(const QJsonObject &args);
    QString apiCall(const QJsonObject &args);

    static QStringList words(const QJsonValue &json);

private:
    QString curl(const QJsonObject &args, const QStringList &options);

    QHash<QString, QString> m_variables; // name of the secret -> variable
};
