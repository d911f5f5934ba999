// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/component.h"
#include "app/base/result.h"
#include "app/installation/sourcetext.h"
#include "app/installation/yamltree.h"

#include <QHash>
#include <QStringList>

/// The texts of a Compose project. Paths are absolute and clean.
struct ComposeSources {
    QStringList files;                ///< in the order of -f: later ones override earlier ones
    QString folder;                   ///< project folder: relative paths and `.env`
    QStringList envFiles;             ///< empty: `.env` in the folder
    QHash<QString, QByteArray> texts; ///< every file by its path, the Dockerfiles and `.env` among them
};

struct ComposeMount {
    QString source; ///< folder or volume; empty: anonymous
    QString target;
    bool operator==(const ComposeMount &) const = default;
};

/// A scalar of a service and the place where it stands.
struct ComposeScalar {
    QString text;
    SourcePiece piece; ///< offset -1: absent, or not there as it is
};

/// Where a new key of a service can be put in.
struct ComposeInsertion {
    QString path;
    qsizetype offset = -1;
    QByteArray separator; ///< line end and indentation, or ", " in a flow map
};

/// One service, with override files, `extends`, merge keys and variables resolved.
struct ComposeService {
    QString name;
    QString path;
    int line = 0;
    bool isKestra = false;
    Component component =
        Component::None;     ///< by the word after `server`; None: not a server, or hidden in a script
    SourceText image;        ///< empty when there is none
    bool imageTwice = false; ///< the key stands twice in the map
    bool builds = false;
    QString dockerfile; ///< path; empty: none, or inline
    SourceText base;    ///< FROM of its last stage
    ComposeScalar pullPolicy;
    ComposeScalar stopGracePeriod;
    QStringList entrypoint;
    QStringList words; ///< entrypoint and command, or those of the Dockerfile
    QHash<QString, QString> environment;
    QString configuration; ///< text of KESTRA_CONFIGURATION, variables put in; empty: none
    QString configurationPath;
    int configurationLine = 0;
    QStringList configurationFiles; ///< paths given to -c or --config, inside the container
    QList<ComposeMount> mounts;
    QStringList ports; ///< as written, variables put in
    QStringList networks;
    ComposeInsertion insertion;
};

/// A Compose project as its files say it, with the place of every text that decides something. Pure: files
/// come in as texts; `wanted()` names those that are referred to and were not given.
class ComposeProject
{
public:
    static Result<ComposeProject> parse(ComposeSources sources);

    const QList<ComposeService> &services() const { return m_services; }
    QList<ComposeService> kestraServices() const;
    const ComposeService *service(const QString &name) const;
    const ComposeSources &sources() const { return m_sources; }
    QStringList wanted() const { return m_wanted; }
    /// What a person should know: templates, keys that stand twice, files that could not be read.
    QStringList warnings() const { return m_warnings; }
    QString projectName() const { return m_name; } ///< of the `name:` key, or the folder's name
    /// Variables that services other than Kestra use too.
    QList<QString> sharedVariables() const { return m_sharedVariables; }

private:
    friend class ComposeReader;
    ComposeSources m_sources;
    QList<ComposeService> m_services;
    QStringList m_wanted;
    QStringList m_warnings;
    QString m_name;
    QList<QString> m_sharedVariables;
};

/// Words of a command written as one string, quotes taken away.
QStringList shellWords(const QString &text);
/// The component that `server <word>` in these words starts, however deep it is quoted.
Component componentOfCommand(const QStringList &words);
/// "10s", "5m30s", "1h", "90" as Compose and Go write durations; -1: none.
int durationSeconds(const QString &text);
