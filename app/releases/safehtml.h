// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

/// Markdown of others as an HTML fragment that can do nothing: no raw HTML, no pictures, links https and
/// mailto only.
QString safeHtml(const QString &markdown);
