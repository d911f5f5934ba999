// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/installation/driver.h"

/// Pure planning for a standalone installation; see Driver for what each is.
Result<Steps> standalonePrepare(const Installation &installation, const QList<Hop> &hops,
                                QList<FileChange> &files);
Result<Steps> standaloneStop(const Installation &installation);
Result<Steps> standaloneHop(const Installation &installation, const Hop &hop, QList<FileChange> &files);
Result<Steps> standaloneStart(const Installation &installation, const Hop &hop);
