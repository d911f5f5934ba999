// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/host/host.h"

#include <QString>

/// A folder or a file as a person names it: "ssh://user@host/srv/k" is a path there, anything else one of
/// this machine, relative to the folder in which they are.
struct Place {
    QString host; ///< as Hosts::at() takes it
    QString path; ///< absolute; empty: everything there

    static Place parse(const QString &text, const QString &folder);
};

/// Absolute path of a folder on `host` for a new backup. Usage: it names no place there; BadInput: there is
/// something in it.
Task<Result<QString>> newFolder(Host *host, QString text, QString folder);
