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
    , m_variants(new Card)
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
    column->addWidget(time);
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
    right->addWidget(new Text(tr("Image variant", "@title"), Type::Section));
    m_variants->column()->setContentsMargins(1, 1, 1, 1);
    m_variants->column()->setSpacing(0);
    right->addWidget(m_variants, 1);
    two->addLayout(right, 2);
    column->addLayout(two);
    column->addStretch();
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
    renewVariants();
}

void TargetPage::renewVariants()
{
    QStringList now{m_model->variantNote()};
    for (const VariantRow &row : m_model->variants())
        now << row.tag + row.words;
    if (now == m_variantsShown)
        return;
    m_variantsShown = now;
    while (QLayoutItem *item = m_variants->column()->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    const auto add = [this](const QString &icon, Tone tone, const QString &head, const QString &words) {
        auto *area = new QWidget;
        auto *row = new QHBoxLayout(area);
        row->setContentsMargins(16, 12, 16, 12);
        row->setSpacing(10);
        row->addWidget(new SymbolLabel(icon, tone), 0, Qt::AlignTop);
        auto *lines = new QVBoxLayout;
        lines->setSpacing(2);
        if (!head.isEmpty())
            lines->addWidget(new Text(head, Type::Name, tone == Tone::Second ? Tone::Second : Tone::Normal));
        lines->addWidget((new Text(words, Type::Caption, Tone::Second))->wrapped(64));
        row->addLayout(lines, 1);
        m_variants->column()->addWidget(area);
    };
    for (const VariantRow &row : m_model->variants()) {
        add(row.chosen ? u"check"_s : QString(), row.chosen ? Tone::Accent : Tone::Second, row.tag,
            row.words);
        m_variants->column()->addWidget(new RowLine);
    }
    if (!m_model->variantNote().isEmpty())
        add(u"dialog-information"_s, Tone::Second, {}, m_model->variantNote());
    m_variants->column()->addStretch();
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
