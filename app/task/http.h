// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/result.h"
#include "app/task/task.h"

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>
#include <QUrl>

#include <chrono>

/// One request. TLS errors are errors; redirects are followed only to the same host or to a safer scheme.
struct HttpRequest {
    QByteArray method = "GET";
    QUrl url;
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body;
    std::chrono::milliseconds timeout{5000};
    QString peerName; ///< whom the certificate must name, when that is not the host of the URL
    qint64 bodyLimit = 64 * 1024 * 1024;
};

struct HttpReply {
    int status = 0;
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body;

    /// First header of that name, any case; empty when absent.
    QByteArray header(const QByteArray &name) const;
};

/// An answer of any status is a success here. Errors: Unreachable (no connection, timeout, cut off), Denied
/// (TLS), BadInput (no http or https URL). Destroying the task aborts the request.
Task<Result<HttpReply>> sendHttp(HttpRequest request);

/// "Basic …" header value.
QByteArray basicAuthorization(const QString &user, const QString &password);
