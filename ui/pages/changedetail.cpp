// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/changedetail.h"

#include "ui/diffview.h"
#include "ui/icons.h"
#include "ui/noteview.h"
#include "ui/text.h"

#include <QButtonGroup>
#include <QDesktopServices>
#include <QHBoxLayout>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

ChangeDetail::ChangeDetail(QWidget *parent)
    : Card(parent)
    , m_scroll(new QScrollArea)
    , m_title((new Text(Type::Detail))->wrapped())
    , m_since(new Text(Type::Caption, Tone::Second))
    , m_what((new Text(Type::Body))->wrapped(90))
    , m_sourceHead(new Text(tr("Source", "@title"), Type::CaptionHead, Tone::Second))
    , m_source(new LinkButton)
    , m_whereHead(new Text(tr("Where it hits", "@title"), Type::CaptionHead, Tone::Second))
    , m_where((new Text(Type::Body))->wrapped(90))
    , m_actionHead(new Text(tr("What to do", "@title"), Type::CaptionHead, Tone::Second))
    , m_action((new Text(Type::Body))->wrapped(90))
    , m_fixHead(new Text(tr("Fix", "@title"), Type::CaptionHead, Tone::Second))
    , m_fixCard(new Card)
    , m_fix(new DiffView)
    , m_answerHead(new Text(tr("Your answer", "@title"), Type::CaptionHead, Tone::Second))
    , m_answers(new QButtonGroup(this))
    , m_give(new QPushButton)
{
    column()->setContentsMargins(1, 1, 1, 1);
    column()->setSpacing(0);
    m_where->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_fixCard->column()->setContentsMargins(1, 1, 1, 1);
    m_fixCard->column()->addWidget(m_fix);
    m_source->setIcon(symbol(u"document-open-remote"_s, Tone::Link));
    auto *content = new QWidget;
    auto *lines = new QVBoxLayout(content);
    lines->setContentsMargins(24, 16, 24, 8);
    lines->setSpacing(4);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_since, 0, Qt::AlignTop);
    lines->addLayout(head);
    lines->addWidget(m_what);
    const auto section = [&](Text *title, QWidget *what) {
        lines->addSpacing(10);
        lines->addWidget(title);
        lines->addWidget(what);
    };
    section(m_sourceHead, m_source);
    section(m_whereHead, m_where);
    section(m_actionHead, m_action);
    section(m_fixHead, m_fixCard);
    lines->addStretch();
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(content);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    content->setAutoFillBackground(false);
    m_scroll->viewport()->setAutoFillBackground(false);
    column()->addWidget(m_scroll, 1);

    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(24, 4, 24, 16);
    auto *answers = new QVBoxLayout;
    answers->setSpacing(4);
    answers->addWidget(m_answerHead);
    for (const QString &answer : {u"fix"_s, u"self"_s, u"accept"_s})
        answers->addWidget(option(answer));
    foot->addLayout(answers, 1);
    m_give->setObjectName(u"giveAnswer"_s);
    m_give->setText(tr("Answer and show the &next", "@action"));
    const bool rtl = layoutDirection() == Qt::RightToLeft;
    m_give->setIcon(symbol(rtl ? u"go-previous"_s : u"go-next"_s, Tone::OnAccent));
    m_give->setLayoutDirection(rtl ? Qt::LeftToRight : Qt::RightToLeft);
    setMainAction(m_give, true);
    foot->addWidget(m_give, 0, Qt::AlignBottom);
    column()->addLayout(foot);
    connect(m_give, &QPushButton::clicked, this, [this] { Q_EMIT answered(chosen()); });
    connect(m_answers, &QButtonGroup::idClicked, this, [this] { m_give->setEnabled(!chosen().isEmpty()); });
    connect(m_source, &QPushButton::clicked, this, [this] {
        if (const QUrl url(m_change.source); NoteView::mayOpen(url))
            QDesktopServices::openUrl(url);
    });
}

QRadioButton *ChangeDetail::option(const QString &answer)
{
    auto *button = new QRadioButton;
    button->setProperty("answer", answer);
    button->setObjectName(u"answer-"_s + answer);
    m_answers->addButton(button);
    m_options << button;
    return button;
}

QString ChangeDetail::chosen() const
{
    const QAbstractButton *button = m_answers->checkedButton();
    return button ? button->property("answer").toString() : QString();
}

void ChangeDetail::setSmall(bool small)
{
    m_give->setText(small ? tr("Answer, show &next", "@action") : tr("Answer and show the &next", "@action"));
}

void ChangeDetail::choose(int n)
{
    QList<QRadioButton *> offered;
    for (QRadioButton *button : std::as_const(m_options)) {
        if (button->isVisible())
            offered << button;
    }
    if (n < offered.size())
        offered.at(n)->click();
}

void ChangeDetail::setChange(const ChangeRow &change)
{
    const bool another = change.id != m_change.id;
    m_change = change;
    m_scroll->setVisible(!change.id.isEmpty());
    m_title->setText(change.title);
    m_since->setText(change.version.isEmpty() ? QString()
                                              : tr("since %1", "@info version").arg(change.version));
    m_what->say(change.what);
    const bool link = NoteView::mayOpen(QUrl(change.source));
    m_sourceHead->setVisible(link);
    m_source->setVisible(link);
    m_source->setText(QUrl(change.source).host() + QUrl(change.source).path());
    m_source->updateGeometry();
    QStringList places = change.where.mid(0, 12);
    if (change.where.size() > 12)
        places << tr("and %Ln more", "@info", int(change.where.size()) - 12);
    m_whereHead->setText(change.verdict == Verdict::Hits      ? tr("Where it hits", "@title")
                         : change.verdict == Verdict::Unknown ? tr("Why it cannot be told", "@title")
                                                              : tr("Why it does not hit you", "@title"));
    const QString why = change.verdict == Verdict::Hits ? QString() : change.why;
    m_where->say(
        QStringList{why, places.join(u'\n')}.join(why.isEmpty() || places.isEmpty() ? QString() : u"\n"_s));
    m_whereHead->setVisible(!m_where->text().isEmpty());
    // What the plan does by itself is told, not asked.
    const bool handled = change.answer == u"handled";
    const QString action = handled ? change.why : change.action;
    m_action->say(action);
    m_actionHead->setVisible(!action.isEmpty());
    const bool asked = change.verdict != Verdict::Clear && !change.id.isEmpty() && !handled;
    const bool fix = change.hasFix && !change.fixDiff.isEmpty();
    m_fixHead->setVisible(fix);
    m_fixCard->setVisible(fix);
    if (fix && another) {
        m_fix->setDiff(change.fixDiff, u"docker-compose.yml"_s);
        fitDiff();
    }
    m_answerHead->setVisible(asked);
    m_give->setVisible(asked);
    m_options.at(0)->setText(tr("Put this fix into the plan", "@option"));
    m_options.at(1)->setText(tr("I change it myself before the run", "@option"));
    m_options.at(2)->setText(change.verdict == Verdict::Unknown ? tr("I have looked: go on", "@option")
                                                                : tr("Leave it as it is", "@option"));
    m_options.at(0)->setVisible(asked && change.hasFix);
    m_options.at(1)->setVisible(asked);
    m_options.at(2)->setVisible(asked);
    if (another || chosen().isEmpty()) {
        m_answers->setExclusive(false);
        for (QRadioButton *button : std::as_const(m_options))
            button->setChecked(button->property("answer").toString() ==
                               (change.answer.isEmpty() && change.hasFix ? u"fix"_s : change.answer));
        m_answers->setExclusive(true);
    }
    m_give->setEnabled(!chosen().isEmpty());
    if (another)
        m_scroll->ensureVisible(0, 0);
}

void ChangeDetail::fitDiff()
{
    m_fix->setFixedHeight(m_fix->heightForLines(12));
}
