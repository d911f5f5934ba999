// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/base/component.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace
{

constexpr std::array<std::pair<Component, QStringView>, 8> names{{
    {Component::Webserver, u"webserver"},
    {Component::Executor, u"executor"},
    {Component::Scheduler, u"scheduler"},
    {Component::Worker, u"worker"},
    {Component::Indexer, u"indexer"},
    {Component::Controller, u"controller"},
    {Component::Standalone, u"standalone"},
    {Component::Database, u"database"},
}};

} // namespace

QString componentName(Component component)
{
    for (const auto &[value, name] : names) {
        if (value == component)
            return name.toString();
    }
    return {};
}

Component componentFromName(QStringView name)
{
    if (name == u"local")
        return Component::Standalone;
    for (const auto &[value, text] : names) {
        if (text == name)
            return value;
    }
    return Component::None;
}
