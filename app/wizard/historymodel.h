// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

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

/// Every run with its outcome.
class HistoryModel : public QObject
{
    Q_OBJECT

public:
    explicit HistoryModel(Engine *engine, QObject *parent = nullptr);

    QList<HistoryRow> rows() const; ///< newest first
    QString reportHtml(const QString &id) const;
    void refresh();

Q_SIGNALS:
    void changed();

private:
    Engine *m_engine;
};
