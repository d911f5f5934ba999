// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

// What the walk does on each page.

#include "app/wizard/backupmodel.h"
#include "app/wizard/changesmodel.h"
#include "app/wizard/checksmodel.h"
#include "app/wizard/installationmodel.h"
#include "app/wizard/resultmodel.h"
#include "app/wizard/runmodel.h"
#include "app/wizard/targetmodel.h"
#include "app/wizard/welcomemodel.h"
#include "app/wizard/wizard.h"
#include "ui/mainwindow.h"
#include "ui/page.h"
#include "ui/rowbutton.h"
#include "ui/typedsheet.h"
#include "ui/walk.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QTabBar>

#include <cstdio>

using namespace Qt::StringLiterals;

void Walk::welcome()
{
    Wizard *wizard = m_window->wizard();
    if (wizard->welcome()->isBusy() || m_inPhase.elapsed() < 600)
        return;
    keepOnce(u"welcome"_s);
    if (!m_started) {
        m_started = true;
        for (auto *row : m_window->findChildren<RowButton *>()) {
            if (row->property("address").toString() == m_address && press(row))
                return;
        }
        wizard->open(m_address);
        return;
    }
    if (wizard->stage() == Stage::Installation)
        next(&Walk::installation, 120);
    else if (!wizard->welcome()->errorText().isEmpty())
        fail(wizard->welcome()->errorText());
}

void Walk::installation()
{
    Wizard *wizard = m_window->wizard();
    if (!m_started && wizard->installation()->isBusy() && m_inPhase.elapsed() > 300)
        keepOnce(u"installation-reading"_s);
    if (wizard->installation()->isBusy() || wizard->installation()->cards().isEmpty()) {
        if (!wizard->installation()->isBusy() && !wizard->installation()->errorText().isEmpty())
            fail(wizard->installation()->errorText());
        return;
    }
    keepOnce(u"installation"_s);
    m_from = versionCard();
    if (wizard->mainActionEnabled() && pressMain()) {
        keep(u"installation-ready"_s);
        next(&Walk::target);
        return;
    }
    press(button(u"goOnWithout"_s));
}

void Walk::target()
{
    Wizard *wizard = m_window->wizard();
    if (wizard->stage() != Stage::Target || !wizard->mainActionEnabled() || m_inPhase.elapsed() < 300)
        return;
    keepOnce(u"target"_s);
    m_to = wizard->target()->target().toString();
    m_seen[u"from"_s] = m_from;
    m_seen[u"to"_s] = m_to;
    m_seen[u"route"_s] = QJsonArray::fromStringList(wizard->routeTexts());
    if (pressMain())
        next(&Walk::changes, 180);
}

void Walk::changes()
{
    Wizard *wizard = m_window->wizard();
    if (wizard->stage() != Stage::Changes || wizard->changes()->isBusy() || m_inPhase.elapsed() < 400)
        return;
    if (!m_started) {
        keepOnce(u"what-changes"_s);
        m_started = true;
    }
    if (wizard->changes()->unanswered() == 0) {
        keep(u"what-changes-answered"_s);
        for (auto *tabs : m_window->currentPage()->findChildren<QTabBar *>())
            tabs->setCurrentIndex(1);
        next(&Walk::mergedNotes);
        return;
    }
    // The offered fix is chosen already; otherwise a person decides to leave it as it is.
    QAbstractButton *give = button(u"giveAnswer"_s);
    if (give)
        press(give);
    else
        press(button(u"answer-accept"_s));
}

void Walk::mergedNotes()
{
    if (m_inPhase.elapsed() < 500)
        return;
    keepOnce(u"merged-notes"_s);
    for (auto *tabs : m_window->currentPage()->findChildren<QTabBar *>())
        tabs->setCurrentIndex(0);
    if (pressMain())
        next(&Walk::checks, 180);
}

void Walk::checks()
{
    Wizard *wizard = m_window->wizard();
    if (wizard->stage() != Stage::Checks || wizard->checks()->isBusy() ||
        wizard->checks()->rows().isEmpty() || m_inPhase.elapsed() < 400)
        return;
    keepOnce(u"checks"_s);
    if (wizard->mainActionEnabled()) {
        if (pressMain())
            next(&Walk::backup, 900);
        return;
    }
    if (!press(button(u"accept"_s)))
        fail(u"A check stands in the way: %1"_s.arg(m_window->currentPage()->titleText()));
}

void Walk::backup()
{
    Wizard *wizard = m_window->wizard();
    if (wizard->stage() != Stage::Backup || m_inPhase.elapsed() < 400)
        return;
    if (wizard->backup()->isBusy()) {
        if (m_inPhase.elapsed() > 1500)
            keepOnce(u"backup-running"_s);
        return;
    }
    if (wizard->backup()->isProven()) {
        keepOnce(u"backup-proven"_s);
        if (pressMain())
            next(&Walk::plan);
        return;
    }
    if (!wizard->backup()->errorText().isEmpty()) {
        fail(wizard->backup()->errorText());
        return;
    }
    keepOnce(u"backup"_s);
    if (!m_started)
        m_started = pressMain();
}

void Walk::plan()
{
    Wizard *wizard = m_window->wizard();
    if (wizard->stage() != Stage::Plan || m_inPhase.elapsed() < 500)
        return;
    keepOnce(u"plan"_s);
    if (!wizard->plan() || !m_window->currentPage()->errorText().isEmpty()) {
        fail(m_window->currentPage()->errorText());
        return;
    }
    if (!wizard->mainActionEnabled()) {
        if (!m_started)
            m_started = press(button(u"read"_s));
        return;
    }
    keepOnce(u"plan-read"_s);
    if (pressMain())
        next(&Walk::run, 1200);
}

void Walk::run()
{
    Wizard *wizard = m_window->wizard();
    if (wizard->stage() == Stage::Run)
        keepOfRun(u"run"_s);
    if (!failedRun() && wizard->stage() == Stage::Result)
        next(&Walk::result, 120);
}

bool Walk::failedRun()
{
    const RunModel *run = m_window->wizard()->run();
    if (run->isRunning() || run->trouble().kind == Trouble::None || m_inPhase.elapsed() < 1000)
        return false;
    fail(u"%1 %2 %3"_s.arg(run->trouble().title, run->trouble().happened, run->trouble().details));
    return true;
}

void Walk::result()
{
    Wizard *wizard = m_window->wizard();
    if (wizard->result()->isBusy() || m_inPhase.elapsed() < 500)
        return;
    keepOnce(u"result"_s);
    const QString state = wizard->result()->state();
    m_seen[u"afterUpgrade"_s] = QJsonObject{{u"state"_s, state},
                                            {u"title"_s, m_window->currentPage()->titleText()},
                                            {u"version"_s, seenVersion()}};
    if (state != "upgraded"_L1) {
        fail(u"The result page does not say upgraded but “%1”: %2 %3"_s.arg(
            state, m_window->currentPage()->titleText(),
            wizard->run()->errorText() + u' ' + wizard->run()->errorDetails().left(600)));
        return;
    }
    if (seenVersion() != m_to || !m_window->currentPage()->titleText().contains(m_to)) {
        fail(u"The result page speaks of %1, but %2 was seen from outside."_s.arg(m_to, seenVersion()));
        return;
    }
    if (!m_started)
        m_started = press(button(u"rollBack"_s));
    else
        next(&Walk::sheet);
}

void Walk::sheet()
{
    auto *sheet = m_window->findChild<TypedSheet *>();
    if (!sheet || !sheet->isVisible() || m_inPhase.elapsed() < 300)
        return;
    if (!m_started && sheet->field()) {
        m_started = true;
        for (const QChar c : m_window->wizard()->result()->typedWord()) {
            for (const QEvent::Type type : {QEvent::KeyPress, QEvent::KeyRelease})
                QCoreApplication::postEvent(sheet->field(),
                                            new QKeyEvent(type, 0, Qt::NoModifier, QString(c)));
        }
        return;
    }
    keep(u"roll-back-sheet"_s, sheet);
    m_runPictures = 0;
    m_lastPicture.invalidate();
    if (press(sheet->actionButton()))
        next(&Walk::goingBack, 900);
}

void Walk::goingBack()
{
    Wizard *wizard = m_window->wizard();
    if (wizard->stage() == Stage::Run) {
        m_started = wizard->run()->isRunning() || m_started;
        keepOfRun(u"going-back"_s);
        if (m_started)
            failedRun();
    } else if (m_started && wizard->stage() == Stage::Result) {
        next(&Walk::rolledBack, 120);
    }
}

void Walk::rolledBack()
{
    Wizard *wizard = m_window->wizard();
    if (wizard->result()->isBusy() || m_inPhase.elapsed() < 500)
        return;
    keepOnce(u"rolled-back"_s);
    const QString state = wizard->result()->state();
    m_seen[u"afterRollback"_s] = QJsonObject{{u"state"_s, state},
                                             {u"title"_s, m_window->currentPage()->titleText()},
                                             {u"version"_s, seenVersion()}};
    if (state != "rolled-back"_L1) {
        fail(u"The result page does not say rolled back but “%1”: %2 %3"_s.arg(
            state, m_window->currentPage()->titleText(), wizard->run()->errorText()));
        return;
    }
    for (const EvidenceRow &row : wizard->result()->evidence()) {
        if (row.verdict == "bad"_L1) {
            fail(u"After going back, %1 is %2 and was %3."_s.arg(row.label, row.now, row.before));
            return;
        }
    }
    if (seenVersion() != m_from) {
        fail(u"The page says %1 runs again, but %2 was seen from outside."_s.arg(m_from, seenVersion()));
        return;
    }
    m_window->showHistory();
    next(&Walk::history);
}

void Walk::history()
{
    if (m_inPhase.elapsed() < 600)
        return;
    keepOnce(u"history"_s);
    m_window->showNotes();
    next(&Walk::releaseNotes);
}

void Walk::releaseNotes()
{
    if (m_inPhase.elapsed() < 800)
        return;
    keepOnce(u"release-notes"_s);
    if (pressMain())
        next(&Walk::readAgain, 120);
}

void Walk::readAgain()
{
    Wizard *wizard = m_window->wizard();
    if (!m_started && m_inPhase.elapsed() > 300) {
        m_started = true;
        wizard->enter(Stage::Welcome);
        wizard->open(m_address);
        m_inPhase.start();
        return;
    }
    if (!m_started || wizard->installation()->isBusy() || versionCard().isEmpty() ||
        m_inPhase.elapsed() < 500)
        return;
    keepOnce(u"read-again"_s);
    m_seen[u"readAgain"_s] = versionCard();
    if (versionCard() != m_from) {
        fail(u"Read again, the installation runs %1; the pages said %2."_s.arg(versionCard(), m_from));
        return;
    }
    std::fprintf(
        stderr, "%s\n",
        qPrintable(u"Upgraded from %1 to %2 and back; seen from outside each time."_s.arg(m_from, m_to)));
    finish(0);
}
