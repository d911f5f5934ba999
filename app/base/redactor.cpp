// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/base/redactor.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

QString secretDots()
{
    return QString(8, QChar(0x2022));
}

void Redactor::add(const QString &secret)
{
    for (const QString &shape : {secret, QString::fromLatin1(secret.toUtf8().toBase64()),
                                 QString::fromLatin1(QUrl::toPercentEncoding(secret))}) {
        if (shape.size() >= 4 && !m_secrets.contains(shape))
            m_secrets.append(shape);
    }
    std::ranges::sort(m_secrets, [](const QString &a, const QString &b) { return a.size() > b.size(); });
}

QString Redactor::redact(const QString &text) const
{
    static const std::array shapes{
        QRegularExpression(
            u"(\"?(?:pass(?:word|wd|phrase)?|secret(?:[-_ ]?key)?|api[-_]?key|api[-_]?token|access[-_]?key|"
            "client[-_]?secret|private[-_]?key|token|PGPASSWORD|MYSQL_PWD)\"?\\s*[:=]\\s*\"?)([^\\s\"',;&}]+)"_s,
            QRegularExpression::CaseInsensitiveOption),
        QRegularExpression(u"((?:bearer|basic)\\s+)([A-Za-z0-9+/=_.~-]{8,})"_s,
                           QRegularExpression::CaseInsensitiveOption),
        QRegularExpression(u"([a-z][a-z0-9+.-]*://[^\\s/:@]+:)([^\\s/@]+)(?=@)"_s,
                           QRegularExpression::CaseInsensitiveOption),
        QRegularExpression(
            u"()((?:ghp|gho|ghs|github_pat|glpat|xox[abprs]|sk|AKIA)[-_]?[A-Za-z0-9_-]{16,})"_s),
        QRegularExpression(u"(-----BEGIN [A-Z ]*PRIVATE KEY-----)([\\s\\S]*?)(?=-----END|$)"_s),
    };
    QString result = text;
    for (const QString &secret : m_secrets)
        m_count += static_cast<int>(result.count(secret)), result.replace(secret, secretDots());
    for (const QRegularExpression &shape : shapes) {
        qsizetype from = 0;
        for (auto match = shape.match(result, from); match.hasMatch(); match = shape.match(result, from)) {
            from = match.capturedStart(2) + 8;
            if (match.capturedView(2) == secretDots())
                continue;
            result.replace(match.capturedStart(2), match.capturedLength(2), secretDots());
            ++m_count;
        }
    }
    return result;
}
