// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/wizard/runlog.h"
#include "ui/card.h"
#include "ui/logstore.h"

#include <QTimer>

class LogView;
class QAction;
class QComboBox;
class QLineEdit;
class QPushButton;
class Text;

/// The live log with its tools: search, filter, follow, copy, save, and the count below.
class LogPanel : public Card
{
    Q_OBJECT

public:
    explicit LogPanel(QWidget *parent = nullptr);

    void add(const LogLine &line);
    void clear();
    void setMasked(int secrets);
    LogView *view() const { return m_view; }
    QLineEdit *searchField() const { return m_search; }
    QPushButton *followButton() const { return m_follow; }
    void save();

private:
    void search();
    void flush();
    void describe();
    void saveTo(const QString &path);

    LogView *m_view;
    QLineEdit *m_search;
    QAction *m_pattern = nullptr; ///< search by regular expression
    QComboBox *m_components;
    QPushButton *m_follow;
    Text *m_count;
    Text *m_age;
    QTimer m_flush;
    QTimer m_tick;
    QList<LogEntry> m_waiting;
    QDateTime m_last;
    int m_masked = 0;
};
