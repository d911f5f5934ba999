// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/wizard/changesmodel.h"

#include <QTreeView>

/// Breaking changes in three groups: hits you, cannot tell, does not hit you. The list never moves while an
/// answer is given.
class ChangesList : public QTreeView
{
    Q_OBJECT

public:
    explicit ChangesList(QWidget *parent = nullptr);
    ~ChangesList() override;

    void setRows(const QList<ChangeRow> &rows);
    void setFilter(const QString &words);
    QString currentId() const;
    void select(const QString &id);
    /// Selects the next one without an answer, from the current on; false when there is none.
    bool selectNextUnanswered();

Q_SIGNALS:
    void currentIdChanged(const QString &id);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void drawBranches(QPainter *, const QRect &, const QModelIndex &) const override {}

private:
    class Changes;
    class Painter;
    void expandGroups();

    Changes *m_changes;
    QList<ChangeRow> m_rows;
    QString m_filter;
    bool m_expanded[3] = {true, true, false};
    bool m_renewing = false;
};
