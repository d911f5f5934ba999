// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/wizard/historymodel.h"
#include "ui/card.h"

class Text;

/// One run of the history: what it did, what was seen, what going back costs now.
class RunDetail : public Card
{
    Q_OBJECT

public:
    explicit RunDetail(QWidget *parent = nullptr);

    void setRun(const HistoryRow &run, const HistoryDetail &detail);

Q_SIGNALS:
    void rollBackWanted();
    void resumeWanted();
    void lookWanted();
    void reportWanted();

private:
    QWidget *facts(const QList<std::pair<QString, QString>> &rows) const;
    QWidget *evidence(const QList<EvidenceRow> &rows) const;
    QLayout *buildButtons();

    Text *m_title;
    Text *m_state;
    SymbolLabel *m_sign;
    QVBoxLayout *m_body;
    QPushButton *m_rollBack;
    QPushButton *m_resume;
    QPushButton *m_look;
    QPushButton *m_report;
    QString m_logFolder;
};
