// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/wizard/resultmodel.h"

#include <QList>
#include <QObject>
#include <QString>

class Engine;

struct HistoryRow {
    QString id;
    QString installation;
    QString title;
    QString fromTo;
    QString when;
    QString state;     ///< contract word: "upgraded", "rolled-back", …
    QString stateText; ///< in words
    bool canRollBack = false;
    bool canResume = false;
    QString price; ///< of rolling back
};

/// One run looked at closely.
struct HistoryDetail {
    QString sentence;                             ///< where it stands
    QList<std::pair<QString, QString>> facts;     ///< "Slowest" -> "step 7, worker drained in 3 min 04 s"
    QList<EvidenceRow> evidence;                  ///< what was seen, as far as it was
    QList<std::pair<QString, QString>> goingBack; ///< "Takes", "Loses", "Needs"; empty: not possible
    QString logFolder;
};

/// Every run with its outcome.
class HistoryModel : public QObject
{
    Q_OBJECT

public:
    explicit HistoryModel(Engine *engine, QObject *parent = nullptr);

    QList<HistoryRow> rows() const; ///< newest first
    HistoryDetail detail(const QString &id) const;
    QString reportHtml(const QString &id) const;
    void refresh();

Q_SIGNALS:
    void changed();

private:
    Engine *m_engine;
};
