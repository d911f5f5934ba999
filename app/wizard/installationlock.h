// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/result.h"

#include <QString>

/// The right to act on one installation, also against assistants of this machine with another home or another
/// user. It is a name that the kernel keeps: nothing is left in the installation's folder (Kestra and its kin
/// lock that themselves), and it is given back when the process dies.
class InstallationLock
{
public:
    /// `address` as Installation::address. Blocked when somebody else has it.
    static Result<InstallationLock> take(const QString &address);
    InstallationLock(InstallationLock &&other) noexcept;
    InstallationLock &operator=(InstallationLock &&other) noexcept;
    ~InstallationLock();
    Q_DISABLE_COPY(InstallationLock)

private:
    explicit InstallationLock(int descriptor);

    int m_descriptor = -1; ///< -1: an address of no kind, nothing to hold
};
