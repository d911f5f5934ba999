// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/result.h"
#include "app/installation/installation.h"

/// "compose:/srv/k/docker-compose.yml", "ssh://ops@host/compose:/srv/…", "practice:DIR": where an
/// installation is, in one word. Contract of the terminal.
struct Address {
    QString host; ///< empty: this machine
    InstallationKind kind = InstallationKind::Practice;
    QString rest; ///< absolute path, container name, context/namespace/release

    /// Relative paths are taken from `folder` (the caller's). Errors: Usage, with what an address looks like.
    static Result<Address> parse(const QString &text, const QString &folder);
    QString toString() const;
};
