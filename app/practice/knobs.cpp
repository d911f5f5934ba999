// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/practice/knobs.h"

using namespace Qt::StringLiterals;

Knobs::Knobs(const Version &version, const QString &component)
    : m_version(version)
    , m_component(component)
{
}

void Knobs::readEnvironment()
{
    for (const QString &pair : qEnvironmentVariable("PRACTICE_KNOBS").split(u',', Qt::SkipEmptyParts)) {
        const qsizetype equals = pair.indexOf(u'=');
        set(pair.left(equals).trimmed(), equals < 0 ? u"true"_s : pair.mid(equals + 1).trimmed());
    }
}

QString Knobs::value(const QString &name) const
{
    const QString exact = u'@' + m_version.toString();
    const QString line = u'@' + m_version.line();
    const QString part = u'/' + m_component;
    for (const QString &key :
         {name + exact + part, name + line + part, name + exact, name + line, name + part, name}) {
        if (const auto found = m_values.constFind(key); found != m_values.constEnd())
            return *found;
    }
    return {};
}

bool Knobs::isSet(const QString &name) const
{
    const QString text = value(name);
    return !text.isEmpty() && text != u"false"_s && text != u"0"_s;
}

double Knobs::number(const QString &name, double fallback) const
{
    bool ok = false;
    const double number = value(name).toDouble(&ok);
    return ok ? number : fallback;
}

bool Knobs::fails(const QString &stage) const
{
    return value(u"fail"_s).split(u'+').contains(stage);
}

QString Knobs::help()
{
    return uR"(Knobs, in practice.yaml under "knobs:" or in PRACTICE_KNOBS=name=value,name=value
(name@1.3, name@2.0.8, name/worker, name@2.0/worker narrow one to a version and a component):
  fail=migrate          the migration fails before its first script, exit 1
  fail=half-migrated    it fails after half of its scripts, which stay, exit 1
  fail=start            the process ends with 1 after the migration, before its ports open
  fail=health           /health answers 503 and DOWN
  fail=execution        every task ends FAILED
  slow-migration=S      the migration takes S seconds more; PRACTICE_SLOW=MS: MS ms per 1,000 executions
  slow-start=S          S seconds between open ports and a component at work
  slow-health=S         /health is DOWN for the first S seconds
  lie-health            /health says UP whatever happens; the component is never at work
  hang-on-stop          SIGTERM is ignored; only SIGKILL ends the process
  hang-on-start         no ports, no end (a host name that does not resolve)
  die-after=S           the process ends with 1 after S seconds
  refuse-login          every user name and password is refused
  refuse-newer          a newer schema is refused with exit 1 instead of a warning
  flow-trigger-limit=N  how many executions a Flow trigger of one process may start (default 50)
)"_s;
}
