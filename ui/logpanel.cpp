// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/logpanel.h"

#include "ui/durations.h"
#include "ui/icons.h"
#include "ui/logview.h"
#include "ui/text.h"

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QMessageBox>
#include <QSaveFile>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace
{

LogLevel levelOf(const QString &level)
{
    if (level == "WARN"_L1)
        return LogLevel::Warning;
    if (level == "ERROR"_L1)
        return LogLevel::Error;
    return level == "STEP"_L1 ? LogLevel::Step : LogLevel::Info;
}

} // namespace

LogPanel::LogPanel(QWidget *parent)
    : Card(parent)
    , m_view(new LogView)
    , m_search(new QLineEdit)
    , m_components(new QComboBox)
    , m_follow(new QPushButton(tr("Follow", "@action log")))
    , m_count(new Text(Type::Caption, Tone::Second))
    , m_age(new Text(Type::Caption, Tone::Second))
{
    m_search->setPlaceholderText(tr("Search", "@label log"));
    m_search->setAccessibleName(tr("Search in the log", "@label"));
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(96);
    m_search->addAction(symbol(u"edit-find"_s, Tone::Second), QLineEdit::LeadingPosition);
    m_components->addItem(tr("All components", "@item"), QString());
    m_components->setAccessibleName(tr("Show only this component", "@label"));
    m_components->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_components->setMinimumContentsLength(11);
    m_follow->setCheckable(true);
    m_follow->setChecked(true);
    m_follow->setIcon(symbol(u"go-bottom"_s));
    m_follow->setAutoDefault(false);
    auto *copy = iconButton(tr("Copy the log", "@action"), u"edit-copy"_s);
    auto *save = iconButton(tr("Save the log…", "@action"), u"document-save"_s);
    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(8, 8, 4, 8);
    tools->setSpacing(4);
    tools->addWidget(m_search, 1);
    tools->addWidget(m_components);
    tools->addWidget(m_follow);
    tools->addWidget(copy);
    tools->addWidget(save);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(8, 4, 8, 4);
    foot->addWidget(m_count, 1);
    foot->addWidget(m_age);
    column()->setContentsMargins(1, 1, 1, 1);
    column()->setSpacing(0);
    column()->addLayout(tools);
    column()->addWidget(m_view, 1);
    column()->addWidget(new RowLine);
    column()->addLayout(foot);
    m_flush.setSingleShot(true);
    m_flush.setInterval(50);
    connect(&m_flush, &QTimer::timeout, this, &LogPanel::flush);
    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, this, &LogPanel::describe);
    m_tick.start();
    m_pattern = m_search->addAction(symbol(u"regex"_s, Tone::Second), QLineEdit::TrailingPosition);
    m_pattern->setCheckable(true);
    m_pattern->setText(tr("Search by regular expression", "@action"));
    m_pattern->setToolTip(tr("Search by regular expression", "@info:tooltip"));
    connect(m_search, &QLineEdit::textChanged, this, &LogPanel::search);
    connect(m_pattern, &QAction::toggled, this, &LogPanel::search);
    connect(m_search, &QLineEdit::returnPressed, this, [this] { m_view->nextHit(1); });
    connect(m_components, &QComboBox::currentIndexChanged, this,
            [this] { m_view->setComponentFilter(m_components->currentData().toString()); });
    connect(m_follow, &QPushButton::toggled, m_view, &LogView::setFollowing);
    connect(m_view, &LogView::followingChanged, m_follow, &QPushButton::setChecked);
    connect(m_view, &LogView::followingChanged, this, &LogPanel::describe);
    connect(m_view, &LogView::hitsChanged, this, &LogPanel::describe);
    connect(copy, &QPushButton::clicked, m_view, &LogView::copySelection);
    connect(save, &QPushButton::clicked, this, &LogPanel::save);
    describe();
}

void LogPanel::search()
{
    const bool pattern = m_pattern->isChecked();
    m_pattern->setIcon(symbol(u"regex"_s, pattern ? Tone::Accent : Tone::Second));
    m_view->setSearch(m_search->text(), pattern);
    m_search->setToolTip(m_view->searchProblem());
    describe();
}

void LogPanel::add(const LogLine &line)
{
    const QString component = line.component.isEmpty() ? tr("assistant", "@label component") : line.component;
    const QTime time = line.time.toLocalTime().time();
    // A script or a stack trace comes as one text; it is read line by line.
    for (const QStringView part : QStringView(line.text).split(u'\n', Qt::SkipEmptyParts))
        m_waiting.append({time, component, levelOf(line.level), part.toString()});
    m_last = QDateTime::currentDateTime();
    if (!m_flush.isActive())
        m_flush.start();
}

void LogPanel::clear()
{
    m_waiting.clear();
    m_view->clear();
    m_last = {};
    while (m_components->count() > 1)
        m_components->removeItem(1);
    describe();
}

void LogPanel::setMasked(int secrets)
{
    m_masked = secrets;
    describe();
}

void LogPanel::flush()
{
    for (const LogEntry &entry : std::as_const(m_waiting)) {
        if (!entry.component.isEmpty() && m_components->count() < 40 &&
            m_components->findData(entry.component) < 0)
            m_components->addItem(entry.component, entry.component);
    }
    m_view->append(std::exchange(m_waiting, {}));
    describe();
}

void LogPanel::describe()
{
    QStringList parts{tr("%Ln line(s)", "@info", int(m_view->store().count()))};
    if (!m_view->searchProblem().isEmpty())
        parts << tr("no sound expression: %1", "@info").arg(m_view->searchProblem());
    else if (!m_search->text().isEmpty())
        parts << tr("%Ln hit(s)", "@info", int(m_view->hits()));
    if (m_masked > 0)
        parts << tr("%Ln secret(s) masked", "@info", m_masked);
    if (!m_view->isFollowing() && m_view->newLines() > 0)
        parts << tr("%Ln new", "@info lines", int(m_view->newLines()));
    m_count->setText(parts.join(u", "_s));
    m_age->say(
        m_last.isValid()
            ? tr("last line %1 ago", "@info").arg(spokenSeconds(m_last.secsTo(QDateTime::currentDateTime())))
            : QString());
}

void LogPanel::save()
{
    auto *dialog = new QFileDialog(this, tr("Save the log", "@title"), QDir::homePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(u"upgrade.log"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &LogPanel::saveTo);
    dialog->open();
}

void LogPanel::saveTo(const QString &path)
{
    QSaveFile file(path);
    const QByteArray bytes = m_view->text(0, m_view->shownLines() - 1).toUtf8();
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return;
    auto *box = new QMessageBox(
        QMessageBox::Warning, tr("The log was not saved", "@title"),
        tr("%1 cannot be written: %2. Choose another folder.", "@error").arg(path, file.errorString()),
        QMessageBox::Ok, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}
