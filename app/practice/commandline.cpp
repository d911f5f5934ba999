// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/practice/commandline.h"

#include "app/practice/knobs.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace
{

const QHash<QString, QString> &shortNames()
{
    static const QHash<QString, QString> names{
        {u"-c"_s, u"config"_s}, {u"-p"_s, u"plugins"_s}, {u"-l"_s, u"log-level"_s}, {u"-f"_s, u"flow-path"_s},
        {u"-t"_s, u"thread"_s}, {u"-h"_s, u"help"_s},    {u"-V"_s, u"version"_s},   {u"-v"_s, u"verbose"_s}};
    return names;
}

const QSet<QString> &withValue()
{
    static const QSet<QString> names{u"version"_s,      u"components"_s, u"port"_s,      u"executions"_s,
                                     u"running"_s,      u"timeout"_s,    u"dir"_s,       u"config"_s,
                                     u"plugins"_s,      u"log-level"_s,  u"flow-path"_s, u"thread"_s,
                                     u"worker-thread"_s};
    return names;
}

const QSet<QString> &plain()
{
    static const QSet<QString> names{u"json"_s,         u"help"_s,       u"verbose"_s,
                                     u"no-tutorials"_s, u"no-indexer"_s, u"no-controller"_s,
                                     u"internal-log"_s, u"dry-run"_s,    u"sql"_s};
    return names;
}

} // namespace

Result<CommandLine> CommandLine::parse(const QStringList &arguments)
{
    CommandLine line;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments[i];
        if (!argument.startsWith(u'-') || argument == u"-"_s) {
            line.m_words.append(argument);
            continue;
        }
        const QString head = argument.section(u'=', 0, 0);
        const QString name = head.startsWith(u"--"_s) ? head.sliced(2) : shortNames().value(head);
        if (!withValue().contains(name) && !plain().contains(name))
            return failure(ErrorKind::Usage, u"Unknown option: '%1'"_s.arg(argument));
        if (argument.contains(u'='))
            line.m_options.insert(name, argument.section(u'=', 1));
        else if (withValue().contains(name) && i + 1 < arguments.size() && head != u"-V"_s)
            line.m_options.insert(name, arguments[++i]);
        else if (withValue().contains(name) && name != u"version"_s)
            return failure(ErrorKind::Usage, u"Missing required parameter for option '%1'"_s.arg(argument));
        else
            line.m_options.insert(name, {});
    }
    return line;
}

QString CommandLine::help()
{
    return uR"(practice-kestra: a stand-in Kestra made of real processes, to practise an upgrade on.

  up DIR --version V [--components all|separate] [--port N]   make the folder when it is new, start everything
  status DIR [--json]                      version, components with pids, schema version
  load DIR --executions N [--running N]    data, and tasks that run for ten seconds (2 by default)
  backup DIR FILE                          copy of the database, while it is in use; FILE must be new
  down DIR                                 stop everything
  start DIR [COMPONENT…]                   start what does not run, wait until it is at work
  stop DIR [COMPONENT…] [--timeout S]      SIGTERM, SIGKILL after S seconds (330)
Exit codes: 0 done, 1 not done, 2 wrong usage, 5 done, but something had to be killed.

As Kestra's own command line:
  server standalone|local|webserver|executor|scheduler|worker|indexer|controller
         [--dir DIR | -c FILE] [--port N] [-f FLOWS] [--worker-thread N] [--no-indexer]
  sys database migrate [--dir DIR | -c FILE]          up to 1.3
  migrate metadata kv|nsfiles|secrets [--dir DIR | -c FILE]
  migrate default-tenant [--dir DIR | -c FILE] [--dry-run]
  migrate plan | migrate run                          from 2.0
  --version
Without --dir the version comes from PRACTICE_VERSION or /app/VERSION and the configuration from
KESTRA_CONFIGURATION, MICRONAUT_CONFIG_FILES, /app/confs/application.yml or /etc/config/application.yaml.

)"_s + Knobs::help();
}
