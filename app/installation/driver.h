// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/result.h"
#include "app/base/secrets.h"
#include "app/host/host.h"
#include "app/installation/installation.h"
#include "app/plan/plan.h"
#include "app/plan/steps.h"

/// What a driver may use while it looks; owned by main() or the test.
struct LookAround {
    Hosts *hosts = nullptr;
    SecretStore *secrets = nullptr;
};

/// A change of configuration that an answered finding puts into the plan.
struct ConfigEdit {
    QString path;
    int line = 0;      ///< the line that holds `before`; 0: it stands once in the file
    QByteArray before; ///< exact text
    QByteArray after;
    QString finding; ///< id of the rule
    bool operator==(const ConfigEdit &) const = default;
};

/// Where to go from one stop to the next.
struct Hop {
    Version from;
    Version to;
    bool last = false;             ///< `to` is the target: everything is started on it
    QList<QStringList> migrations; ///< words of Kestra commands to run on it: {"migrate", "metadata", "kv"}
    QList<ConfigEdit> edits;       ///< applied before its first start
    bool operator==(const Hop &) const = default;
};

/// One kind of installation. Looking (find, read) is read-only and asynchronous; everything else is a pure
/// function that returns steps and never acts. Files that steps edit are followed through `files`, so that
/// the second hop edits what the first one wrote.
class Driver
{
public:
    virtual ~Driver() = default;
    virtual InstallationKind kind() const = 0;

    /// Installations of this kind on `host` ("": this machine) that a hint (absolute folder or file, "" for
    /// everything there) leads to; addresses with what could be read cheaply. An error only when the tool it
    /// needs cannot be used.
    virtual Task<Result<QList<Installation>>> find(LookAround around, QString host, QString hint) const = 0;
    /// Everything about one, by the part of the address behind the kind. Works from files alone when no
    /// engine answers; what could not be seen is listed as unknown.
    virtual Task<Result<Installation>> read(LookAround around, QString host, QString rest) const = 0;
    /// What stands in the registry under the names of the stops now, so that the plan can hold the run to it
    /// (`details.targetDigests`, see digests.h); fetches nothing. What cannot be asked is listed as unknown.
    /// Comes before prepare().
    virtual Task<Installation> lookAhead(LookAround around, Installation installation,
                                         QList<Version> stops) const;

    /// Pins what runs (exact version or digest) in its files, so that a restart can never bring something
    /// else, and mends outer stop limits below Kestra's own grace; fetches what the hops need (`pull`).
    /// Nothing stops yet.
    virtual Result<Steps> prepare(const Installation &installation, const QList<Hop> &hops,
                                  QList<FileChange> &files) const = 0;
    /// Stops the components in order, each step undone by starting it again as it was.
    virtual Result<Steps> stop(const Installation &installation) const = 0;
    /// Takes the stopped installation over one hop: edit, start what migrates alone, wait until the schema
    /// and the process are seen, run the hop's migrations, and (unless `last`) stop it again.
    virtual Result<Steps> hop(const Installation &installation, const Hop &hop,
                              QList<FileChange> &files) const = 0;
    /// Starts every other component on the last hop's version, in order, each seen alive.
    virtual Result<Steps> start(const Installation &installation, const Hop &hop) const = 0;
    /// Probe and conditions that hold when every component has a fresh sign of life (heartbeat younger than
    /// 15 s) on `version`. An empty probe: signs of life cannot be read. The caller sets timeout and hold.
    virtual WaitArgs aliveWait(const Installation &installation, const Version &version) const = 0;
    /// Removes every row of a namespace that the API leaves behind (deleted revisions, queue rows): the
    /// trial's own.
    virtual Result<Steps> purge(const Installation &installation, const QString &nameSpace) const = 0;
    /// Removes what a finished run left for its way back (old containers), once it is kept for good. Read off
    /// the plan that ran; safe to apply twice.
    virtual Steps keepSteps(const Plan &plan) const;
};

/// All kinds there are; one line for each in drivers.cpp.
const QList<const Driver *> &allDrivers();
const Driver *driverFor(InstallationKind kind);
