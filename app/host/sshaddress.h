// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

#include <optional>

/// "ssh://user@host:2222": a machine as its owner names it; the host may be an alias of ~/.ssh/config.
struct SshAddress {
    QString user; ///< empty: as the OpenSSH client decides
    QString host; ///< without the brackets of an IPv6 address
    int port = 0; ///< 0: as the OpenSSH client decides

    /// Nothing for a text that could be taken for an option or a command by anybody on the way.
    static std::optional<SshAddress> parse(const QString &text);
    /// As a person would type it behind `ssh`.
    QString words() const;
    bool operator==(const SshAddress &) const = default;
};
