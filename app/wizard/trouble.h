// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/run/journal.h"

#include <QDateTime>
#include <QList>
#include <QString>

/// One sentence about how things stand now.
struct TroubleFact {
    bool good = true; ///< false: to be known, not a danger by itself
    QString text;
    bool operator==(const TroubleFact &) const = default;
};

/// One way on, with what it costs.
struct TroubleWay {
    enum Kind { Wait, Again, Done, GoBack };

    Kind kind = Again;
    QString title;
    QString text;
    QString action; ///< on its button
    bool operator==(const TroubleWay &) const = default;
};

/// A run that does not go on by itself, in three blocks: what happened, what is true now, what can be done.
struct Trouble {
    enum Kind { None, Stalled, Stopped, Failed, NeedsPerson };

    Kind kind = None;
    QString title;
    QString subtitle;
    QString when;        ///< "failed at 22:42:17"
    QString railText;    ///< "failed at step 17"
    QString instruction; ///< for a person; stands before everything else
    QString happened;
    QString details; ///< the tool's own words
    QList<TroubleFact> facts;
    QList<TroubleWay> ways; ///< the recommended one first
    QString step;           ///< id of the step it is about; with ".undo" when it is taken back
    bool operator==(const Trouble &) const = default;
};

/// A run that has ended without an outcome; None for one that has.
Trouble troubleOf(Journal &journal, const RunRecord &run, const QDateTime &now);

/// What is known of a step that shows no sign.
struct Silence {
    QString step; ///< id
    QDateTime since;
    QString lastWords; ///< "webserver: …"
};
Trouble stalledTrouble(Journal &journal, const RunRecord &run, const Silence &silence, const QDateTime &now);
