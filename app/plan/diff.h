// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>

#include <optional>

/// One run of lines of `before` that was replaced; both texts with their line ends.
struct LineEdit {
    qint64 offset = 0; ///< bytes of `before` ahead of it
    qint64 line = 0;   ///< lines of `before` ahead of it
    QByteArray removed;
    QByteArray inserted;

    bool operator==(const LineEdit &) const = default;
};

/// The changed lines alone, in order. Very different texts come as one edit.
QList<LineEdit> lineEdits(const QByteArray &before, const QByteArray &after);

/// As plans write them: they hold the changed lines, never the rest of a file, which may hold passwords.
QJsonArray lineEditsToJson(const QList<LineEdit> &edits);
QList<LineEdit> lineEditsFromJson(const QJsonArray &json);

/// `before` with the edits made; nothing when a removed text is not there.
std::optional<QByteArray> applied(const QList<LineEdit> &edits, const QByteArray &before);

/// Unified diff without context and without names; fit for `patch FILE`.
QByteArray hunksWithoutContext(const QList<LineEdit> &edits);
