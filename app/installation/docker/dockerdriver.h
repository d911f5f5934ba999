// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/installation/driver.h"

/// Kestra in containers that were started one by one, with `docker run`.
class DockerDriver : public Driver
{
public:
    InstallationKind kind() const override { return InstallationKind::Docker; }
    Task<Result<QList<Installation>>> find(LookAround around, QString host, QString hint) const override;
    Task<Result<Installation>> read(LookAround around, QString host, QString rest) const override;
    Task<Installation> lookAhead(LookAround around, Installation installation,
                                 QList<Version> stops) const override;
    Result<Steps> prepare(const Installation &installation, const QList<Hop> &hops,
                          QList<FileChange> &files) const override;
    Result<Steps> stop(const Installation &installation) const override;
    Result<Steps> hop(const Installation &installation, const Hop &hop,
                      QList<FileChange> &files) const override;
    Result<Steps> start(const Installation &installation, const Hop &hop) const override;
    WaitArgs aliveWait(const Installation &installation, const Version &version) const override;
    Result<Steps> purge(const Installation &installation, const QString &nameSpace) const override;
    Steps keepSteps(const Plan &plan) const override;
};
