// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/practice/httpserver.h"

#include <QPointer>
#include <QTcpSocket>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype largestRequest = 32 * 1024 * 1024;

QByteArray reason(int status)
{
    static const QHash<int, QByteArray> names{{200, "OK"},
                                              {204, "No Content"},
                                              {307, "Temporary Redirect"},
                                              {400, "Bad Request"},
                                              {401, "Unauthorized"},
                                              {404, "Not Found"},
                                              {405, "Method Not Allowed"},
                                              {422, "Unprocessable Entity"},
                                              {500, "Internal Server Error"},
                                              {503, "Service Unavailable"}};
    return names.value(status, "Status");
}

// The parts of a chunked body, or nothing when it is not complete yet.
bool unchunk(const QByteArray &bytes, QByteArray &body, qsizetype &used)
{
    qsizetype at = 0;
    for (;;) {
        const qsizetype line = bytes.indexOf("\r\n", at);
        if (line < 0)
            return false;
        const qsizetype size = bytes.sliced(at, line - at).split(';').first().toLongLong(nullptr, 16);
        if (bytes.size() < line + 2 + size + 2)
            return false;
        body += bytes.sliced(line + 2, size);
        at = line + 2 + size + 2;
        if (size == 0)
            break;
    }
    used = at;
    return true;
}

} // namespace

HttpServer::HttpServer(Handler handler, QObject *parent)
    : QObject(parent)
    , m_handler(std::move(handler))
{
    connect(&m_listener, &QTcpServer::newConnection, this, &HttpServer::accept);
}

void HttpServer::close()
{
    m_listener.close();
    const QList<QTcpSocket *> sockets = m_buffers.keys();
    for (QTcpSocket *socket : sockets)
        socket->abort();
}

void HttpServer::accept()
{
    while (QTcpSocket *socket = m_listener.nextPendingConnection()) {
        m_buffers.insert(socket, {});
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_buffers.remove(socket);
            socket->deleteLater();
        });
    }
}

void HttpServer::read(QTcpSocket *socket)
{
    m_buffers[socket] += socket->readAll();
    if (m_buffers[socket].size() > largestRequest) {
        socket->abort();
        return;
    }
    while (m_buffers.contains(socket) && readOne(socket)) {
    }
}

bool HttpServer::readOne(QTcpSocket *socket)
{
    QByteArray &buffer = m_buffers[socket];
    const qsizetype gap = buffer.indexOf("\r\n\r\n");
    if (gap < 0)
        return false;
    const QList<QByteArray> lines = buffer.first(gap).split('\n');
    const QList<QByteArray> first = lines.first().trimmed().split(' ');
    HttpRequest request;
    for (const QByteArray &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            request.headers.insert(line.first(colon).toLower(), line.sliced(colon + 1).trimmed());
    }
    if (request.headers.value("expect") == "100-continue" && buffer.size() == gap + 4)
        socket->write("HTTP/1.1 100 Continue\r\n\r\n");
    qsizetype used = request.headers.value("content-length").toLongLong();
    if (request.headers.value("transfer-encoding") == "chunked") {
        if (!unchunk(buffer.sliced(gap + 4), request.body, used))
            return false;
    } else {
        if (used < 0 || buffer.size() < gap + 4 + used)
            return false;
        request.body = buffer.sliced(gap + 4, used);
    }
    buffer.remove(0, gap + 4 + used);
    const QUrl url(QString::fromLatin1("http://h" + first.value(1)));
    request.method = first.first();
    request.path = url.path();
    request.query = QUrlQuery(url);
    const QPointer<QTcpSocket> target(socket);
    m_handler(request, [this, target, request](const HttpResponse &response) {
        if (target)
            reply(target, request, response);
    });
    return true;
}

void HttpServer::reply(QTcpSocket *socket, const HttpRequest &request, const HttpResponse &response)
{
    QByteArray head =
        "HTTP/1.1 " + QByteArray::number(response.status) + ' ' + reason(response.status) + "\r\n";
    if (!response.contentType.isEmpty())
        head += "content-type: " + response.contentType + "\r\n";
    for (auto header = response.headers.begin(); header != response.headers.end(); ++header)
        head += header.key() + ": " + header.value() + "\r\n";
    const bool last = request.headers.value("connection").toLower() == "close";
    head += "content-length: " + QByteArray::number(response.body.size()) +
            "\r\nconnection: " + (last ? "close" : "keep-alive") + "\r\n\r\n";
    socket->write(head + (request.method == "HEAD" ? QByteArray() : response.body));
    if (last)
        socket->disconnectFromHost();
}
