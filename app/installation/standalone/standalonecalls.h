// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/installation/installation.h"
#include "app/installation/standalone/standaloneprogram.h"
#include "app/installation/standalone/standaloneunit.h"
#include "app/plan/steps.h"

/// The calls that a plan for one standalone installation is made of. None runs Kestra but to start it or for
/// a migration, and none ever kills.
class StandaloneCalls
{
public:
    explicit StandaloneCalls(const Installation &installation);

    /// `systemctl stop`, or a polite signal to a process; waits until it has ended.
    Step stop(const ComponentState &state) const;
    /// `systemctl start`; a process by the notes that its stop made, from `program`.
    Step start(const ComponentState &state, const QString &program) const;
    /// Waits until it runs and `fresh` servers of its kind show heartbeats on `version`; gives up when it
    /// ends. Where the database cannot be asked beside it, its API says the version.
    Steps waitAlive(const ComponentState &state, const Version &version, int timeoutSeconds,
                    int fresh = 1) const;
    /// Waits until it runs: all that can be said of the way back.
    Step waitRunning(const ComponentState &state) const;
    /// Notes how systemd saw it end.
    Steps observeEnd(const ComponentState &state) const;
    /// Removes the notes of a process that runs again; nothing for a unit.
    Steps forget(const ComponentState &state) const;
    /// A one-off command of Kestra with the configuration, environment and user of a server. `unit` as it is
    /// at that moment; without one as the process `state` was started.
    Step oneOff(const ComponentState &state, const SystemdUnit *unit, const QString &program,
                const QStringList &words) const;

    /// Downloads or copies the jar of a version to its place, with its checksum.
    Step fetch(const StandaloneProgram &program, const Version &version) const;
    /// A second name for a jar whose own name carries no version.
    Step keep(const StandaloneProgram &program, const Version &version) const;
    /// Brings program or link to a version; undone by going back to the other one.
    Steps choose(const StandaloneProgram &program, const Version &from, const Version &to) const;
    /// `systemctl daemon-reload`; `back` too when it is taken back, for in front of edits.
    Step reload(bool back) const;
    /// The folder for drop-ins of a unit.
    Step makeDropInFolder(const QString &folder) const;

    QString unitOf(const ComponentState &state) const;
    QJsonObject processOf(const ComponentState &state) const;

private:
    Step scripted(const QString &slug, const QString &title, const QString &script, const QStringList &words,
                  int timeoutSeconds) const;
    bool asksInScript() const;
    WaitArgs answering(const ComponentState &state, const Version &version) const;
    QStringList processWords(const QString &what, const ComponentState &state) const;
    Step switching(const StandaloneProgram &program, const Version &version) const;

    const Installation &m_installation;
    int m_stopSeconds;
};
