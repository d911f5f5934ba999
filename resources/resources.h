// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

/// Makes ":/knowledge" and ":/releases" readable; a static library's resources do not register by themselves.
/// Safe to call more than once.
void registerResources();
