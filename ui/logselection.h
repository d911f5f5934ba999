// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QtTypes>

#include <compare>
#include <utility>

/// A place in the shown log: a row and a character of its text.
struct LogPlace {
    qint64 row = -1;
    int column = 0;
    auto operator<=>(const LogPlace &) const = default;
};

/// What is chosen: from one character to another, over any number of rows.
struct LogSelection {
    LogPlace anchor;
    LogPlace caret;

    bool isEmpty() const { return anchor.row < 0 || anchor == caret; }
    LogPlace first() const { return anchor < caret ? anchor : caret; }
    LogPlace last() const { return anchor < caret ? caret : anchor; }
    /// Characters of one row, from and up to; equal: none.
    std::pair<int, int> within(qint64 row, int length) const
    {
        if (isEmpty() || row < first().row || row > last().row)
            return {0, 0};
        return {row == first().row ? first().column : 0, row == last().row ? last().column : length};
    }
};
