// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/walk.h"

#include "app/wizard/installationmodel.h"
#include "app/wizard/resultmodel.h"
#include "app/wizard/wizard.h"
#include "ui/mainwindow.h"
#include "ui/page.h"

#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QJsonDocument>
#include <QMouseEvent>
#include <QPixmap>
#include <QPushButton>
#include <QRadioButton>
#include <QSaveFile>

#include <cstdio>

using namespace Qt::StringLiterals;

Walk::Walk(MainWindow *window, const QString &folder, const QString &address, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_folder(folder)
    , m_address(address)
{
    m_tick.setInterval(120);
    connect(&m_tick, &QTimer::timeout, this, &Walk::tick);
}

void Walk::start()
{
    if (!QDir().mkpath(m_folder)) {
        fail(u"The folder %1 cannot be made; name another one for the pictures."_s.arg(m_folder));
        return;
    }
    m_all.start();
    m_window->resize(1280, 800);
    next(&Walk::welcome);
    m_tick.start();
}

void Walk::tick()
{
    if (m_inPhase.elapsed() > m_limit) {
        fail(u"“%1” was not ready after %2 s: %3 %4 %5"_s.arg(m_window->currentPage()->titleText())
                 .arg(m_limit / 1000)
                 .arg(m_window->currentPage()->subtitleText(), m_window->currentPage()->errorText(),
                      m_window->mainButton()->toolTip()));
        return;
    }
    (this->*m_phase)();
}

void Walk::next(Phase phase, int seconds)
{
    m_phase = phase;
    m_limit = seconds * 1000;
    m_started = false;
    m_inPhase.start();
    std::fprintf(stderr, "%4llds  %s\n", m_all.elapsed() / 1000,
                 qPrintable(m_window->currentPage()->titleText()));
}

void Walk::fail(const QString &sentence)
{
    keep(u"failed"_s);
    m_seen[u"failure"_s] = sentence;
    std::fprintf(stderr, "%s\n", qPrintable(sentence.simplified()));
    finish(1);
}

void Walk::finish(int exitCode)
{
    m_tick.stop();
    m_seen[u"pages"_s] = m_pages;
    m_seen[u"seconds"_s] = m_all.isValid() ? m_all.elapsed() / 1000 : 0;
    m_seen[u"exitCode"_s] = exitCode;
    QSaveFile file(m_folder + u"/walk.json"_s);
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(m_seen).toJson()) < 0 ||
        !file.commit()) {
        std::fprintf(stderr, "%s\n",
                     qPrintable(u"%1 cannot be written: %2"_s.arg(file.fileName(), file.errorString())));
        exitCode = 1;
    }
    Q_EMIT ended(exitCode);
}

bool Walk::press(QWidget *target)
{
    if (!target || !target->isVisible() || !target->isEnabled())
        return false;
    // Check boxes and radio buttons answer only where they are drawn.
    const bool isBox = qobject_cast<QCheckBox *>(target) || qobject_cast<QRadioButton *>(target);
    const int leading = target->layoutDirection() == Qt::RightToLeft ? target->width() - 10 : 10;
    const QPoint at = isBox ? QPoint(leading, target->rect().center().y()) : target->rect().center();
    for (const QEvent::Type type : {QEvent::MouseButtonPress, QEvent::MouseButtonRelease})
        QCoreApplication::postEvent(
            target, new QMouseEvent(type, QPointF(at), QPointF(target->mapToGlobal(at)), Qt::LeftButton,
                                    type == QEvent::MouseButtonPress ? Qt::LeftButton : Qt::NoButton,
                                    Qt::NoModifier));
    return true;
}

bool Walk::pressMain()
{
    return press(m_window->mainButton());
}

QAbstractButton *Walk::button(const QString &name) const
{
    const auto all = m_window->findChildren<QAbstractButton *>(name);
    for (QAbstractButton *one : all) {
        if (one->isVisible() && one->isEnabled())
            return one;
    }
    return nullptr;
}

void Walk::keep(const QString &name, QWidget *what)
{
    const QString file = u"%1-%2.png"_s.arg(++m_number, 2, 10, QLatin1Char('0')).arg(name);
    (what ? what : m_window)->grab().save(m_folder + u'/' + file);
    m_kept << name;
    const Page *page = m_window->currentPage();
    m_pages.append(QJsonObject{{u"picture"_s, file},
                               {u"title"_s, page->titleText()},
                               {u"subtitle"_s, page->subtitleText()},
                               {u"error"_s, page->errorText()},
                               {u"mainButton"_s, m_window->mainButton()->text()},
                               {u"wayBack"_s, m_window->wizard()->wayBack().sentence},
                               {u"seconds"_s, m_all.isValid() ? m_all.elapsed() / 1000 : 0}});
}

void Walk::keepOnce(const QString &name)
{
    if (!m_kept.contains(name))
        keep(name);
}

void Walk::keepOfRun(const QString &name)
{
    const QString title = m_window->currentPage()->titleText();
    const bool due = !m_lastPicture.isValid() || m_lastPicture.elapsed() > 4000;
    if ((title == m_lastTitle && m_lastPicture.isValid() && m_lastPicture.elapsed() < 15'000) || !due ||
        m_runPictures > 24)
        return;
    m_lastTitle = title;
    m_lastPicture.start();
    ++m_runPictures;
    keep(name);
}

QString Walk::versionCard() const
{
    for (const FactCard &card : m_window->wizard()->installation()->cards()) {
        if (card.key == "version"_L1)
            return card.value;
    }
    return {};
}

QString Walk::seenVersion() const
{
    for (const EvidenceRow &row : m_window->wizard()->result()->evidence()) {
        if (Version::parse(row.now))
            return row.now;
    }
    return {};
}
