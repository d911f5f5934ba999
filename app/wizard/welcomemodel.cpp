// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/wizard/welcomemodel.h"

#include "app/base/humantext.h"
#include "app/run/journal.h"
#include "app/wizard/engine.h"
#include "app/wizard/practising.h"
#include "app/wizard/runsummary.h"
#include "app/wizard/words.h"

#include <QDateTime>
#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

constexpr int mostRecent = 6;

} // namespace

WelcomeModel::WelcomeModel(Engine *engine, QObject *parent)
    : StageModel(parent)
    , m_engine(engine)
{
}

QString WelcomeModel::title() const
{
    if (!unfinishedRun().id.isEmpty())
        return tr("An upgrade is waiting for you", "@title");
    if (isBusy())
        return tr("Looking for installations", "@title");
    if (!m_found.isEmpty())
        return tr("%n installation(s) found", "@title", static_cast<int>(m_found.size()));
    return recent().isEmpty() ? tr("Which Kestra shall be upgraded?", "@title")
                              : tr("Welcome back", "@title");
}

QString WelcomeModel::subtitle() const
{
    return tr("Choose the installation to upgrade. Nothing is touched until you have read the plan.",
              "@info");
}

QString WelcomeModel::notReadyReason() const
{
    return tr("Choose an installation first", "@info");
}

UnfinishedRun WelcomeModel::unfinishedRun() const
{
    const Result<QList<RunRecord>> runs = m_engine->journal().runs();
    if (!runs)
        return {};
    for (const RunRecord &run : *runs) {
        if (run.kind != u"upgrade" || (run.state != u"interrupted" && run.state != u"needs-help"))
            continue;
        const RunSummary summary = summarize(m_engine->journal(), run);
        UnfinishedRun result;
        result.id = run.id;
        result.title = summary.title;
        result.fromTo = tr("%1 to %2, started %3", "@info")
                            .arg(run.from, run.to, momentText(run.startedAt, QDateTime::currentDateTime()));
        result.sentence = summary.sentence;
        result.stillToDo =
            tr("%n step(s), %1", "@info", summary.stepsLeft).arg(aboutDuration(summary.secondsLeft));
        result.goingBack = summary.price;
        result.canResume = summary.canResume;
        result.needsPerson = run.state == u"needs-help";
        result.resumeText = tr("Resume at step %1", "@action").arg(summary.nextStep);
        result.rollBackText = tr("Roll back to %1…", "@action").arg(run.from);
        return result;
    }
    return {};
}

int WelcomeModel::runCount() const
{
    const auto runs = m_engine->journal().runs();
    return runs ? static_cast<int>(runs->size()) : 0;
}

namespace
{

FoundInstallation rowFor(const Engine &engine, const Installation &installation)
{
    FoundInstallation row;
    row.address = installation.address;
    row.title = installation.title;
    row.kindText = kindText(installation);
    row.version = installation.version.isValid() ? installation.version.toString()
                                                 : WelcomeModel::tr("unknown", "@info version");
    row.stateText =
        supportText(const_cast<Engine &>(engine).catalogue(), installation.version, QDate::currentDate());
    row.state = installation.version.isValid() ? StageState::Done : StageState::Attention;
    return row;
}

} // namespace

void WelcomeModel::lookAgain()
{
    beBusy(tr("Looking for installations on this machine…", "@status"));
    auto troubles = std::make_shared<QStringList>();
    m_job.start(m_engine->find({}, troubles.get()),
                [this, troubles](const Result<QList<Installation>> &found) {
                    m_lookedAt = clockText(QDateTime::currentDateTime());
                    if (!found) {
                        showError(found.error());
                        return;
                    }
                    QList<FoundInstallation> rows;
                    for (const Installation &installation : *found)
                        rows.append(rowFor(*m_engine, installation));
                    take(rows);
                });
    Q_EMIT changed();
}

void WelcomeModel::practise()
{
    beBusy(tr("Making a practice installation…", "@status"));
    const auto told = [this](const QString &line) {
        beBusy(tr("Making a practice installation: %1", "@status").arg(line));
        Q_EMIT changed();
    };
    m_job.start(makePractice(m_engine->home().root(), told), [this](const Result<QString> &address) {
        if (address)
            Q_EMIT chosen(*address);
        else
            showError(address.error());
    });
    Q_EMIT changed();
}

void WelcomeModel::remember(const Installation &installation)
{
    if (installation.address.isEmpty())
        return;
    QSettings settings(m_engine->home().settingsPath(), QSettings::IniFormat);
    QStringList rows = settings.value(u"recent"_s).toStringList();
    const QString row =
        QStringList{installation.address, installation.title, kindText(installation),
                    installation.version.toString(), QDateTime::currentDateTimeUtc().toString(Qt::ISODate)}
            .join(u'\t');
    rows.removeIf([&](const QString &one) { return one.section(u'\t', 0, 0) == installation.address; });
    rows.prepend(row);
    settings.setValue(u"recent"_s, rows.mid(0, mostRecent));
}

QList<FoundInstallation> WelcomeModel::recent() const
{
    QList<FoundInstallation> list;
    const QSettings settings(m_engine->home().settingsPath(), QSettings::IniFormat);
    const QStringList rows = settings.value(u"recent"_s).toStringList();
    for (const QString &line : rows) {
        const QStringList parts = line.split(u'\t');
        const bool known = std::ranges::contains(m_found, parts.value(0), &FoundInstallation::address);
        if (parts.size() < 5 || known)
            continue;
        FoundInstallation row;
        row.address = parts.at(0);
        row.title = parts.at(1);
        row.kindText = parts.at(2);
        row.version = parts.at(3);
        row.stateText = tr("seen %1", "@info time")
                            .arg(momentText(QDateTime::fromString(parts.at(4), Qt::ISODate),
                                            QDateTime::currentDateTime()));
        row.state = StageState::Later;
        row.recent = true;
        list.append(row);
    }
    return list;
}

QList<FoundInstallation> WelcomeModel::installations() const
{
    return m_found + recent();
}

void WelcomeModel::add(const QString &hint)
{
    beBusy(tr("Looking at %1…", "@status").arg(hint));
    auto troubles = std::make_shared<QStringList>();
    m_job.start(m_engine->find({hint}, troubles.get()), [this, troubles,
                                                         hint](const Result<QList<Installation>> &found) {
        if (!found) {
            showError(found.error());
            return;
        }
        if (found->isEmpty()) {
            showError(
                {ErrorKind::NotFound,
                 tr("No Kestra installation was found in %1. Name a Compose file, its folder or an address.",
                    "@error")
                     .arg(hint),
                 troubles->join(u'\n')});
            return;
        }
        QList<FoundInstallation> rows;
        for (const Installation &installation : *found)
            rows.append(rowFor(*m_engine, installation));
        take(rows);
        if (rows.size() == 1)
            Q_EMIT chosen(rows.first().address);
    });
    Q_EMIT changed();
}

void WelcomeModel::take(const QList<FoundInstallation> &found)
{
    for (const FoundInstallation &row : found) {
        bool known = false;
        for (FoundInstallation &existing : m_found) {
            if (existing.address == row.address) {
                existing = row;
                known = true;
            }
        }
        if (!known)
            m_found.append(row);
    }
}
