// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/codeview.h"

/// A unified diff as it is read: line numbers and signs in a gutter, changed lines tinted, the text itself
/// highlighted and selectable without the signs.
class DiffView : public CodeView
{
    Q_OBJECT

public:
    explicit DiffView(QWidget *parent = nullptr);

    void setDiff(const QByteArray &unified, const QString &fileName);
    /// As high as its lines, up to `most` of them.
    int heightForLines(int most) const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    class Gutter;
    friend class Gutter;
    enum class Kind : char { Context, Added, Removed, Gap };
    struct Row {
        Kind kind;
        int number;
    };
    void paintGutter(QPaintEvent *event);
    int gutterWidth() const;

    QList<Row> m_rows;
    QWidget *m_gutter;
};
