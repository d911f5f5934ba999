// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "resources/resources.h"

#include <QDir>

void registerResources()
{
    Q_INIT_RESOURCE(knowledge);
}
