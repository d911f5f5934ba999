// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/troubleview.h"

#include "ui/icons.h"
#include "ui/text.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace
{

constexpr int headWidth = 136;
constexpr int buttonWidth = 208;

Text *selectable(Text *text)
{
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return text;
}

/// The tool's own words, set apart.
class Words : public QFrame
{
public:
    explicit Words(const QString &words)
    {
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(12, 8, 12, 8);
        column->addWidget(selectable((new Text(words, Type::Code))->wrapped(200)));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Shades &shades = shadesFor(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(shades.group);
        painter.setPen(QPen(shades.line, shades.highContrast ? 2 : 1));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    }
};

} // namespace

TroubleView::TroubleView(QWidget *parent)
    : Card(parent)
{
    column()->setContentsMargins(3, 1, 3, 1); // its lines leave the edge alone
    column()->setSpacing(0);
}

void TroubleView::setTrouble(const Trouble &trouble)
{
    if (trouble == m_trouble)
        return;
    // The clock goes on in the facts; what has the keyboard keeps it.
    const bool focused = m_first && m_first->hasFocus();
    m_trouble = trouble;
    while (QLayoutItem *item = column()->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    if (trouble.kind == Trouble::None)
        return;
    setEdge(trouble.kind == Trouble::Failed || trouble.kind == Trouble::NeedsPerson ? Tone::Bad
                                                                                    : Tone::Caution);
    column()->addWidget(block(trouble.instruction.isEmpty() ? tr("What happened", "@title")
                                                            : tr("What is asked of you", "@title"),
                              happened()));
    column()->addWidget(new RowLine);
    column()->addWidget(block(tr("What is true now", "@title"), factsNow()));
    column()->addWidget(new RowLine);
    column()->addWidget(block(tr("What you can do", "@title"), ways()));
    if (focused && m_first)
        m_first->setFocus(Qt::OtherFocusReason);
}

QWidget *TroubleView::block(const QString &title, QWidget *content)
{
    auto *area = new QWidget;
    auto *row = new QHBoxLayout(area);
    row->setContentsMargins(24, 18, 24, 18);
    row->setSpacing(16);
    auto *head = (new Text(title, Type::Section))->wrapped();
    head->setFixedWidth(headWidth);
    row->addWidget(head, 0, Qt::AlignTop);
    row->addWidget(content, 1);
    return area;
}

QWidget *TroubleView::happened() const
{
    auto *area = new QWidget;
    auto *column = new QVBoxLayout(area);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    if (!m_trouble.instruction.isEmpty())
        column->addWidget(selectable((new Text(m_trouble.instruction, Type::Name))->wrapped(110)));
    if (!m_trouble.happened.isEmpty())
        column->addWidget(selectable((new Text(m_trouble.happened, Type::Body))->wrapped(110)));
    auto *links = new QHBoxLayout;
    links->setSpacing(16);
    auto *log = new LinkButton(tr("Show the log", "@action"));
    connect(log, &QPushButton::clicked, this, &TroubleView::logWanted);
    links->addWidget(log);
    if (!m_trouble.details.isEmpty()) {
        // What waits shows its last words at once; a failure's are often long.
        auto *words = new Words(m_trouble.details);
        column->addWidget(words);
        const bool atOnce = m_trouble.details.count(u'\n') < 4;
        words->setVisible(atOnce);
        auto *details = new LinkButton(tr("Show what the tool said", "@action"));
        details->setVisible(!atOnce);
        connect(details, &QPushButton::clicked, words, [words, details] {
            words->show();
            details->hide();
        });
        links->addWidget(details);
    }
    links->addStretch();
    column->addLayout(links);
    return area;
}

QWidget *TroubleView::factsNow() const
{
    auto *area = new QWidget;
    auto *grid = new QGridLayout(area);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(8);
    for (int i = 0; i < int(m_trouble.facts.size()); ++i) {
        const TroubleFact &fact = m_trouble.facts.at(i);
        auto *row = new QHBoxLayout;
        row->setSpacing(8);
        row->addWidget(new SymbolLabel(fact.good ? u"dialog-ok"_s : u"dialog-information"_s,
                                       fact.good ? Tone::Good : Tone::Second),
                       0, Qt::AlignTop);
        row->addWidget((new Text(fact.text, Type::Body))->wrapped(70), 1);
        grid->addLayout(row, i / 2, i % 2);
    }
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    return area;
}

QWidget *TroubleView::ways()
{
    auto *area = new QWidget;
    auto *column = new QVBoxLayout(area);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(14);
    for (qsizetype i = 0; i < m_trouble.ways.size(); ++i) {
        if (i > 0)
            column->addWidget(new RowLine);
        column->addWidget(way(m_trouble.ways.at(i), i == 0));
    }
    return area;
}

QWidget *TroubleView::way(const TroubleWay &way, bool recommended)
{
    auto *area = new QWidget;
    auto *row = new QHBoxLayout(area);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget((new Text(way.title, Type::Name))->wrapped(90));
    words->addWidget((new Text(way.text, Type::Body, Tone::Second))->wrapped(90));
    row->addLayout(words, 1);
    auto *button = new QPushButton(way.action);
    button->setAutoDefault(false);
    button->setMinimumHeight(34);
    button->setMinimumWidth(std::max(buttonWidth, button->sizeHint().width() + 16));
    button->setAccessibleDescription(way.text);
    if (way.kind == TroubleWay::GoBack)
        button->setIcon(symbol(u"edit-undo"_s, recommended ? Tone::OnAccent : Tone::Normal));
    static const char *names[] = {"keepWaiting", "tryAgain", "itIsDone", "goBack"};
    button->setObjectName(QLatin1String(names[way.kind]));
    connect(
        button, &QPushButton::clicked, this, [this, kind = way.kind] { Q_EMIT chosen(kind); },
        Qt::QueuedConnection);
    row->addWidget(button, 0, Qt::AlignVCenter);
    if (recommended) {
        m_first = button;
        setMainAction(button, true);
    }
    return area;
}
