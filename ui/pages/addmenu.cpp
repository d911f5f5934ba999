// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/addmenu.h"

#include "ui/icons.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFormLayout>
#include <QInputDialog>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace
{

/// Machines that this person's ssh knows by name.
QStringList knownMachines()
{
    QFile file(QDir::homePath() + u"/.ssh/config"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QStringList machines;
    const QStringList lines = QString::fromUtf8(file.read(256 * 1024)).split(u'\n');
    for (const QString &line : lines) {
        const QStringList words = line.simplified().split(u' ');
        if (words.first().compare("Host"_L1, Qt::CaseInsensitive) != 0)
            continue;
        for (const QString &word : words.mid(1)) {
            if (!word.contains(u'*') && !word.contains(u'?') && !word.startsWith(u'!'))
                machines << word;
        }
    }
    return machines;
}

} // namespace

AddMenu::AddMenu(QWidget *parent)
    : QMenu(parent)
{
    const auto add = [this](const QString &icon, const QString &text, void (AddMenu::*act)()) {
        addAction(symbol(icon), text, this, act);
    };
    add(u"folder"_s, tr("A &folder…", "@action"), &AddMenu::askFolder);
    add(u"text-x-generic"_s, tr("A &Compose or values file…", "@action"), &AddMenu::askFile);
    add(u"package-x-generic"_s, tr("A Docker co&ntainer…", "@action"), &AddMenu::askContainer);
    addSeparator();
    add(u"utilities-terminal"_s, tr("Another &machine, over SSH…", "@action"), &AddMenu::askMachine);
    add(u"network-server"_s, tr("A &Helm release…", "@action"), &AddMenu::askRelease);
    addSeparator();
    add(u"edit-find"_s, tr("An &address…", "@action"), &AddMenu::askAddress);
}

void AddMenu::askFolder()
{
    auto *dialog =
        new QFileDialog(parentWidget(), tr("Folder of the installation", "@title"), QDir::homePath());
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &AddMenu::wanted);
    dialog->open();
}

void AddMenu::askFile()
{
    auto *dialog = new QFileDialog(parentWidget(), tr("Compose or values file", "@title"), QDir::homePath(),
                                   tr("YAML files (*.yml *.yaml);;All files (*)", "@item"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &AddMenu::wanted);
    dialog->open();
}

void AddMenu::askContainer()
{
    ask(tr("Docker container", "@title"), tr("Name of the container that runs Kestra:", "@label"), {},
        u"docker:"_s);
}

void AddMenu::askMachine()
{
    ask(tr("Another machine", "@title"),
        tr("Name or user@name[:port], as you would give it to ssh. It is asked with your own SSH keys; "
           "looking changes nothing there.",
           "@label"),
        knownMachines(), u"ssh://"_s);
}

void AddMenu::askAddress()
{
    ask(tr("Address of the installation", "@title"),
        tr("For instance compose:/srv/kestra/docker-compose.yml, standalone:/opt/kestra,\nhelm:context/"
           "namespace/release or ssh://deploy@kestra-01/compose:/opt/kestra/docker-compose.yml",
           "@label"),
        {}, {});
}

void AddMenu::ask(const QString &title, const QString &words, const QStringList &offered,
                  const QString &before)
{
    auto *dialog = new QInputDialog(parentWidget());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setLabelText(words);
    if (!offered.isEmpty()) {
        dialog->setComboBoxItems(offered);
        dialog->setComboBoxEditable(true);
    }
    connect(dialog, &QInputDialog::textValueSelected, this, [this, before](const QString &typed) {
        const QString text = typed.trimmed();
        if (!text.isEmpty())
            Q_EMIT wanted(text.startsWith(before) ? text : before + text);
    });
    dialog->open();
}

void AddMenu::askRelease()
{
    auto *dialog = new QDialog(parentWidget());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowModality(Qt::WindowModal);
    dialog->setWindowTitle(tr("Helm release", "@title"));
    auto *form = new QFormLayout(dialog);
    form->setContentsMargins(24, 24, 24, 20);
    QList<QLineEdit *> fields;
    for (const QString &label :
         {tr("Context of kubectl:", "@label"), tr("Namespace:", "@label"), tr("Release:", "@label")}) {
        fields << new QLineEdit;
        form->addRow(label, fields.last());
    }
    auto *buttons = new QDialogButtonBox;
    auto *look = buttons->addButton(tr("Look at it", "@action"), QDialogButtonBox::AcceptRole);
    buttons->addButton(QDialogButtonBox::Cancel);
    look->setEnabled(false);
    form->addRow(buttons);
    const auto address = [fields] {
        QStringList parts;
        for (const QLineEdit *field : fields)
            parts << field->text().trimmed();
        return parts.contains(QString()) ? QString() : u"helm:"_s + parts.join(u'/');
    };
    for (const QLineEdit *field : std::as_const(fields))
        connect(field, &QLineEdit::textChanged, look, [=] { look->setEnabled(!address().isEmpty()); });
    connect(buttons, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    connect(dialog, &QDialog::accepted, this, [this, address] { Q_EMIT wanted(address()); });
    dialog->open();
}
