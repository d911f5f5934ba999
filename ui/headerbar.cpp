// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/headerbar.h"

#include "ui/card.h"
#include "ui/icons.h"
#include "ui/text.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

HeaderBar::HeaderBar(QWidget *parent)
    : QWidget(parent)
    , m_name(new Text(Type::Section))
    , m_place(new Text(Type::Body, Tone::Second))
    , m_route(new QWidget)
    , m_routeRow(new QHBoxLayout(m_route))
    , m_line(new RowLine(Qt::Vertical, true))
    , m_notes(quietButton(tr("Release notes", "@action"), u"text-x-changelog"_s))
    , m_history(quietButton(tr("History", "@action"), u"view-history"_s))
    , m_menu(new QToolButton)
{
    setFixedHeight(48);
    setAccessibleName(tr("Installation and route", "@label"));
    m_place->elided();
    m_routeRow->setContentsMargins(0, 0, 0, 0);
    m_routeRow->setSpacing(8);
    m_line->setFixedHeight(24);
    m_menu->setIcon(symbol(u"application-menu"_s));
    m_menu->setAutoRaise(true);
    m_menu->setToolTip(tr("Menu", "@action"));
    m_menu->setAccessibleName(tr("Menu", "@action"));
    m_menu->setPopupMode(QToolButton::InstantPopup);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(24, 0, 16, 0);
    row->setSpacing(8);
    row->addWidget(m_name);
    row->addSpacing(8);
    row->addWidget(m_place, 1);
    row->addWidget(m_route);
    row->addSpacing(8);
    row->addWidget(m_line);
    row->addSpacing(8);
    row->addWidget(m_notes);
    row->addWidget(m_history);
    row->addWidget(m_menu);
    connect(m_notes, &QPushButton::clicked, this, &HeaderBar::notesWanted);
    connect(m_history, &QPushButton::clicked, this, &HeaderBar::historyWanted);
}

void HeaderBar::setFacts(const HeaderFacts &facts)
{
    if (facts == m_facts && !m_name->text().isEmpty())
        return;
    m_facts = facts;
    m_name->setText(facts.name);
    m_place->setText(facts.place);
    while (QLayoutItem *item = m_routeRow->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (int i = 0; i < facts.route.size(); ++i) {
        if (i > 0)
            m_routeRow->addWidget(new SymbolLabel(
                layoutDirection() == Qt::RightToLeft ? u"go-previous"_s : u"go-next"_s, Tone::Second));
        const bool here = i == facts.here;
        m_routeRow->addWidget(
            new Text(facts.route.at(i), here ? Type::Name : Type::Body, here ? Tone::Normal : Tone::Second));
    }
    m_route->setAccessibleName(facts.route.isEmpty()
                                   ? QString()
                                   : tr("Route %1, now on %2", "@info")
                                         .arg(facts.route.join(u" → "_s), facts.route.value(facts.here)));
    m_line->setVisible(!facts.route.isEmpty() && m_notes->isVisibleTo(this));
}

void HeaderBar::setNavigation(bool shown)
{
    m_notes->setVisible(shown);
    m_history->setVisible(shown);
    m_line->setVisible(shown && !m_facts.route.isEmpty());
}

void HeaderBar::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(0, height() - 1, width(), 1, shadesFor(palette()).frame);
}

void HeaderBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int side = width() < 1100 ? 16 : 24;
    layout()->setContentsMargins(side, 0, side - 8, 0);
}
