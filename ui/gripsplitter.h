// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QSplitter>

/// Divides two cards; between them is only the ground of the window, and a grip when it is pointed at.
class GripSplitter : public QSplitter
{
    Q_OBJECT

public:
    explicit GripSplitter(const QString &name, QWidget *parent = nullptr);

protected:
    QSplitterHandle *createHandle() override;
};
