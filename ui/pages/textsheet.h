// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

class QWidget;

/// A sheet with a text to read, copy and save: a script, a list of commands, a report.
void showTextSheet(QWidget *parent, const QString &title, const QString &text, const QString &fileName);
/// Asks where to, and writes durably; says so when it cannot.
void saveText(QWidget *parent, const QString &title, const QString &fileName, const QByteArray &bytes);
