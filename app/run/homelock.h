// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/result.h"

#include <QString>

/// The right to act in a home: one process at a time, held until this object goes. The kernel gives it back
/// when the process dies; the file names the holder, so that others can say who it is.
class HomeLock
{
public:
    /// `folder` is Home::root(). Blocked with the holder's name and pid when another process has it.
    static Result<HomeLock> take(const QString &folder);
    HomeLock(HomeLock &&other) noexcept;
    HomeLock &operator=(HomeLock &&other) noexcept;
    ~HomeLock();
    Q_DISABLE_COPY(HomeLock)

private:
    explicit HomeLock(int descriptor);

    int m_descriptor = -1;
};
