// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/compose/composefile.h"

#include "app/installation/compose/composereader.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

Result<ComposeProject> ComposeProject::parse(ComposeSources sources)
{
    ComposeProject project;
    project.m_sources = std::move(sources);
    ComposeReader reader(project);
    if (const Result<void> read = reader.read(); !read)
        return std::unexpected(read.error());
    return project;
}

QList<ComposeService> ComposeProject::kestraServices() const
{
    QList<ComposeService> result;
    for (const ComposeService &service : m_services) {
        if (service.isKestra)
            result.append(service);
    }
    return result;
}

const ComposeService *ComposeProject::service(const QString &name) const
{
    for (const ComposeService &service : m_services) {
        if (service.name == name)
            return &service;
    }
    return nullptr;
}

QStringList shellWords(const QString &text)
{
    QStringList words;
    QString word;
    bool open = false;
    QChar quote;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (!quote.isNull()) {
            if (c == quote)
                quote = QChar();
            else
                word.append(c);
        } else if (c == u'"' || c == u'\'') {
            quote = c;
            open = true;
        } else if (c == u'\\' && i + 1 < text.size()) {
            word.append(text[++i]);
            open = true;
        } else if (c.isSpace()) {
            if (open)
                words.append(word);
            word.clear();
            open = false;
        } else {
            word.append(c);
            open = true;
        }
    }
    if (open)
        words.append(word);
    return words;
}

Component componentOfCommand(const QStringList &words)
{
    static const QRegularExpression blanks(u"[\\s\"']+"_s);
    const QStringList all = words.join(u' ').split(blanks, Qt::SkipEmptyParts);
    for (qsizetype i = 0; i + 1 < all.size(); ++i) {
        if (all[i] != u"server")
            continue;
        const Component component = componentFromName(all[i + 1]);
        if (component != Component::None && component != Component::Database)
            return component;
    }
    return Component::None;
}

int durationSeconds(const QString &text)
{
    static const QRegularExpression plain(u"^\\d+$"_s);
    static const QRegularExpression shape(
        u"^(?:(\\d+)h)?(?:(\\d+)m(?!s))?(?:(\\d+)(?:\\.\\d+)?s)?(?:\\d+ms)?$"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression iso(u"^PT(?:(\\d+)H)?(?:(\\d+)M)?(?:(\\d+)(?:\\.\\d+)?S)?$"_s,
                                        QRegularExpression::CaseInsensitiveOption);
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return -1;
    if (plain.match(trimmed).hasMatch())
        return trimmed.toInt();
    for (const QRegularExpression &form : {shape, iso}) {
        const QRegularExpressionMatch match = form.match(trimmed);
        if (match.hasMatch())
            return match.captured(1).toInt() * 3600 + match.captured(2).toInt() * 60 +
                   match.captured(3).toInt();
    }
    return -1;
}
