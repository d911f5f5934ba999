// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/wizard/stagemodel.h"

#include <QList>

class Engine;
struct Installation;

struct FoundInstallation {
    QString address;
    QString title;
    QString kindText;  ///< "Docker Compose", "practice installation"
    QString version;   ///< "unknown" in words where not seen
    QString stateText; ///< "LTS until 3 Mar 2027", "upgrade not finished", "no answer in 5 s"
    StageState state = StageState::Done; ///< Done, Attention, Failed
    bool recent = false;                 ///< worked on before, not seen by looking around
};

struct UnfinishedRun {
    QString id;           ///< empty: none
    QString title;        ///< installation
    QString fromTo;       ///< "1.0.36 to 2.0.8, started today at 22:31"
    QString sentence;     ///< where it stands
    QString stillToDo;    ///< "9 steps, about 3 min"
    QString goingBack;    ///< "about 4 min, loses nothing"
    QString resumeText;   ///< "Resume at step 18"
    QString rollBackText; ///< "Roll back to 1.0.36…"
    bool canResume = true;
    bool needsPerson = false; ///< something is asked of a person first
};

/// Installations found here, an unfinished run first.
class WelcomeModel : public StageModel
{
    Q_OBJECT

public:
    explicit WelcomeModel(Engine *engine, QObject *parent = nullptr);

    QString title() const override;
    QString subtitle() const override;
    QString railText() const override { return {}; }
    bool isReady() const override { return false; }
    QString notReadyReason() const override;

    /// Those found, then the recent ones.
    QList<FoundInstallation> installations() const;
    UnfinishedRun unfinishedRun() const;
    int runCount() const;                           ///< for the history card
    QString lookedAt() const { return m_lookedAt; } ///< "22:58"

    void lookAgain();
    /// A fresh practice installation; chosen() follows.
    void practise();
    /// Keeps it among the recent ones.
    void remember(const Installation &installation);
    /// A folder, a file, an address; found ones join the list, chosen() follows when it is exactly one.
    void add(const QString &hint);

Q_SIGNALS:
    void chosen(const QString &address);

private:
    void take(const QList<FoundInstallation> &found);
    QList<FoundInstallation> recent() const;

    Engine *m_engine;
    QList<FoundInstallation> m_found;
    QString m_lookedAt;
};
