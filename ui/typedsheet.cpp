// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/typedsheet.h"

#include "ui/card.h"
#include "ui/text.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

TypedSheet::TypedSheet(const SheetFacts &facts, QWidget *parent)
    : QDialog(parent)
    , m_action(new QPushButton(facts.action))
{
    setWindowTitle(facts.title);
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(480);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 20);
    column->setSpacing(8);
    column->addWidget((new Text(facts.title, Type::Detail))->wrapped());
    column->addSpacing(4);
    for (const QString &sentence : facts.price) {
        auto *row = new QHBoxLayout;
        row->setSpacing(8);
        row->addWidget(new SymbolLabel(u"list-remove"_s, Tone::Second), 0, Qt::AlignTop);
        row->addWidget((new Text(sentence, Type::Body))->wrapped(), 1);
        column->addLayout(row);
    }
    if (!facts.word.isEmpty()) {
        column->addSpacing(8);
        auto *ask = new Text(tr("Type %1 to go on:", "@label").arg(facts.word), Type::Name);
        m_field = new QLineEdit;
        m_field->setAccessibleName(ask->text());
        ask->setBuddy(m_field);
        column->addWidget(ask);
        column->addWidget(m_field);
        m_action->setEnabled(false);
        connect(m_field, &QLineEdit::textChanged, this, [this, word = facts.word](const QString &typed) {
            m_action->setEnabled(typed.trimmed() == word);
        });
    }
    column->addSpacing(12);
    auto *stay = new QPushButton(tr("Leave it as it is", "@action"));
    stay->setAutoDefault(false);
    m_action->setAutoDefault(facts.word.isEmpty());
    setMainAction(m_action, true);
    // Return in the field must not start what cannot be taken back.
    m_action->setDefault(facts.word.isEmpty());
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(stay);
    buttons->addWidget(m_action);
    column->addLayout(buttons);
    connect(stay, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_action, &QPushButton::clicked, this, &QDialog::accept);
}
