// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/planpage.h"

#include "app/wizard/planmodel.h"
#include "ui/card.h"
#include "ui/codeview.h"
#include "ui/diffview.h"
#include "ui/icons.h"
#include "ui/pages/textsheet.h"
#include "ui/plantree.h"
#include "ui/tabstrip.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

PlanPage::PlanPage(PlanModel *model, QWidget *parent)
    : Page(parent)
    , m_model(model)
    , m_tree(new PlanTree)
    , m_tabs(new TabStrip)
    , m_changed(new Text(Type::Caption, Tone::Second))
    , m_diff(new DiffView)
    , m_step(new CodeView)
    , m_read(new QCheckBox(tr("I have &read the plan", "@option"), this))
    , m_assumed((new Text(Type::Caption, Tone::Caution))->wrapped(140))
{
    m_read->setObjectName(u"read"_s);
    m_read->hide();
    connect(m_read, &QCheckBox::toggled, m_model, &PlanModel::setRead);
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(buildSteps(), 55);
    row->addWidget(buildFiles(), 44);
    body()->setSpacing(8);
    body()->addWidget(m_assumed);
    body()->addLayout(row, 1);
    bind(model);
}

QWidget *PlanPage::buildSteps()
{
    auto *card = new Card;
    card->setMinimumWidth(300);
    card->column()->setContentsMargins(1, 1, 1, 1);
    card->column()->setSpacing(0);
    auto *heads = new QHBoxLayout;
    heads->setContentsMargins(64, 5, 12, 5);
    heads->setSpacing(0);
    heads->addWidget(new Text(tr("Step", "@title:column"), Type::Caption, Tone::Second), 1);
    auto *back = new Text(tr("Going back", "@title:column"), Type::Caption, Tone::Second);
    back->setFixedWidth(112);
    heads->addWidget(back);
    auto *time = new Text(tr("Time", "@title:column"), Type::Caption, Tone::Second);
    time->setFixedWidth(72);
    time->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    heads->addWidget(time);
    card->column()->addLayout(heads);
    card->column()->addWidget(new RowLine(Qt::Horizontal, true));
    card->column()->addWidget(m_tree, 1);
    connect(m_tree, &PlanTree::stepSelected, this, &PlanPage::showStep);
    return card;
}

QWidget *PlanPage::buildFiles()
{
    auto *card = new Card;
    card->setMinimumWidth(260);
    card->column()->setContentsMargins(1, 4, 1, 1);
    card->column()->setSpacing(0);
    card->column()->addWidget(m_tabs);
    card->column()->addWidget(new RowLine);
    auto *note = new QHBoxLayout;
    note->setContentsMargins(12, 6, 12, 6);
    note->addWidget(m_changed->elided(), 1);
    card->column()->addLayout(note);
    card->column()->addWidget(new RowLine);
    card->column()->addWidget(m_diff, 1);
    m_step->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_step->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_step->setAccessibleName(tr("What the step does", "@label"));
    card->column()->addWidget(m_step, 1);
    card->column()->addWidget(new RowLine);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(12, 8, 12, 8);
    buttons->setSpacing(8);
    auto *shell = new QPushButton(symbol(u"utilities-terminal"_s), tr("As shell script…", "@action"));
    auto *save = new QPushButton(symbol(u"document-save"_s), tr("Save the plan…", "@action"));
    for (auto *button : {shell, save}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch();
    card->column()->addLayout(buttons);
    connect(shell, &QPushButton::clicked, this, [this] {
        showTextSheet(this, tr("The plan as a shell script", "@title"), m_model->asShell(), u"upgrade.sh"_s);
    });
    connect(save, &QPushButton::clicked, this, [this] {
        saveText(this, tr("Save the plan", "@title"), u"upgrade-plan.md"_s, m_model->asMarkdown().toUtf8());
    });
    connect(m_tabs, &QTabBar::currentChanged, this, &PlanPage::showTab);
    return card;
}

QWidget *PlanPage::firstFocus()
{
    return m_tree;
}

QWidget *PlanPage::footerNote()
{
    return m_read;
}

void PlanPage::lookAgain()
{
    m_model->refresh();
}

QString PlanPage::help() const
{
    return tr(
        "Everything that will be done, in order, and nothing else. The door stands before the first step "
        "after which "
        "going back needs the backup.\n\nUp and down: step · left and right: phase · D jumps to the door",
        "@info");
}

void PlanPage::renew()
{
    const QList<PlanRow> rows = m_model->rows();
    QStringList now{m_model->doorSentence()};
    for (const PlanRow &row : rows)
        now << row.id + row.title + row.time + row.detail;
    if (m_read->isChecked() != m_model->hasBeenRead())
        m_read->setChecked(m_model->hasBeenRead());
    m_read->setEnabled(!rows.isEmpty());
    if (now == m_shown)
        return;
    m_shown = now;
    const QStringList assumed = m_model->assumed();
    m_assumed->say(assumed.isEmpty()
                       ? QString()
                       : tr("Assumed, because it could not be seen: %1", "@info").arg(assumed.join(u"; "_s)));
    while (m_tabs->count() > 0)
        m_tabs->removeTab(0);
    for (const FileDiffView &file : m_model->files())
        m_tabs->setTabToolTip(m_tabs->addTab(file.name), file.path);
    m_tabs->addTab(tr("This step", "@title:tab"));
    m_tree->setPlan(rows, m_model->doorTitle(), m_model->doorSentence());
    showTab(m_tabs->currentIndex());
}

void PlanPage::showTab(int tab)
{
    const QList<FileDiffView> files = m_model->files();
    const bool file = tab >= 0 && tab < files.size();
    m_diff->setVisible(file);
    m_step->setVisible(!file);
    if (file) {
        m_changed->setText(
            tr("%Ln line(s) changed in %1", "@info", files.at(tab).changedLines).arg(files.at(tab).path));
        m_diff->setDiff(files.at(tab).diff, files.at(tab).name);
    } else {
        const PlanRow *step = m_tree->currentStep();
        m_changed->setText(step ? tr("Step %1: %2", "@info").arg(step->number).arg(step->title)
                                : tr("Choose a step to read what it does", "@info"));
    }
}

void PlanPage::showStep(const QString &id)
{
    for (const PlanRow &row : m_model->rows()) {
        if (row.id != id)
            continue;
        m_step->setPlainText(row.detail);
        if (m_tabs->currentIndex() == m_tabs->count() - 1)
            m_changed->setText(tr("Step %1: %2", "@info").arg(row.number).arg(row.title));
    }
}

void PlanPage::keyPressEvent(QKeyEvent *event)
{
    const bool plain = event->modifiers() == Qt::NoModifier;
    if (plain && event->key() == Qt::Key_D)
        m_tree->jumpToDoor();
    else if (plain && event->key() == Qt::Key_Left)
        m_tree->jumpToPhase(-1);
    else if (plain && event->key() == Qt::Key_Right)
        m_tree->jumpToPhase(1);
    else
        Page::keyPressEvent(event);
}
