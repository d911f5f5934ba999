// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/result.h"
#include "app/host/host.h"
#include "app/task/task.h"

#include <QList>
#include <QString>

#include <stop_token>

/// One file (or symbolic link, whose `sha256` is that of its target's name) below a folder.
struct FileFact {
    QString path; ///< relative, "/" between parts
    qint64 size = 0;
    QString sha256;

    bool operator==(const FileFact &) const = default;
};

/// Every file below a folder, sorted by path.
struct FileFacts {
    QList<FileFact> files;

    qint64 bytes() const;
    QString digest() const; ///< over path and content of every file
};

/// Reads every byte, in a thread for this machine, with find and sha256sum elsewhere. NotFound: no such
/// folder.
Task<Result<FileFacts>> fileFacts(Host *host, QString folder);
/// The same for this machine, in the caller's thread.
Result<FileFacts> localFileFacts(const QString &folder, std::stop_token stop);
