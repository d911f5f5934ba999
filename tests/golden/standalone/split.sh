#!/bin/sh
# The upgrade as shell commands, to be read and to be run by hand, step after step. It stops at the first failure
# and takes nothing back by itself: the way back of each step stands below it.
set -eu
kept=${KEPT:-./kept-by-upgrade}
mkdir -p "$kept"
rc=0 out=

fail() { printf 'stopped: %s\n' "$*" >&2; exit 1; }
needs() { eval "[ -n \"\${$1:-}\" ]" || fail "set and export $1 to the password named $2"; }
confirm() { printf '%s\nIs it so: %s? [y/N] ' "$out" "$1" >/dev/tty; read -r yes </dev/tty && [ "$yes" = y ]; }
login() { printf 'user = "%s:%s"\n' "$1" "$(printf %s "$2" | sed 's/[\\"]/\\&/g')"; }
look() { rc=0; out=$(eval "$1" 2>&1) || rc=$?; }
holds_text() { case $out in *"$1"*) ;; *) return 1 ;; esac; }
holds_sum() { [ "$(sha256sum <"$2" | cut -c1-64)" = "$1" ]; }
listed() { ( cd "$1" && find . -type f -exec sha256sum {} + | LC_ALL=C sort -k 2 ); }
copied() { [ -e "$2" ] || { rm -rf "$2.copying" && cp -a "$1" "$2.copying" && sync && mv "$2.copying" "$2"; }; }
wait_for() { n=0; until eval "$2"; do n=$((n + 1)); [ "$n" -lt "$1" ] || fail "not seen in time: $3"; sleep 1; done; }

# 010-fetch-program: Fetch Kestra 1.3.44 to /opt/kestra/kestra-1.3.44 (not-needed)
echo '010-fetch-program: Fetch Kestra 1.3.44 to /opt/kestra/kestra-1.3.44'
rc=0; ( sh -c 'set -eu
source=$1 to=$2 name=$3 sum=$4 like=$5
say() { printf '\''%s\n'\'' "$*" >&2; }
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
  sum=$(awk -v name="$name" '\''$2 == name || $2 == "*" name { print $1; exit }'\'' "$part")
fi
if [ -z "$sum" ] && get "$source.sha256" "$part" 2>/dev/null; then sum=$(head -n 1 "$part" | cut -d '\'' '\'' -f 1); fi
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
chmod a+x -- "$to"' sh https://github.com/kestra-io/kestra/releases/download/v1.3.44/kestra-1.3.44 /opt/kestra/kestra-1.3.44 kestra-1.3.44 '' /opt/kestra/kestra-1.0.36 </dev/null ) || rc=$?
case $rc in 0) ;; *) fail "it ended with $rc" ;; esac

# 020-fetch-program: Fetch Kestra 2.0.8 to /opt/kestra/kestra-2.0.8 (not-needed)
echo '020-fetch-program: Fetch Kestra 2.0.8 to /opt/kestra/kestra-2.0.8'
rc=0; ( sh -c 'set -eu
source=$1 to=$2 name=$3 sum=$4 like=$5
say() { printf '\''%s\n'\'' "$*" >&2; }
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
  sum=$(awk -v name="$name" '\''$2 == name || $2 == "*" name { print $1; exit }'\'' "$part")
fi
if [ -z "$sum" ] && get "$source.sha256" "$part" 2>/dev/null; then sum=$(head -n 1 "$part" | cut -d '\'' '\'' -f 1); fi
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
chmod a+x -- "$to"' sh https://github.com/kestra-io/kestra/releases/download/v2.0.8/kestra-2.0.8 /opt/kestra/kestra-2.0.8 kestra-2.0.8 '' /opt/kestra/kestra-1.0.36 </dev/null ) || rc=$?
case $rc in 0) ;; *) fail "it ended with $rc" ;; esac

# 030-reload-units: Let systemd read its files (automatic)
echo '030-reload-units: Let systemd read its files'
rc=0; ( systemctl daemon-reload </dev/null ) || rc=$?
case $rc in 0) ;; *) fail "it ended with $rc" ;; esac
#   back: Let systemd read its files
#   rc=0; ( systemctl daemon-reload </dev/null ) || rc=$?
#   case $rc in 0) ;; *) fail "it ended with $rc" ;; esac

# 040-make-drop-in-folder: Make the folder /etc/systemd/system/green.service.d (automatic)
echo '040-make-drop-in-folder: Make the folder /etc/systemd/system/green.service.d'
rc=0; ( sh -c 'mkdir -p -- "$1"' sh /etc/systemd/system/green.service.d </dev/null ) || rc=$?
case $rc in 0) ;; *) fail "it ended with $rc" ;; esac
#   back: Remove the folder /etc/systemd/system/green.service.d when it is empty
#   rc=0; ( sh -c 'rmdir -- "$1" 2>/dev/null || :' sh /etc/systemd/system/green.service.d </dev/null ) || rc=$?
#   case $rc in 0) ;; *) fail "it ended with $rc" ;; esac

# 050-make-drop-in-folder: Make the folder /etc/systemd/system/kestra@worker.service.d (automatic)
echo '050-make-drop-in-folder: Make the folder /etc/systemd/system/kestra@worker.service.d'
rc=0; ( sh -c 'mkdir -p -- "$1"' sh /etc/systemd/system/kestra@worker.service.d </dev/null ) || rc=$?
case $rc in 0) ;; *) fail "it ended with $rc" ;; esac
#   back: Remove the folder /etc/systemd/system/kestra@worker.service.d when it is empty
#   rc=0; ( sh -c 'rmdir -- "$1" 2>/dev/null || :' sh /etc/systemd/system/kestra@worker.service.d </dev/null ) || rc=$?
#   case $rc in 0) ;; *) fail "it ended with $rc" ;; esac

# 060-make-drop-in-folder: Make the folder /etc/systemd/system/red.service.d (automatic)
echo '060-make-drop-in-folder: Make the folder /etc/systemd/system/red.service.d'
rc=0; ( sh -c 'mkdir -p -- "$1"' sh /etc/systemd/system/red.service.d </dev/null ) || rc=$?
case $rc in 0) ;; *) fail "it ended with $rc" ;; esac
#   back: Remove the folder /etc/systemd/system/red.service.d when it is empty
#   rc=0; ( sh -c 'rmdir -- "$1" 2>/dev/null || :' sh /etc/systemd/system/red.service.d </dev/null ) || rc=$?
#   case $rc in 0) ;; *) fail "it ended with $rc" ;; esac

# 070-give-time-to-stop: Write kestra-upgrade-grace.conf: time to stop beyond Kestra's own grace (automatic)
echo '070-give-time-to-stop: Write kestra-upgrade-grace.conf: time to stop beyond Kestra'\''s own grace'
[ -e /etc/systemd/system/green.service.d/kestra-upgrade-grace.conf ] || : >/etc/systemd/system/green.service.d/kestra-upgrade-grace.conf
if ! holds_sum dba60bfdc7bba7968c6703cfc98a2320461ca7ff1a38dd08ef010ab5a560bc3d /etc/systemd/system/green.service.d/kestra-upgrade-grace.conf; then
holds_sum e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 /etc/systemd/system/green.service.d/kestra-upgrade-grace.conf || fail 'the file was changed since the plan was made'
cp -p /etc/systemd/system/green.service.d/kestra-upgrade-grace.conf "$kept"/070-give-time-to-stop
patch -s /etc/systemd/system/green.service.d/kestra-upgrade-grace.conf <<'END'
--- before
+++ after
@@ -0,0 +1,3 @@
+# Kestra gives its running tasks 300 s to end: systemd must not cut in before.
+[Service]
+TimeoutStopSec=330
END
holds_sum dba60bfdc7bba7968c6703cfc98a2320461ca7ff1a38dd08ef010ab5a560bc3d /etc/systemd/system/green.service.d/kestra-upgrade-grace.conf || fail 'the file is not as planned'
fi
#   back: cp -p "$kept"/070-give-time-to-stop /etc/systemd/system/green.service.d/kestra-upgrade-grace.conf

# 080-give-time-to-stop: Write kestra-upgrade-grace.conf: time to stop beyond Kestra's own grace (automatic)
echo '080-give-time-to-stop: Write kestra-upgrade-grace.conf: time to stop beyond Kestra'\''s own grace'
[ -e /etc/systemd/system/kestra@worker.service.d/kestra-upgrade-grace.conf ] || : >/etc/systemd/system/kestra@worker.service.d/kestra-upgrade-grace.conf
if ! holds_sum dba60bfdc7bba7968c6703cfc98a2320461ca7ff1a38dd08ef010ab5a560bc3d /etc/systemd/system/kestra@worker.service.d/kestra-upgrade-grace.conf; then
holds_sum e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 /etc/systemd/system/kestra@worker.service.d/kestra-upgrade-grace.conf || fail 'the file was changed since the plan was made'
cp -p /etc/systemd/system/kestra@worker.service.d/kestra-upgrade-grace.conf "$kept"/080-give-time-to-stop
patch -s /etc/systemd/system/kestra@worker.service.d/kestra-upgrade-grace.conf <<'END'
--- before
+++ after
@@ -0,0 +1,3 @@
+# Kestra gives its running tasks 300 s to end: systemd must not cut in before.
+[Service]
+TimeoutStopSec=330
END
holds_sum dba60bfdc7bba7968c6703cfc98a2320461ca7ff1a38dd08ef010ab5a560bc3d /etc/systemd/system/kestra@worker.service.d/kestra-upgrade-grace.conf || fail 'the file is not as planned'
fi
#   back: cp -p "$kept"/080-give-time-to-stop /etc/systemd/system/kestra@worker.service.d/kestra-upgrade-grace.conf

# 090-give-time-to-stop: Write kestra-upgrade-grace.conf: time to stop beyond Kestra's own grace (automatic)
echo '090-give-time-to-stop: Write kestra-upgrade-grace.conf: time to stop beyond Kestra'\''s own grace'
[ -e /etc/systemd/system/red.service.d/kestra-upgrade-grace.conf ] || : >/etc/systemd/system/red.service.d/kestra-upgrade-grace.conf
if ! holds_sum dba60bfdc7bba7968c6703cfc98a2320461ca7ff1a38dd08ef010ab5a560bc3d /etc/systemd/system/red.service.d/kestra-upgrade-grace.conf; then
holds_sum e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 /etc/systemd/system/red.service.d/kestra-upgrade-grace.conf || fail 'the file was changed since the plan was made'
cp -p /etc/systemd/system/red.service.d/kestra-upgrade-grace.conf "$kept"/090-give-time-to-stop
patch -s /etc/systemd/system/red.service.d/kestra-upgrade-grace.conf <<'END'
--- before
+++ after
@@ -0,0 +1,3 @@
+# Kestra gives its running tasks 300 s to end: systemd must not cut in before.
+[Service]
+TimeoutStopSec=330
END
holds_sum dba60bfdc7bba7968c6703cfc98a2320461ca7ff1a38dd08ef010ab5a560bc3d /etc/systemd/system/red.service.d/kestra-upgrade-grace.conf || fail 'the file is not as planned'
fi
#   back: cp -p "$kept"/090-give-time-to-stop /etc/systemd/system/red.service.d/kestra-upgrade-grace.conf

# 100-reload-units: Let systemd read its files (not-needed)
echo '100-reload-units: Let systemd read its files'
rc=0; ( systemctl daemon-reload </dev/null ) || rc=$?
case $rc in 0) ;; *) fail "it ended with $rc" ;; esac

# 110-stop-red: Stop red (automatic)
echo '110-stop-red: Stop red'
rc=0; ( systemctl stop -- red.service </dev/null ) || rc=$?
case $rc in 0) ;; *) fail "it ended with $rc" ;; esac
{ look 'sh -c '\''[ "$(systemctl show -p MainPID --value -- "$1")" = 0 ] && ! systemctl is-active --quiet -- "$1"'\'' sh red.service'; [ "$rc" -eq 0 ]; } || fail "not seen afterwards: $out"
#   back: Start red
#   rc=0; ( sh -c 'systemctl reset-failed -- "$1" 2>/dev/null || :
#   exec systemctl start -- "$1"' sh red.service </dev/null ) || rc=$?
#   case $rc in 0) ;; *) fail "it ended with $rc" ;; esac
#   back: See red run
#   wait_for 300 '{ look '\''sh -c '\''\'\'''\''unit=$1 sql=$2
#   shift 2
#   told() { systemctl show -p "$1" --value -- "$unit"; }
#   state=$(told ActiveState)
#   restarts=$(told NRestarts)
#   case $state in
#     failed | inactive) ended=yes ;;
#     *) [ "${restarts:-0}" -gt 0 ] && ended=yes || ended= ;;
#   esac
#   if [ -n "$ended" ]; then
#     words=$(journalctl -q --no-pager -o cat -u "$unit" -n 100 2>/dev/null | grep -E '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''ERROR|FATAL|[Ee]rror'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' | tail -n 1 |
#       LC_ALL=C tr -cd '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''\40-\176'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' | cut -c 1-400)
#     printf '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''%s\n'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' "${words:-it is $state, started again $restarts times; see journalctl -u $unit}"
#     exit 3
#   fi
#   [ "$state" = active ] || exit 1
#   [ -n "$sql" ] || exit 0
#   [ "$("$@" -c "$sql" 2>/dev/null </dev/null)" = t ]'\''\'\'''\'' sh red.service '\''\'\'''\'''\''\'\'''\'''\''; [ "$rc" -eq 0 ]; }' 'red to run'

# 120-end-executions: Let executions under way end (not-needed)
echo '120-end-executions: Let executions under way end'
(wait_for 300 '{ look '\''printf '\''\'\'''\''%s\n'\''\'\'''\'' '\''\'\'''\''select flow_id as flow, jsonb_path_query_first("value", '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''$.taskRunList[*] ? (@.state.current == "RUNNING").taskId'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'') #>> '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''{}'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' as task, start_date as since, count(*) over () as total from executions where cast(state_current as text) in ('\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''CREATED'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'','\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'','\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RESTARTED'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'','\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''KILLING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'','\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RETRYING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'') order by start_date limit 50'\''\'\'''\'' | runuser -u postgres -- psql -p 5433 -X -A -t -v ON_ERROR_STOP=1 -d kestra'\''; confirm '\''0 absent'\''; }' 'the end of all executions under way') || :

# 130-stop-green: Stop green (automatic)
echo '130-stop-green: Stop green'
rc=0; ( systemctl stop -- green.service </dev/null ) || rc=$?
case $rc in 0) ;; *) fail "it ended with $rc" ;; esac
{ look 'sh -c '\''[ "$(systemctl show -p MainPID --value -- "$1")" = 0 ] && ! systemctl is-active --quiet -- "$1"'\'' sh green.service'; [ "$rc" -eq 0 ]; } || fail "not seen afterwards: $out"
#   back: Start green
#   rc=0; ( sh -c 'systemctl reset-failed -- "$1" 2>/dev/null || :
#   exec systemctl start -- "$1"' sh green.service </dev/null ) || rc=$?
#   case $rc in 0) ;; *) fail "it ended with $rc" ;; esac
#   back: See green run
#   wait_for 300 '{ look '\''sh -c '\''\'\'''\''unit=$1 sql=$2
#   shift 2
#   told() { systemctl show -p "$1" --value -- "$unit"; }
#   state=$(told ActiveState)
#   restarts=$(told NRestarts)
#   case $state in
#     failed | inactive) ended=yes ;;
#     *) [ "${restarts:-0}" -gt 0 ] && ended=yes || ended= ;;
#   esac
#   if [ -n "$ended" ]; then
#     words=$(journalctl -q --no-pager -o cat -u "$unit" -n 100 2>/dev/null | grep -E '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''ERROR|FATAL|[Ee]rror'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' | tail -n 1 |
#       LC_ALL=C tr -cd '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''\40-\176'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' | cut -c 1-400)
#     printf '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''%s\n'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' "${words:-it is $state, started again $restarts times; see journalctl -u $unit}"
#     exit 3
#   fi
#   [ "$state" = active ] || exit 1
#   [ -n "$sql" ] || exit 0
#   [ "$("$@" -c "$sql" 2>/dev/null </dev/null)" = t ]'\''\'\'''\'' sh green.service '\''\'\'''\'''\''\'\'''\'''\''; [ "$rc" -eq 0 ]; }' 'green to run'

# 140-stop-kestra@worker: Stop kestra@worker (automatic)
echo '140-stop-kestra@worker: Stop kestra@worker'
rc=0; ( systemctl stop -- kestra@worker.service </dev/null ) || rc=$?
case $rc in 0) ;; *) fail "it ended with $rc" ;; esac
{ look 'sh -c '\''[ "$(systemctl show -p MainPID --value -- "$1")" = 0 ] && ! systemctl is-active --quiet -- "$1"'\'' sh kestra@worker.service'; [ "$rc" -eq 0 ]; } || fail "not seen afterwards: $out"
#   back: Start kestra@worker
#   rc=0; ( sh -c 'systemctl reset-failed -- "$1" 2>/dev/null || :
#   exec systemctl start -- "$1"' sh kestra@worker.service </dev/null ) || rc=$?
#   case $rc in 0) ;; *) fail "it ended with $rc" ;; esac
#   back: See kestra@worker run
#   wait_for 300 '{ look '\''sh -c '\''\'\'''\''unit=$1 sql=$2
#   shift 2
#   told() { systemctl show -p "$1" --value -- "$unit"; }
#   state=$(told ActiveState)
#   restarts=$(told NRestarts)
#   case $state in
#     failed | inactive) ended=yes ;;
#     *) [ "${restarts:-0}" -gt 0 ] && ended=yes || ended= ;;
#   esac
#   if [ -n "$ended" ]; then
#     words=$(journalctl -q --no-pager -o cat -u "$unit" -n 100 2>/dev/null | grep -E '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''ERROR|FATAL|[Ee]rror'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' | tail -n 1 |
#       LC_ALL=C tr -cd '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''\40-\176'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' | cut -c 1-400)
#     printf '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''%s\n'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' "${words:-it is $state, started again $restarts times; see journalctl -u $unit}"
#     exit 3
#   fi
#   [ "$state" = active ] || exit 1
#   [ -n "$sql" ] || exit 0
#   [ "$("$@" -c "$sql" 2>/dev/null </dev/null)" = t ]'\''\'\'''\'' sh kestra@worker.service '\''\'\'''\'''\''\'\'''\'''\''; [ "$rc" -eq 0 ]; }' 'kestra@worker to run'

# 150-end-kestra@worker: Note how kestra@worker ended (0 and 143: by itself; 9: killed) (not-needed)
echo '150-end-kestra@worker: Note how kestra@worker ended (0 and 143: by itself; 9: killed)'
look 'systemctl show -p Result -p ExecMainCode -p ExecMainStatus -- kestra@worker.service'
printf '%s\n' "$out" >"$kept"/end-kestra@worker

# 160-stop-blue: Stop blue (automatic)
echo '160-stop-blue: Stop blue'
rc=0; ( systemctl stop -- blue.service </dev/null ) || rc=$?
case $rc in 0) ;; *) fail "it ended with $rc" ;; esac
{ look 'sh -c '\''[ "$(systemctl show -p MainPID --value -- "$1")" = 0 ] && ! systemctl is-active --quiet -- "$1"'\'' sh blue.service'; [ "$rc" -eq 0 ]; } || fail "not seen afterwards: $out"
#   back: Start blue
#   rc=0; ( sh -c 'systemctl reset-failed -- "$1" 2>/dev/null || :
#   exec systemctl start -- "$1"' sh blue.service </dev/null ) || rc=$?
#   case $rc in 0) ;; *) fail "it ended with $rc" ;; esac
#   back: See blue run
#   wait_for 300 '{ look '\''sh -c '\''\'\'''\''unit=$1 sql=$2
#   shift 2
#   told() { systemctl show -p "$1" --value -- "$unit"; }
#   state=$(told ActiveState)
#   restarts=$(told NRestarts)
#   case $state in
#     failed | inactive) ended=yes ;;
#     *) [ "${restarts:-0}" -gt 0 ] && ended=yes || ended= ;;
#   esac
#   if [ -n "$ended" ]; then
#     words=$(journalctl -q --no-pager -o cat -u "$unit" -n 100 2>/dev/null | grep -E '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''ERROR|FATAL|[Ee]rror'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' | tail -n 1 |
#       LC_ALL=C tr -cd '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''\40-\176'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' | cut -c 1-400)
#     printf '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''%s\n'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' "${words:-it is $state, started again $restarts times; see journalctl -u $unit}"
#     exit 3
#   fi
#   [ "$state" = active ] || exit 1
#   [ -n "$sql" ] || exit 0
#   [ "$("$@" -c "$sql" 2>/dev/null </dev/null)" = t ]'\''\'\'''\'' sh blue.service '\''\'\'''\'''\''\'\'''\'''\''; [ "$rc" -eq 0 ]; }' 'blue to run'

# 170-seal: Seal (not-needed)
echo '170-seal: Seal'
( cd /backup && find . -type f ! -name SHA256SUMS -exec sha256sum {} + >SHA256SUMS && sync )

# 180-reload-units: Let systemd read its files (automatic)
echo '180-reload-units: Let systemd read its files'
rc=0; ( systemctl daemon-reload </dev/null ) || rc=$?
case $rc in 0) ;; *) fail "it ended with $rc" ;; esac
#   back: Let systemd read its files
#   rc=0; ( systemctl daemon-reload </dev/null ) || rc=$?
#   case $rc in 0) ;; *) fail "it ended with $rc" ;; esac

# 190-set-version: Write 1.3.44 into kestra (automatic)
echo '190-set-version: Write 1.3.44 into kestra'
[ -e /etc/default/kestra ] || : >/etc/default/kestra
if ! holds_sum b3782b0b9c30eff7a19f9a7cabd5bbd5e21f57750c15a923c32bbf30afd2ca82 /etc/default/kestra; then
holds_sum a3e99bc75e6601c6f0f5816a9a788837b6785c8ad85740bb35b8ce98b2680ee6 /etc/default/kestra || fail 'the file was changed since the plan was made'
cp -p /etc/default/kestra "$kept"/190-set-version
patch -s /etc/default/kestra <<'END'
--- before
+++ after
@@ -2 +2 @@
-KESTRA_VERSION=1.0.36
+KESTRA_VERSION=1.3.44
END
holds_sum b3782b0b9c30eff7a19f9a7cabd5bbd5e21f57750c15a923c32bbf30afd2ca82 /etc/default/kestra || fail 'the file is not as planned'
fi
#   back: cp -p "$kept"/190-set-version /etc/default/kestra

# 200-set-version: Write 1.3.44 into override.conf (automatic)
echo '200-set-version: Write 1.3.44 into override.conf'
[ -e /etc/systemd/system/blue.service.d/override.conf ] || : >/etc/systemd/system/blue.service.d/override.conf
if ! holds_sum d9bd5cbdb59df2a8f1d49027ba4800249b10fea109183920945958ee6fed6a0c /etc/systemd/system/blue.service.d/override.conf; then
holds_sum bac4c8597daa8b19416aaadbcba64ef64677e6d09099ab02ad2676527561ec0f /etc/systemd/system/blue.service.d/override.conf || fail 'the file was changed since the plan was made'
cp -p /etc/systemd/system/blue.service.d/override.conf "$kept"/200-set-version
patch -s /etc/systemd/system/blue.service.d/override.conf <<'END'
--- before
+++ after
@@ -5 +5 @@
-    /opt/kestra/kestra-1.0.36 \
+    /opt/kestra/kestra-1.3.44 \
END
holds_sum d9bd5cbdb59df2a8f1d49027ba4800249b10fea109183920945958ee6fed6a0c /etc/systemd/system/blue.service.d/override.conf || fail 'the file is not as planned'
fi
#   back: cp -p "$kept"/200-set-version /etc/systemd/system/blue.service.d/override.conf

# 210-set-version: Write 1.3.44 into green.service (automatic)
echo '210-set-version: Write 1.3.44 into green.service'
[ -e /etc/systemd/system/green.service ] || : >/etc/systemd/system/green.service
if ! holds_sum 8f26660f1dfebc98d58bee8e559526075c80f7f9f7071d976af8992a9eb7439a /etc/systemd/system/green.service; then
holds_sum d643a0434de68215e30d6704df8a01794ca7574dab4faac6df77b24c10c0c814 /etc/systemd/system/green.service || fail 'the file was changed since the plan was made'
cp -p /etc/systemd/system/green.service "$kept"/210-set-version
patch -s /etc/systemd/system/green.service <<'END'
--- before
+++ after
@@ -10 +10 @@
-ExecStart=/bin/sh "/opt/kestra/kestra-1.0.36" server executor --config=application.yml
+ExecStart=/bin/sh "/opt/kestra/kestra-1.3.44" server executor --config=application.yml
END
holds_sum 8f26660f1dfebc98d58bee8e559526075c80f7f9f7071d976af8992a9eb7439a /etc/systemd/system/green.service || fail 'the file is not as planned'
fi
#   back: cp -p "$kept"/210-set-version /etc/systemd/system/green.service

# 220-set-version: Write 1.3.44 into start.sh (automatic)
echo '220-set-version: Write 1.3.44 into start.sh'
[ -e /opt/kestra/start.sh ] || : >/opt/kestra/start.sh
if ! holds_sum 9ef252bd718b886ec3bec9798cb562cc11f875630a38c52ea6bf83d9f0cff246 /opt/kestra/start.sh; then
holds_sum af536a28afe7fd339f1de2fd5fda7c2c3c7fed1da45d14f9e3d1244cae695dca /opt/kestra/start.sh || fail 'the file was changed since the plan was made'
cp -p /opt/kestra/start.sh "$kept"/220-set-version
patch -s /opt/kestra/start.sh <<'END'
--- before
+++ after
@@ -2 +2 @@
-PROGRAM="/opt/kestra/kestra-1.0.36"
+PROGRAM="/opt/kestra/kestra-1.3.44"
END
holds_sum 9ef252bd718b886ec3bec9798cb562cc11f875630a38c52ea6bf83d9f0cff246 /opt/kestra/start.sh || fail 'the file is not as planned'
fi
#   back: cp -p "$kept"/220-set-version /opt/kestra/start.sh

# 230-reload-units: Let systemd read its files (not-needed)
echo '230-reload-units: Let systemd read its files'
rc=0; ( systemctl daemon-reload </dev/null ) || rc=$?
case $rc in 0) ;; *) fail "it ended with $rc" ;; esac

# ---- point of no return: from here on the way back needs the backup ----

# 240-start-blue: Start blue alone: 1.3.44 migrates the database (from-backup)
echo '240-start-blue: Start blue alone: 1.3.44 migrates the database'
rc=0; ( sh -c 'systemctl reset-failed -- "$1" 2>/dev/null || :
exec systemctl start -- "$1"' sh blue.service </dev/null ) || rc=$?
case $rc in 0) ;; *) fail "it ended with $rc" ;; esac
#   back: Stop blue
#   rc=0; ( systemctl stop -- blue.service </dev/null ) || rc=$?
#   case $rc in 0) ;; *) fail "it ended with $rc" ;; esac
#   { look 'sh -c '\''[ "$(systemctl show -p MainPID --value -- "$1")" = 0 ] && ! systemctl is-active --quiet -- "$1"'\'' sh blue.service'; [ "$rc" -eq 0 ]; } || fail "not seen afterwards: $out"

# 250-see-blue: See blue at work on 1.3.44 (not-needed)
echo '250-see-blue: See blue at work on 1.3.44'
wait_for 14400 '{ look '\''sh -c '\''\'\'''\''unit=$1 sql=$2
shift 2
told() { systemctl show -p "$1" --value -- "$unit"; }
state=$(told ActiveState)
restarts=$(told NRestarts)
case $state in
  failed | inactive) ended=yes ;;
  *) [ "${restarts:-0}" -gt 0 ] && ended=yes || ended= ;;
esac
if [ -n "$ended" ]; then
  words=$(journalctl -q --no-pager -o cat -u "$unit" -n 100 2>/dev/null | grep -E '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''ERROR|FATAL|[Ee]rror'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' | tail -n 1 |
    LC_ALL=C tr -cd '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''\40-\176'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' | cut -c 1-400)
  printf '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''%s\n'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' "${words:-it is $state, started again $restarts times; see journalctl -u $unit}"
  exit 3
fi
[ "$state" = active ] || exit 1
[ -n "$sql" ] || exit 0
[ "$("$@" -c "$sql" 2>/dev/null </dev/null)" = t ]'\''\'\'''\'' sh blue.service '\''\'\'''\''select webserver >= 1 from (select coalesce(sum(case when service_type = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''WEBSERVER'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and state = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and ("value"->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''updatedAt'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')::timestamptz > now() - interval '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''15 seconds'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and "value"->'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''server'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''version'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''1.3.44'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' then 1 else 0 end), 0) as webserver, coalesce(sum(case when service_type = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''EXECUTOR'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and state = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and ("value"->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''updatedAt'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')::timestamptz > now() - interval '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''15 seconds'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and "value"->'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''server'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''version'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''1.3.44'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' then 1 else 0 end), 0) as executor, coalesce(sum(case when service_type = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''SCHEDULER'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and state = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and ("value"->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''updatedAt'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')::timestamptz > now() - interval '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''15 seconds'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and "value"->'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''server'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''version'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''1.3.44'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' then 1 else 0 end), 0) as scheduler, coalesce(sum(case when service_type = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''WORKER'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and state = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and ("value"->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''updatedAt'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')::timestamptz > now() - interval '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''15 seconds'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and "value"->'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''server'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''version'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''1.3.44'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' then 1 else 0 end), 0) as worker, coalesce(sum(case when service_type = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''INDEXER'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and state = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and ("value"->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''updatedAt'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')::timestamptz > now() - interval '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''15 seconds'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and "value"->'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''server'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''version'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''1.3.44'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' then 1 else 0 end), 0) as indexer, coalesce(sum(case when service_type = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''CONTROLLER'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and state = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and ("value"->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''updatedAt'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')::timestamptz > now() - interval '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''15 seconds'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and "value"->'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''server'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''version'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''1.3.44'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' then 1 else 0 end), 0) as controller, coalesce(sum(case when state = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and ("value"->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''updatedAt'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')::timestamptz > now() - interval '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''15 seconds'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and "value"->'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''server'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''version'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' <> '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''1.3.44'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' then 1 else 0 end), 0) as others from service_instance) signs'\''\'\'''\'' runuser -u postgres -- psql -p 5433 -X -q -A -t -d kestra'\''; [ "$rc" -eq 0 ]; }' 'blue to report as 1.3.44'

# 260-stop-blue: Stop blue (not-needed)
echo '260-stop-blue: Stop blue'
rc=0; ( systemctl stop -- blue.service </dev/null ) || rc=$?
case $rc in 0) ;; *) fail "it ended with $rc" ;; esac
{ look 'sh -c '\''[ "$(systemctl show -p MainPID --value -- "$1")" = 0 ] && ! systemctl is-active --quiet -- "$1"'\'' sh blue.service'; [ "$rc" -eq 0 ]; } || fail "not seen afterwards: $out"

# 270-migrate-metadata-kv: Run kestra migrate metadata kv (from-backup)
echo '270-migrate-metadata-kv: Run kestra migrate metadata kv'
rc=0; ( sh -c 'set -eu
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
exit "$rc"' sh blue.service '/usr/bin/java -jar /opt/kestra/kestra-1.3.44 migrate metadata kv -c application.yml' </dev/null ) || rc=$?
case $rc in 0) ;; *) fail "it ended with $rc" ;; esac
#   back: Stop blue
#   rc=0; ( systemctl stop -- blue.service </dev/null ) || rc=$?
#   case $rc in 0) ;; *) fail "it ended with $rc" ;; esac
#   { look 'sh -c '\''[ "$(systemctl show -p MainPID --value -- "$1")" = 0 ] && ! systemctl is-active --quiet -- "$1"'\'' sh blue.service'; [ "$rc" -eq 0 ]; } || fail "not seen afterwards: $out"

# 280-reload-units: Let systemd read its files (automatic)
echo '280-reload-units: Let systemd read its files'
rc=0; ( systemctl daemon-reload </dev/null ) || rc=$?
case $rc in 0) ;; *) fail "it ended with $rc" ;; esac
#   back: Let systemd read its files
#   rc=0; ( systemctl daemon-reload </dev/null ) || rc=$?
#   case $rc in 0) ;; *) fail "it ended with $rc" ;; esac

# 290-set-version: Write 2.0.8 into kestra (automatic)
echo '290-set-version: Write 2.0.8 into kestra'
[ -e /etc/default/kestra ] || : >/etc/default/kestra
if ! holds_sum cf85aaedbe6a1c92dd26417b26dc4a30e935b724adcee408f4416a65d072c9b3 /etc/default/kestra; then
holds_sum b3782b0b9c30eff7a19f9a7cabd5bbd5e21f57750c15a923c32bbf30afd2ca82 /etc/default/kestra || fail 'the file was changed since the plan was made'
cp -p /etc/default/kestra "$kept"/290-set-version
patch -s /etc/default/kestra <<'END'
--- before
+++ after
@@ -2 +2 @@
-KESTRA_VERSION=1.3.44
+KESTRA_VERSION=2.0.8
END
holds_sum cf85aaedbe6a1c92dd26417b26dc4a30e935b724adcee408f4416a65d072c9b3 /etc/default/kestra || fail 'the file is not as planned'
fi
#   back: cp -p "$kept"/290-set-version /etc/default/kestra

# 300-set-version: Write 2.0.8 into override.conf (automatic)
echo '300-set-version: Write 2.0.8 into override.conf'
[ -e /etc/systemd/system/blue.service.d/override.conf ] || : >/etc/systemd/system/blue.service.d/override.conf
if ! holds_sum 253f00dcec91a79eb0079e09e36fdf0252ea09d7430391bf7cd0c20b944ab7d9 /etc/systemd/system/blue.service.d/override.conf; then
holds_sum d9bd5cbdb59df2a8f1d49027ba4800249b10fea109183920945958ee6fed6a0c /etc/systemd/system/blue.service.d/override.conf || fail 'the file was changed since the plan was made'
cp -p /etc/systemd/system/blue.service.d/override.conf "$kept"/300-set-version
patch -s /etc/systemd/system/blue.service.d/override.conf <<'END'
--- before
+++ after
@@ -5 +5 @@
-    /opt/kestra/kestra-1.3.44 \
+    /opt/kestra/kestra-2.0.8 \
END
holds_sum 253f00dcec91a79eb0079e09e36fdf0252ea09d7430391bf7cd0c20b944ab7d9 /etc/systemd/system/blue.service.d/override.conf || fail 'the file is not as planned'
fi
#   back: cp -p "$kept"/300-set-version /etc/systemd/system/blue.service.d/override.conf

# 310-set-version: Write 2.0.8 into green.service (automatic)
echo '310-set-version: Write 2.0.8 into green.service'
[ -e /etc/systemd/system/green.service ] || : >/etc/systemd/system/green.service
if ! holds_sum 3b2e751080729ddb695d6e961d63b33eddfb18e1b56b3298c99ccd298ed7d2d8 /etc/systemd/system/green.service; then
holds_sum 8f26660f1dfebc98d58bee8e559526075c80f7f9f7071d976af8992a9eb7439a /etc/systemd/system/green.service || fail 'the file was changed since the plan was made'
cp -p /etc/systemd/system/green.service "$kept"/310-set-version
patch -s /etc/systemd/system/green.service <<'END'
--- before
+++ after
@@ -10 +10 @@
-ExecStart=/bin/sh "/opt/kestra/kestra-1.3.44" server executor --config=application.yml
+ExecStart=/bin/sh "/opt/kestra/kestra-2.0.8" server executor --config=application.yml
END
holds_sum 3b2e751080729ddb695d6e961d63b33eddfb18e1b56b3298c99ccd298ed7d2d8 /etc/systemd/system/green.service || fail 'the file is not as planned'
fi
#   back: cp -p "$kept"/310-set-version /etc/systemd/system/green.service

# 320-set-version: Write 2.0.8 into start.sh (automatic)
echo '320-set-version: Write 2.0.8 into start.sh'
[ -e /opt/kestra/start.sh ] || : >/opt/kestra/start.sh
if ! holds_sum 9a9c09372cef94464d0d5d693b35b92e2b9e61b56dcd1c6c498e3ff4f91b097f /opt/kestra/start.sh; then
holds_sum 9ef252bd718b886ec3bec9798cb562cc11f875630a38c52ea6bf83d9f0cff246 /opt/kestra/start.sh || fail 'the file was changed since the plan was made'
cp -p /opt/kestra/start.sh "$kept"/320-set-version
patch -s /opt/kestra/start.sh <<'END'
--- before
+++ after
@@ -2 +2 @@
-PROGRAM="/opt/kestra/kestra-1.3.44"
+PROGRAM="/opt/kestra/kestra-2.0.8"
END
holds_sum 9a9c09372cef94464d0d5d693b35b92e2b9e61b56dcd1c6c498e3ff4f91b097f /opt/kestra/start.sh || fail 'the file is not as planned'
fi
#   back: cp -p "$kept"/320-set-version /opt/kestra/start.sh

# 330-reload-units: Let systemd read its files (not-needed)
echo '330-reload-units: Let systemd read its files'
rc=0; ( systemctl daemon-reload </dev/null ) || rc=$?
case $rc in 0) ;; *) fail "it ended with $rc" ;; esac

# 340-start-blue: Start blue alone: 2.0.8 migrates the database (from-backup)
echo '340-start-blue: Start blue alone: 2.0.8 migrates the database'
rc=0; ( sh -c 'systemctl reset-failed -- "$1" 2>/dev/null || :
exec systemctl start -- "$1"' sh blue.service </dev/null ) || rc=$?
case $rc in 0) ;; *) fail "it ended with $rc" ;; esac
#   back: Stop blue
#   rc=0; ( systemctl stop -- blue.service </dev/null ) || rc=$?
#   case $rc in 0) ;; *) fail "it ended with $rc" ;; esac
#   { look 'sh -c '\''[ "$(systemctl show -p MainPID --value -- "$1")" = 0 ] && ! systemctl is-active --quiet -- "$1"'\'' sh blue.service'; [ "$rc" -eq 0 ]; } || fail "not seen afterwards: $out"

# 350-see-blue: See blue at work on 2.0.8 (not-needed)
echo '350-see-blue: See blue at work on 2.0.8'
wait_for 14400 '{ look '\''sh -c '\''\'\'''\''unit=$1 sql=$2
shift 2
told() { systemctl show -p "$1" --value -- "$unit"; }
state=$(told ActiveState)
restarts=$(told NRestarts)
case $state in
  failed | inactive) ended=yes ;;
  *) [ "${restarts:-0}" -gt 0 ] && ended=yes || ended= ;;
esac
if [ -n "$ended" ]; then
  words=$(journalctl -q --no-pager -o cat -u "$unit" -n 100 2>/dev/null | grep -E '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''ERROR|FATAL|[Ee]rror'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' | tail -n 1 |
    LC_ALL=C tr -cd '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''\40-\176'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' | cut -c 1-400)
  printf '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''%s\n'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' "${words:-it is $state, started again $restarts times; see journalctl -u $unit}"
  exit 3
fi
[ "$state" = active ] || exit 1
[ -n "$sql" ] || exit 0
[ "$("$@" -c "$sql" 2>/dev/null </dev/null)" = t ]'\''\'\'''\'' sh blue.service '\''\'\'''\''select webserver >= 1 from (select coalesce(sum(case when service_type = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''WEBSERVER'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and state = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and ("value"->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''updatedAt'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')::timestamptz > now() - interval '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''15 seconds'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and "value"->'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''server'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''version'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''2.0.8'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' then 1 else 0 end), 0) as webserver, coalesce(sum(case when service_type = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''EXECUTOR'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and state = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and ("value"->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''updatedAt'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')::timestamptz > now() - interval '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''15 seconds'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and "value"->'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''server'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''version'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''2.0.8'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' then 1 else 0 end), 0) as executor, coalesce(sum(case when service_type = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''SCHEDULER'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and state = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and ("value"->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''updatedAt'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')::timestamptz > now() - interval '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''15 seconds'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and "value"->'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''server'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''version'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''2.0.8'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' then 1 else 0 end), 0) as scheduler, coalesce(sum(case when service_type = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''WORKER'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and state = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and ("value"->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''updatedAt'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')::timestamptz > now() - interval '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''15 seconds'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and "value"->'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''server'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''version'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''2.0.8'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' then 1 else 0 end), 0) as worker, coalesce(sum(case when service_type = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''INDEXER'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and state = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and ("value"->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''updatedAt'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')::timestamptz > now() - interval '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''15 seconds'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and "value"->'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''server'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''version'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''2.0.8'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' then 1 else 0 end), 0) as indexer, coalesce(sum(case when service_type = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''CONTROLLER'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and state = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and ("value"->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''updatedAt'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')::timestamptz > now() - interval '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''15 seconds'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and "value"->'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''server'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''version'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''2.0.8'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' then 1 else 0 end), 0) as controller, coalesce(sum(case when state = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and ("value"->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''updatedAt'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')::timestamptz > now() - interval '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''15 seconds'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and "value"->'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''server'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''version'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' <> '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''2.0.8'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' then 1 else 0 end), 0) as others from service_instance) signs'\''\'\'''\'' runuser -u postgres -- psql -p 5433 -X -q -A -t -d kestra'\''; [ "$rc" -eq 0 ]; }' 'blue to report as 2.0.8'

# 360-start-green: Start green (automatic)
echo '360-start-green: Start green'
rc=0; ( sh -c 'systemctl reset-failed -- "$1" 2>/dev/null || :
exec systemctl start -- "$1"' sh green.service </dev/null ) || rc=$?
case $rc in 0) ;; *) fail "it ended with $rc" ;; esac
#   back: Stop green
#   rc=0; ( systemctl stop -- green.service </dev/null ) || rc=$?
#   case $rc in 0) ;; *) fail "it ended with $rc" ;; esac
#   { look 'sh -c '\''[ "$(systemctl show -p MainPID --value -- "$1")" = 0 ] && ! systemctl is-active --quiet -- "$1"'\'' sh green.service'; [ "$rc" -eq 0 ]; } || fail "not seen afterwards: $out"

# 370-see-green: See green at work on 2.0.8 (not-needed)
echo '370-see-green: See green at work on 2.0.8'
wait_for 300 '{ look '\''sh -c '\''\'\'''\''unit=$1 sql=$2
shift 2
told() { systemctl show -p "$1" --value -- "$unit"; }
state=$(told ActiveState)
restarts=$(told NRestarts)
case $state in
  failed | inactive) ended=yes ;;
  *) [ "${restarts:-0}" -gt 0 ] && ended=yes || ended= ;;
esac
if [ -n "$ended" ]; then
  words=$(journalctl -q --no-pager -o cat -u "$unit" -n 100 2>/dev/null | grep -E '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''ERROR|FATAL|[Ee]rror'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' | tail -n 1 |
    LC_ALL=C tr -cd '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''\40-\176'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' | cut -c 1-400)
  printf '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''%s\n'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' "${words:-it is $state, started again $restarts times; see journalctl -u $unit}"
  exit 3
fi
[ "$state" = active ] || exit 1
[ -n "$sql" ] || exit 0
[ "$("$@" -c "$sql" 2>/dev/null </dev/null)" = t ]'\''\'\'''\'' sh green.service '\''\'\'''\''select executor >= 1 from (select coalesce(sum(case when service_type = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''WEBSERVER'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and state = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and ("value"->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''updatedAt'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')::timestamptz > now() - interval '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''15 seconds'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and "value"->'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''server'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''version'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''2.0.8'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' then 1 else 0 end), 0) as webserver, coalesce(sum(case when service_type = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''EXECUTOR'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and state = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and ("value"->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''updatedAt'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')::timestamptz > now() - interval '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''15 seconds'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and "value"->'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''server'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''version'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''2.0.8'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' then 1 else 0 end), 0) as executor, coalesce(sum(case when service_type = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''SCHEDULER'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and state = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and ("value"->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''updatedAt'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')::timestamptz > now() - interval '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''15 seconds'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and "value"->'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''server'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''version'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''2.0.8'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' then 1 else 0 end), 0) as scheduler, coalesce(sum(case when service_type = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''WORKER'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and state = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and ("value"->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''updatedAt'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')::timestamptz > now() - interval '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''15 seconds'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and "value"->'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''server'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''version'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''2.0.8'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' then 1 else 0 end), 0) as worker, coalesce(sum(case when service_type = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''INDEXER'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and state = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and ("value"->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''updatedAt'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')::timestamptz > now() - interval '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''15 seconds'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and "value"->'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''server'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''version'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''2.0.8'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' then 1 else 0 end), 0) as indexer, coalesce(sum(case when service_type = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''CONTROLLER'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and state = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and ("value"->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''updatedAt'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')::timestamptz > now() - interval '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''15 seconds'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and "value"->'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''server'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''version'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''2.0.8'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' then 1 else 0 end), 0) as controller, coalesce(sum(case when state = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and ("value"->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''updatedAt'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')::timestamptz > now() - interval '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''15 seconds'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and "value"->'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''server'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''version'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' <> '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''2.0.8'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' then 1 else 0 end), 0) as others from service_instance) signs'\''\'\'''\'' runuser -u postgres -- psql -p 5433 -X -q -A -t -d kestra'\''; [ "$rc" -eq 0 ]; }' 'green to report as 2.0.8'

# 380-start-red: Start red (automatic)
echo '380-start-red: Start red'
rc=0; ( sh -c 'systemctl reset-failed -- "$1" 2>/dev/null || :
exec systemctl start -- "$1"' sh red.service </dev/null ) || rc=$?
case $rc in 0) ;; *) fail "it ended with $rc" ;; esac
#   back: Stop red
#   rc=0; ( systemctl stop -- red.service </dev/null ) || rc=$?
#   case $rc in 0) ;; *) fail "it ended with $rc" ;; esac
#   { look 'sh -c '\''[ "$(systemctl show -p MainPID --value -- "$1")" = 0 ] && ! systemctl is-active --quiet -- "$1"'\'' sh red.service'; [ "$rc" -eq 0 ]; } || fail "not seen afterwards: $out"

# 390-see-red: See red at work on 2.0.8 (not-needed)
echo '390-see-red: See red at work on 2.0.8'
wait_for 300 '{ look '\''sh -c '\''\'\'''\''unit=$1 sql=$2
shift 2
told() { systemctl show -p "$1" --value -- "$unit"; }
state=$(told ActiveState)
restarts=$(told NRestarts)
case $state in
  failed | inactive) ended=yes ;;
  *) [ "${restarts:-0}" -gt 0 ] && ended=yes || ended= ;;
esac
if [ -n "$ended" ]; then
  words=$(journalctl -q --no-pager -o cat -u "$unit" -n 100 2>/dev/null | grep -E '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''ERROR|FATAL|[Ee]rror'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' | tail -n 1 |
    LC_ALL=C tr -cd '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''\40-\176'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' | cut -c 1-400)
  printf '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''%s\n'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' "${words:-it is $state, started again $restarts times; see journalctl -u $unit}"
  exit 3
fi
[ "$state" = active ] || exit 1
[ -n "$sql" ] || exit 0
[ "$("$@" -c "$sql" 2>/dev/null </dev/null)" = t ]'\''\'\'''\'' sh red.service '\''\'\'''\''select scheduler >= 1 from (select coalesce(sum(case when service_type = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''WEBSERVER'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and state = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and ("value"->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''updatedAt'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')::timestamptz > now() - interval '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''15 seconds'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and "value"->'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''server'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''version'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''2.0.8'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' then 1 else 0 end), 0) as webserver, coalesce(sum(case when service_type = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''EXECUTOR'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and state = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and ("value"->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''updatedAt'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')::timestamptz > now() - interval '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''15 seconds'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and "value"->'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''server'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''version'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''2.0.8'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' then 1 else 0 end), 0) as executor, coalesce(sum(case when service_type = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''SCHEDULER'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and state = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and ("value"->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''updatedAt'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')::timestamptz > now() - interval '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''15 seconds'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and "value"->'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''server'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''version'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''2.0.8'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' then 1 else 0 end), 0) as scheduler, coalesce(sum(case when service_type = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''WORKER'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and state = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and ("value"->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''updatedAt'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')::timestamptz > now() - interval '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''15 seconds'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and "value"->'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''server'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''version'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''2.0.8'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' then 1 else 0 end), 0) as worker, coalesce(sum(case when service_type = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''INDEXER'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and state = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and ("value"->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''updatedAt'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')::timestamptz > now() - interval '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''15 seconds'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and "value"->'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''server'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''version'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''2.0.8'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' then 1 else 0 end), 0) as indexer, coalesce(sum(case when service_type = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''CONTROLLER'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and state = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and ("value"->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''updatedAt'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')::timestamptz > now() - interval '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''15 seconds'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and "value"->'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''server'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''version'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''2.0.8'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' then 1 else 0 end), 0) as controller, coalesce(sum(case when state = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and ("value"->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''updatedAt'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')::timestamptz > now() - interval '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''15 seconds'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and "value"->'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''server'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''version'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' <> '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''2.0.8'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' then 1 else 0 end), 0) as others from service_instance) signs'\''\'\'''\'' runuser -u postgres -- psql -p 5433 -X -q -A -t -d kestra'\''; [ "$rc" -eq 0 ]; }' 'red to report as 2.0.8'

# 400-start-kestra@worker: Start kestra@worker (automatic)
echo '400-start-kestra@worker: Start kestra@worker'
rc=0; ( sh -c 'systemctl reset-failed -- "$1" 2>/dev/null || :
exec systemctl start -- "$1"' sh kestra@worker.service </dev/null ) || rc=$?
case $rc in 0) ;; *) fail "it ended with $rc" ;; esac
#   back: Stop kestra@worker
#   rc=0; ( systemctl stop -- kestra@worker.service </dev/null ) || rc=$?
#   case $rc in 0) ;; *) fail "it ended with $rc" ;; esac
#   { look 'sh -c '\''[ "$(systemctl show -p MainPID --value -- "$1")" = 0 ] && ! systemctl is-active --quiet -- "$1"'\'' sh kestra@worker.service'; [ "$rc" -eq 0 ]; } || fail "not seen afterwards: $out"

# 410-see-kestra@worker: See kestra@worker at work on 2.0.8 (not-needed)
echo '410-see-kestra@worker: See kestra@worker at work on 2.0.8'
wait_for 300 '{ look '\''sh -c '\''\'\'''\''unit=$1 sql=$2
shift 2
told() { systemctl show -p "$1" --value -- "$unit"; }
state=$(told ActiveState)
restarts=$(told NRestarts)
case $state in
  failed | inactive) ended=yes ;;
  *) [ "${restarts:-0}" -gt 0 ] && ended=yes || ended= ;;
esac
if [ -n "$ended" ]; then
  words=$(journalctl -q --no-pager -o cat -u "$unit" -n 100 2>/dev/null | grep -E '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''ERROR|FATAL|[Ee]rror'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' | tail -n 1 |
    LC_ALL=C tr -cd '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''\40-\176'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' | cut -c 1-400)
  printf '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''%s\n'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' "${words:-it is $state, started again $restarts times; see journalctl -u $unit}"
  exit 3
fi
[ "$state" = active ] || exit 1
[ -n "$sql" ] || exit 0
[ "$("$@" -c "$sql" 2>/dev/null </dev/null)" = t ]'\''\'\'''\'' sh kestra@worker.service '\''\'\'''\''select worker >= 1 from (select coalesce(sum(case when service_type = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''WEBSERVER'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and state = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and ("value"->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''updatedAt'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')::timestamptz > now() - interval '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''15 seconds'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and "value"->'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''server'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''version'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''2.0.8'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' then 1 else 0 end), 0) as webserver, coalesce(sum(case when service_type = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''EXECUTOR'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and state = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and ("value"->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''updatedAt'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')::timestamptz > now() - interval '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''15 seconds'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and "value"->'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''server'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''version'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''2.0.8'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' then 1 else 0 end), 0) as executor, coalesce(sum(case when service_type = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''SCHEDULER'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and state = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and ("value"->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''updatedAt'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')::timestamptz > now() - interval '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''15 seconds'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and "value"->'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''server'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''version'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''2.0.8'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' then 1 else 0 end), 0) as scheduler, coalesce(sum(case when service_type = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''WORKER'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and state = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and ("value"->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''updatedAt'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')::timestamptz > now() - interval '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''15 seconds'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and "value"->'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''server'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''version'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''2.0.8'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' then 1 else 0 end), 0) as worker, coalesce(sum(case when service_type = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''INDEXER'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and state = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and ("value"->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''updatedAt'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')::timestamptz > now() - interval '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''15 seconds'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and "value"->'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''server'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''version'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''2.0.8'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' then 1 else 0 end), 0) as indexer, coalesce(sum(case when service_type = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''CONTROLLER'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and state = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and ("value"->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''updatedAt'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')::timestamptz > now() - interval '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''15 seconds'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and "value"->'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''server'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''version'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''2.0.8'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' then 1 else 0 end), 0) as controller, coalesce(sum(case when state = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and ("value"->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''updatedAt'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')::timestamptz > now() - interval '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''15 seconds'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and "value"->'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''server'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''version'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' <> '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''2.0.8'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' then 1 else 0 end), 0) as others from service_instance) signs'\''\'\'''\'' runuser -u postgres -- psql -p 5433 -X -q -A -t -d kestra'\''; [ "$rc" -eq 0 ]; }' 'kestra@worker to report as 2.0.8'
