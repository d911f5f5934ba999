// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/host/sql.h"

/// How the tools of a database get its password without its ever being in their words: a script of ours
/// beside the tool takes it as the first line of standard input into a file that only its user may read, and
/// removes that file when the tool has ended.

/// Words before a PostgreSQL tool and its words, where the tool runs (behind `docker exec -i C`).
QStringList withPassFile(const QStringList &words);
/// The same for MySQL's; the tool is the first of the words and gets --defaults-extra-file as its first.
QStringList withOptionFile(const QStringList &words);

/// Index of the word that is the tool: "psql", "/usr/bin/psql"; -1: none is.
qsizetype toolIndex(const QStringList &words, const QStringList &names);

/// POSIX shell around a command of a plan: hands the password in $KESTRA_UPGRADE_SECRET, which the command
/// itself does not see, to the first line of its standard input.
QString handOverScript();
/// The same with the file $1, or the text $1, behind the first line.
QString handOverWithFileScript();
QString handOverWithTextScript();
/// Name of that variable.
QString secretVariable();

/// Java with H2's own runner, which takes SQL on standard input and answers on standard output.
QStringList h2Runner(const DatabaseAccess &access);
/// What the access's database is called for that Java. `readOnly` keeps a file as it is.
QString h2Url(const DatabaseAccess &access, bool readOnly);
/// SQL for the runner's own empty database that runs `sql` in the other one and writes the answer as CSV. The
/// password belongs between the two parts, with ' doubled.
std::pair<QString, QString> h2Question(const DatabaseAccess &access, const QString &sql);
/// The same for statements that change something and have no answer.
std::pair<QString, QString> h2Order(const DatabaseAccess &access, const QString &sql);
/// POSIX shell for a plan's step: $1 and $2 are those parts, the runner follows.
QString h2HandOverScript();

/// mysql with everything that says where and as whom; the tool may be replaced by another one of the same
/// folder: "mysqldump". Without a password.
QStringList mysqlWords(const DatabaseAccess &access, const QString &tool = {});
/// Words before the tool in mysqlWords().
qsizetype mysqlPrefix(const DatabaseAccess &access);

/// Host::runChecked(), and once more where the container's engine could not even start the program: nothing
/// ran then, and a moment later it does (seen on a busy machine: "exec failed … connection reset by peer").
Task<Result<ProcessResult>> runInContainer(Host *host, ProcessCall call);
