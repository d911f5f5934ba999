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

# 010-keep-program: Keep the program that runs as /opt/kestra/kestra.jar.1.0.36 (not-needed)
echo '010-keep-program: Keep the program that runs as /opt/kestra/kestra.jar.1.0.36'
rc=0; ( sh -c '[ -e "$2" ] || { cp -p -- "$1" "$2.part" && mv -- "$2.part" "$2"; }' sh /opt/kestra/kestra.jar /opt/kestra/kestra.jar.1.0.36 </dev/null ) || rc=$?
case $rc in 0) ;; *) fail "it ended with $rc" ;; esac

# 020-fetch-program: Fetch Kestra 1.3.44 to /opt/kestra/kestra-1.3.44 (not-needed)
echo '020-fetch-program: Fetch Kestra 1.3.44 to /opt/kestra/kestra-1.3.44'
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
chmod a+x -- "$to"' sh https://github.com/kestra-io/kestra/releases/download/v1.3.44/kestra-1.3.44 /opt/kestra/kestra-1.3.44 kestra-1.3.44 '' /opt/kestra/kestra.jar </dev/null ) || rc=$?
case $rc in 0) ;; *) fail "it ended with $rc" ;; esac

# 030-fetch-program: Fetch Kestra 2.0.8 to /opt/kestra/kestra-2.0.8 (not-needed)
echo '030-fetch-program: Fetch Kestra 2.0.8 to /opt/kestra/kestra-2.0.8'
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
chmod a+x -- "$to"' sh https://github.com/kestra-io/kestra/releases/download/v2.0.8/kestra-2.0.8 /opt/kestra/kestra-2.0.8 kestra-2.0.8 '' /opt/kestra/kestra.jar </dev/null ) || rc=$?
case $rc in 0) ;; *) fail "it ended with $rc" ;; esac

# 040-reload-units: Let systemd read its files (automatic)
echo '040-reload-units: Let systemd read its files'
rc=0; ( systemctl daemon-reload </dev/null ) || rc=$?
case $rc in 0) ;; *) fail "it ended with $rc" ;; esac
#   back: Let systemd read its files
#   rc=0; ( systemctl daemon-reload </dev/null ) || rc=$?
#   case $rc in 0) ;; *) fail "it ended with $rc" ;; esac

# 050-make-drop-in-folder: Make the folder /etc/systemd/system/kestra.service.d (automatic)
echo '050-make-drop-in-folder: Make the folder /etc/systemd/system/kestra.service.d'
rc=0; ( sh -c 'mkdir -p -- "$1"' sh /etc/systemd/system/kestra.service.d </dev/null ) || rc=$?
case $rc in 0) ;; *) fail "it ended with $rc" ;; esac
#   back: Remove the folder /etc/systemd/system/kestra.service.d when it is empty
#   rc=0; ( sh -c 'rmdir -- "$1" 2>/dev/null || :' sh /etc/systemd/system/kestra.service.d </dev/null ) || rc=$?
#   case $rc in 0) ;; *) fail "it ended with $rc" ;; esac

# 060-give-time-to-stop: Write kestra-upgrade-grace.conf: time to stop beyond Kestra's own grace (automatic)
echo '060-give-time-to-stop: Write kestra-upgrade-grace.conf: time to stop beyond Kestra'\''s own grace'
[ -e /etc/systemd/system/kestra.service.d/kestra-upgrade-grace.conf ] || : >/etc/systemd/system/kestra.service.d/kestra-upgrade-grace.conf
if ! holds_sum dba60bfdc7bba7968c6703cfc98a2320461ca7ff1a38dd08ef010ab5a560bc3d /etc/systemd/system/kestra.service.d/kestra-upgrade-grace.conf; then
holds_sum e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 /etc/systemd/system/kestra.service.d/kestra-upgrade-grace.conf || fail 'the file was changed since the plan was made'
cp -p /etc/systemd/system/kestra.service.d/kestra-upgrade-grace.conf "$kept"/060-give-time-to-stop
patch -s /etc/systemd/system/kestra.service.d/kestra-upgrade-grace.conf <<'END'
--- before
+++ after
@@ -0,0 +1,3 @@
+# Kestra gives its running tasks 300 s to end: systemd must not cut in before.
+[Service]
+TimeoutStopSec=330
END
holds_sum dba60bfdc7bba7968c6703cfc98a2320461ca7ff1a38dd08ef010ab5a560bc3d /etc/systemd/system/kestra.service.d/kestra-upgrade-grace.conf || fail 'the file is not as planned'
fi
#   back: cp -p "$kept"/060-give-time-to-stop /etc/systemd/system/kestra.service.d/kestra-upgrade-grace.conf

# 070-reload-units: Let systemd read its files (not-needed)
echo '070-reload-units: Let systemd read its files'
rc=0; ( systemctl daemon-reload </dev/null ) || rc=$?
case $rc in 0) ;; *) fail "it ended with $rc" ;; esac

# 080-end-executions: Let executions under way end (not-needed)
echo '080-end-executions: Let executions under way end'
(wait_for 300 '{ look '\''printf '\''\'\'''\''%s\n'\''\'\'''\'' '\''\'\'''\''select flow_id as flow, jsonb_path_query_first("value", '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''$.taskRunList[*] ? (@.state.current == "RUNNING").taskId'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'') #>> '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''{}'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' as task, start_date as since, count(*) over () as total from executions where cast(state_current as text) in ('\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''CREATED'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'','\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'','\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RESTARTED'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'','\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''KILLING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'','\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RETRYING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'') order by start_date limit 50'\''\'\'''\'' | runuser -u postgres -- psql -p 5433 -X -A -t -v ON_ERROR_STOP=1 -d kestra'\''; confirm '\''0 absent'\''; }' 'the end of all executions under way') || :

# 090-stop-kestra: Stop kestra (automatic)
echo '090-stop-kestra: Stop kestra'
rc=0; ( systemctl stop -- kestra.service </dev/null ) || rc=$?
case $rc in 0) ;; *) fail "it ended with $rc" ;; esac
{ look 'sh -c '\''[ "$(systemctl show -p MainPID --value -- "$1")" = 0 ] && ! systemctl is-active --quiet -- "$1"'\'' sh kestra.service'; [ "$rc" -eq 0 ]; } || fail "not seen afterwards: $out"
#   back: Start kestra
#   rc=0; ( sh -c 'systemctl reset-failed -- "$1" 2>/dev/null || :
#   exec systemctl start -- "$1"' sh kestra.service </dev/null ) || rc=$?
#   case $rc in 0) ;; *) fail "it ended with $rc" ;; esac
#   back: See kestra run
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
#   [ "$("$@" -c "$sql" 2>/dev/null </dev/null)" = t ]'\''\'\'''\'' sh kestra.service '\''\'\'''\'''\''\'\'''\'''\''; [ "$rc" -eq 0 ]; }' 'kestra to run'

# 100-end-kestra: Note how kestra ended (0 and 143: by itself; 9: killed) (not-needed)
echo '100-end-kestra: Note how kestra ended (0 and 143: by itself; 9: killed)'
look 'systemctl show -p Result -p ExecMainCode -p ExecMainStatus -- kestra.service'
printf '%s\n' "$out" >"$kept"/end-kestra

# 110-seal: Seal (not-needed)
echo '110-seal: Seal'
( cd /backup && find . -type f ! -name SHA256SUMS -exec sha256sum {} + >SHA256SUMS && sync )

# 120-set-program: Put kestra-1.3.44 in the place of /opt/kestra/kestra.jar (automatic)
echo '120-set-program: Put kestra-1.3.44 in the place of /opt/kestra/kestra.jar'
rc=0; ( sh -c 'set -eu
cp -p -- "$1" "$2.part"
sync -- "$2.part" 2>/dev/null || sync
mv -- "$2.part" "$2"' sh /opt/kestra/kestra-1.3.44 /opt/kestra/kestra.jar </dev/null ) || rc=$?
case $rc in 0) ;; *) fail "it ended with $rc" ;; esac
#   back: Put kestra.jar.1.0.36 in the place of /opt/kestra/kestra.jar
#   rc=0; ( sh -c 'set -eu
#   cp -p -- "$1" "$2.part"
#   sync -- "$2.part" 2>/dev/null || sync
#   mv -- "$2.part" "$2"' sh /opt/kestra/kestra.jar.1.0.36 /opt/kestra/kestra.jar </dev/null ) || rc=$?
#   case $rc in 0) ;; *) fail "it ended with $rc" ;; esac

# ---- point of no return: from here on the way back needs the backup ----

# 130-start-kestra: Start kestra alone: 1.3.44 migrates the database (from-backup)
echo '130-start-kestra: Start kestra alone: 1.3.44 migrates the database'
rc=0; ( sh -c 'systemctl reset-failed -- "$1" 2>/dev/null || :
exec systemctl start -- "$1"' sh kestra.service </dev/null ) || rc=$?
case $rc in 0) ;; *) fail "it ended with $rc" ;; esac
#   back: Stop kestra
#   rc=0; ( systemctl stop -- kestra.service </dev/null ) || rc=$?
#   case $rc in 0) ;; *) fail "it ended with $rc" ;; esac
#   { look 'sh -c '\''[ "$(systemctl show -p MainPID --value -- "$1")" = 0 ] && ! systemctl is-active --quiet -- "$1"'\'' sh kestra.service'; [ "$rc" -eq 0 ]; } || fail "not seen afterwards: $out"

# 140-see-kestra: See kestra at work on 1.3.44 (not-needed)
echo '140-see-kestra: See kestra at work on 1.3.44'
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
[ "$("$@" -c "$sql" 2>/dev/null </dev/null)" = t ]'\''\'\'''\'' sh kestra.service '\''\'\'''\''select webserver >= 1 and executor >= 1 and scheduler >= 1 and worker >= 1 from (select coalesce(sum(case when service_type = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''WEBSERVER'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and state = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and ("value"->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''updatedAt'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')::timestamptz > now() - interval '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''15 seconds'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and "value"->'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''server'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''version'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''1.3.44'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' then 1 else 0 end), 0) as webserver, coalesce(sum(case when service_type = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''EXECUTOR'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and state = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and ("value"->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''updatedAt'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')::timestamptz > now() - interval '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''15 seconds'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and "value"->'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''server'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''version'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''1.3.44'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' then 1 else 0 end), 0) as executor, coalesce(sum(case when service_type = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''SCHEDULER'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and state = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and ("value"->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''updatedAt'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')::timestamptz > now() - interval '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''15 seconds'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and "value"->'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''server'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''version'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''1.3.44'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' then 1 else 0 end), 0) as scheduler, coalesce(sum(case when service_type = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''WORKER'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and state = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and ("value"->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''updatedAt'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')::timestamptz > now() - interval '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''15 seconds'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and "value"->'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''server'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''version'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''1.3.44'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' then 1 else 0 end), 0) as worker, coalesce(sum(case when service_type = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''INDEXER'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and state = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and ("value"->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''updatedAt'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')::timestamptz > now() - interval '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''15 seconds'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and "value"->'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''server'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''version'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''1.3.44'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' then 1 else 0 end), 0) as indexer, coalesce(sum(case when service_type = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''CONTROLLER'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and state = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and ("value"->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''updatedAt'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')::timestamptz > now() - interval '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''15 seconds'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and "value"->'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''server'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''version'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''1.3.44'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' then 1 else 0 end), 0) as controller, coalesce(sum(case when state = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and ("value"->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''updatedAt'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')::timestamptz > now() - interval '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''15 seconds'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and "value"->'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''server'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''version'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' <> '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''1.3.44'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' then 1 else 0 end), 0) as others from service_instance) signs'\''\'\'''\'' runuser -u postgres -- psql -p 5433 -X -q -A -t -d kestra'\''; [ "$rc" -eq 0 ]; }' 'kestra to report as 1.3.44'

# 150-stop-kestra: Stop kestra (not-needed)
echo '150-stop-kestra: Stop kestra'
rc=0; ( systemctl stop -- kestra.service </dev/null ) || rc=$?
case $rc in 0) ;; *) fail "it ended with $rc" ;; esac
{ look 'sh -c '\''[ "$(systemctl show -p MainPID --value -- "$1")" = 0 ] && ! systemctl is-active --quiet -- "$1"'\'' sh kestra.service'; [ "$rc" -eq 0 ]; } || fail "not seen afterwards: $out"

# 160-migrate-metadata-kv: Run kestra migrate metadata kv (from-backup)
echo '160-migrate-metadata-kv: Run kestra migrate metadata kv'
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
exit "$rc"' sh kestra.service '/usr/bin/java -jar /opt/kestra/kestra.jar migrate metadata kv -c application.yml' </dev/null ) || rc=$?
case $rc in 0) ;; *) fail "it ended with $rc" ;; esac
#   back: Stop kestra
#   rc=0; ( systemctl stop -- kestra.service </dev/null ) || rc=$?
#   case $rc in 0) ;; *) fail "it ended with $rc" ;; esac
#   { look 'sh -c '\''[ "$(systemctl show -p MainPID --value -- "$1")" = 0 ] && ! systemctl is-active --quiet -- "$1"'\'' sh kestra.service'; [ "$rc" -eq 0 ]; } || fail "not seen afterwards: $out"

# 170-set-program: Put kestra-2.0.8 in the place of /opt/kestra/kestra.jar (automatic)
echo '170-set-program: Put kestra-2.0.8 in the place of /opt/kestra/kestra.jar'
rc=0; ( sh -c 'set -eu
cp -p -- "$1" "$2.part"
sync -- "$2.part" 2>/dev/null || sync
mv -- "$2.part" "$2"' sh /opt/kestra/kestra-2.0.8 /opt/kestra/kestra.jar </dev/null ) || rc=$?
case $rc in 0) ;; *) fail "it ended with $rc" ;; esac
#   back: Put kestra-1.3.44 in the place of /opt/kestra/kestra.jar
#   rc=0; ( sh -c 'set -eu
#   cp -p -- "$1" "$2.part"
#   sync -- "$2.part" 2>/dev/null || sync
#   mv -- "$2.part" "$2"' sh /opt/kestra/kestra-1.3.44 /opt/kestra/kestra.jar </dev/null ) || rc=$?
#   case $rc in 0) ;; *) fail "it ended with $rc" ;; esac

# 180-start-kestra: Start kestra alone: 2.0.8 migrates the database (from-backup)
echo '180-start-kestra: Start kestra alone: 2.0.8 migrates the database'
rc=0; ( sh -c 'systemctl reset-failed -- "$1" 2>/dev/null || :
exec systemctl start -- "$1"' sh kestra.service </dev/null ) || rc=$?
case $rc in 0) ;; *) fail "it ended with $rc" ;; esac
#   back: Stop kestra
#   rc=0; ( systemctl stop -- kestra.service </dev/null ) || rc=$?
#   case $rc in 0) ;; *) fail "it ended with $rc" ;; esac
#   { look 'sh -c '\''[ "$(systemctl show -p MainPID --value -- "$1")" = 0 ] && ! systemctl is-active --quiet -- "$1"'\'' sh kestra.service'; [ "$rc" -eq 0 ]; } || fail "not seen afterwards: $out"

# 190-see-kestra: See kestra at work on 2.0.8 (not-needed)
echo '190-see-kestra: See kestra at work on 2.0.8'
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
[ "$("$@" -c "$sql" 2>/dev/null </dev/null)" = t ]'\''\'\'''\'' sh kestra.service '\''\'\'''\''select webserver >= 1 and executor >= 1 and scheduler >= 1 and worker >= 1 from (select coalesce(sum(case when service_type = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''WEBSERVER'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and state = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and ("value"->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''updatedAt'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')::timestamptz > now() - interval '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''15 seconds'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and "value"->'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''server'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''version'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''2.0.8'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' then 1 else 0 end), 0) as webserver, coalesce(sum(case when service_type = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''EXECUTOR'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and state = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and ("value"->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''updatedAt'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')::timestamptz > now() - interval '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''15 seconds'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and "value"->'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''server'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''version'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''2.0.8'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' then 1 else 0 end), 0) as executor, coalesce(sum(case when service_type = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''SCHEDULER'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and state = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and ("value"->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''updatedAt'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')::timestamptz > now() - interval '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''15 seconds'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and "value"->'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''server'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''version'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''2.0.8'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' then 1 else 0 end), 0) as scheduler, coalesce(sum(case when service_type = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''WORKER'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and state = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and ("value"->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''updatedAt'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')::timestamptz > now() - interval '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''15 seconds'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and "value"->'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''server'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''version'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''2.0.8'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' then 1 else 0 end), 0) as worker, coalesce(sum(case when service_type = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''INDEXER'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and state = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and ("value"->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''updatedAt'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')::timestamptz > now() - interval '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''15 seconds'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and "value"->'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''server'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''version'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''2.0.8'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' then 1 else 0 end), 0) as indexer, coalesce(sum(case when service_type = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''CONTROLLER'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and state = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and ("value"->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''updatedAt'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')::timestamptz > now() - interval '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''15 seconds'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and "value"->'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''server'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''version'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''2.0.8'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' then 1 else 0 end), 0) as controller, coalesce(sum(case when state = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and ("value"->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''updatedAt'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')::timestamptz > now() - interval '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''15 seconds'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and "value"->'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''server'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''version'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' <> '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''2.0.8'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' then 1 else 0 end), 0) as others from service_instance) signs'\''\'\'''\'' runuser -u postgres -- psql -p 5433 -X -q -A -t -d kestra'\''; [ "$rc" -eq 0 ]; }' 'kestra to report as 2.0.8'
