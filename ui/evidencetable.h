// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QTreeView>

/// One line of evidence: what it was, what it is, and what that means.
struct EvidenceLine {
    enum State { Good, Attention, Bad, Unknown };

    QString label;
    QString before;
    QString now;
    State state = Good;
    QString word; ///< "equal", "as planned"
    bool operator==(const EvidenceLine &) const = default;
};

/// Evidence side by side. Figures stand right aligned where both columns are counts.
class EvidenceTable : public QTreeView
{
    Q_OBJECT

public:
    explicit EvidenceTable(QWidget *parent = nullptr);
    ~EvidenceTable() override;

    void setTitles(const QString &before, const QString &now);
    void setLines(const QList<EvidenceLine> &lines);
    void setFigures(bool figures);
    static EvidenceLine::State stateOf(const QString &verdict);

    QSize sizeHint() const override;

protected:
    void drawBranches(QPainter *, const QRect &, const QModelIndex &) const override {}
    void resizeEvent(QResizeEvent *event) override;

private:
    class Lines;
    class Painter;
    Lines *m_lines;
    Painter *m_painter;
};
