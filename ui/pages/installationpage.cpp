// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/installationpage.h"

#include "app/wizard/installationmodel.h"
#include "ui/factcardview.h"
#include "ui/icons.h"

#include <QCheckBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

InstallationPage::InstallationPage(InstallationModel *model, QWidget *parent)
    : Page(parent)
    , m_model(model)
    , m_again(new QPushButton(symbol(u"view-refresh"_s), tr("Look again", "@action")))
    , m_content(new QWidget)
    , m_grid(new QGridLayout(m_content))
{
    m_again->setAutoDefault(false);
    corner()->addWidget(m_again, 0, Qt::AlignTop);
    connect(m_again, &QPushButton::clicked, m_model, &InstallationModel::lookAgain);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(16);
    body()->addWidget(scrolling(m_content), 1);
    bind(model);
}

QWidget *InstallationPage::firstFocus()
{
    return m_content->findChild<QPushButton *>(u"goOnWithout"_s);
}

void InstallationPage::lookAgain()
{
    m_model->lookAgain();
}

QString InstallationPage::help() const
{
    return tr("What is known about this installation, and how. Nothing was changed to find it. What could "
              "not be seen "
              "is shown as unknown; make it known, or go on without it.\n\nF5 looks again · Space shows the "
              "evidence",
              "@info");
}

void InstallationPage::renew()
{
    QStringList now;
    const QList<FactCard> facts = m_model->cards();
    for (const FactCard &fact : facts)
        now << QStringList{fact.key,
                           fact.value,
                           fact.note,
                           fact.remedy,
                           QString::number(fact.unknown),
                           QString::number(fact.accepted),
                           fact.evidence.join(u'|')}
                   .join(u'\n');
    if (now == m_shown)
        return;
    m_shown = now;
    qDeleteAll(m_cards);
    m_cards.clear();
    for (const FactCard &fact : facts) {
        auto *card = new FactCardView(fact, m_content);
        connect(card, &FactCardView::goOnWithout, m_model, &InstallationModel::acceptUnknown,
                Qt::QueuedConnection);
        connect(card, &FactCardView::loginWanted, this, &InstallationPage::askLogin);
        m_cards << card;
    }
    arrange();
}

void InstallationPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    arrange();
}

void InstallationPage::arrange()
{
    while (QLayoutItem *item = m_grid->takeAt(0))
        delete item;
    const int columns = width() < 640 ? 1 : 2;
    for (int i = 0; i < m_cards.size(); ++i)
        m_grid->addWidget(m_cards.at(i), i / columns, i % columns);
    for (int i = 0; i < columns; ++i)
        m_grid->setColumnStretch(i, 1);
    for (int row = 0; row < m_grid->rowCount(); ++row)
        m_grid->setRowStretch(row, 0);
    m_grid->setRowStretch(int(m_cards.size()) / columns + 1, 1);
}

void InstallationPage::askLogin()
{
    auto *dialog = new QDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Log in to Kestra", "@title"));
    dialog->setWindowModality(Qt::WindowModal);
    auto *user = new QLineEdit;
    auto *password = new QLineEdit;
    password->setEchoMode(QLineEdit::Password);
    auto *keep = new QCheckBox(tr("Keep it in the keyring", "@option"));
    keep->setChecked(true);
    auto *form = new QFormLayout(dialog);
    form->setContentsMargins(24, 24, 24, 20);
    form->addRow(tr("User:", "@label"), user);
    form->addRow(tr("Password:", "@label"), password);
    form->addRow(QString(), keep);
    auto *buttons = new QDialogButtonBox;
    auto *login = buttons->addButton(tr("Log in and look again", "@action"), QDialogButtonBox::AcceptRole);
    buttons->addButton(QDialogButtonBox::Cancel);
    login->setEnabled(false);
    form->addRow(buttons);
    connect(user, &QLineEdit::textChanged, login,
            [login](const QString &text) { login->setEnabled(!text.isEmpty()); });
    connect(buttons, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    connect(dialog, &QDialog::accepted, this,
            [=, this] { m_model->setLogin(user->text(), password->text(), keep->isChecked()); });
    dialog->open();
}
