// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/containeralive.h"

#include "app/installation/signs.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("ContainerAlive", text, "@info");
}

/// $1 to $3 filters, $4 image, $5 what to say when it is another, $6 statement, then the command that asks
/// the database. One answer: whether the containers run, what they run, and whose heartbeats are fresh.
QString aliveScript()
{
    return uR"sh(containers() { docker ps --all --no-trunc --filter "$first" --filter "$second" --filter "$third" "$@"; }
first=$1 second=$2 third=$3 image=$4 other=$5 sql=$6
shift 6
state=$(containers --format '{{.State}}' | sort -u | tr '\n' ' ')
log=
case $state in *exited*|*dead*|*restarting*)
  log=$(for id in $(containers --quiet); do docker logs --tail 100 "$id" 2>&1; done | grep -E 'ERROR|FATAL|[Ee]rror' | tail -n 1 | LC_ALL=C tr -cd '\40-\176' | tr -d '"\\' | cut -c 1-400);;
esac
planned=true
if [ -n "$image" ]; then
  wanted=$(docker image inspect --format '{{.Id}}' "$image" 2>/dev/null) || wanted=none
  for id in $(containers --quiet); do
    [ "$(docker inspect --format '{{.Image}}' "$id")" = "$wanted" ] || { planned=false; log=$other; }
  done
fi
signs=
[ -z "$sql" ] || signs=$("$@" -c "$sql" 2>/dev/null </dev/null) || signs=
printf '{"state":"%s","planned":%s,"signs":%s,"log":"%s"}\n' "$state" "$planned" "${signs:-null}" "$log")sh"_s;
}

} // namespace

WaitArgs containerAliveWait(const DatabaseAccess &access, const AliveDemand &demand)
{
    const QString other = tr("The container does not run the image that was fetched for it.");
    const bool asks = access.kind == DatabaseAccess::Kind::PostgreSql && access.secret.isEmpty();
    QStringList words{u"-c"_s, aliveScript(), u"sh"_s};
    for (qsizetype i = 0; i < 3; ++i)
        words.append(demand.filters.value(i, demand.filters.value(0)));
    words += {demand.image, QString(other).remove(u'"').remove(u'\\')};
    words.append(asks
                     ? u"select row_to_json(t) from (%1) t"_s.arg(signsStatement(access.kind, demand.version))
                     : QString());
    if (asks)
        words += access.psql() + QStringList{u"-X"_s, u"-q"_s, u"-A"_s, u"-t"_s, u"-d"_s, access.database};
    WaitArgs wait;
    wait.probe = Probe::command(u"sh"_s, words, 60);
    wait.conditions = {{u"json/state"_s, u"matches"_s, u"\\Arunning \\z"_s},
                       {u"json/planned"_s, u"equals"_s, true}};
    for (const Component kind : asks ? signKinds(demand.state.component, demand.version) : Components())
        wait.conditions.append(
            {u"json/signs/"_s + signColumn(kind), u"atLeast"_s, std::max(demand.state.replicas, 1)});
    wait.failWhen = {{u"json/state"_s, u"matches"_s, u"exited|dead|restarting"_s},
                     {u"json/planned"_s, u"equals"_s, false}};
    wait.reasonAt = u"json/log"_s;
    wait.intervalMs = 2000;
    wait.holdSeconds = asks ? 0 : 30;
    wait.stallHint = tr("%1 to report as %2").arg(demand.state.name, demand.version.toString());
    return wait;
}
