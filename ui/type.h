// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFont>

/// The type scale; every size is relative to the application's font.
enum class Type { Title, SmallTitle, Time, Detail, Section, Body, Name, Caption, CaptionHead, Code };

QFont typeFont(Type type);
/// The same font with figures of one width, for numbers that change or are compared.
QFont tabular(QFont font);
