// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonObject>
#include <QObject>
#include <QSet>
#include <QTimer>

class MainWindow;
class QAbstractButton;

/// Goes through the whole main job by the real widgets, the way a person would: reads each page, answers what
/// it asks, presses its buttons, waits until it is ready. Keeps a picture of every page and what it said.
/// Used where nobody looks at the screen; it believes no page but compares it with what is read again.
class Walk : public QObject
{
    Q_OBJECT

public:
    Walk(MainWindow *window, const QString &folder, const QString &address, QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    /// 0: upgraded, rolled back, and seen so.
    void ended(int exitCode);

private:
    using Phase = void (Walk::*)();

    // In the order of the walk; each is called again until it goes on.
    void welcome();
    void installation();
    void target();
    void changes();
    void mergedNotes();
    void checks();
    void backup();
    void plan();
    void run();
    void result();
    void sheet();
    void goingBack();
    void rolledBack();
    void history();
    void releaseNotes();
    void readAgain();
    /// The run stands with something to decide: the walk fails with what the page says.
    bool failedRun();

    void tick();
    void next(Phase phase, int seconds = 60);
    void fail(const QString &sentence);
    void finish(int exitCode);
    /// Presses and releases the mouse on it, through the event loop; false when nobody could.
    bool press(QWidget *target);
    bool pressMain();
    QAbstractButton *button(const QString &name) const;
    void keep(const QString &name, QWidget *what = nullptr);
    void keepOnce(const QString &name);
    void keepOfRun(const QString &name);
    QString versionCard() const;
    QString seenVersion() const;

    MainWindow *m_window;
    QString m_folder;
    QString m_address;
    Phase m_phase = nullptr;
    QTimer m_tick;
    QElapsedTimer m_inPhase;
    QElapsedTimer m_all;
    QElapsedTimer m_lastPicture;
    qint64 m_limit = 60'000;
    QSet<QString> m_kept;
    QString m_lastTitle;
    QJsonArray m_pages;
    QJsonObject m_seen;
    QString m_from;
    QString m_to;
    int m_number = 0;
    int m_runPictures = 0;
    bool m_started = false;
};
