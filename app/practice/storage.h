// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/result.h"
#include "app/base/version.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

/// Kestra's internal storage of type local: KV values, namespace files and what executions wrote. From 0.23
/// everything lies below the tenant folder `main`.
class Storage
{
public:
    Storage(QString root, const Version &version);

    QString kvFile(const QString &space, const QString &key) const;
    QString namespaceFile(const QString &space, const QString &path) const;
    QString executionFolder(const QJsonObject &execution) const;
    QString root() const { return m_root; }

    Result<void> write(const QString &path, const QByteArray &bytes) const;
    QStringList kvKeys(const QString &space) const;
    /// Paths below `_files`, with a leading slash.
    QStringList namespaceFiles(const QString &space) const;
    /// All namespaces that have a folder with this name ("_kv", "_files").
    QStringList spacesWith(const QString &folder) const;
    /// The file behind "kestra:///…"; empty when it would leave the root.
    QString fileOfUri(const QString &uri) const;
    QString uriOfFile(const QString &path) const;

private:
    QString spaceFolder(const QString &space) const;

    QString m_root;
    QString m_tenant; ///< "main/" or nothing
};
