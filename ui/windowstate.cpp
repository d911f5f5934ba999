// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/windowstate.h"

#include <QSettings>
#include <QSplitter>

using namespace Qt::StringLiterals;

WindowState::WindowState(const QString &settingsPath)
    : m_path(settingsPath)
{
}

void WindowState::restore(QWidget *window) const
{
    if (m_path.isEmpty())
        return;
    const QSettings settings(m_path, QSettings::IniFormat);
    window->restoreGeometry(settings.value(u"window/geometry"_s).toByteArray());
    for (auto *splitter : window->findChildren<QSplitter *>()) {
        const QByteArray state = settings.value(u"window/split-"_s + splitter->objectName()).toByteArray();
        if (!state.isEmpty())
            splitter->restoreState(state);
    }
}

void WindowState::save(const QWidget *window) const
{
    if (m_path.isEmpty())
        return;
    QSettings settings(m_path, QSettings::IniFormat);
    settings.setValue(u"window/geometry"_s, window->saveGeometry());
    for (const auto *splitter : window->findChildren<QSplitter *>())
        settings.setValue(u"window/split-"_s + splitter->objectName(), splitter->saveState());
}

QString WindowState::theme() const
{
    return m_path.isEmpty() ? QString()
                            : QSettings(m_path, QSettings::IniFormat).value(u"window/theme"_s).toString();
}

void WindowState::setTheme(const QString &theme) const
{
    if (!m_path.isEmpty())
        QSettings(m_path, QSettings::IniFormat).setValue(u"window/theme"_s, theme);
}
