// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/host/host.h"
#include "app/installation/compose/composefile.h"

/// Reads the files of a Compose project from a host: the named ones, then everything they refer to, until
/// nothing is missing. What cannot be read is left out.
Task<Result<ComposeProject>> loadCompose(Host *host, QStringList files, QString folder, QStringList envFiles);

/// The file and, as Compose does without -f, the override file beside it.
Task<QStringList> withOverride(Host *host, QString file);
