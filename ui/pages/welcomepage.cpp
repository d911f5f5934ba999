// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/welcomepage.h"

#include "app/wizard/wizard.h"
#include "ui/card.h"
#include "ui/icons.h"
#include "ui/pages/addmenu.h"
#include "ui/pages/unfinishedcard.h"
#include "ui/rowbutton.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace
{

void empty(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        } else if (item->layout()) {
            empty(item->layout());
        }
        delete item;
    }
}

QString kindIcon(const QString &address)
{
    if (address.startsWith("ssh:"_L1))
        return u"utilities-terminal"_s;
    if (address.startsWith("helm:"_L1))
        return u"network-server"_s;
    if (address.startsWith("practice:"_L1))
        return u"applications-science"_s;
    return address.startsWith("standalone:"_L1) ? u"computer-laptop"_s : u"package-x-generic"_s;
}

std::pair<QString, Tone> signOf(const FoundInstallation &one)
{
    if (one.recent)
        return {u"view-history"_s, Tone::Second};
    if (one.state == StageState::Failed)
        return {u"dialog-error"_s, Tone::Bad};
    if (one.state == StageState::Attention)
        return {u"dialog-question"_s, Tone::Caution};
    return {u"dialog-ok"_s, Tone::Good};
}

} // namespace

WelcomePage::WelcomePage(Wizard *wizard, QWidget *parent)
    : Page(parent)
    , m_wizard(wizard)
    , m_model(wizard->welcome())
    , m_unfinished(new UnfinishedCard)
    , m_menu(new AddMenu(this))
    , m_lookedAt(new Text(Type::Caption, Tone::Second))
    , m_found(new Card)
    , m_recentHead(new Text(tr("Worked on before", "@title"), Type::Section))
    , m_recent(new Card)
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(24);
    column->addWidget(m_unfinished);
    auto *two = new QHBoxLayout;
    two->setSpacing(24);
    two->addWidget(buildFound(), 2);
    two->addWidget(buildSide(), 1);
    column->addLayout(two);
    column->addStretch();
    body()->addWidget(scrolling(content), 1);
    setMaximumWidth(1040);
    connect(m_menu, &AddMenu::wanted, m_model, &WelcomeModel::add);
    connect(m_unfinished, &UnfinishedCard::resumeWanted, m_wizard, &Wizard::resumeRun);
    connect(m_unfinished, &UnfinishedCard::rollBackWanted, m_wizard, &Wizard::rollBackRun);
    connect(m_unfinished, &UnfinishedCard::lookWanted, m_wizard, &Wizard::lookAtRun);
    bind(m_model);
}

QWidget *WelcomePage::buildFound()
{
    auto *area = new QWidget;
    auto *column = new QVBoxLayout(area);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(new Text(tr("Installations found", "@title"), Type::Section), 1);
    head->addWidget(m_lookedAt);
    auto *again = quietButton(tr("&Look again", "@action"), u"view-refresh"_s);
    connect(again, &QPushButton::clicked, m_model, &WelcomeModel::lookAgain);
    head->addWidget(again);
    m_add = new QPushButton(symbol(u"list-add"_s), tr("&Add installation…", "@action"));
    m_add->setAutoDefault(false);
    connect(m_add, &QPushButton::clicked, this, &WelcomePage::addInstallation);
    head->addWidget(m_add);
    column->addLayout(head);
    for (Card *card : {m_found, m_recent}) {
        card->column()->setContentsMargins(1, 1, 1, 1);
        card->column()->setSpacing(0);
    }
    column->addWidget(m_found);
    column->addWidget(
        (new Text(tr("Or drop a Compose file, a values file or a folder anywhere on this window.", "@info"),
                  Type::Caption, Tone::Second))
            ->wrapped());
    m_recentHead->setContentsMargins(0, 16, 0, 0);
    column->addWidget(m_recentHead);
    column->addWidget(m_recent);
    column->addStretch();
    return area;
}

QWidget *WelcomePage::buildSide()
{
    auto *area = new QWidget;
    auto *column = new QVBoxLayout(area);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto *head = new Text(tr("Without risk", "@title"), Type::Section);
    head->setMinimumHeight(32);
    column->addWidget(head);
    auto *side = new Card;
    side->column()->setContentsMargins(1, 1, 1, 1);
    side->column()->setSpacing(0);
    const auto add = [side](const QString &icon, const QString &title, const QString &words, bool last) {
        auto *row = new RowButton({icon, title, words, {}, {}, {}, Tone::Second, last});
        side->column()->addWidget(row);
        return row;
    };
    auto *practise =
        add(u"applications-science"_s, tr("Practise", "@action"),
            tr("A stand-in Kestra on this machine, made of real processes. Upgrade it, break it, "
               "take it back. About 3 min.",
               "@info"),
            false);
    practise->setObjectName(u"practise"_s);
    connect(practise, &RowButton::clicked, m_model, &WelcomeModel::practise);
    auto *notes =
        add(u"text-x-changelog"_s, tr("Release notes", "@action"),
            tr("Every release in one place, breaking changes first. Can be read offline.", "@info"), false);
    connect(notes, &RowButton::clicked, this, &WelcomePage::notesWanted);
    auto *history =
        add(u"view-history"_s, tr("History", "@action"),
            tr("Every run with its evidence, and its way back for as long as there is one.", "@info"), true);
    connect(history, &RowButton::clicked, this, &WelcomePage::historyWanted);
    column->addWidget(side);
    column->addStretch();
    return area;
}

QWidget *WelcomePage::firstFocus()
{
    if (m_unfinished->isVisible() && m_unfinished->firstButton())
        return m_unfinished->firstButton();
    for (const Card *card : {m_found, m_recent}) {
        if (auto *row = card->findChild<RowButton *>())
            return row;
    }
    return m_addHere ? m_addHere.data() : m_add;
}

void WelcomePage::lookAgain()
{
    m_model->lookAgain();
}

QString WelcomePage::help() const
{
    return tr(
        "Choose what to upgrade. A run that was cut off stands first: resume it, take it back, or only look. "
        "Looking for installations reads and changes nothing. “Practise” makes a Kestra that may be "
        "broken.\n\nReturn resumes · Ctrl+N adds an "
        "installation",
        "@info");
}

void WelcomePage::addInstallation()
{
    const QPushButton *from = m_add->isVisible() || !m_addHere ? m_add : m_addHere.data();
    m_menu->popup(from->mapToGlobal(
        QPoint(layoutDirection() == Qt::RightToLeft ? from->width() - m_menu->sizeHint().width() : 0,
               from->height())));
}

void WelcomePage::renew()
{
    m_unfinished->setRun(m_model->unfinishedRun());
    renewFound();
    m_lookedAt->say(m_model->lookedAt().isEmpty()
                        ? QString()
                        : tr("looked at %1", "@info time").arg(m_model->lookedAt()));
}

void WelcomePage::renewFound()
{
    const QList<FoundInstallation> all = m_model->installations();
    QStringList now{m_model->isBusy() ? u"busy"_s : QString()};
    for (const FoundInstallation &one : all)
        now << QStringList{one.address, one.version, one.stateText}.join(u'\n');
    if (now == m_foundShown && m_found->column()->count() > 0)
        return;
    m_foundShown = now;
    QList<FoundInstallation> found;
    QList<FoundInstallation> recent;
    for (const FoundInstallation &one : all)
        (one.recent ? recent : found) << one;
    fill(m_found, found);
    // In an empty list its own button is the one.
    m_add->setVisible(!found.isEmpty() || m_model->isBusy());
    if (found.isEmpty())
        fillEmpty();
    fill(m_recent, recent);
    m_recentHead->setVisible(!recent.isEmpty());
    m_recent->setVisible(!recent.isEmpty());
}

void WelcomePage::fillEmpty()
{
    auto *area = new QWidget;
    auto *column = new QVBoxLayout(area);
    column->setContentsMargins(16, 14, 16, 16);
    column->setSpacing(12);
    column->addWidget(
        (new Text(m_model->isBusy() ? tr("Looking on this machine…", "@status")
                                    : tr("No installation found on this machine. Add one by its folder, its "
                                         "Compose file or its machine, or practise first.",
                                         "@info"),
                  Type::Body, Tone::Second))
            ->wrapped());
    if (!m_model->isBusy()) {
        auto *row = new QHBoxLayout;
        row->setSpacing(8);
        m_addHere = new QPushButton(symbol(u"list-add"_s), tr("&Add installation…", "@action"));
        auto *practise = new QPushButton(symbol(u"applications-science"_s), tr("&Practise", "@action"));
        for (QPushButton *button : {m_addHere.data(), practise}) {
            button->setAutoDefault(false);
            row->addWidget(button);
        }
        row->addStretch();
        connect(m_addHere, &QPushButton::clicked, this, &WelcomePage::addInstallation);
        connect(practise, &QPushButton::clicked, m_model, &WelcomeModel::practise);
        column->addLayout(row);
    }
    m_found->column()->addWidget(area);
}

void WelcomePage::fill(Card *card, const QList<FoundInstallation> &rows)
{
    empty(card->column());
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const FoundInstallation &one = rows.at(i);
        const auto [sign, tone] = signOf(one);
        auto *row = new RowButton({kindIcon(one.address), one.title, one.kindText, one.version, sign,
                                   one.stateText, tone, i + 1 == rows.size()});
        row->setProperty("address", one.address);
        connect(row, &RowButton::clicked, this, [this, address = one.address] { m_wizard->open(address); });
        card->column()->addWidget(row);
    }
}
