// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/installation/installation.h"

/// Parts of restore.sh for an installation of files, units and processes: each empty where nothing can be
/// done without a person.

/// Stops its units.
QString standaloneStopping(const Installation &installation);
/// Brings links and programs back to the old version, then starts its units.
QString standaloneStarting(const Installation &installation);
