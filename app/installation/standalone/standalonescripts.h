// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

/// Shell scripts of standalone plans. Each works by itself with the stock tools of the host; words come as
/// $1, $2, …

/// $1 unit. Starts it, whatever count of failed starts systemd keeps.
QString startUnitScript();
/// $1 unit, $2 statement that is true when it is alive, or empty; then the command that asks the database.
/// 0: alive; 1: not yet; 3: it has ended, with its last words.
QString seeUnitScript();
/// $1 unit, $2 the ExecStart line. Runs that line once as the unit would run its own: a unit of its own for a
/// moment, made of the files of that one.
QString onceUnitScript();
/// $1 source (web address, file or folder), $2 where to, $3 name, $4 SHA-256 or empty, $5 the jar whose owner
/// it gets. Nothing is loaded when it is there; nothing is there under its name before it is whole.
QString fetchScript();
/// $1 target, $2 link.
QString linkScript();
/// $1 jar, $2 the program that it takes the place of.
QString replaceScript();
