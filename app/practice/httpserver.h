// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/practice/httpmessage.h"

#include <QHash>
#include <QTcpServer>

class QTcpSocket;

/// A small HTTP/1.1 server: requests with a length, answers with a length, keep-alive. Enough for Kestra's
/// API and for curl; no TLS, no chunks from the client beyond what curl sends.
class HttpServer : public QObject
{
    Q_OBJECT

public:
    using Handler = std::function<void(const HttpRequest &, const HttpReply &)>;

    explicit HttpServer(Handler handler, QObject *parent = nullptr);
    bool listen(quint16 port) { return m_listener.listen(QHostAddress::Any, port); }
    /// No answers from now on, also not to open connections.
    void close();

private:
    void accept();
    void read(QTcpSocket *socket);
    bool readOne(QTcpSocket *socket);
    void reply(QTcpSocket *socket, const HttpRequest &request, const HttpResponse &response);

    Handler m_handler;
    QTcpServer m_listener;
    QHash<QTcpSocket *, QByteArray> m_buffers;
};
