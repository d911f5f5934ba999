// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/resultpage.h"

#include "app/wizard/resultmodel.h"
#include "ui/card.h"
#include "ui/evidencetable.h"
#include "ui/icons.h"
#include "ui/pages/textsheet.h"
#include "ui/typedsheet.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

ResultPage::ResultPage(ResultModel *model, QWidget *parent)
    : Page(parent)
    , m_model(model)
    , m_again(new QPushButton(symbol(u"view-refresh"_s), tr("Look again", "@action")))
    , m_equal(new Text(Type::Name, Tone::Good))
    , m_instruction(new Card)
    , m_instructionSign(new SymbolLabel)
    , m_instructionText((new Text(Type::Body))->wrapped(120))
    , m_tableCard(new Card)
    , m_table(new EvidenceTable)
    , m_report(new QPushButton(symbol(u"document-save"_s), tr("Save the &report…", "@action"), this))
{
    m_report->hide();
    m_report->setAutoDefault(false);
    m_again->setAutoDefault(false);
    corner()->addWidget(m_equal, 0, Qt::AlignTop);
    corner()->addWidget(m_again, 0, Qt::AlignTop);
    m_instruction->setEdge(Tone::Bad);
    auto *row = new QHBoxLayout;
    row->addWidget(m_instructionSign, 0, Qt::AlignTop);
    row->addWidget(m_instructionText, 1);
    m_instruction->column()->addLayout(row);
    m_instructionText->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_tableCard->column()->setContentsMargins(1, 1, 1, 1);
    m_tableCard->column()->addWidget(m_table);
    body()->addWidget(m_instruction);
    body()->addWidget(m_tableCard, 1);
    body()->addWidget(buildWays());
    body()->addStretch();
    connect(m_again, &QPushButton::clicked, m_model, &ResultModel::lookAgain);
    connect(m_keep, &QPushButton::clicked, m_model, &ResultModel::keep);
    connect(m_resume, &QPushButton::clicked, m_model, &ResultModel::resume);
    connect(m_rollBack, &QPushButton::clicked, this, &ResultPage::askRollBack);
    connect(m_report, &QPushButton::clicked, this, [this] {
        saveText(this, tr("Save the report", "@title"), u"upgrade-report.html"_s,
                 m_model->reportHtml().toUtf8());
    });
    bind(model);
}

QWidget *ResultPage::buildWays()
{
    m_ways = new QWidget;
    auto *column = new QVBoxLayout(m_ways);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_waysHead = new Text(Type::Section);
    column->addWidget(m_waysHead);
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    m_keepCard = new Card;
    m_keepHead = new Text(Type::Section);
    m_keepLines = new QVBoxLayout;
    m_keep = new QPushButton;
    m_keep->setObjectName(u"keep"_s);
    m_resume = new QPushButton(symbol(u"media-playback-start"_s), tr("Resume", "@action"));
    m_resume->setObjectName(u"resumeHere"_s);
    m_backCard = new Card;
    m_backHead = new Text(Type::Section);
    m_backLines = new QVBoxLayout;
    m_rollBack = new QPushButton;
    m_rollBack->setIcon(symbol(u"edit-undo"_s));
    m_rollBack->setObjectName(u"rollBack"_s);
    const auto build = [row](Card *card, Text *head, QVBoxLayout *lines,
                             const QList<QPushButton *> &buttons) {
        card->column()->setContentsMargins(20, 14, 20, 16);
        card->column()->setSpacing(8);
        card->column()->addWidget(head);
        lines->setSpacing(6);
        card->column()->addLayout(lines);
        card->column()->addStretch();
        for (QPushButton *button : buttons) {
            button->setMinimumHeight(36);
            button->setAutoDefault(false);
            card->column()->addWidget(button);
        }
        row->addWidget(card, 1);
    };
    build(m_keepCard, m_keepHead, m_keepLines, {m_keep, m_resume});
    build(m_backCard, m_backHead, m_backLines, {m_rollBack});
    column->addLayout(row);
    return m_ways;
}

QWidget *ResultPage::firstFocus()
{
    return m_model->canKeep() ? m_keep : m_model->canResume() ? m_resume : nullptr;
}

QWidget *ResultPage::footerAction()
{
    return m_report;
}

void ResultPage::lookAgain()
{
    m_model->lookAgain();
}

QString ResultPage::help() const
{
    return tr("What is there now, seen from outside, beside what was there before. Then decide: keep it, or "
              "take it back. "
              "Going back says first what it costs.",
              "@info");
}

void ResultPage::fill(QVBoxLayout *lines, const QStringList &sentences, const QStringList &icons)
{
    while (QLayoutItem *item = lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (qsizetype i = 0; i < sentences.size(); ++i) {
        auto *line = new QWidget;
        auto *row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(8);
        row->addWidget(new SymbolLabel(icons.value(i, u"dialog-information"_s), Tone::Second), 0,
                       Qt::AlignTop);
        row->addWidget((new Text(sentences.at(i), Type::Body))->wrapped(110), 1);
        row->addStretch();
        lines->addWidget(line);
    }
}

void ResultPage::renew()
{
    const QString state = m_model->state();
    QList<EvidenceLine> lines;
    int good = 0;
    for (const EvidenceRow &row : m_model->evidence()) {
        const auto verdict = EvidenceTable::stateOf(row.verdict);
        good += verdict == EvidenceLine::Good;
        lines.append({row.label, row.before, row.now, verdict, row.note});
    }
    // What needs an eye comes first, the rest keeps its order.
    std::ranges::stable_sort(
        lines, {}, [](const EvidenceLine &line) { return line.state == EvidenceLine::Good ? 1 : 0; });
    m_table->setTitles(m_model->beforeTime().isEmpty()
                           ? tr("before", "@title:column")
                           : tr("before, %1", "@title:column").arg(m_model->beforeTime()),
                       m_model->nowTime().isEmpty() ? tr("now", "@title:column")
                                                    : tr("now, %1", "@title:column").arg(m_model->nowTime()));
    m_table->setLines(lines);
    m_tableCard->setVisible(!lines.isEmpty());
    m_tableCard->setMaximumHeight(m_table->sizeHint().height() + 4);
    m_equal->setTone(good == lines.size() ? Tone::Good : Tone::Caution);
    m_equal->say(state == "rolled-back"_L1 && !lines.isEmpty()
                     ? tr("%1 of %2 as before", "@info")
                           .arg(QLocale().toString(good), QLocale().toString(lines.size()))
                     : QString());
    // What is asked of a person, or why it went back by itself.
    const QString cause = m_model->cause();
    m_instruction->setEdge(cause.isEmpty() ? Tone::Bad : Tone::Caution);
    m_instructionSign->setSymbol(cause.isEmpty() ? u"user"_s : u"edit-undo"_s,
                                 cause.isEmpty() ? Tone::Bad : Tone::Caution);
    m_instructionText->setText(cause.isEmpty()
                                   ? m_model->instruction()
                                   : tr("It went back by itself, because: %1", "@info").arg(cause));
    m_instruction->setVisible(!m_instructionText->text().isEmpty());
    m_again->setEnabled(!m_model->isBusy());
    m_report->setEnabled(!state.isEmpty());
    const bool first = m_model->canKeep() || m_model->canResume();
    m_ways->setVisible(first || m_model->canRollBack());
    const bool decides = state == "upgraded"_L1;
    const bool tidies = m_model->canKeep() && !decides;
    m_waysHead->setText(decides  ? tr("Keep it or take it back", "@title")
                        : tidies ? tr("What is left over", "@title")
                                 : tr("What you can do", "@title"));
    m_keepCard->setVisible(first);
    m_backCard->setVisible(m_model->canRollBack());
    m_keep->setVisible(m_model->canKeep());
    m_resume->setVisible(m_model->canResume());
    const QStringList now = QStringList{m_model->keepText(), m_model->rollBackText(), state} +
                            m_model->keepConsequences() + m_model->rollBackPrice();
    if (now == m_shown)
        return;
    m_shown = now;
    m_keepHead->setText(decides  ? tr("Stay on the new version", "@title")
                        : tidies ? tr("What is not needed any more", "@title")
                                 : tr("Go on with the run", "@title"));
    m_keep->setText(m_model->keepText());
    setMainAction(m_keep, decides);
    setMainAction(m_resume, m_model->canResume() && !m_model->canKeep());
    m_backHead->setText(tr("Take it back", "@title"));
    m_rollBack->setText(m_model->rollBackText());
    fill(m_keepLines, m_model->keepConsequences(), {u"chronometer"_s, u"drive-harddisk"_s, u"edit-undo"_s});
    fill(m_backLines, m_model->rollBackPrice(), {u"chronometer"_s, u"list-remove"_s, u"document-save"_s});
}

void ResultPage::askRollBack()
{
    auto *sheet = new TypedSheet({QString(m_model->rollBackText()).remove(u'…'), m_model->rollBackPrice(),
                                  m_model->typedWord(), QString(m_model->rollBackText()).remove(u'…')},
                                 this);
    sheet->setObjectName(u"rollBackSheet"_s);
    connect(sheet, &QDialog::accepted, m_model, &ResultModel::rollBack);
    sheet->open();
}
