// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/wizard/installationmodel.h"
#include "ui/card.h"

/// One fact of the installation with its evidence on demand; unknown ones say what would make them known.
class FactCardView : public Card
{
    Q_OBJECT

public:
    explicit FactCardView(const FactCard &fact, QWidget *parent = nullptr);

    const FactCard &fact() const { return m_fact; }
    void setEvidenceShown(bool shown);

Q_SIGNALS:
    void goOnWithout(const QString &fact);
    void loginWanted();

private:
    void buildUnknown(QVBoxLayout *words);
    void buildEvidence(QVBoxLayout *words);

    FactCard m_fact;
    LinkButton *m_toggle = nullptr;
    QWidget *m_evidence = nullptr;
};
