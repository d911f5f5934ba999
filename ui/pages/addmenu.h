// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QMenu>

/// Every way to name an installation: folder, file, container, machine over SSH, Helm release, address.
class AddMenu : public QMenu
{
    Q_OBJECT

public:
    explicit AddMenu(QWidget *parent);

Q_SIGNALS:
    /// What looking for it begins with.
    void wanted(const QString &hint);

private:
    void askFolder();
    void askFile();
    void askContainer();
    void askMachine();
    void askRelease();
    void askAddress();
    void ask(const QString &title, const QString &words, const QStringList &offered, const QString &before);
};
