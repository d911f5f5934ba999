// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QUrlQuery>

#include <functional>

struct HttpRequest {
    QByteArray method;
    QString path;
    QUrlQuery query;
    QHash<QByteArray, QByteArray> headers; ///< lower-case names
    QByteArray body;

    bool flag(const QString &name, bool fallback) const;
    /// Values of "name" and of "filters[name][ANYTHING]".
    QStringList filter(const QString &name) const;
    QStringList values(const QString &name) const;
    /// Fields and files of a multipart/form-data body, by name.
    QHash<QString, QByteArray> form() const;
};

struct HttpResponse {
    int status = 200;
    QByteArray body;
    QByteArray contentType = "application/json";
    QHash<QByteArray, QByteArray> headers;

    static HttpResponse json(const QJsonObject &object, int code = 200);
    static HttpResponse json(const QJsonArray &array, int code = 200);
    static HttpResponse text(const QByteArray &text, const QByteArray &type);
    static HttpResponse empty(int code);
};

/// Sends the answer; may be called later, at most once.
using HttpReply = std::function<void(const HttpResponse &)>;
