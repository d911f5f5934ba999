// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/driver.h"

#include "app/installation/composedriver.h"
#include "app/installation/dockerdriver.h"
#include "app/installation/helmdriver.h"
#include "app/installation/practicedriver.h"
#include "app/installation/standalonedriver.h"

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
