// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/installation/docker/dockerarguments.h"
#include "app/installation/installation.h"
#include "app/plan/steps.h"

/// The calls of docker that a plan for containers without Compose is made of. A container that steps aside is
/// renamed and kept; only what the plan itself created is ever removed, and no volume or network is.
class DockerCalls
{
public:
    explicit DockerCalls(const Installation &installation);

    /// No restart policy, so that neither a crash nor a reboot starts it again; undone to its own.
    Steps hold(const QString &name) const;
    /// `docker stop` with more time than Kestra gives itself; seen to have ended.
    Step stop(const ComponentState &state) const;
    Step start(const ComponentState &state) const;
    /// Another name for a stopped container.
    Step setAside(const QString &name, const QString &aside) const;
    /// The container anew, under its own name, with the arguments and variables of the one that steps aside
    /// (`source` is its name by now), and its further networks.
    Steps create(const QString &name, const QString &source, const QString &image, bool withPolicy) const;
    Step waitAlive(const ComponentState &state, const Version &version, const QString &image,
                   int timeoutSeconds) const;
    /// Waits until its container runs: all that can be said of the way back.
    Step waitRunning(const ComponentState &state) const;
    /// Notes the exit code: 143 and 0 are clean, 137 was killed.
    Step observeEnd(const ComponentState &state) const;
    /// A command of Kestra's that runs once in the image, with the container's configuration and volumes.
    Step oneOff(const ComponentState &state, const QString &source, const QString &image,
                const QStringList &words) const;

    DockerArguments arguments(const QString &name) const;
    static QString asideName(const QString &name, const Version &version); ///< "kestra-before-1.0.36"
    /// Removes a container that stepped aside; done already when it is gone.
    static Step removeAside(const QString &aside);

private:
    QStringList handOver(const QString &source, const DockerArguments &arguments) const;

    const Installation &m_installation;
    int m_stopSeconds;
};
