// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/result.h"

#include <QStringList>

class Database;
class Storage;

/// The indexes over what lies in the storage: KV values from 1.1, namespace files from 1.2.
enum class MetadataKind { KeyValue, NamespaceFile };

Result<QStringList> indexedNames(Database &database, MetadataKind kind, const QString &space);
Result<void> addToIndex(Database &database, MetadataKind kind, const QString &space, const QString &name);
Result<void> removeFromIndex(Database &database, MetadataKind kind, const QString &space,
                             const QString &name);
/// `migrate metadata kv|nsfiles`: indexes everything that lies in the storage; how many were new.
Result<int> migrateMetadata(Database &database, const Storage &storage, MetadataKind kind);
