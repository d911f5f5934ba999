// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/welcomepage.h"

#include "app/wizard/wizard.h"
#include "ui/card.h"
#include "ui/icons.h"
#include "ui/rowbutton.h"
#include "ui/typedsheet.h"

#include <QDir>
#include <QFileDialog>
#include <QInputDialog>
#include <QLocale>
#include <QMenu>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace
{

void empty(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        else if (item->layout())
            empty(item->layout());
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

} // namespace

WelcomePage::WelcomePage(Wizard *wizard, QWidget *parent)
    : Page(parent)
    , m_wizard(wizard)
    , m_model(wizard->welcome())
    , m_unfinished(new Card)
    , m_lookedAt(new Text(Type::Caption, Tone::Second))
    , m_found(new Card)
    , m_side(new Card)
{
    m_unfinished->setEdge(Tone::Accent);
    m_unfinished->column()->setContentsMargins(24, 20, 24, 20);
    m_unfinished->hide();
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
    m_found->column()->setContentsMargins(1, 1, 1, 1);
    m_found->column()->setSpacing(0);
    column->addWidget(m_found);
    column->addWidget(
        (new Text(tr("Or drop a Compose file, a values file or a folder anywhere on this window.", "@info"),
                  Type::Caption, Tone::Second))
            ->wrapped());
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
    m_side->column()->setContentsMargins(1, 1, 1, 1);
    m_side->column()->setSpacing(0);
    auto *notes = new RowButton(
        {u"text-x-changelog"_s,
         tr("Release notes", "@action"),
         tr("Every release in one place, breaking changes first. Can be read offline.", "@info"),
         {},
         {},
         {},
         Tone::Second,
         false});
    connect(notes, &RowButton::clicked, this, &WelcomePage::notesWanted);
    m_side->column()->addWidget(notes);
    auto *history = new RowButton(
        {u"view-history"_s,
         tr("History", "@action"),
         tr("Every run with its evidence, and its way back for as long as there is one.", "@info"),
         {},
         {},
         {},
         Tone::Second,
         true});
    connect(history, &RowButton::clicked, this, &WelcomePage::historyWanted);
    m_side->column()->addWidget(history);
    column->addWidget(m_side);
    column->addStretch();
    return area;
}

QWidget *WelcomePage::firstFocus()
{
    if (m_resume && m_unfinished->isVisible())
        return m_resume;
    if (auto *row = m_found->findChild<RowButton *>())
        return row;
    return m_add;
}

void WelcomePage::lookAgain()
{
    m_model->lookAgain();
}

QString WelcomePage::help() const
{
    return tr(
        "Choose what to upgrade. A run that was cut off stands first: resume it, take it back, or only look. "
        "Looking for installations reads and changes nothing.\n\nReturn resumes · Ctrl+N adds an "
        "installation",
        "@info");
}

void WelcomePage::addInstallation()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(symbol(u"folder"_s), tr("A &folder…", "@action"), this, [this] {
        auto *dialog = new QFileDialog(this, tr("Folder of the installation", "@title"), QDir::homePath());
        dialog->setFileMode(QFileDialog::Directory);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QFileDialog::fileSelected, m_model, &WelcomeModel::add);
        dialog->open();
    });
    menu->addAction(symbol(u"text-x-generic"_s), tr("A &Compose or values file…", "@action"), this, [this] {
        auto *dialog = new QFileDialog(this, tr("Compose or values file", "@title"), QDir::homePath(),
                                       tr("YAML files (*.yml *.yaml);;All files (*)", "@item"));
        dialog->setFileMode(QFileDialog::ExistingFile);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QFileDialog::fileSelected, m_model, &WelcomeModel::add);
        dialog->open();
    });
    menu->addAction(symbol(u"network-server"_s), tr("An &address…", "@action"), this, [this] {
        auto *dialog = new QInputDialog(this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setWindowTitle(tr("Address of the installation", "@title"));
        dialog->setLabelText(tr("For instance compose:/srv/kestra/docker-compose.yml, docker:kestra,\nor "
                                "ssh://deploy@kestra-01/compose:/opt/kestra/docker-compose.yml",
                                "@info"));
        connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString &address) {
            if (!address.trimmed().isEmpty())
                m_model->add(address.trimmed());
        });
        dialog->open();
    });
    menu->popup(m_add->mapToGlobal(QPoint(0, m_add->height())));
}

void WelcomePage::renew()
{
    renewUnfinished();
    renewFound();
    m_lookedAt->say(m_model->lookedAt().isEmpty()
                        ? QString()
                        : tr("looked at %1", "@info time").arg(m_model->lookedAt()));
}

void WelcomePage::renewUnfinished()
{
    const UnfinishedRun run = m_model->unfinishedRun();
    m_unfinished->setVisible(!run.id.isEmpty());
    const QString shown = run.id + run.sentence + run.resumeText;
    if (run.id.isEmpty() || shown == m_unfinishedShown)
        return;
    m_unfinishedShown = shown;
    empty(m_unfinished->column());
    auto *columns = new QHBoxLayout;
    columns->setSpacing(24);
    auto *left = new QVBoxLayout;
    left->setSpacing(8);
    auto *names = new QHBoxLayout;
    names->setSpacing(8);
    names->addWidget(new Text(run.title, Type::Section));
    names->addWidget((new Text(run.fromTo, Type::Body, Tone::Second))->elided(), 1);
    left->addLayout(names);
    left->addWidget((new Text(run.sentence, Type::Body))->wrapped());
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    m_resume = new QPushButton(symbol(u"media-playback-start"_s, Tone::OnAccent), run.resumeText);
    m_resume->setObjectName(u"resume"_s);
    buttons->addWidget(m_resume);
    auto *rollBack = new QPushButton(symbol(u"edit-undo"_s), run.rollBackText);
    rollBack->setObjectName(u"rollBackUnfinished"_s);
    buttons->addWidget(rollBack);
    auto *look = quietButton(tr("Look without changing anything", "@action"), u"view-visible"_s);
    buttons->addWidget(look);
    buttons->addStretch();
    left->addSpacing(8);
    left->addLayout(buttons);
    columns->addLayout(left, 1);
    columns->addWidget(new RowLine(Qt::Vertical));
    auto *right = new QVBoxLayout;
    right->setSpacing(4);
    right->addWidget(new Text(tr("Still to do", "@label"), Type::CaptionHead, Tone::Second));
    right->addWidget(new Text(run.stillToDo, Type::Body));
    right->addSpacing(8);
    right->addWidget(new Text(tr("Going back instead", "@label"), Type::CaptionHead, Tone::Second));
    right->addWidget((new Text(run.goingBack, Type::Body))->wrapped(30));
    right->addStretch();
    columns->addLayout(right);
    m_unfinished->column()->addLayout(columns);
    setMainAction(m_resume, true);
    connect(m_resume, &QPushButton::clicked, this, [this, id = run.id] { m_wizard->resumeRun(id); });
    connect(rollBack, &QPushButton::clicked, this, &WelcomePage::askRollBack);
    connect(look, &QPushButton::clicked, this, &WelcomePage::historyWanted);
}

void WelcomePage::askRollBack()
{
    const UnfinishedRun run = m_model->unfinishedRun();
    auto *sheet = new TypedSheet({tr("Take this run back", "@title"),
                                  {run.sentence, run.goingBack},
                                  {},
                                  QString(run.rollBackText).remove(u'…')},
                                 this);
    connect(sheet, &QDialog::accepted, this, [this, id = run.id] { m_wizard->rollBackRun(id); });
    sheet->open();
}

void WelcomePage::renewFound()
{
    QStringList now;
    for (const FoundInstallation &one : m_model->installations())
        now << QStringList{one.address, one.version, one.stateText}.join(u'\n');
    if (now == m_foundShown && m_found->column()->count() > 0)
        return;
    m_foundShown = now;
    empty(m_found->column());
    if (now.isEmpty()) {
        auto *none = (new Text(m_model->isBusy() ? tr("Looking…", "@status")
                                                 : tr("No installation found on this machine. Add one by its "
                                                      "folder, its Compose file or its address.",
                                                      "@info"),
                               Type::Body, Tone::Second))
                         ->wrapped();
        none->setContentsMargins(16, 16, 16, 16);
        m_found->column()->addWidget(none);
        return;
    }
    const auto &found = m_model->installations();
    for (qsizetype i = 0; i < found.size(); ++i) {
        const FoundInstallation &one = found.at(i);
        const bool bad = one.state == StageState::Failed;
        const bool open = one.state == StageState::Attention;
        auto *row = new RowButton({kindIcon(one.address), one.title, one.kindText, one.version,
                                   bad    ? u"dialog-error"_s
                                   : open ? u"dialog-question"_s
                                          : u"dialog-ok"_s,
                                   one.stateText,
                                   bad    ? Tone::Bad
                                   : open ? Tone::Caution
                                          : Tone::Good,
                                   i + 1 == found.size()});
        row->setProperty("address", one.address);
        connect(row, &RowButton::clicked, this, [this, address = one.address] { m_wizard->open(address); });
        m_found->column()->addWidget(row);
    }
}
