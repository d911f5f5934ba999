// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/installation/compose/composefile.h"
#include "app/installation/installation.h"
#include "app/plan/steps.h"

/// The calls of docker that a plan for one Compose project is made of. All name the project and its files in
/// the same way; none ever removes a container, a volume or a network by itself, and none pulls or builds
/// unasked.
class ComposeCalls
{
public:
    explicit ComposeCalls(const Installation &installation);

    /// `docker compose … stop -t` with more time than Kestra gives itself; seen to have ended.
    Step stop(const ComponentState &state) const;
    /// `docker compose … up` of one service alone, from its file as it is at that moment.
    Step start(const ComponentState &state) const;
    /// Waits until the service runs what was fetched as `image` (empty: what was built) and shows fresh
    /// heartbeats on `version`; gives up when its container ends.
    Step waitAlive(const ComponentState &state, const Version &version, const QString &image,
                   int timeoutSeconds) const;
    /// Waits until its container runs: all that can be said of the way back.
    Step waitRunning(const ComponentState &state) const;
    /// Notes the exit codes: 143 and 0 are clean, 137 was killed.
    Step observeEnd(const ComponentState &state) const;
    /// A one-off command of Kestra in the service's image, configuration and volumes.
    Step oneOff(const ComposeService &service, const QStringList &words) const;
    Step build(const ComposeService &service, const QString &keptAs, const QString &imageName) const;
    /// A second name for an image, so that nothing can prune it and the way back needs no registry.
    Step keepImage(const QString &imageId) const;

    static QString keptName(const QString &imageId);

private:
    CommandArgs call(const QStringList &words, int timeoutSeconds) const;
    QJsonObject listed(const QString &service, const QString &format, bool withStopped) const;

    const Installation &m_installation;
    QStringList m_base; ///< compose -p … -f …
    QString m_project;
    int m_stopSeconds;
};
