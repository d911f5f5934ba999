// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QDialog>

class QLineEdit;
class QPushButton;

/// What a person confirms before something that costs: what happens, its price, and (where something is lost)
/// a word to type.
struct SheetFacts {
    QString title;
    QStringList price; ///< each one sentence
    QString word;      ///< to be typed; empty: not asked
    QString action;    ///< "Roll back to 1.0.36"
};

/// The sheet over the window that asks once. accepted() only through its main button.
class TypedSheet : public QDialog
{
    Q_OBJECT

public:
    TypedSheet(const SheetFacts &facts, QWidget *parent);

    QPushButton *actionButton() const { return m_action; }
    QLineEdit *field() const { return m_field; } ///< null when no word is asked

private:
    QLineEdit *m_field = nullptr;
    QPushButton *m_action;
};
