// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/footer.h"

#include "ui/card.h"
#include "ui/icons.h"
#include "ui/text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

Footer::Footer(QWidget *parent)
    : QWidget(parent)
    , m_gauge(new WayBackGauge)
    , m_hint((new Text(Type::Caption, Tone::Second))->wrapped(34))
    , m_buttons(new QHBoxLayout)
    , m_right(new QVBoxLayout)
    , m_back(new QPushButton(tr("&Back", "@action")))
    , m_main(new QPushButton)
    , m_reason(new Text(Type::Caption, Tone::Second))
{
    m_back->setAutoDefault(false);
    m_back->setIcon(symbol(layoutDirection() == Qt::RightToLeft ? u"go-next"_s : u"go-previous"_s));
    m_back->setMinimumHeight(32);
    m_back->setMinimumWidth(m_back->fontMetrics().horizontalAdvance(m_back->text()) + 52);
    m_main->setObjectName(u"main"_s);
    m_main->setMinimumHeight(32);
    m_hint->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    m_hint->setFixedWidth(230);
    m_reason->setAlignment(Qt::AlignTrailing);
    m_buttons->setSpacing(8);
    m_buttons->addStretch();
    m_buttons->addWidget(m_back);
    m_buttons->addWidget(m_main);
    m_right->setSpacing(4);
    m_right->addStretch();
    m_right->addLayout(m_buttons);
    m_right->addWidget(m_reason);
    m_right->addStretch();
    auto *row = new QHBoxLayout(this);
    row->setSpacing(16);
    row->addWidget(m_gauge, 1, Qt::AlignVCenter);
    row->addWidget(m_hint);
    row->addLayout(m_right);
    setSmall(false);
}

void Footer::setSmall(bool small)
{
    layout()->setContentsMargins(small ? 12 : 20, 1, small ? 16 : 32, 0);
    setFixedHeight(small ? 64 : 96);
    m_gauge->setCompact(small);
    m_hint->setVisible(!small && !m_hint->text().isEmpty() && m_facts.reason.isEmpty());
}

void Footer::setFacts(const FooterFacts &facts)
{
    if (facts == m_facts)
        return;
    m_facts = facts;
    m_back->setVisible(facts.back);
    m_main->setVisible(!facts.main.isEmpty());
    m_main->setText(facts.main);
    m_main->setMinimumWidth(m_main->fontMetrics().horizontalAdvance(facts.main) +
                            (facts.returning || !facts.accent ? 60 : 36));
    // It keeps the keyboard over a wait in which it cannot be pressed.
    m_wantsFocus = m_wantsFocus || (m_main->hasFocus() && !facts.enabled);
    m_main->setEnabled(facts.enabled);
    if (facts.enabled && std::exchange(m_wantsFocus, false))
        m_main->setFocus(Qt::OtherFocusReason);
    m_main->setIcon(facts.returning ? symbol(u"go-previous"_s, Tone::OnAccent)
                    : facts.accent  ? QIcon()
                                    : symbol(u"media-playback-stop"_s));
    setMainAction(m_main, facts.accent && facts.enabled);
    m_reason->say(m_note ? QString() : facts.reason);
    m_main->setToolTip(facts.reason);
    m_main->setAccessibleDescription(facts.reason);
    m_hint->setText(facts.hint);
    m_hint->setVisible(height() > 64 && !facts.hint.isEmpty() && facts.reason.isEmpty() && !m_note);
}

void Footer::setPageWidgets(QWidget *action, QWidget *note)
{
    const auto swap = [](QWidget *&place, QWidget *now, auto put) {
        if (place == now)
            return;
        if (place)
            place->hide();
        place = now;
        if (now) {
            put(now);
            now->show();
        }
    };
    swap(m_action, action, [this](QWidget *w) { m_buttons->insertWidget(1, w); });
    swap(m_note, note, [this](QWidget *w) { m_right->insertWidget(2, w, 0, Qt::AlignRight); });
    m_reason->say(m_note ? QString() : m_facts.reason);
    if (m_note)
        m_hint->hide();
}

void Footer::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(0, 0, width(), 1, shadesFor(palette()).frame);
}

void Footer::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        setMainAction(m_main, m_facts.accent && m_facts.enabled);
}
