// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/rundetail.h"

#include "ui/icons.h"
#include "ui/page.h"
#include "ui/runsign.h"
#include "ui/text.h"

#include <QDesktopServices>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace
{

constexpr int labelWidth = 88;

Text *selectable(Text *text)
{
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return text;
}

} // namespace

RunDetail::RunDetail(QWidget *parent)
    : Card(parent)
    , m_title((new Text(Type::Detail))->wrapped(60))
    , m_state((new Text(Type::Body))->wrapped(60))
    , m_sign(new SymbolLabel)
    , m_body(new QVBoxLayout)
    , m_rollBack(new QPushButton(symbol(u"edit-undo"_s), tr("&Roll back…", "@action")))
    , m_resume(new QPushButton(symbol(u"media-playback-start"_s), tr("R&esume", "@action")))
    , m_look(new QPushButton(symbol(u"view-visible"_s), tr("&Look", "@action")))
    , m_report(quietButton(tr("Save re&port…", "@action"), u"document-save"_s))
{
    column()->setContentsMargins(1, 1, 1, 1);
    column()->setSpacing(0);
    auto *content = new QWidget;
    auto *lines = new QVBoxLayout(content);
    lines->setContentsMargins(20, 16, 20, 8);
    lines->setSpacing(6);
    lines->addWidget(m_title);
    auto *state = new QHBoxLayout;
    state->setSpacing(8);
    state->addWidget(m_sign, 0, Qt::AlignTop);
    state->addWidget(m_state, 1);
    lines->addLayout(state);
    m_body->setSpacing(8);
    lines->addLayout(m_body);
    lines->addStretch();
    column()->addWidget(scrolling(content), 1);
    column()->addLayout(buildButtons());
}

QLayout *RunDetail::buildButtons()
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(20, 8, 12, 14);
    row->setSpacing(8);
    m_rollBack->setObjectName(u"rollBackPast"_s);
    m_look->setToolTip(tr("Shows what happened and what can be done; changes nothing", "@info:tooltip"));
    for (QPushButton *button : {m_resume, m_look, m_rollBack}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    row->addStretch();
    row->addWidget(m_report);
    connect(m_rollBack, &QPushButton::clicked, this, &RunDetail::rollBackWanted);
    connect(m_resume, &QPushButton::clicked, this, &RunDetail::resumeWanted);
    connect(m_look, &QPushButton::clicked, this, &RunDetail::lookWanted);
    connect(m_report, &QPushButton::clicked, this, &RunDetail::reportWanted);
    return row;
}

void RunDetail::setRun(const HistoryRow &run, const HistoryDetail &detail)
{
    m_logFolder = detail.logFolder;
    m_title->setText(run.title + u", "_s + run.fromTo);
    const auto [sign, tone] = signOfRun(run.state);
    m_sign->setSymbol(sign, tone);
    m_state->setText(detail.sentence);
    while (QLayoutItem *item = m_body->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    const auto section = [this](const QString &title, QWidget *content) {
        m_body->addSpacing(4);
        m_body->addWidget(new RowLine);
        m_body->addSpacing(4);
        m_body->addWidget(new Text(title, Type::Section));
        m_body->addWidget(content);
    };
    m_body->addSpacing(4);
    m_body->addWidget(facts(detail.facts));
    auto *log = new LinkButton(tr("Open the folder with its log", "@action"));
    connect(log, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_logFolder)); });
    m_body->addWidget(log);
    if (!detail.evidence.isEmpty())
        section(tr("What was seen", "@title"), evidence(detail.evidence));
    if (!detail.goingBack.isEmpty())
        section(tr("Going back now", "@title"), facts(detail.goingBack));
    m_rollBack->setVisible(run.canRollBack);
    m_resume->setVisible(run.canResume);
    m_look->setVisible(run.state == "interrupted"_L1 || run.state == "needs-help"_L1);
}

QWidget *RunDetail::facts(const QList<std::pair<QString, QString>> &rows) const
{
    auto *area = new QWidget;
    auto *grid = new QGridLayout(area);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    int at = 0;
    for (const auto &[label, value] : rows) {
        auto *head = new Text(label, Type::Body, Tone::Second);
        head->setFixedWidth(labelWidth);
        grid->addWidget(head, at, 0, Qt::AlignTop);
        grid->addWidget(selectable((new Text(value, Type::Body))->wrapped(70)), at++, 1);
    }
    grid->setColumnStretch(1, 1);
    return area;
}

QWidget *RunDetail::evidence(const QList<EvidenceRow> &rows) const
{
    auto *area = new QWidget;
    auto *grid = new QGridLayout(area);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(6);
    int at = 0;
    for (const EvidenceRow &row : rows) {
        const bool good = row.verdict == "good"_L1;
        const Tone tone = good ? Tone::Good : row.verdict == "bad"_L1 ? Tone::Bad : Tone::Caution;
        grid->addWidget(new SymbolLabel(good                      ? u"dialog-ok"_s
                                        : row.verdict == "bad"_L1 ? u"dialog-error"_s
                                                                  : u"dialog-warning"_s,
                                        tone),
                        at, 0);
        grid->addWidget((new Text(row.label, Type::Body))->elided(), at, 1);
        const bool counts = !row.before.isEmpty() && row.before.at(0).isDigit();
        auto *value = new Text(
            row.before == row.now || !counts ? row.now : tr("%1, then %2", "@info").arg(row.before, row.now),
            Type::Body);
        value->setFont(tabular(value->font()));
        grid->addWidget(value, at, 2, Qt::AlignTrailing);
        grid->addWidget((new Text(row.note, Type::Caption, Tone::Second))->elided(), at++, 3);
    }
    grid->setColumnStretch(1, 3);
    grid->setColumnStretch(3, 4);
    return area;
}
