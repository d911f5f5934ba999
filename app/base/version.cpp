// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/base/version.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

std::optional<Version> Version::parse(QStringView text)
{
    static const QRegularExpression shape(
        u"^v?(\\d{1,9}(?:\\.\\d{1,9}){1,4})(?:[-.]?((?:rc|alpha|beta|snapshot|m)[0-9A-Za-z.-]*))?$"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto match = shape.matchView(text.trimmed());
    if (!match.hasMatch())
        return std::nullopt;
    Version version;
    for (const QStringView part : match.capturedView(1).split(u'.'))
        version.m_numbers.append(part.toInt());
    version.m_preRelease = match.captured(2);
    return version;
}

QString Version::line() const
{
    return isValid() ? u"%1.%2"_s.arg(major()).arg(minor()) : QString();
}

QString Version::toString() const
{
    QString text;
    for (const int number : m_numbers)
        text += (text.isEmpty() ? u""_s : u"."_s) + QString::number(number);
    return isPreRelease() ? text + u'-' + m_preRelease : text;
}

namespace
{

/// Compares "rc10" after "rc2": runs of digits by value, the rest as text.
std::strong_ordering comparePreRelease(const QString &left, const QString &right)
{
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < left.size() && j < right.size()) {
        if (left[i].isDigit() && right[j].isDigit()) {
            qulonglong a = 0;
            qulonglong b = 0;
            for (; i < left.size() && left[i].isDigit(); ++i)
                a = a * 10 + static_cast<uint>(left[i].digitValue());
            for (; j < right.size() && right[j].isDigit(); ++j)
                b = b * 10 + static_cast<uint>(right[j].digitValue());
            if (a != b)
                return a <=> b;
            continue;
        }
        const char16_t a = left[i++].toLower().unicode();
        const char16_t b = right[j++].toLower().unicode();
        if (a != b)
            return a <=> b;
    }
    return (left.size() - i) <=> (right.size() - j);
}

} // namespace

std::strong_ordering Version::operator<=>(const Version &other) const
{
    const qsizetype count = std::max(m_numbers.size(), other.m_numbers.size());
    for (qsizetype i = 0; i < count; ++i) {
        const auto order = m_numbers.value(i) <=> other.m_numbers.value(i);
        if (order != 0)
            return order;
    }
    if (isPreRelease() != other.isPreRelease())
        return isPreRelease() ? std::strong_ordering::less : std::strong_ordering::greater;
    return comparePreRelease(m_preRelease, other.m_preRelease);
}

size_t qHash(const Version &version, size_t seed)
{
    return qHashMulti(seed, version.major(), version.minor(), version.patch());
}
