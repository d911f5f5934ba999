// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QHashFunctions>
#include <QList>
#include <QString>

#include <compare>
#include <optional>

/// A Kestra version such as 1.0.36, 0.15.10.1 or 2.0.0-rc7. A plain value; compares by number, a
/// pre-release before its release.
class Version
{
public:
    Version() = default;

    /// Accepts "1.0.36", "v1.0.36", "2.0.0-rc7", "0.5.0-BETA"; at least two numbers. Nothing for other text.
    static std::optional<Version> parse(QStringView text);
    /// For literals in our own tables and tests; a text that is no version gives an invalid one.
    static Version of(QStringView text) { return parse(text).value_or(Version()); }

    bool isValid() const { return !m_numbers.isEmpty(); }
    bool isPreRelease() const { return !m_preRelease.isEmpty(); }
    int major() const { return m_numbers.value(0); }
    int minor() const { return m_numbers.value(1); }
    int patch() const { return m_numbers.value(2); }

    /// "1.3" for 1.3.44: the line a patch belongs to.
    QString line() const;
    QString toString() const;

    std::strong_ordering operator<=>(const Version &other) const;
    bool operator==(const Version &other) const { return (*this <=> other) == 0; }

private:
    QList<int> m_numbers;
    QString m_preRelease;
};

size_t qHash(const Version &version, size_t seed = 0);
