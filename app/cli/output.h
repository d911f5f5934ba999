// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/result.h"

#include <QJsonValue>
#include <QString>

/// Where words go: results to standard output, progress and errors to standard error.
class Output
{
public:
    explicit Output(bool json);

    bool isJson() const { return m_json; }
    void text(const QString &line) const;         ///< a result for people; nothing with --json
    void document(const QJsonValue &value) const; ///< the one JSON document; nothing without --json
    void event(const QJsonObject &object) const;  ///< one JSON line; nothing without --json
    void raw(const QByteArray &bytes) const;      ///< as it is, with and without --json
    void progress(const QString &line) const;     ///< only on a terminal
    void error(const Error &error) const;

private:
    bool m_json;
    bool m_terminal;
};

/// Exit code of the contract for an error.
int exitCodeFor(const Error &error);
