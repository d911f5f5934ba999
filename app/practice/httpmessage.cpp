// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/practice/httpmessage.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

bool HttpRequest::flag(const QString &name, bool fallback) const
{
    return query.hasQueryItem(name) ? query.queryItemValue(name) == u"true"_s : fallback;
}

QStringList HttpRequest::values(const QString &name) const
{
    return query.allQueryItemValues(name, QUrl::FullyDecoded);
}

QStringList HttpRequest::filter(const QString &name) const
{
    QStringList found;
    for (const auto &[key, value] : query.queryItems(QUrl::FullyDecoded)) {
        if (key.startsWith(u"filters[%1]["_s.arg(name)))
            found += value.split(u',', Qt::SkipEmptyParts);
    }
    return found;
}

QHash<QString, QByteArray> HttpRequest::form() const
{
    QHash<QString, QByteArray> fields;
    const QByteArray type = headers.value("content-type");
    const qsizetype at = type.indexOf("boundary=");
    if (at < 0)
        return fields;
    const QByteArray boundary = "--" + type.sliced(at + 9).replace('"', "").split(';').first().trimmed();
    qsizetype from = body.indexOf(boundary);
    while (from >= 0) {
        const qsizetype next = body.indexOf(boundary, from + boundary.size());
        if (next < 0)
            break;
        const QByteArray part = body.sliced(from + boundary.size() + 2, next - from - boundary.size() - 2);
        const qsizetype gap = part.indexOf("\r\n\r\n");
        const qsizetype name = part.indexOf("name=\"");
        if (gap >= 0 && name >= 0 && name < gap) {
            const qsizetype end = part.indexOf('"', name + 6);
            fields.insert(QString::fromUtf8(part.sliced(name + 6, end - name - 6)),
                          part.sliced(gap + 4, qMax<qsizetype>(0, part.size() - gap - 6)));
        }
        from = next;
    }
    return fields;
}

HttpResponse HttpResponse::json(const QJsonObject &object, int code)
{
    return {code, QJsonDocument(object).toJson(QJsonDocument::Compact), "application/json", {}};
}

HttpResponse HttpResponse::json(const QJsonArray &array, int code)
{
    return {code, QJsonDocument(array).toJson(QJsonDocument::Compact), "application/json", {}};
}

HttpResponse HttpResponse::text(const QByteArray &text, const QByteArray &type)
{
    return {200, text, type, {}};
}

HttpResponse HttpResponse::empty(int code)
{
    return {code, {}, {}, {}};
}
