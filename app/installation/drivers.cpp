// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/driver.h"

#include "app/installation/compose/composedriver.h"
#include "app/installation/docker/dockerdriver.h"
#include "app/installation/helm/helmdriver.h"
#include "app/installation/practice/practicedriver.h"
#include "app/installation/standalone/standalonedriver.h"

Task<Installation> Driver::lookAhead(LookAround, Installation installation, QList<Version>) const
{
    co_return installation;
}

Steps Driver::keepSteps(const Plan &) const
{
    return {};
}

const QList<const Driver *> &allDrivers()
{
    static const PracticeDriver practice;
    static const ComposeDriver compose;
    static const DockerDriver docker;
    static const StandaloneDriver standalone;
    static const HelmDriver helm;
    static const QList<const Driver *> drivers{&practice, &compose, &docker, &standalone, &helm};
    return drivers;
}

const Driver *driverFor(InstallationKind kind)
{
    for (const Driver *driver : allDrivers()) {
        if (driver->kind() == kind)
            return driver;
    }
    return nullptr;
}
