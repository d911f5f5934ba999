// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

class QWidget;

/// Where the window stood, how it was divided and which colours were chosen, kept in the settings of the
/// home.
class WindowState
{
public:
    /// An empty path keeps nothing.
    explicit WindowState(const QString &settingsPath = {});

    void restore(QWidget *window) const;
    void save(const QWidget *window) const;
    QString theme() const; ///< "", "light", "dark", "contrast"
    void setTheme(const QString &theme) const;

private:
    QString m_path;
};
