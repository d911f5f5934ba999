// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/task/process.h"

#include <QByteArray>

#include <optional>

/// What is said to the shell of a remote machine. Its command line is always the same text; what to run,
/// with which words, environment and input, goes through standard input, where no shell parses it twice. One
/// compound command does all of it, so that a text cut short by a lost connection is no command at all.
/// `seal` is a word that nobody can guess: it ends the input, and begins what is said about the end.

/// The command line; asks nothing of the account's own shell but single quotes.
QString sshCommandLine();
/// Standard input for it. It must stay open until the program has ended: when it closes before that, the
/// other side takes the caller for gone and ends what it started.
QByteArray sshInput(const ProcessCall &call, const QByteArray &seal, const QByteArray &mark);
/// What `call` holds that no shell can be told (NUL, a bad name of a variable); empty: nothing.
QString sshUnfit(const ProcessCall &call);
/// Cuts the last words off standard error: "=N" is an exit code, anything else what was missing (folder,
/// program, input, output). Nothing: the other side never came to its end.
std::optional<QByteArray> takeSshEnd(QByteArray &errors, const QByteArray &seal);

/// Ends what calls of an earlier connection (`mark` as $1) may have left running there, because the other
/// side had not noticed that it was cut off.
QString sshSweepScript();
/// Name of the variable that holds the mark.
constexpr char sshMarkVariable[] = "KESTRA_UPGRADE_CALL";
