// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/installation/installation.h"

/// Lines of POSIX shell that stop every server of a release and wait for its pods to end.
QString helmStopping(const Installation &installation);
/// Lines that take the release back to what it was, with as many replicas as there were.
QString helmStarting(const Installation &installation);
