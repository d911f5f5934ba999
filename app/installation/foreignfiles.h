// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/host/host.h"

/// What a file that no driver can upgrade is, with its place and what a person can do: a Nix module, a
/// Terraform resource, a script for ctr. Empty when it does not run Kestra.
QString foreignFile(const QString &path, const QByteArray &bytes);
/// The same for one file, or for the files of a folder (not below it), each that runs Kestra once.
Task<Result<QStringList>> foreignFiles(Host *host, QString path);
/// For a place where nothing at all was found.
QString whatWasLookedFor(const QString &path);
