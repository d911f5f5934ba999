// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/wizard/stagemodel.h"

#include <QDate>
#include <QList>

class Engine;

struct ReleaseRow {
    QString version;
    QString line;
    QDate date;
    bool lts = false;
    bool unread = false;
    int breaking = -1; ///< count; -1: not known
    QString mark;      ///< "newest", "out of support", "withdrawn"
};

/// The release-note browser: every release, its notes, search, comparison.
class NotesModel : public QObject
{
    Q_OBJECT

public:
    explicit NotesModel(Engine *engine, QObject *parent = nullptr);

    QList<ReleaseRow> releases() const;             ///< newest first
    QString noteHtml(const QString &version) const; ///< safe HTML, breaking first; marks it read
    QString compareHtml(const QString &from, const QString &to) const;
    QString sourceText() const; ///< "read from GitHub today at 22:01" or "our own summary"
    QStringList search(const QString &words) const; ///< versions whose notes hold every word
    bool isBusy() const;
    QString errorText() const;
    void refresh();
    void cancel();

Q_SIGNALS:
    void changed();

private:
    Engine *m_engine;
    Job m_job;
    QString m_error;
    mutable QStringList m_read;
};
