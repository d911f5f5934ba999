// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/wizard/planmodel.h"

#include <QTreeView>

/// The plan by phases, with the one-way door as a row between two steps.
class PlanTree : public QTreeView
{
    Q_OBJECT

public:
    explicit PlanTree(QWidget *parent = nullptr);
    ~PlanTree() override;

    void setPlan(const QList<PlanRow> &rows, const QString &doorTitle, const QString &doorSentence);
    void jumpToDoor();
    /// To the previous or next phase.
    void jumpToPhase(int direction);
    const PlanRow *currentStep() const;

Q_SIGNALS:
    void stepSelected(const QString &id);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void drawBranches(QPainter *, const QRect &, const QModelIndex &) const override {}
    void resizeEvent(QResizeEvent *event) override;

private:
    class Steps;
    class Painter;
    Steps *m_steps;
};
