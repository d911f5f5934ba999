// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/standalone/standaloneprocess.h"

#include <QDir>
#include <QSet>

using namespace Qt::StringLiterals;

namespace
{

QStringList nulSeparated(const QByteArray &base64)
{
    QStringList list;
    for (const QByteArray &one : QByteArray::fromBase64(base64).split('\0'))
        list.append(QString::fromUtf8(one));
    // Every word ends with a null byte.
    if (!list.isEmpty() && list.last().isEmpty())
        list.removeLast();
    return list;
}

/// "0::/system.slice/kestra.service" -> kestra.service; sessions and scopes are no units of their own.
QString unitOf(const QString &controlGroup)
{
    const QString last = controlGroup.section(u'/', -1);
    return last.endsWith(u".service") && !last.startsWith(u"user@") ? last : QString();
}

} // namespace

QString KestraProcess::absolute(const QString &path) const
{
    return QDir::cleanPath(path.startsWith(u'/') || path.isEmpty() ? path : folder + u'/' + path);
}

QString processListScript()
{
    return uR"sh(# processes of Kestra
packed() { base64 -w0; }
depth() { sed -n 's/^NSpid://p' "$1/status" | wc -w; }
own=$(depth /proc/self)
for p in /proc/[0-9]*; do
  grep -q -a -i kestra "$p/cmdline" 2>/dev/null || continue
  tr '\0' '\n' <"$p/cmdline" | grep -q -x server || continue
  # Deeper than we are: it lives in a container.
  [ "$(depth "$p")" = "$own" ] || continue
  environment=-
  [ ! -r "$p/environ" ] || environment=$(packed <"$p/environ")
  printf '%s %s %s %s %s %s %s\n' "${p#/proc/}" "$(sed -n 's/^PPid:[[:space:]]*//p' "$p/status")" "$(stat -c %U "$p")" \
    "$(grep -E '^0::|name=systemd' "$p/cgroup" | tail -n 1 | packed)=" "$(readlink "$p/cwd" | tr -d '\n' | packed)=" \
    "${environment:--}" "$(packed <"$p/cmdline")"
done 2>/dev/null)sh"_s;
}

QList<KestraProcess> parseProcesses(const QByteArray &output)
{
    QList<KestraProcess> processes;
    QSet<int> parents;
    for (const QByteArray &line : output.split('\n')) {
        const QList<QByteArray> cells = line.split(' ');
        if (cells.size() != 7)
            continue;
        KestraProcess process;
        process.pid = cells[0].toInt();
        process.user = QString::fromUtf8(cells[2]);
        const QString controlGroup = QString::fromUtf8(QByteArray::fromBase64(cells[3])).trimmed();
        process.unit = unitOf(controlGroup);
        process.ofUserManager = !process.unit.isEmpty() && controlGroup.contains(u"/user@"_s);
        process.folder = QString::fromUtf8(QByteArray::fromBase64(cells[4]));
        process.environmentSeen = cells[5] != "-";
        const QStringList assignments = process.environmentSeen ? nulSeparated(cells[5]) : QStringList();
        for (const QString &assignment : assignments)
            process.environment.insert(assignment.section(u'=', 0, 0), assignment.section(u'=', 1));
        const QStringList words = nulSeparated(cells[6]);
        const auto command = KestraCommand::from(words);
        if (!command || startsContainer(words))
            continue;
        process.command = *command;
        parents.insert(cells[1].toInt());
        processes.append(process);
    }
    // sudo and its like keep the words of what they started, and know neither its folder nor its environment.
    erase_if(processes, [&parents](const KestraProcess &process) { return parents.contains(process.pid); });
    return processes;
}

QString processScript()
{
    return uR"sh(set -eu
what=$1 folder=$2 role=$3 notes=$4/kestra-$3
shift 4
say() { printf '%s\n' "$*" >&2; }
# Process ids whose words are a program of the folder, then "server" and the role; none of containers.
depth() { sed -n 's/^NSpid://p' "$1/status" | wc -w; }
own=$(depth /proc/self)
found() {
  for p in /proc/[0-9]*; do
    grep -q -a -i kestra "$p/cmdline" && [ "$(depth "$p")" = "$own" ] || continue
    tr '\0' '\n' <"$p/cmdline" 2>/dev/null | folder=$folder role=$role cwd=$(readlink "$p/cwd" 2>/dev/null) awk '
      { path = $0; sub(/^\.\//, "", path); if (path !~ /^\//) path = ENVIRON["cwd"] "/" path
        name = path; sub(/.*\//, "", name)
        if (name ~ /^kestra/ && substr(path, 1, length(path) - length(name) - 1) == ENVIRON["folder"]) program = 1
        if (last == "server" && $0 == ENVIRON["role"] && program) hit = 1
        last = $0 }
      END { exit !hit }' && printf '%s\n' "${p#/proc/}"
  done 2>/dev/null
  return 0
}
# Of sudo and its like only what they started: they would kill it after a moment, had they to end.
innermost() {
  for pid in $1; do
    for other in $1; do
      [ "$(sed -n 's/^PPid:[[:space:]]*//p' "/proc/$other/status" 2>/dev/null)" != "$pid" ] || continue 2
    done
    echo "$pid"
    return
  done
}
quoted() { sed -z -n "s/'/'\\\\''/g; s/.*/ '&'/p" | tr -d '\0'; }
write_down() {
  [ -r "/proc/$1/environ" ] || { say "only its own user or root may see how process $1 was started"; exit 1; }
  umask 077
  mkdir -p -- "${notes%/*}"
  log=$(readlink "/proc/$1/fd/1" || :)
  [ -f "$log" ] || log=$folder/kestra-$role.log
  { sed -z -n "s/'/'\\\\''/g; s/^\([A-Za-z_][A-Za-z0-9_]*\)=\(.*\)\$/export \1='\2'/p" "/proc/$1/environ" | tr '\0' '\n'
    printf 'cd --%s\n' "$(readlink "/proc/$1/cwd" | tr -d '\n' | quoted)"
    printf 'run_user=%s\n' "$(stat -c %U "/proc/$1" | tr -d '\n' | quoted | sed 's/^ //')"
    printf 'run_log=%s\n' "$(printf %s "$log" | quoted | sed 's/^ //')"
    printf 'set --%s\n' "$(quoted <"/proc/$1/cmdline")"; } >"$notes.part"
  mv -f -- "$notes.part" "$notes"
}
# Runs the words of the notes: $1 start or once, $2 program, then the words of a one-off command.
by_notes() {
  [ -s "$notes" ] || { say "nothing says how kestra server $role was started; start it by hand"; exit 1; }
  env -i sh -c '
    notes=$1 mode=$2 program=$3
    shift 3
    own=$(for word do printf "%s\n" "$word"; done)
    . "$notes"
    count=$#
    done= served=
    while [ "$count" -gt 0 ]; do
      word=$1 count=$((count - 1))
      shift
      [ "$word" != server ] || { [ "$mode" = start ] || done=yes; }
      [ -z "$done" ] || continue
      case ${word##*/} in kestra | kestra-* | kestra.jar | kestra-ee*) [ -n "$served" ] || word=$program ;; esac
      [ "$word" != server ] || served=yes
      set -- "$@" "$word"
    done
    if [ "$mode" = once ]; then
      IFS="
"
      set -f
      set -- "$@" $own
      unset IFS
    fi
    unset notes program own count done word served
    if [ "$mode" = start ]; then exec >>"$run_log" 2>&1 </dev/null; set -- setsid nohup "$@"; fi
    if [ "$(id -u)" = 0 ] && [ "$run_user" != root ]; then
      set -- setpriv "--reuid=$run_user" "--regid=$(id -g "$run_user")" --init-groups -- "$@"
    fi
    unset mode run_user run_log
    exec "$@"' sh "$notes" "$@"
}
case $what in
  see)
    [ -n "$(found)" ] || exit 3 ;;
  stop)
    pids=$(found)
    [ -n "$pids" ] || exit 0
    pid=$(innermost "$pids")
    write_down "$pid"
    kill -TERM "$pid" 2>/dev/null || :
    left=$1
    while [ -n "$(found)" ]; do
      left=$((left - 1))
      [ "$left" -gt 0 ] || { say "kestra server $role still runs after $1 s; it was asked to end and is not killed"; exit 1; }
      sleep 1
    done ;;
  start)
    [ -z "$(found)" ] || exit 0
    by_notes start "$1" &
    left=30
    until [ -n "$(found)" ]; do
      left=$((left - 1))
      [ "$left" -gt 0 ] || { say "kestra server $role did not start"; exit 1; }
      sleep 1
    done ;;
  once)
    by_notes once "$@" ;;
  forget)
    rm -f -- "$notes" "$notes.part"
    rmdir -- "${notes%/*}" 2>/dev/null || : ;;
esac)sh"_s;
}
