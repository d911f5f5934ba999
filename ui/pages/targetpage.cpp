// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/targetpage.h"

#include "app/wizard/targetmodel.h"
#include "app/wizard/wizard.h"
#include "ui/card.h"
#include "ui/icons.h"
#include "ui/routeview.h"
#include "ui/versiontimeline.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

TargetPage::TargetPage(Wizard *wizard, QWidget *parent)
    : Page(parent)
    , m_wizard(wizard)
    , m_model(wizard->target())
    , m_other(new QPushButton(tr("Another &version…", "@action")))
    , m_time(new VersionTimeLine)
    , m_route(new RouteView)
    , m_variant((new Text(Type::Body))->wrapped(56))
    , m_variantHead(new Text(Type::Name))
{
    m_other->setAutoDefault(false);
    corner()->addWidget(m_other, 0, Qt::AlignTop);
    connect(m_other, &QPushButton::clicked, this, &TargetPage::find);
    auto *time = new Card;
    time->column()->setContentsMargins(1, 4, 1, 8);
    time->column()->addWidget(m_time);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(time, 1);
    column->addSpacing(8);
    auto *two = new QHBoxLayout;
    two->setSpacing(24);
    auto *left = new QVBoxLayout;
    left->setSpacing(8);
    left->addWidget(new Text(tr("The route, and why it stops", "@title"), Type::Section));
    auto *route = new Card;
    route->column()->addWidget(m_route);
    route->column()->addStretch();
    left->addWidget(route, 1);
    two->addLayout(left, 3);
    auto *right = new QVBoxLayout;
    right->setSpacing(8);
    right->addWidget(new Text(tr("What is installed", "@title"), Type::Section));
    auto *variant = new Card;
    variant->column()->addWidget(m_variantHead);
    variant->column()->addWidget(m_variant);
    variant->column()->addStretch();
    right->addWidget(variant, 1);
    two->addLayout(right, 2);
    column->addLayout(two);
    body()->addWidget(scrolling(content), 1);
    bind(m_model);
}

QString TargetPage::help() const
{
    return tr("Which version to go to. Long-term lines get fixes for a year. The way may stop at a version "
              "in between, "
              "each stop with its reason.\n\nCtrl+F another version",
              "@info");
}

void TargetPage::renew()
{
    const QStringList route = m_wizard->routeTexts();
    m_time->setLines(m_model->lines(), route.value(0), m_model->target().toString(), QDate::currentDate());
    QList<std::pair<QString, QString>> stops;
    for (const StopRow &stop : m_model->stops())
        stops.append({stop.version.toString(), stop.why});
    if (!route.isEmpty() && (stops.isEmpty() || stops.first().first != route.first()))
        stops.prepend(
            {route.first(), tr("Runs now. It is kept, so that going back starts the same bytes.", "@info")});
    m_route->setStops(stops);
    m_variantHead->say(m_model->target().isValid() ? m_model->target().toString() : QString());
    m_variant->setText(m_model->variantText());
}

void TargetPage::find()
{
    auto *dialog = new QDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowModality(Qt::WindowModal);
    dialog->setWindowTitle(tr("Another version", "@title"));
    dialog->resize(360, 440);
    auto *filter = new QLineEdit;
    filter->setPlaceholderText(tr("Filter versions", "@label"));
    filter->setClearButtonEnabled(true);
    auto *list = new QListWidget;
    list->setAccessibleName(tr("Known versions, newest first", "@label"));
    for (const Version &version : m_model->versions())
        list->addItem(version.toString());
    auto *buttons = new QDialogButtonBox;
    auto *choose = buttons->addButton(tr("Go to this version", "@action"), QDialogButtonBox::AcceptRole);
    buttons->addButton(QDialogButtonBox::Cancel);
    choose->setEnabled(false);
    auto *column = new QVBoxLayout(dialog);
    column->addWidget(filter);
    column->addWidget(list, 1);
    column->addWidget(buttons);
    connect(filter, &QLineEdit::textChanged, list, [list](const QString &text) {
        for (int i = 0; i < list->count(); ++i)
            list->item(i)->setHidden(!list->item(i)->text().contains(text));
    });
    connect(list, &QListWidget::itemSelectionChanged, choose,
            [list, choose] { choose->setEnabled(!list->selectedItems().isEmpty()); });
    connect(list, &QListWidget::itemActivated, dialog, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    connect(dialog, &QDialog::accepted, this, [this, list] {
        if (const auto chosen = list->selectedItems(); !chosen.isEmpty())
            m_model->choose(Version::of(chosen.first()->text()));
    });
    dialog->open();
}
