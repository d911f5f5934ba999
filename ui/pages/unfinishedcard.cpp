// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/unfinishedcard.h"

#include "ui/icons.h"
#include "ui/text.h"
#include "ui/typedsheet.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

UnfinishedCard::UnfinishedCard(QWidget *parent)
    : Card(parent)
{
    setEdge(Tone::Accent);
    column()->setContentsMargins(24, 20, 24, 20);
    hide();
}

void UnfinishedCard::setRun(const UnfinishedRun &run)
{
    setVisible(!run.id.isEmpty());
    const QString shown = run.id + run.sentence + run.resumeText;
    if (run.id.isEmpty() || shown == m_shown)
        return;
    m_shown = shown;
    m_run = run;
    setEdge(run.needsPerson ? Tone::Bad : Tone::Accent);
    while (QLayoutItem *item = column()->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    auto *area = new QWidget;
    auto *columns = new QHBoxLayout(area);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(24);
    auto *left = new QVBoxLayout;
    left->setSpacing(8);
    left->addLayout(words());
    left->addSpacing(8);
    left->addLayout(buttons());
    columns->addLayout(left, 1);
    columns->addWidget(new RowLine(Qt::Vertical));
    columns->addLayout(price());
    column()->addWidget(area);
}

QLayout *UnfinishedCard::words() const
{
    auto *lines = new QVBoxLayout;
    lines->setSpacing(8);
    auto *names = new QHBoxLayout;
    names->setSpacing(8);
    names->addWidget(new Text(m_run.title, Type::Section));
    names->addWidget((new Text(m_run.fromTo, Type::Body, Tone::Second))->elided(), 1);
    lines->addLayout(names);
    lines->addWidget((new Text(m_run.sentence, Type::Body))->wrapped());
    lines->addWidget((new Text(tr("Or choose an installation below; this run keeps waiting here.", "@info"),
                               Type::Body, Tone::Second))
                         ->wrapped());
    return lines;
}

QLayout *UnfinishedCard::buttons()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    const auto add = [row, this](QPushButton *button, const QString &name, auto signal) {
        button->setObjectName(name);
        button->setAutoDefault(false);
        row->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, signal] { Q_EMIT(this->*signal)(m_run.id); });
        return button;
    };
    auto *look = m_run.needsPerson ? new QPushButton(symbol(u"user"_s, Tone::OnAccent),
                                                     tr("See what is &needed", "@action"))
                                   : nullptr;
    if (look)
        m_first = add(look, u"lookUnfinished"_s, &UnfinishedCard::lookWanted);
    else if (m_run.canResume)
        m_first = add(new QPushButton(symbol(u"media-playback-start"_s, Tone::OnAccent), m_run.resumeText),
                      u"resume"_s, &UnfinishedCard::resumeWanted);
    auto *back = new QPushButton(symbol(u"edit-undo"_s), m_run.rollBackText);
    back->setObjectName(u"rollBackUnfinished"_s);
    back->setAutoDefault(false);
    row->addWidget(back);
    connect(back, &QPushButton::clicked, this, [this] {
        auto *sheet = new TypedSheet({tr("Take this run back", "@title"),
                                      {m_run.sentence, m_run.goingBack},
                                      {},
                                      QString(m_run.rollBackText).remove(u'…')},
                                     this);
        connect(sheet, &QDialog::accepted, this, [this, id = m_run.id] { Q_EMIT rollBackWanted(id); });
        sheet->open();
    });
    if (!look)
        add(quietButton(tr("Look without changing anything", "@action"), u"view-visible"_s),
            u"lookUnfinished"_s, &UnfinishedCard::lookWanted);
    row->addStretch();
    if (!m_first)
        m_first = back;
    setMainAction(m_first, true);
    return row;
}

QLayout *UnfinishedCard::price() const
{
    auto *lines = new QVBoxLayout;
    lines->setSpacing(4);
    if (m_run.canResume) {
        lines->addWidget(new Text(tr("Still to do", "@label"), Type::CaptionHead, Tone::Second));
        lines->addWidget(new Text(m_run.stillToDo, Type::Body));
        lines->addSpacing(8);
    }
    lines->addWidget(new Text(tr("Going back instead", "@label"), Type::CaptionHead, Tone::Second));
    lines->addWidget((new Text(m_run.goingBack, Type::Body))->wrapped(30));
    lines->addStretch();
    return lines;
}
