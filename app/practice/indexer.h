// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/practice/part.h"

/// Carries log lines and metrics from the queue into their tables.
class Indexer : public Part
{
    Q_OBJECT

public:
    explicit Indexer(ServerContext &context)
        : Part(context, QStringLiteral("INDEXER"))
    {
    }

    QString startedLine() const override { return QStringLiteral("Indexer started"); }
    int pollMilliseconds() const override { return 500; }
    Result<bool> poll() override;
};
