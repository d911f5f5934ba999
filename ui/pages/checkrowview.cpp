// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/checkrowview.h"

#include "ui/card.h"
#include "ui/icons.h"
#include "ui/spinner.h"
#include "ui/text.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace
{

QString headline(const CheckRow &row)
{
    if (row.verdict == "fail"_L1)
        return CheckRowView::tr("Failed: %1", "@info check").arg(row.title);
    if (row.verdict == "warn"_L1)
        return CheckRowView::tr("Warning: %1", "@info check").arg(row.title);
    if (row.verdict == "unknown"_L1)
        return CheckRowView::tr("Not known: %1", "@info check").arg(row.title);
    return row.verdict == "running"_L1 ? CheckRowView::tr("Running: %1", "@info check").arg(row.title)
                                       : row.title;
}

} // namespace

bool CheckRowView::isQuiet(const CheckRow &row)
{
    return row.verdict == "pass"_L1;
}

CheckRowView::CheckRowView(const CheckRow &row, bool last, QWidget *parent)
    : QWidget(parent)
    , m_row(row)
    , m_last(last)
{
    setAccessibleName(headline(row));
    setAccessibleDescription(row.message + (row.remedy.isEmpty() ? QString() : u" "_s + row.remedy));
    isQuiet(row) ? buildQuiet() : buildOpen();
}

void CheckRowView::buildQuiet()
{
    setFixedHeight(30);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(17, 0, 12, 0);
    line->setSpacing(16);
    line->addWidget(new SymbolLabel(u"check"_s, Tone::Good));
    auto *title = (new Text(m_row.title, Type::Body))->elided();
    line->addWidget(title, 2);
    line->addWidget((new Text(m_row.message, Type::Caption, Tone::Second))->elided(), 5);
    auto *again = iconButton(tr("Check again: %1", "@action").arg(m_row.title), u"view-refresh"_s);
    again->setFixedSize(28, 26);
    connect(again, &QPushButton::clicked, this, [this] { Q_EMIT againWanted(m_row.id); });
    line->addWidget(again);
}

void CheckRowView::buildOpen()
{
    const bool failed = m_row.verdict == "fail"_L1;
    const bool running = m_row.verdict == "running"_L1;
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(17, 12, 12, 12);
    line->setSpacing(16);
    if (running)
        line->addWidget(new Spinner, 0, Qt::AlignTop);
    else
        line->addWidget(new SymbolLabel(failed                          ? u"dialog-error"_s
                                        : m_row.verdict == "unknown"_L1 ? u"dialog-question"_s
                                                                        : u"dialog-warning"_s,
                                        failed ? Tone::Bad : Tone::Caution),
                        0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget((new Text(headline(m_row), Type::Name))->wrapped(110));
    if (!m_row.message.isEmpty())
        words->addWidget(
            (new Text(m_row.message, Type::Body, failed ? Tone::Normal : Tone::Second))->wrapped(110));
    if (!m_row.remedy.isEmpty())
        words->addWidget(
            (new Text(m_row.remedy, Type::Body, failed ? Tone::Normal : Tone::Second))->wrapped(110));
    line->addLayout(words, 1);
    if (m_row.accepted) {
        line->addWidget(new SymbolLabel(u"check"_s, Tone::Good));
        line->addWidget(new Text(tr("accepted", "@info check"), Type::Caption, Tone::Good));
    } else if (!m_row.blocking && !running) {
        auto *accept = new QPushButton(tr("Accept", "@action check"));
        accept->setObjectName(u"accept"_s);
        accept->setAccessibleName(tr("Accept: %1", "@action").arg(m_row.title));
        accept->setAutoDefault(false);
        connect(accept, &QPushButton::clicked, this, [this] { Q_EMIT accepted(m_row.id); });
        line->addWidget(accept);
    }
    if (running)
        return;
    if (failed) {
        auto *again = new QPushButton(symbol(u"view-refresh"_s), tr("Check again", "@action"));
        again->setAutoDefault(false);
        connect(again, &QPushButton::clicked, this, [this] { Q_EMIT againWanted(m_row.id); });
        line->addWidget(again);
    } else {
        auto *again = iconButton(tr("Check again: %1", "@action").arg(m_row.title), u"view-refresh"_s);
        connect(again, &QPushButton::clicked, this, [this] { Q_EMIT againWanted(m_row.id); });
        line->addWidget(again);
    }
}

void CheckRowView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_A && event->modifiers() == Qt::NoModifier && !m_row.blocking &&
        !m_row.accepted && !isQuiet(m_row))
        Q_EMIT accepted(m_row.id);
    else if (event->key() == Qt::Key_F5 && event->modifiers() == Qt::NoModifier)
        Q_EMIT againWanted(m_row.id);
    else
        QWidget::keyPressEvent(event);
}

void CheckRowView::paintEvent(QPaintEvent *)
{
    const Shades &shades = shadesFor(palette());
    QPainter painter(this);
    if (!m_last)
        painter.fillRect(QRect(0, height() - 1, width(), 1), shades.line);
    if (m_row.verdict == "fail"_L1)
        painter.fillRect(layoutDirection() == Qt::RightToLeft ? QRect(width() - 3, 0, 3, height())
                                                              : QRect(0, 0, 3, height()),
                         shades.bad);
}
