// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/output.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace
{

/// Control characters of foreign texts would move the cursor of a terminal.
QByteArray printable(const QString &text)
{
    QString clean;
    clean.reserve(text.size());
    for (const QChar character : text)
        clean += character.unicode() < 0x20 && character != u'\n' && character != u'\t' ? QChar(0xfffd)
                                                                                        : character;
    return clean.toUtf8();
}

void put(FILE *stream, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stream);
    std::fflush(stream);
}

} // namespace

Output::Output(bool json)
    : m_json(json)
    , m_terminal(::isatty(STDERR_FILENO) != 0)
{
}

void Output::text(const QString &line) const
{
    if (!m_json)
        put(stdout, printable(line) + '\n');
}

void Output::document(const QJsonValue &value) const
{
    if (m_json)
        put(stdout, value.isArray() ? QJsonDocument(value.toArray()).toJson()
                                    : QJsonDocument(value.toObject()).toJson());
}

void Output::event(const QJsonObject &object) const
{
    if (m_json)
        put(stdout, QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
}

void Output::raw(const QByteArray &bytes) const
{
    put(stdout, bytes);
}

void Output::progress(const QString &line) const
{
    if (m_terminal)
        put(stderr, printable(line) + '\n');
}

void Output::error(const Error &error) const
{
    put(stderr, "kestra-upgrade: " + printable(error.message) + '\n');
    if (!error.details.isEmpty() && error.details != error.message)
        put(stderr, printable(error.details) + '\n');
}

int exitCodeFor(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Usage:
        return 2;
    case ErrorKind::NeedsPerson:
        return 3;
    case ErrorKind::Blocked:
        return 4;
    case ErrorKind::Cancelled:
        return 130;
    default:
        return 1;
    }
}
