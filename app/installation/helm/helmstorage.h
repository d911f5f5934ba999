// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/installation/installation.h"

/// Words before a command that make it run beside the internal storage of a release: in a throw-away pod with
/// the image, user and volume of Kestra's own, made for this one command and gone behind it. Standard input
/// and output are the command's. Empty: the storage is on no volume that a pod can mount.
QStringList besideHelmStorage(const Installation &installation);
