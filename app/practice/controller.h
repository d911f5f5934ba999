// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/practice/part.h"

#include <QTcpServer>

/// From 2.0: the port that workers would connect to. Work itself goes through the database here, so this part
/// only listens and keeps its row.
class Controller : public Part
{
    Q_OBJECT

public:
    Controller(ServerContext &context, quint16 port)
        : Part(context, QStringLiteral("CONTROLLER"))
        , m_port(port)
    {
    }
    QString startedLine() const override { return QStringLiteral("Controller started"); }
    Result<void> start() override;

private:
    QTcpServer m_listener;
    quint16 m_port;
};
