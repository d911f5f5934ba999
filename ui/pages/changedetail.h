// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/wizard/changesmodel.h"
#include "ui/card.h"

class DiffView;
class QButtonGroup;
class QRadioButton;
class QScrollArea;
class Text;

/// One breaking change: what it is, where it hits, its fix, and the answer.
class ChangeDetail : public Card
{
    Q_OBJECT

public:
    explicit ChangeDetail(QWidget *parent = nullptr);

    void setChange(const ChangeRow &change);
    void setSmall(bool small);
    /// Selects the n-th answer that is offered.
    void choose(int n);
    QPushButton *answerButton() const { return m_give; }

Q_SIGNALS:
    void answered(const QString &answer);

private:
    QRadioButton *option(const QString &answer);
    void fitDiff();
    QString chosen() const;

    ChangeRow m_change;
    QScrollArea *m_scroll;
    Text *m_title;
    Text *m_since;
    Text *m_what;
    Text *m_sourceHead;
    LinkButton *m_source;
    Text *m_whereHead;
    Text *m_where;
    Text *m_actionHead;
    Text *m_action;
    Text *m_fixHead;
    Card *m_fixCard;
    DiffView *m_fix;
    Text *m_answerHead;
    QButtonGroup *m_answers;
    QList<QRadioButton *> m_options;
    QPushButton *m_give;
};
