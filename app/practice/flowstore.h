// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/result.h"
#include "app/base/version.h"
#include "app/practice/flow.h"

#include <QHash>
#include <QList>
#include <QString>

#include <optional>

class Database;

/// One stored flow: the newest revision and whether this version can read it.
struct StoredFlow {
    QString space;
    QString id;
    QString tenant;
    QString source;
    int revision = 0;
    bool deleted = false;
    std::optional<Flow> flow; ///< nothing when this version cannot read it
    QString problem;
};

/// The table `flows`: every save is a new revision, a deletion one more. Keeps the newest ones in memory and
/// reads again only when the table has grown.
class FlowStore
{
public:
    FlowStore(Database &database, const Version &version)
        : m_database(database)
        , m_version(version)
    {
    }

    Result<QList<StoredFlow>> newest();
    std::optional<StoredFlow> find(const QString &space, const QString &id);
    /// Inserts the next revision, or nothing when the source is the newest already; gives the revision.
    Result<int> save(const QString &source);
    Result<bool> remove(const QString &space, const QString &id);
    /// Saves every *.yaml and *.yml of a folder; a refused one is logged and left out.
    Result<void> loadFolder(const QString &folder);

private:
    Result<void> insert(const StoredFlow &flow);

    Database &m_database;
    Version m_version;
    qint64 m_count = -1;
    QList<StoredFlow> m_newest;
};
