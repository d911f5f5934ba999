// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/wizard/checksmodel.h"

#include <QWidget>

/// One check: two lines and its buttons when it needs somebody, one quiet line when it passed.
class CheckRowView : public QWidget
{
    Q_OBJECT

public:
    explicit CheckRowView(const CheckRow &row, bool last, QWidget *parent = nullptr);
    static bool isQuiet(const CheckRow &row);

Q_SIGNALS:
    void againWanted(const QString &id);
    void accepted(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildQuiet();
    void buildOpen();

    CheckRow m_row;
    bool m_last;
};
