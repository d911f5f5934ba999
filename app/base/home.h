// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/result.h"

#include <QString>

/// Where this program keeps what is its own: the journal, the cache, the index of backups, the settings.
/// A plain value handed in by main(); tests hand in a folder of theirs.
class Home
{
public:
    /// `folder` empty: the XDG data and cache folders of the user. Folders are made on first use.
    static Result<Home> open(const QString &folder);

    QString journalPath() const;                   ///< runs.sqlite
    QString runFolder(const QString &runId) const; ///< tool output and kept files of one run
    QString backupsFolder() const;
    QString cacheFolder() const;
    QString settingsPath() const;
    QString root() const { return m_data; }

private:
    QString m_data;
    QString m_cache;
};
