// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/component.h"
#include "app/base/version.h"

#include <QString>
#include <QStringList>

#include <optional>

/// A word of a command line, and where its text lies in the line.
struct CommandWord {
    QString text;
    qsizetype offset = -1; ///< bytes; -1: quotes or escapes inside, so that it does not stand there as it is
};

/// Splits as systemd and a shell do: blanks, quotes, backslashes. Nothing is expanded.
QList<CommandWord> commandWords(const QByteArray &line);
QStringList wordTexts(const QList<CommandWord> &words);
/// One word as a unit file takes it: quoted, with nothing that systemd would expand.
QString unitQuoted(const QString &word);

/// How a server of Kestra is called: `kestra server worker -c FILE`, `java … -jar kestra-1.0.36 server …`,
/// also inside of `sh -c "…"`. Of processes, of ExecStart= and of lines of scripts.
struct KestraCommand {
    Component component = Component::None;
    QString role;           ///< the word behind `server`
    QStringList before;     ///< words in front of `server`: /bin/sh, java with its options, the program
    qsizetype program = -1; ///< which of them is Kestra's executable jar
    QStringList options;    ///< words behind the role

    /// Nothing for words that start no Kestra server.
    static std::optional<KestraCommand> from(const QStringList &words);
    QString programPath() const { return before.value(program); }
    /// Values of an option in either spelling: -c FILE, --config FILE, --config=FILE.
    QStringList values(const QString &shortName, const QString &longName) const;
    /// The Java that the words name; empty: whatever PATH finds.
    QString javaProgram() const;
    bool operator==(const KestraCommand &) const = default;
};

/// Whether a container tool runs it: then it is no installation of files.
bool startsContainer(const QStringList &words);
/// The version that a file name carries ("kestra-1.0.36", "kestra-2.0.8.jar", or a folder "1.0.36"), as
/// written; empty when none.
QString versionInPath(const QString &path);
/// `path` with the version that it carries put in place of the old one: in the file's name when that holds
/// it, else in its folders.
QString pathOfVersion(const QString &path, const QString &named, const Version &version);
