// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/textsheet.h"

#include "ui/codeview.h"
#include "ui/icons.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QDialog>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMessageBox>
#include <QPushButton>
#include <QSaveFile>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text, const char *kind)
{
    return QCoreApplication::translate("TextSheet", text, kind);
}

} // namespace

void showTextSheet(QWidget *parent, const QString &title, const QString &text, const QString &fileName)
{
    auto *dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->resize(820, 560);
    auto *view = new CodeView;
    view->setCode(text, fileName);
    view->setAccessibleName(title);
    auto *copy = new QPushButton(symbol(u"edit-copy"_s), tr("Copy", "@action"));
    auto *save = new QPushButton(symbol(u"document-save"_s), tr("Save…", "@action"));
    auto *close = new QPushButton(tr("Close", "@action"));
    close->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(12, 8, 12, 12);
    buttons->addWidget(copy);
    buttons->addWidget(save);
    buttons->addStretch();
    buttons->addWidget(close);
    auto *column = new QVBoxLayout(dialog);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(view, 1);
    column->addLayout(buttons);
    QObject::connect(copy, &QPushButton::clicked, dialog,
                     [text] { QGuiApplication::clipboard()->setText(text); });
    QObject::connect(save, &QPushButton::clicked, dialog,
                     [=] { saveText(dialog, title, fileName, text.toUtf8()); });
    QObject::connect(close, &QPushButton::clicked, dialog, &QDialog::accept);
    dialog->open();
}

void saveText(QWidget *parent, const QString &title, const QString &fileName, const QByteArray &bytes)
{
    auto *dialog = new QFileDialog(parent, title, QDir::homePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(fileName);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, [parent, bytes](const QString &path) {
        QSaveFile file(path);
        if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
            return;
        auto *box = new QMessageBox(
            QMessageBox::Warning, tr("Not saved", "@title"),
            tr("%1 cannot be written: %2. Choose another folder.", "@error").arg(path, file.errorString()),
            QMessageBox::Ok, parent);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->open();
    });
    dialog->open();
}
