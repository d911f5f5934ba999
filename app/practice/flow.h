// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/result.h"
#include "app/base/version.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

/// A flow as the engine reads its YAML: values as JSON.
class Flow
{
public:
    /// As a stored flow is read: properties that the version does not know are dropped without a word, an
    /// unknown type makes the flow unreadable.
    static Result<Flow> readStored(const QString &source, const Version &version);
    /// As at saving: unknown types and properties are refused.
    static Result<Flow> readStrict(const QString &source, const Version &version);

    QString id() const { return m_json[u"id"].toString(); }
    QString space() const { return m_json[u"namespace"].toString(); }
    bool isDisabled() const { return m_json[u"disabled"].toBool(); }
    QJsonObject json() const { return m_json; }
    QJsonArray triggers() const { return m_json[u"triggers"].toArray(); }
    /// The tasks in the order they run: loops unrolled, groups opened; each has "value" and "iteration" when
    /// it stands in a loop.
    QJsonArray flatTasks() const;

private:
    QJsonObject m_json;
};

/// Whether `type` is the current or an old name of "io.kestra.plugin.core.<shortName>".
bool isCoreType(const QString &type, QStringView shortName);
