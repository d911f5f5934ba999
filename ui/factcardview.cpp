// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/factcardview.h"

#include "ui/text.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

FactCardView::FactCardView(const FactCard &fact, QWidget *parent)
    : Card(parent)
    , m_fact(fact)
{
    const bool open = fact.unknown && !fact.accepted;
    setDashed(fact.unknown, open ? Tone::Caution : Tone::Second);
    setAccessibleName(fact.label + u": "_s + fact.value);
    setAccessibleDescription(fact.note);
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(
        new SymbolLabel(open ? u"dialog-question"_s : fact.icon, open ? Tone::Caution : Tone::Second), 0,
        Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(3);
    auto *head = new QHBoxLayout;
    head->addWidget(new Text(fact.label, Type::Caption, Tone::Second), 1);
    if (!fact.evidence.isEmpty()) {
        m_toggle = new LinkButton(tr("Evidence", "@action"));
        m_toggle->setAccessibleDescription(tr("How %1 is known", "@info").arg(fact.label));
        head->addWidget(m_toggle);
    }
    words->addLayout(head);
    auto *value = new Text(fact.value, Type::Section);
    value->elided();
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    words->addWidget(value);
    if (!fact.note.isEmpty())
        words->addWidget((new Text(fact.note, Type::Caption, Tone::Second))->wrapped(90));
    if (fact.unknown)
        buildUnknown(words);
    if (m_toggle)
        buildEvidence(words);
    row->addLayout(words, 1);
    column()->addLayout(row);
    column()->addStretch();
}

void FactCardView::buildUnknown(QVBoxLayout *words)
{
    if (!m_fact.remedy.isEmpty())
        words->addWidget((new Text(m_fact.remedy, Type::Caption, Tone::Normal))->wrapped(90));
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(0, 4, 0, 0);
    if (m_fact.key == "login"_L1) {
        auto *login = new QPushButton(tr("Log in…", "@action"));
        login->setObjectName(u"login"_s);
        connect(login, &QPushButton::clicked, this, &FactCardView::loginWanted);
        buttons->addWidget(login);
    }
    if (m_fact.accepted) {
        buttons->addWidget(new Text(tr("Goes on without it", "@info"), Type::Caption, Tone::Second));
    } else {
        auto *without = new QPushButton(tr("Go on without", "@action"));
        without->setObjectName(u"goOnWithout"_s);
        without->setAccessibleDescription(m_fact.label);
        connect(without, &QPushButton::clicked, this, [this] { Q_EMIT goOnWithout(m_fact.key); });
        buttons->addWidget(without);
    }
    buttons->addStretch();
    words->addLayout(buttons);
}

void FactCardView::buildEvidence(QVBoxLayout *words)
{
    m_evidence = new QWidget;
    auto *lines = new QVBoxLayout(m_evidence);
    lines->setContentsMargins(0, 6, 0, 0);
    lines->setSpacing(4);
    lines->addWidget(new RowLine);
    lines->addSpacing(4);
    lines->addWidget(new Text(tr("How this is known", "@title"), Type::CaptionHead, Tone::Second));
    for (const QString &evidence : std::as_const(m_fact.evidence)) {
        auto *line = new QHBoxLayout;
        line->setSpacing(8);
        line->addWidget(new SymbolLabel(u"dialog-ok"_s, Tone::Good), 0, Qt::AlignTop);
        auto *text = (new Text(evidence, Type::Caption))->wrapped(100);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        line->addWidget(text, 1);
        lines->addLayout(line);
    }
    auto *copy = new LinkButton(tr("Copy as text", "@action"));
    connect(copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_fact.label + u": "_s + m_fact.value + u'\n' +
                                              m_fact.evidence.join(u'\n'));
    });
    lines->addWidget(copy);
    m_evidence->hide();
    words->addWidget(m_evidence);
    connect(m_toggle, &QPushButton::clicked, this, [this] { setEvidenceShown(m_evidence->isHidden()); });
}

void FactCardView::setEvidenceShown(bool shown)
{
    if (!m_toggle)
        return;
    m_evidence->setVisible(shown);
    m_toggle->setText(shown ? tr("Hide evidence", "@action") : tr("Evidence", "@action"));
    m_toggle->updateGeometry();
}
