// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/standalone/standalonescripts.h"

using namespace Qt::StringLiterals;

QString startUnitScript()
{
    return uR"sh(systemctl reset-failed -- "$1" 2>/dev/null || :
exec systemctl start -- "$1")sh"_s;
}

QString seeUnitScript()
{
    return uR"sh(unit=$1 sql=$2
shift 2
told() { systemctl show -p "$1" --value -- "$unit"; }
state=$(told ActiveState)
restarts=$(told NRestarts)
case $state in
  failed | inactive) ended=yes ;;
  *) [ "${restarts:-0}" -gt 0 ] && ended=yes || ended= ;;
esac
if [ -n "$ended" ]; then
  words=$(journalctl -q --no-pager -o cat -u "$unit" -n 100 2>/dev/null | grep -E 'ERROR|FATAL|[Ee]rror' | tail -n 1 |
    LC_ALL=C tr -cd '\40-\176' | cut -c 1-400)
  printf '%s\n' "${words:-it is $state, started again $restarts times; see journalctl -u $unit}"
  exit 3
fi
[ "$state" = active ] || exit 1
[ -n "$sql" ] || exit 0
[ "$("$@" -c "$sql" 2>/dev/null </dev/null)" = t ])sh"_s;
}

QString onceUnitScript()
{
    return uR"sh(set -eu
unit=$1 line=$2
case $unit in
  *@*) once=kestra-upgrade-once@${unit#*@} ;;
  *) once=kestra-upgrade-once.service ;;
esac
file=/run/systemd/system/$once
mkdir -p -- "$file.d"
systemctl cat -- "$unit" >"$file"
cat >"$file.d/once.conf" <<END
[Service]
Type=oneshot
RemainAfterExit=no
Restart=no
WatchdogSec=0
TimeoutStartSec=infinity
SuccessExitStatus=
ExecCondition=
ExecStartPre=
ExecStart=
ExecStart=$line
ExecStartPost=
ExecReload=
ExecStop=
ExecStopPost=
END
systemctl daemon-reload
rc=0
systemctl start -- "$once" || rc=$?
journalctl -q --no-pager -o cat -u "$once" -n 200 2>/dev/null || :
systemctl reset-failed -- "$once" 2>/dev/null || :
rm -rf -- "$file" "$file.d"
systemctl daemon-reload
exit "$rc")sh"_s;
}

QString fetchScript()
{
    return uR"sh(set -eu
source=$1 to=$2 name=$3 sum=$4 like=$5
say() { printf '%s\n' "$*" >&2; }
get() {
  case $1 in
    *://*) curl -fsSL --retry 3 --connect-timeout 20 -o "$2" -- "$1" ;;
    *) cp -- "$1" "$2" ;;
  esac
}
sum_of() { sha256sum <"$1" | cut -c 1-64; }
umask 022
mkdir -p -- "$(dirname -- "$to")"
part=$to.part
[ ! -d "$source" ] || source=${source%/}/$name
if [ -z "$sum" ] && get "${source%/*}/checksums_sha256.txt" "$part" 2>/dev/null; then
  sum=$(awk -v name="$name" '$2 == name || $2 == "*" name { print $1; exit }' "$part")
fi
if [ -z "$sum" ] && get "$source.sha256" "$part" 2>/dev/null; then sum=$(head -n 1 "$part" | cut -d ' ' -f 1); fi
rm -f -- "$part"
if [ -e "$to" ]; then
  [ -z "$sum" ] || [ "$(sum_of "$to")" = "$sum" ] || { say "$to is there, but is not the one with the SHA-256 $sum; move it away"; exit 1; }
  echo "$to is there already"
else
  get "$source" "$part" || { rm -f -- "$part"; say "$source could not be loaded"; exit 1; }
  seen=$(sum_of "$part")
  if [ -z "$sum" ]; then
    echo "no SHA-256 of $name is published beside it; that of what was loaded is $seen"
  elif [ "$seen" != "$sum" ]; then
    rm -f -- "$part"
    say "$source has the SHA-256 $seen and not $sum; it was thrown away"
    exit 1
  fi
  chown --reference="$like" -- "$part" 2>/dev/null || :
  chmod --reference="$like" -- "$part"
  sync -- "$part" 2>/dev/null || sync
  mv -- "$part" "$to"
fi
chmod a+x -- "$to")sh"_s;
}

QString linkScript()
{
    return uR"sh(set -eu
ln -sfn -- "$1" "$2.new"
mv -T -- "$2.new" "$2")sh"_s;
}

QString replaceScript()
{
    return uR"sh(set -eu
cp -p -- "$1" "$2.part"
sync -- "$2.part" 2>/dev/null || sync
mv -- "$2.part" "$2")sh"_s;
}
