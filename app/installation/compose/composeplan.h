// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/installation/driver.h"

/// The plan of a Compose installation, part by part; pure (see Driver).
Result<Steps> composePrepare(const Installation &installation, const QList<Hop> &hops,
                             QList<FileChange> &files);
Result<Steps> composeStop(const Installation &installation);
Result<Steps> composeHop(const Installation &installation, const Hop &hop, QList<FileChange> &files);
Result<Steps> composeStart(const Installation &installation, const Hop &hop);
