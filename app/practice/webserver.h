// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/practice/part.h"

/// The row of the web server; its work is the API, which has a listener of its own.
class Webserver : public Part
{
    Q_OBJECT

public:
    explicit Webserver(ServerContext &context)
        : Part(context, QStringLiteral("WEBSERVER"))
    {
    }
    QString startedLine() const override { return QStringLiteral("Webserver started"); }
};
