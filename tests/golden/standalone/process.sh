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

# 030-end-executions: Let executions under way end (not-needed)
echo '030-end-executions: Let executions under way end'
(wait_for 300 '{ look '\''printf '\''\'\'''\''%s\n'\''\'\'''\'' '\''\'\'''\''select flow_id as flow, jsonb_path_query_first("value", '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''$.taskRunList[*] ? (@.state.current == "RUNNING").taskId'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'') #>> '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''{}'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' as task, start_date as since, count(*) over () as total from executions where cast(state_current as text) in ('\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''CREATED'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'','\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'','\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RESTARTED'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'','\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''KILLING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'','\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RETRYING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'') order by start_date limit 50'\''\'\'''\'' | runuser -u postgres -- psql -p 5433 -X -A -t -v ON_ERROR_STOP=1 -d kestra'\''; confirm '\''0 absent'\''; }' 'the end of all executions under way') || :

# 040-stop-standalone: Stop standalone (automatic)
echo '040-stop-standalone: Stop standalone'
rc=0; ( sh -c 'set -eu
what=$1 folder=$2 role=$3 notes=$4/kestra-$3
shift 4
say() { printf '\''%s\n'\'' "$*" >&2; }
# Process ids whose words are a program of the folder, then "server" and the role; none of containers.
depth() { sed -n '\''s/^NSpid://p'\'' "$1/status" | wc -w; }
own=$(depth /proc/self)
found() {
  for p in /proc/[0-9]*; do
    grep -q -a -i kestra "$p/cmdline" && [ "$(depth "$p")" = "$own" ] || continue
    tr '\''\0'\'' '\''\n'\'' <"$p/cmdline" 2>/dev/null | folder=$folder role=$role cwd=$(readlink "$p/cwd" 2>/dev/null) awk '\''
      { path = $0; sub(/^\.\//, "", path); if (path !~ /^\//) path = ENVIRON["cwd"] "/" path
        name = path; sub(/.*\//, "", name)
        if (name ~ /^kestra/ && substr(path, 1, length(path) - length(name) - 1) == ENVIRON["folder"]) program = 1
        if (last == "server" && $0 == ENVIRON["role"] && program) hit = 1
        last = $0 }
      END { exit !hit }'\'' && printf '\''%s\n'\'' "${p#/proc/}"
  done 2>/dev/null
  return 0
}
# Of sudo and its like only what they started: they would kill it after a moment, had they to end.
innermost() {
  for pid in $1; do
    for other in $1; do
      [ "$(sed -n '\''s/^PPid:[[:space:]]*//p'\'' "/proc/$other/status" 2>/dev/null)" != "$pid" ] || continue 2
    done
    echo "$pid"
    return
  done
}
quoted() { sed -z -n "s/'\''/'\''\\\\'\'''\''/g; s/.*/ '\''&'\''/p" | tr -d '\''\0'\''; }
write_down() {
  [ -r "/proc/$1/environ" ] || { say "only its own user or root may see how process $1 was started"; exit 1; }
  umask 077
  mkdir -p -- "${notes%/*}"
  log=$(readlink "/proc/$1/fd/1" || :)
  [ -f "$log" ] || log=$folder/kestra-$role.log
  { sed -z -n "s/'\''/'\''\\\\'\'''\''/g; s/^\([A-Za-z_][A-Za-z0-9_]*\)=\(.*\)\$/export \1='\''\2'\''/p" "/proc/$1/environ" | tr '\''\0'\'' '\''\n'\''
    printf '\''cd --%s\n'\'' "$(readlink "/proc/$1/cwd" | tr -d '\''\n'\'' | quoted)"
    printf '\''run_user=%s\n'\'' "$(stat -c %U "/proc/$1" | tr -d '\''\n'\'' | quoted | sed '\''s/^ //'\'')"
    printf '\''run_log=%s\n'\'' "$(printf %s "$log" | quoted | sed '\''s/^ //'\'')"
    printf '\''set --%s\n'\'' "$(quoted <"/proc/$1/cmdline")"; } >"$notes.part"
  mv -f -- "$notes.part" "$notes"
}
# Runs the words of the notes: $1 start or once, $2 program, then the words of a one-off command.
by_notes() {
  [ -s "$notes" ] || { say "nothing says how kestra server $role was started; start it by hand"; exit 1; }
  env -i sh -c '\''
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
    exec "$@"'\'' sh "$notes" "$@"
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
esac' sh stop /opt/kestra standalone /opt/kestra/.kestra-upgrade 330 </dev/null ) || rc=$?
case $rc in 0) ;; *) fail "it ended with $rc" ;; esac
#   back: Start standalone
#   rc=0; ( sh -c 'set -eu
#   what=$1 folder=$2 role=$3 notes=$4/kestra-$3
#   shift 4
#   say() { printf '\''%s\n'\'' "$*" >&2; }
#   # Process ids whose words are a program of the folder, then "server" and the role; none of containers.
#   depth() { sed -n '\''s/^NSpid://p'\'' "$1/status" | wc -w; }
#   own=$(depth /proc/self)
#   found() {
#     for p in /proc/[0-9]*; do
#       grep -q -a -i kestra "$p/cmdline" && [ "$(depth "$p")" = "$own" ] || continue
#       tr '\''\0'\'' '\''\n'\'' <"$p/cmdline" 2>/dev/null | folder=$folder role=$role cwd=$(readlink "$p/cwd" 2>/dev/null) awk '\''
#         { path = $0; sub(/^\.\//, "", path); if (path !~ /^\//) path = ENVIRON["cwd"] "/" path
#           name = path; sub(/.*\//, "", name)
#           if (name ~ /^kestra/ && substr(path, 1, length(path) - length(name) - 1) == ENVIRON["folder"]) program = 1
#           if (last == "server" && $0 == ENVIRON["role"] && program) hit = 1
#           last = $0 }
#         END { exit !hit }'\'' && printf '\''%s\n'\'' "${p#/proc/}"
#     done 2>/dev/null
#     return 0
#   }
#   # Of sudo and its like only what they started: they would kill it after a moment, had they to end.
#   innermost() {
#     for pid in $1; do
#       for other in $1; do
#         [ "$(sed -n '\''s/^PPid:[[:space:]]*//p'\'' "/proc/$other/status" 2>/dev/null)" != "$pid" ] || continue 2
#       done
#       echo "$pid"
#       return
#     done
#   }
#   quoted() { sed -z -n "s/'\''/'\''\\\\'\'''\''/g; s/.*/ '\''&'\''/p" | tr -d '\''\0'\''; }
#   write_down() {
#     [ -r "/proc/$1/environ" ] || { say "only its own user or root may see how process $1 was started"; exit 1; }
#     umask 077
#     mkdir -p -- "${notes%/*}"
#     log=$(readlink "/proc/$1/fd/1" || :)
#     [ -f "$log" ] || log=$folder/kestra-$role.log
#     { sed -z -n "s/'\''/'\''\\\\'\'''\''/g; s/^\([A-Za-z_][A-Za-z0-9_]*\)=\(.*\)\$/export \1='\''\2'\''/p" "/proc/$1/environ" | tr '\''\0'\'' '\''\n'\''
#       printf '\''cd --%s\n'\'' "$(readlink "/proc/$1/cwd" | tr -d '\''\n'\'' | quoted)"
#       printf '\''run_user=%s\n'\'' "$(stat -c %U "/proc/$1" | tr -d '\''\n'\'' | quoted | sed '\''s/^ //'\'')"
#       printf '\''run_log=%s\n'\'' "$(printf %s "$log" | quoted | sed '\''s/^ //'\'')"
#       printf '\''set --%s\n'\'' "$(quoted <"/proc/$1/cmdline")"; } >"$notes.part"
#     mv -f -- "$notes.part" "$notes"
#   }
#   # Runs the words of the notes: $1 start or once, $2 program, then the words of a one-off command.
#   by_notes() {
#     [ -s "$notes" ] || { say "nothing says how kestra server $role was started; start it by hand"; exit 1; }
#     env -i sh -c '\''
#       notes=$1 mode=$2 program=$3
#       shift 3
#       own=$(for word do printf "%s\n" "$word"; done)
#       . "$notes"
#       count=$#
#       done= served=
#       while [ "$count" -gt 0 ]; do
#         word=$1 count=$((count - 1))
#         shift
#         [ "$word" != server ] || { [ "$mode" = start ] || done=yes; }
#         [ -z "$done" ] || continue
#         case ${word##*/} in kestra | kestra-* | kestra.jar | kestra-ee*) [ -n "$served" ] || word=$program ;; esac
#         [ "$word" != server ] || served=yes
#         set -- "$@" "$word"
#       done
#       if [ "$mode" = once ]; then
#         IFS="
#   "
#         set -f
#         set -- "$@" $own
#         unset IFS
#       fi
#       unset notes program own count done word served
#       if [ "$mode" = start ]; then exec >>"$run_log" 2>&1 </dev/null; set -- setsid nohup "$@"; fi
#       if [ "$(id -u)" = 0 ] && [ "$run_user" != root ]; then
#         set -- setpriv "--reuid=$run_user" "--regid=$(id -g "$run_user")" --init-groups -- "$@"
#       fi
#       unset mode run_user run_log
#       exec "$@"'\'' sh "$notes" "$@"
#   }
#   case $what in
#     see)
#       [ -n "$(found)" ] || exit 3 ;;
#     stop)
#       pids=$(found)
#       [ -n "$pids" ] || exit 0
#       pid=$(innermost "$pids")
#       write_down "$pid"
#       kill -TERM "$pid" 2>/dev/null || :
#       left=$1
#       while [ -n "$(found)" ]; do
#         left=$((left - 1))
#         [ "$left" -gt 0 ] || { say "kestra server $role still runs after $1 s; it was asked to end and is not killed"; exit 1; }
#         sleep 1
#       done ;;
#     start)
#       [ -z "$(found)" ] || exit 0
#       by_notes start "$1" &
#       left=30
#       until [ -n "$(found)" ]; do
#         left=$((left - 1))
#         [ "$left" -gt 0 ] || { say "kestra server $role did not start"; exit 1; }
#         sleep 1
#       done ;;
#     once)
#       by_notes once "$@" ;;
#     forget)
#       rm -f -- "$notes" "$notes.part"
#       rmdir -- "${notes%/*}" 2>/dev/null || : ;;
#   esac' sh start /opt/kestra standalone /opt/kestra/.kestra-upgrade /opt/kestra/kestra-1.0.36 </dev/null ) || rc=$?
#   case $rc in 0) ;; *) fail "it ended with $rc" ;; esac
#   back: See standalone run
#   wait_for 300 '{ look '\''sh -c '\''\'\'''\''set -eu
#   what=$1 folder=$2 role=$3 notes=$4/kestra-$3
#   shift 4
#   say() { printf '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''%s\n'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' "$*" >&2; }
#   # Process ids whose words are a program of the folder, then "server" and the role; none of containers.
#   depth() { sed -n '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''s/^NSpid://p'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' "$1/status" | wc -w; }
#   own=$(depth /proc/self)
#   found() {
#     for p in /proc/[0-9]*; do
#       grep -q -a -i kestra "$p/cmdline" && [ "$(depth "$p")" = "$own" ] || continue
#       tr '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''\0'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''\n'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' <"$p/cmdline" 2>/dev/null | folder=$folder role=$role cwd=$(readlink "$p/cwd" 2>/dev/null) awk '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''
#         { path = $0; sub(/^\.\//, "", path); if (path !~ /^\//) path = ENVIRON["cwd"] "/" path
#           name = path; sub(/.*\//, "", name)
#           if (name ~ /^kestra/ && substr(path, 1, length(path) - length(name) - 1) == ENVIRON["folder"]) program = 1
#           if (last == "server" && $0 == ENVIRON["role"] && program) hit = 1
#           last = $0 }
#         END { exit !hit }'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' && printf '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''%s\n'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' "${p#/proc/}"
#     done 2>/dev/null
#     return 0
#   }
#   # Of sudo and its like only what they started: they would kill it after a moment, had they to end.
#   innermost() {
#     for pid in $1; do
#       for other in $1; do
#         [ "$(sed -n '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''s/^PPid:[[:space:]]*//p'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' "/proc/$other/status" 2>/dev/null)" != "$pid" ] || continue 2
#       done
#       echo "$pid"
#       return
#     done
#   }
#   quoted() { sed -z -n "s/'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''/'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''\\\\'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'''\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''/g; s/.*/ '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''&'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''/p" | tr -d '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''\0'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''; }
#   write_down() {
#     [ -r "/proc/$1/environ" ] || { say "only its own user or root may see how process $1 was started"; exit 1; }
#     umask 077
#     mkdir -p -- "${notes%/*}"
#     log=$(readlink "/proc/$1/fd/1" || :)
#     [ -f "$log" ] || log=$folder/kestra-$role.log
#     { sed -z -n "s/'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''/'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''\\\\'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'''\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''/g; s/^\([A-Za-z_][A-Za-z0-9_]*\)=\(.*\)\$/export \1='\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''\2'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''/p" "/proc/$1/environ" | tr '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''\0'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''\n'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''
#       printf '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''cd --%s\n'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' "$(readlink "/proc/$1/cwd" | tr -d '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''\n'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' | quoted)"
#       printf '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''run_user=%s\n'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' "$(stat -c %U "/proc/$1" | tr -d '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''\n'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' | quoted | sed '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''s/^ //'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')"
#       printf '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''run_log=%s\n'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' "$(printf %s "$log" | quoted | sed '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''s/^ //'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')"
#       printf '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''set --%s\n'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' "$(quoted <"/proc/$1/cmdline")"; } >"$notes.part"
#     mv -f -- "$notes.part" "$notes"
#   }
#   # Runs the words of the notes: $1 start or once, $2 program, then the words of a one-off command.
#   by_notes() {
#     [ -s "$notes" ] || { say "nothing says how kestra server $role was started; start it by hand"; exit 1; }
#     env -i sh -c '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''
#       notes=$1 mode=$2 program=$3
#       shift 3
#       own=$(for word do printf "%s\n" "$word"; done)
#       . "$notes"
#       count=$#
#       done= served=
#       while [ "$count" -gt 0 ]; do
#         word=$1 count=$((count - 1))
#         shift
#         [ "$word" != server ] || { [ "$mode" = start ] || done=yes; }
#         [ -z "$done" ] || continue
#         case ${word##*/} in kestra | kestra-* | kestra.jar | kestra-ee*) [ -n "$served" ] || word=$program ;; esac
#         [ "$word" != server ] || served=yes
#         set -- "$@" "$word"
#       done
#       if [ "$mode" = once ]; then
#         IFS="
#   "
#         set -f
#         set -- "$@" $own
#         unset IFS
#       fi
#       unset notes program own count done word served
#       if [ "$mode" = start ]; then exec >>"$run_log" 2>&1 </dev/null; set -- setsid nohup "$@"; fi
#       if [ "$(id -u)" = 0 ] && [ "$run_user" != root ]; then
#         set -- setpriv "--reuid=$run_user" "--regid=$(id -g "$run_user")" --init-groups -- "$@"
#       fi
#       unset mode run_user run_log
#       exec "$@"'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' sh "$notes" "$@"
#   }
#   case $what in
#     see)
#       [ -n "$(found)" ] || exit 3 ;;
#     stop)
#       pids=$(found)
#       [ -n "$pids" ] || exit 0
#       pid=$(innermost "$pids")
#       write_down "$pid"
#       kill -TERM "$pid" 2>/dev/null || :
#       left=$1
#       while [ -n "$(found)" ]; do
#         left=$((left - 1))
#         [ "$left" -gt 0 ] || { say "kestra server $role still runs after $1 s; it was asked to end and is not killed"; exit 1; }
#         sleep 1
#       done ;;
#     start)
#       [ -z "$(found)" ] || exit 0
#       by_notes start "$1" &
#       left=30
#       until [ -n "$(found)" ]; do
#         left=$((left - 1))
#         [ "$left" -gt 0 ] || { say "kestra server $role did not start"; exit 1; }
#         sleep 1
#       done ;;
#     once)
#       by_notes once "$@" ;;
#     forget)
#       rm -f -- "$notes" "$notes.part"
#       rmdir -- "${notes%/*}" 2>/dev/null || : ;;
#   esac'\''\'\'''\'' sh see /opt/kestra standalone /opt/kestra/.kestra-upgrade'\''; [ "$rc" -eq 0 ]; }' 'standalone to run'
#   back: Remove the notes of how standalone was started
#   rc=0; ( sh -c 'set -eu
#   what=$1 folder=$2 role=$3 notes=$4/kestra-$3
#   shift 4
#   say() { printf '\''%s\n'\'' "$*" >&2; }
#   # Process ids whose words are a program of the folder, then "server" and the role; none of containers.
#   depth() { sed -n '\''s/^NSpid://p'\'' "$1/status" | wc -w; }
#   own=$(depth /proc/self)
#   found() {
#     for p in /proc/[0-9]*; do
#       grep -q -a -i kestra "$p/cmdline" && [ "$(depth "$p")" = "$own" ] || continue
#       tr '\''\0'\'' '\''\n'\'' <"$p/cmdline" 2>/dev/null | folder=$folder role=$role cwd=$(readlink "$p/cwd" 2>/dev/null) awk '\''
#         { path = $0; sub(/^\.\//, "", path); if (path !~ /^\//) path = ENVIRON["cwd"] "/" path
#           name = path; sub(/.*\//, "", name)
#           if (name ~ /^kestra/ && substr(path, 1, length(path) - length(name) - 1) == ENVIRON["folder"]) program = 1
#           if (last == "server" && $0 == ENVIRON["role"] && program) hit = 1
#           last = $0 }
#         END { exit !hit }'\'' && printf '\''%s\n'\'' "${p#/proc/}"
#     done 2>/dev/null
#     return 0
#   }
#   # Of sudo and its like only what they started: they would kill it after a moment, had they to end.
#   innermost() {
#     for pid in $1; do
#       for other in $1; do
#         [ "$(sed -n '\''s/^PPid:[[:space:]]*//p'\'' "/proc/$other/status" 2>/dev/null)" != "$pid" ] || continue 2
#       done
#       echo "$pid"
#       return
#     done
#   }
#   quoted() { sed -z -n "s/'\''/'\''\\\\'\'''\''/g; s/.*/ '\''&'\''/p" | tr -d '\''\0'\''; }
#   write_down() {
#     [ -r "/proc/$1/environ" ] || { say "only its own user or root may see how process $1 was started"; exit 1; }
#     umask 077
#     mkdir -p -- "${notes%/*}"
#     log=$(readlink "/proc/$1/fd/1" || :)
#     [ -f "$log" ] || log=$folder/kestra-$role.log
#     { sed -z -n "s/'\''/'\''\\\\'\'''\''/g; s/^\([A-Za-z_][A-Za-z0-9_]*\)=\(.*\)\$/export \1='\''\2'\''/p" "/proc/$1/environ" | tr '\''\0'\'' '\''\n'\''
#       printf '\''cd --%s\n'\'' "$(readlink "/proc/$1/cwd" | tr -d '\''\n'\'' | quoted)"
#       printf '\''run_user=%s\n'\'' "$(stat -c %U "/proc/$1" | tr -d '\''\n'\'' | quoted | sed '\''s/^ //'\'')"
#       printf '\''run_log=%s\n'\'' "$(printf %s "$log" | quoted | sed '\''s/^ //'\'')"
#       printf '\''set --%s\n'\'' "$(quoted <"/proc/$1/cmdline")"; } >"$notes.part"
#     mv -f -- "$notes.part" "$notes"
#   }
#   # Runs the words of the notes: $1 start or once, $2 program, then the words of a one-off command.
#   by_notes() {
#     [ -s "$notes" ] || { say "nothing says how kestra server $role was started; start it by hand"; exit 1; }
#     env -i sh -c '\''
#       notes=$1 mode=$2 program=$3
#       shift 3
#       own=$(for word do printf "%s\n" "$word"; done)
#       . "$notes"
#       count=$#
#       done= served=
#       while [ "$count" -gt 0 ]; do
#         word=$1 count=$((count - 1))
#         shift
#         [ "$word" != server ] || { [ "$mode" = start ] || done=yes; }
#         [ -z "$done" ] || continue
#         case ${word##*/} in kestra | kestra-* | kestra.jar | kestra-ee*) [ -n "$served" ] || word=$program ;; esac
#         [ "$word" != server ] || served=yes
#         set -- "$@" "$word"
#       done
#       if [ "$mode" = once ]; then
#         IFS="
#   "
#         set -f
#         set -- "$@" $own
#         unset IFS
#       fi
#       unset notes program own count done word served
#       if [ "$mode" = start ]; then exec >>"$run_log" 2>&1 </dev/null; set -- setsid nohup "$@"; fi
#       if [ "$(id -u)" = 0 ] && [ "$run_user" != root ]; then
#         set -- setpriv "--reuid=$run_user" "--regid=$(id -g "$run_user")" --init-groups -- "$@"
#       fi
#       unset mode run_user run_log
#       exec "$@"'\'' sh "$notes" "$@"
#   }
#   case $what in
#     see)
#       [ -n "$(found)" ] || exit 3 ;;
#     stop)
#       pids=$(found)
#       [ -n "$pids" ] || exit 0
#       pid=$(innermost "$pids")
#       write_down "$pid"
#       kill -TERM "$pid" 2>/dev/null || :
#       left=$1
#       while [ -n "$(found)" ]; do
#         left=$((left - 1))
#         [ "$left" -gt 0 ] || { say "kestra server $role still runs after $1 s; it was asked to end and is not killed"; exit 1; }
#         sleep 1
#       done ;;
#     start)
#       [ -z "$(found)" ] || exit 0
#       by_notes start "$1" &
#       left=30
#       until [ -n "$(found)" ]; do
#         left=$((left - 1))
#         [ "$left" -gt 0 ] || { say "kestra server $role did not start"; exit 1; }
#         sleep 1
#       done ;;
#     once)
#       by_notes once "$@" ;;
#     forget)
#       rm -f -- "$notes" "$notes.part"
#       rmdir -- "${notes%/*}" 2>/dev/null || : ;;
#   esac' sh forget /opt/kestra standalone /opt/kestra/.kestra-upgrade </dev/null ) || rc=$?
#   case $rc in 0) ;; *) fail "it ended with $rc" ;; esac

# 050-seal: Seal (not-needed)
echo '050-seal: Seal'
( cd /backup && find . -type f ! -name SHA256SUMS -exec sha256sum {} + >SHA256SUMS && sync )

# ---- point of no return: from here on the way back needs the backup ----

# 060-start-standalone: Start standalone alone: 1.3.44 migrates the database (from-backup)
echo '060-start-standalone: Start standalone alone: 1.3.44 migrates the database'
rc=0; ( sh -c 'set -eu
what=$1 folder=$2 role=$3 notes=$4/kestra-$3
shift 4
say() { printf '\''%s\n'\'' "$*" >&2; }
# Process ids whose words are a program of the folder, then "server" and the role; none of containers.
depth() { sed -n '\''s/^NSpid://p'\'' "$1/status" | wc -w; }
own=$(depth /proc/self)
found() {
  for p in /proc/[0-9]*; do
    grep -q -a -i kestra "$p/cmdline" && [ "$(depth "$p")" = "$own" ] || continue
    tr '\''\0'\'' '\''\n'\'' <"$p/cmdline" 2>/dev/null | folder=$folder role=$role cwd=$(readlink "$p/cwd" 2>/dev/null) awk '\''
      { path = $0; sub(/^\.\//, "", path); if (path !~ /^\//) path = ENVIRON["cwd"] "/" path
        name = path; sub(/.*\//, "", name)
        if (name ~ /^kestra/ && substr(path, 1, length(path) - length(name) - 1) == ENVIRON["folder"]) program = 1
        if (last == "server" && $0 == ENVIRON["role"] && program) hit = 1
        last = $0 }
      END { exit !hit }'\'' && printf '\''%s\n'\'' "${p#/proc/}"
  done 2>/dev/null
  return 0
}
# Of sudo and its like only what they started: they would kill it after a moment, had they to end.
innermost() {
  for pid in $1; do
    for other in $1; do
      [ "$(sed -n '\''s/^PPid:[[:space:]]*//p'\'' "/proc/$other/status" 2>/dev/null)" != "$pid" ] || continue 2
    done
    echo "$pid"
    return
  done
}
quoted() { sed -z -n "s/'\''/'\''\\\\'\'''\''/g; s/.*/ '\''&'\''/p" | tr -d '\''\0'\''; }
write_down() {
  [ -r "/proc/$1/environ" ] || { say "only its own user or root may see how process $1 was started"; exit 1; }
  umask 077
  mkdir -p -- "${notes%/*}"
  log=$(readlink "/proc/$1/fd/1" || :)
  [ -f "$log" ] || log=$folder/kestra-$role.log
  { sed -z -n "s/'\''/'\''\\\\'\'''\''/g; s/^\([A-Za-z_][A-Za-z0-9_]*\)=\(.*\)\$/export \1='\''\2'\''/p" "/proc/$1/environ" | tr '\''\0'\'' '\''\n'\''
    printf '\''cd --%s\n'\'' "$(readlink "/proc/$1/cwd" | tr -d '\''\n'\'' | quoted)"
    printf '\''run_user=%s\n'\'' "$(stat -c %U "/proc/$1" | tr -d '\''\n'\'' | quoted | sed '\''s/^ //'\'')"
    printf '\''run_log=%s\n'\'' "$(printf %s "$log" | quoted | sed '\''s/^ //'\'')"
    printf '\''set --%s\n'\'' "$(quoted <"/proc/$1/cmdline")"; } >"$notes.part"
  mv -f -- "$notes.part" "$notes"
}
# Runs the words of the notes: $1 start or once, $2 program, then the words of a one-off command.
by_notes() {
  [ -s "$notes" ] || { say "nothing says how kestra server $role was started; start it by hand"; exit 1; }
  env -i sh -c '\''
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
    exec "$@"'\'' sh "$notes" "$@"
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
esac' sh start /opt/kestra standalone /opt/kestra/.kestra-upgrade /opt/kestra/kestra-1.3.44 </dev/null ) || rc=$?
case $rc in 0) ;; *) fail "it ended with $rc" ;; esac
#   back: Stop standalone
#   rc=0; ( sh -c 'set -eu
#   what=$1 folder=$2 role=$3 notes=$4/kestra-$3
#   shift 4
#   say() { printf '\''%s\n'\'' "$*" >&2; }
#   # Process ids whose words are a program of the folder, then "server" and the role; none of containers.
#   depth() { sed -n '\''s/^NSpid://p'\'' "$1/status" | wc -w; }
#   own=$(depth /proc/self)
#   found() {
#     for p in /proc/[0-9]*; do
#       grep -q -a -i kestra "$p/cmdline" && [ "$(depth "$p")" = "$own" ] || continue
#       tr '\''\0'\'' '\''\n'\'' <"$p/cmdline" 2>/dev/null | folder=$folder role=$role cwd=$(readlink "$p/cwd" 2>/dev/null) awk '\''
#         { path = $0; sub(/^\.\//, "", path); if (path !~ /^\//) path = ENVIRON["cwd"] "/" path
#           name = path; sub(/.*\//, "", name)
#           if (name ~ /^kestra/ && substr(path, 1, length(path) - length(name) - 1) == ENVIRON["folder"]) program = 1
#           if (last == "server" && $0 == ENVIRON["role"] && program) hit = 1
#           last = $0 }
#         END { exit !hit }'\'' && printf '\''%s\n'\'' "${p#/proc/}"
#     done 2>/dev/null
#     return 0
#   }
#   # Of sudo and its like only what they started: they would kill it after a moment, had they to end.
#   innermost() {
#     for pid in $1; do
#       for other in $1; do
#         [ "$(sed -n '\''s/^PPid:[[:space:]]*//p'\'' "/proc/$other/status" 2>/dev/null)" != "$pid" ] || continue 2
#       done
#       echo "$pid"
#       return
#     done
#   }
#   quoted() { sed -z -n "s/'\''/'\''\\\\'\'''\''/g; s/.*/ '\''&'\''/p" | tr -d '\''\0'\''; }
#   write_down() {
#     [ -r "/proc/$1/environ" ] || { say "only its own user or root may see how process $1 was started"; exit 1; }
#     umask 077
#     mkdir -p -- "${notes%/*}"
#     log=$(readlink "/proc/$1/fd/1" || :)
#     [ -f "$log" ] || log=$folder/kestra-$role.log
#     { sed -z -n "s/'\''/'\''\\\\'\'''\''/g; s/^\([A-Za-z_][A-Za-z0-9_]*\)=\(.*\)\$/export \1='\''\2'\''/p" "/proc/$1/environ" | tr '\''\0'\'' '\''\n'\''
#       printf '\''cd --%s\n'\'' "$(readlink "/proc/$1/cwd" | tr -d '\''\n'\'' | quoted)"
#       printf '\''run_user=%s\n'\'' "$(stat -c %U "/proc/$1" | tr -d '\''\n'\'' | quoted | sed '\''s/^ //'\'')"
#       printf '\''run_log=%s\n'\'' "$(printf %s "$log" | quoted | sed '\''s/^ //'\'')"
#       printf '\''set --%s\n'\'' "$(quoted <"/proc/$1/cmdline")"; } >"$notes.part"
#     mv -f -- "$notes.part" "$notes"
#   }
#   # Runs the words of the notes: $1 start or once, $2 program, then the words of a one-off command.
#   by_notes() {
#     [ -s "$notes" ] || { say "nothing says how kestra server $role was started; start it by hand"; exit 1; }
#     env -i sh -c '\''
#       notes=$1 mode=$2 program=$3
#       shift 3
#       own=$(for word do printf "%s\n" "$word"; done)
#       . "$notes"
#       count=$#
#       done= served=
#       while [ "$count" -gt 0 ]; do
#         word=$1 count=$((count - 1))
#         shift
#         [ "$word" != server ] || { [ "$mode" = start ] || done=yes; }
#         [ -z "$done" ] || continue
#         case ${word##*/} in kestra | kestra-* | kestra.jar | kestra-ee*) [ -n "$served" ] || word=$program ;; esac
#         [ "$word" != server ] || served=yes
#         set -- "$@" "$word"
#       done
#       if [ "$mode" = once ]; then
#         IFS="
#   "
#         set -f
#         set -- "$@" $own
#         unset IFS
#       fi
#       unset notes program own count done word served
#       if [ "$mode" = start ]; then exec >>"$run_log" 2>&1 </dev/null; set -- setsid nohup "$@"; fi
#       if [ "$(id -u)" = 0 ] && [ "$run_user" != root ]; then
#         set -- setpriv "--reuid=$run_user" "--regid=$(id -g "$run_user")" --init-groups -- "$@"
#       fi
#       unset mode run_user run_log
#       exec "$@"'\'' sh "$notes" "$@"
#   }
#   case $what in
#     see)
#       [ -n "$(found)" ] || exit 3 ;;
#     stop)
#       pids=$(found)
#       [ -n "$pids" ] || exit 0
#       pid=$(innermost "$pids")
#       write_down "$pid"
#       kill -TERM "$pid" 2>/dev/null || :
#       left=$1
#       while [ -n "$(found)" ]; do
#         left=$((left - 1))
#         [ "$left" -gt 0 ] || { say "kestra server $role still runs after $1 s; it was asked to end and is not killed"; exit 1; }
#         sleep 1
#       done ;;
#     start)
#       [ -z "$(found)" ] || exit 0
#       by_notes start "$1" &
#       left=30
#       until [ -n "$(found)" ]; do
#         left=$((left - 1))
#         [ "$left" -gt 0 ] || { say "kestra server $role did not start"; exit 1; }
#         sleep 1
#       done ;;
#     once)
#       by_notes once "$@" ;;
#     forget)
#       rm -f -- "$notes" "$notes.part"
#       rmdir -- "${notes%/*}" 2>/dev/null || : ;;
#   esac' sh stop /opt/kestra standalone /opt/kestra/.kestra-upgrade 330 </dev/null ) || rc=$?
#   case $rc in 0) ;; *) fail "it ended with $rc" ;; esac

# 070-see-standalone: See standalone at work on 1.3.44 (not-needed)
echo '070-see-standalone: See standalone at work on 1.3.44'
wait_for 14400 '{ look '\''sh -c '\''\'\'''\''set -eu
what=$1 folder=$2 role=$3 notes=$4/kestra-$3
shift 4
say() { printf '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''%s\n'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' "$*" >&2; }
# Process ids whose words are a program of the folder, then "server" and the role; none of containers.
depth() { sed -n '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''s/^NSpid://p'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' "$1/status" | wc -w; }
own=$(depth /proc/self)
found() {
  for p in /proc/[0-9]*; do
    grep -q -a -i kestra "$p/cmdline" && [ "$(depth "$p")" = "$own" ] || continue
    tr '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''\0'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''\n'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' <"$p/cmdline" 2>/dev/null | folder=$folder role=$role cwd=$(readlink "$p/cwd" 2>/dev/null) awk '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''
      { path = $0; sub(/^\.\//, "", path); if (path !~ /^\//) path = ENVIRON["cwd"] "/" path
        name = path; sub(/.*\//, "", name)
        if (name ~ /^kestra/ && substr(path, 1, length(path) - length(name) - 1) == ENVIRON["folder"]) program = 1
        if (last == "server" && $0 == ENVIRON["role"] && program) hit = 1
        last = $0 }
      END { exit !hit }'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' && printf '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''%s\n'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' "${p#/proc/}"
  done 2>/dev/null
  return 0
}
# Of sudo and its like only what they started: they would kill it after a moment, had they to end.
innermost() {
  for pid in $1; do
    for other in $1; do
      [ "$(sed -n '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''s/^PPid:[[:space:]]*//p'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' "/proc/$other/status" 2>/dev/null)" != "$pid" ] || continue 2
    done
    echo "$pid"
    return
  done
}
quoted() { sed -z -n "s/'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''/'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''\\\\'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'''\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''/g; s/.*/ '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''&'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''/p" | tr -d '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''\0'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''; }
write_down() {
  [ -r "/proc/$1/environ" ] || { say "only its own user or root may see how process $1 was started"; exit 1; }
  umask 077
  mkdir -p -- "${notes%/*}"
  log=$(readlink "/proc/$1/fd/1" || :)
  [ -f "$log" ] || log=$folder/kestra-$role.log
  { sed -z -n "s/'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''/'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''\\\\'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'''\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''/g; s/^\([A-Za-z_][A-Za-z0-9_]*\)=\(.*\)\$/export \1='\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''\2'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''/p" "/proc/$1/environ" | tr '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''\0'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''\n'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''
    printf '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''cd --%s\n'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' "$(readlink "/proc/$1/cwd" | tr -d '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''\n'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' | quoted)"
    printf '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''run_user=%s\n'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' "$(stat -c %U "/proc/$1" | tr -d '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''\n'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' | quoted | sed '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''s/^ //'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')"
    printf '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''run_log=%s\n'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' "$(printf %s "$log" | quoted | sed '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''s/^ //'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')"
    printf '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''set --%s\n'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' "$(quoted <"/proc/$1/cmdline")"; } >"$notes.part"
  mv -f -- "$notes.part" "$notes"
}
# Runs the words of the notes: $1 start or once, $2 program, then the words of a one-off command.
by_notes() {
  [ -s "$notes" ] || { say "nothing says how kestra server $role was started; start it by hand"; exit 1; }
  env -i sh -c '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''
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
    exec "$@"'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' sh "$notes" "$@"
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
esac'\''\'\'''\'' sh see /opt/kestra standalone /opt/kestra/.kestra-upgrade'\''; [ "$rc" -eq 0 ]; }' 'standalone to report as 1.3.44'
sleep 10
{ look 'sh -c '\''set -eu
what=$1 folder=$2 role=$3 notes=$4/kestra-$3
shift 4
say() { printf '\''\'\'''\''%s\n'\''\'\'''\'' "$*" >&2; }
# Process ids whose words are a program of the folder, then "server" and the role; none of containers.
depth() { sed -n '\''\'\'''\''s/^NSpid://p'\''\'\'''\'' "$1/status" | wc -w; }
own=$(depth /proc/self)
found() {
  for p in /proc/[0-9]*; do
    grep -q -a -i kestra "$p/cmdline" && [ "$(depth "$p")" = "$own" ] || continue
    tr '\''\'\'''\''\0'\''\'\'''\'' '\''\'\'''\''\n'\''\'\'''\'' <"$p/cmdline" 2>/dev/null | folder=$folder role=$role cwd=$(readlink "$p/cwd" 2>/dev/null) awk '\''\'\'''\''
      { path = $0; sub(/^\.\//, "", path); if (path !~ /^\//) path = ENVIRON["cwd"] "/" path
        name = path; sub(/.*\//, "", name)
        if (name ~ /^kestra/ && substr(path, 1, length(path) - length(name) - 1) == ENVIRON["folder"]) program = 1
        if (last == "server" && $0 == ENVIRON["role"] && program) hit = 1
        last = $0 }
      END { exit !hit }'\''\'\'''\'' && printf '\''\'\'''\''%s\n'\''\'\'''\'' "${p#/proc/}"
  done 2>/dev/null
  return 0
}
# Of sudo and its like only what they started: they would kill it after a moment, had they to end.
innermost() {
  for pid in $1; do
    for other in $1; do
      [ "$(sed -n '\''\'\'''\''s/^PPid:[[:space:]]*//p'\''\'\'''\'' "/proc/$other/status" 2>/dev/null)" != "$pid" ] || continue 2
    done
    echo "$pid"
    return
  done
}
quoted() { sed -z -n "s/'\''\'\'''\''/'\''\'\'''\''\\\\'\''\'\'''\'''\''\'\'''\''/g; s/.*/ '\''\'\'''\''&'\''\'\'''\''/p" | tr -d '\''\'\'''\''\0'\''\'\'''\''; }
write_down() {
  [ -r "/proc/$1/environ" ] || { say "only its own user or root may see how process $1 was started"; exit 1; }
  umask 077
  mkdir -p -- "${notes%/*}"
  log=$(readlink "/proc/$1/fd/1" || :)
  [ -f "$log" ] || log=$folder/kestra-$role.log
  { sed -z -n "s/'\''\'\'''\''/'\''\'\'''\''\\\\'\''\'\'''\'''\''\'\'''\''/g; s/^\([A-Za-z_][A-Za-z0-9_]*\)=\(.*\)\$/export \1='\''\'\'''\''\2'\''\'\'''\''/p" "/proc/$1/environ" | tr '\''\'\'''\''\0'\''\'\'''\'' '\''\'\'''\''\n'\''\'\'''\''
    printf '\''\'\'''\''cd --%s\n'\''\'\'''\'' "$(readlink "/proc/$1/cwd" | tr -d '\''\'\'''\''\n'\''\'\'''\'' | quoted)"
    printf '\''\'\'''\''run_user=%s\n'\''\'\'''\'' "$(stat -c %U "/proc/$1" | tr -d '\''\'\'''\''\n'\''\'\'''\'' | quoted | sed '\''\'\'''\''s/^ //'\''\'\'''\'')"
    printf '\''\'\'''\''run_log=%s\n'\''\'\'''\'' "$(printf %s "$log" | quoted | sed '\''\'\'''\''s/^ //'\''\'\'''\'')"
    printf '\''\'\'''\''set --%s\n'\''\'\'''\'' "$(quoted <"/proc/$1/cmdline")"; } >"$notes.part"
  mv -f -- "$notes.part" "$notes"
}
# Runs the words of the notes: $1 start or once, $2 program, then the words of a one-off command.
by_notes() {
  [ -s "$notes" ] || { say "nothing says how kestra server $role was started; start it by hand"; exit 1; }
  env -i sh -c '\''\'\'''\''
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
    exec "$@"'\''\'\'''\'' sh "$notes" "$@"
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
esac'\'' sh see /opt/kestra standalone /opt/kestra/.kestra-upgrade'; [ "$rc" -eq 0 ]; } || fail "no more so after 10 s: $out"

# 080-hear-standalone: See standalone at work on 1.3.44 (not-needed)
echo '080-hear-standalone: See standalone at work on 1.3.44'
wait_for 14400 '{ look '\''printf '\''\'\'''\''%s\n'\''\'\'''\'' '\''\'\'''\''select coalesce(sum(case when service_type = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''WEBSERVER'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and state = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and ("value"->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''updatedAt'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')::timestamptz > now() - interval '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''15 seconds'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and "value"->'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''server'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''version'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''1.3.44'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' then 1 else 0 end), 0) as webserver, coalesce(sum(case when service_type = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''EXECUTOR'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and state = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and ("value"->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''updatedAt'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')::timestamptz > now() - interval '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''15 seconds'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and "value"->'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''server'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''version'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''1.3.44'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' then 1 else 0 end), 0) as executor, coalesce(sum(case when service_type = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''SCHEDULER'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and state = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and ("value"->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''updatedAt'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')::timestamptz > now() - interval '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''15 seconds'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and "value"->'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''server'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''version'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''1.3.44'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' then 1 else 0 end), 0) as scheduler, coalesce(sum(case when service_type = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''WORKER'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and state = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and ("value"->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''updatedAt'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')::timestamptz > now() - interval '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''15 seconds'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and "value"->'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''server'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''version'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''1.3.44'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' then 1 else 0 end), 0) as worker, coalesce(sum(case when service_type = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''INDEXER'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and state = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and ("value"->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''updatedAt'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')::timestamptz > now() - interval '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''15 seconds'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and "value"->'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''server'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''version'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''1.3.44'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' then 1 else 0 end), 0) as indexer, coalesce(sum(case when service_type = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''CONTROLLER'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and state = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and ("value"->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''updatedAt'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')::timestamptz > now() - interval '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''15 seconds'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and "value"->'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''server'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''version'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''1.3.44'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' then 1 else 0 end), 0) as controller, coalesce(sum(case when state = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and ("value"->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''updatedAt'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')::timestamptz > now() - interval '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''15 seconds'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and "value"->'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''server'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''version'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' <> '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''1.3.44'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' then 1 else 0 end), 0) as others from service_instance'\''\'\'''\'' | runuser -u postgres -- psql -p 5433 -X -A -t -v ON_ERROR_STOP=1 -d kestra'\''; confirm '\''0/executor atLeast 1; 0/scheduler atLeast 1; 0/webserver atLeast 1; 0/worker atLeast 1; 0/others equals 0'\''; }' 'standalone to report as 1.3.44'

# 090-stop-standalone: Stop standalone (not-needed)
echo '090-stop-standalone: Stop standalone'
rc=0; ( sh -c 'set -eu
what=$1 folder=$2 role=$3 notes=$4/kestra-$3
shift 4
say() { printf '\''%s\n'\'' "$*" >&2; }
# Process ids whose words are a program of the folder, then "server" and the role; none of containers.
depth() { sed -n '\''s/^NSpid://p'\'' "$1/status" | wc -w; }
own=$(depth /proc/self)
found() {
  for p in /proc/[0-9]*; do
    grep -q -a -i kestra "$p/cmdline" && [ "$(depth "$p")" = "$own" ] || continue
    tr '\''\0'\'' '\''\n'\'' <"$p/cmdline" 2>/dev/null | folder=$folder role=$role cwd=$(readlink "$p/cwd" 2>/dev/null) awk '\''
      { path = $0; sub(/^\.\//, "", path); if (path !~ /^\//) path = ENVIRON["cwd"] "/" path
        name = path; sub(/.*\//, "", name)
        if (name ~ /^kestra/ && substr(path, 1, length(path) - length(name) - 1) == ENVIRON["folder"]) program = 1
        if (last == "server" && $0 == ENVIRON["role"] && program) hit = 1
        last = $0 }
      END { exit !hit }'\'' && printf '\''%s\n'\'' "${p#/proc/}"
  done 2>/dev/null
  return 0
}
# Of sudo and its like only what they started: they would kill it after a moment, had they to end.
innermost() {
  for pid in $1; do
    for other in $1; do
      [ "$(sed -n '\''s/^PPid:[[:space:]]*//p'\'' "/proc/$other/status" 2>/dev/null)" != "$pid" ] || continue 2
    done
    echo "$pid"
    return
  done
}
quoted() { sed -z -n "s/'\''/'\''\\\\'\'''\''/g; s/.*/ '\''&'\''/p" | tr -d '\''\0'\''; }
write_down() {
  [ -r "/proc/$1/environ" ] || { say "only its own user or root may see how process $1 was started"; exit 1; }
  umask 077
  mkdir -p -- "${notes%/*}"
  log=$(readlink "/proc/$1/fd/1" || :)
  [ -f "$log" ] || log=$folder/kestra-$role.log
  { sed -z -n "s/'\''/'\''\\\\'\'''\''/g; s/^\([A-Za-z_][A-Za-z0-9_]*\)=\(.*\)\$/export \1='\''\2'\''/p" "/proc/$1/environ" | tr '\''\0'\'' '\''\n'\''
    printf '\''cd --%s\n'\'' "$(readlink "/proc/$1/cwd" | tr -d '\''\n'\'' | quoted)"
    printf '\''run_user=%s\n'\'' "$(stat -c %U "/proc/$1" | tr -d '\''\n'\'' | quoted | sed '\''s/^ //'\'')"
    printf '\''run_log=%s\n'\'' "$(printf %s "$log" | quoted | sed '\''s/^ //'\'')"
    printf '\''set --%s\n'\'' "$(quoted <"/proc/$1/cmdline")"; } >"$notes.part"
  mv -f -- "$notes.part" "$notes"
}
# Runs the words of the notes: $1 start or once, $2 program, then the words of a one-off command.
by_notes() {
  [ -s "$notes" ] || { say "nothing says how kestra server $role was started; start it by hand"; exit 1; }
  env -i sh -c '\''
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
    exec "$@"'\'' sh "$notes" "$@"
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
esac' sh stop /opt/kestra standalone /opt/kestra/.kestra-upgrade 330 </dev/null ) || rc=$?
case $rc in 0) ;; *) fail "it ended with $rc" ;; esac

# 100-migrate-metadata-kv: Run kestra migrate metadata kv (from-backup)
echo '100-migrate-metadata-kv: Run kestra migrate metadata kv'
rc=0; ( sh -c 'set -eu
what=$1 folder=$2 role=$3 notes=$4/kestra-$3
shift 4
say() { printf '\''%s\n'\'' "$*" >&2; }
# Process ids whose words are a program of the folder, then "server" and the role; none of containers.
depth() { sed -n '\''s/^NSpid://p'\'' "$1/status" | wc -w; }
own=$(depth /proc/self)
found() {
  for p in /proc/[0-9]*; do
    grep -q -a -i kestra "$p/cmdline" && [ "$(depth "$p")" = "$own" ] || continue
    tr '\''\0'\'' '\''\n'\'' <"$p/cmdline" 2>/dev/null | folder=$folder role=$role cwd=$(readlink "$p/cwd" 2>/dev/null) awk '\''
      { path = $0; sub(/^\.\//, "", path); if (path !~ /^\//) path = ENVIRON["cwd"] "/" path
        name = path; sub(/.*\//, "", name)
        if (name ~ /^kestra/ && substr(path, 1, length(path) - length(name) - 1) == ENVIRON["folder"]) program = 1
        if (last == "server" && $0 == ENVIRON["role"] && program) hit = 1
        last = $0 }
      END { exit !hit }'\'' && printf '\''%s\n'\'' "${p#/proc/}"
  done 2>/dev/null
  return 0
}
# Of sudo and its like only what they started: they would kill it after a moment, had they to end.
innermost() {
  for pid in $1; do
    for other in $1; do
      [ "$(sed -n '\''s/^PPid:[[:space:]]*//p'\'' "/proc/$other/status" 2>/dev/null)" != "$pid" ] || continue 2
    done
    echo "$pid"
    return
  done
}
quoted() { sed -z -n "s/'\''/'\''\\\\'\'''\''/g; s/.*/ '\''&'\''/p" | tr -d '\''\0'\''; }
write_down() {
  [ -r "/proc/$1/environ" ] || { say "only its own user or root may see how process $1 was started"; exit 1; }
  umask 077
  mkdir -p -- "${notes%/*}"
  log=$(readlink "/proc/$1/fd/1" || :)
  [ -f "$log" ] || log=$folder/kestra-$role.log
  { sed -z -n "s/'\''/'\''\\\\'\'''\''/g; s/^\([A-Za-z_][A-Za-z0-9_]*\)=\(.*\)\$/export \1='\''\2'\''/p" "/proc/$1/environ" | tr '\''\0'\'' '\''\n'\''
    printf '\''cd --%s\n'\'' "$(readlink "/proc/$1/cwd" | tr -d '\''\n'\'' | quoted)"
    printf '\''run_user=%s\n'\'' "$(stat -c %U "/proc/$1" | tr -d '\''\n'\'' | quoted | sed '\''s/^ //'\'')"
    printf '\''run_log=%s\n'\'' "$(printf %s "$log" | quoted | sed '\''s/^ //'\'')"
    printf '\''set --%s\n'\'' "$(quoted <"/proc/$1/cmdline")"; } >"$notes.part"
  mv -f -- "$notes.part" "$notes"
}
# Runs the words of the notes: $1 start or once, $2 program, then the words of a one-off command.
by_notes() {
  [ -s "$notes" ] || { say "nothing says how kestra server $role was started; start it by hand"; exit 1; }
  env -i sh -c '\''
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
    exec "$@"'\'' sh "$notes" "$@"
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
esac' sh once /opt/kestra standalone /opt/kestra/.kestra-upgrade /opt/kestra/kestra-1.3.44 migrate metadata kv -c application.yml </dev/null ) || rc=$?
case $rc in 0) ;; *) fail "it ended with $rc" ;; esac
#   back: Stop standalone
#   rc=0; ( sh -c 'set -eu
#   what=$1 folder=$2 role=$3 notes=$4/kestra-$3
#   shift 4
#   say() { printf '\''%s\n'\'' "$*" >&2; }
#   # Process ids whose words are a program of the folder, then "server" and the role; none of containers.
#   depth() { sed -n '\''s/^NSpid://p'\'' "$1/status" | wc -w; }
#   own=$(depth /proc/self)
#   found() {
#     for p in /proc/[0-9]*; do
#       grep -q -a -i kestra "$p/cmdline" && [ "$(depth "$p")" = "$own" ] || continue
#       tr '\''\0'\'' '\''\n'\'' <"$p/cmdline" 2>/dev/null | folder=$folder role=$role cwd=$(readlink "$p/cwd" 2>/dev/null) awk '\''
#         { path = $0; sub(/^\.\//, "", path); if (path !~ /^\//) path = ENVIRON["cwd"] "/" path
#           name = path; sub(/.*\//, "", name)
#           if (name ~ /^kestra/ && substr(path, 1, length(path) - length(name) - 1) == ENVIRON["folder"]) program = 1
#           if (last == "server" && $0 == ENVIRON["role"] && program) hit = 1
#           last = $0 }
#         END { exit !hit }'\'' && printf '\''%s\n'\'' "${p#/proc/}"
#     done 2>/dev/null
#     return 0
#   }
#   # Of sudo and its like only what they started: they would kill it after a moment, had they to end.
#   innermost() {
#     for pid in $1; do
#       for other in $1; do
#         [ "$(sed -n '\''s/^PPid:[[:space:]]*//p'\'' "/proc/$other/status" 2>/dev/null)" != "$pid" ] || continue 2
#       done
#       echo "$pid"
#       return
#     done
#   }
#   quoted() { sed -z -n "s/'\''/'\''\\\\'\'''\''/g; s/.*/ '\''&'\''/p" | tr -d '\''\0'\''; }
#   write_down() {
#     [ -r "/proc/$1/environ" ] || { say "only its own user or root may see how process $1 was started"; exit 1; }
#     umask 077
#     mkdir -p -- "${notes%/*}"
#     log=$(readlink "/proc/$1/fd/1" || :)
#     [ -f "$log" ] || log=$folder/kestra-$role.log
#     { sed -z -n "s/'\''/'\''\\\\'\'''\''/g; s/^\([A-Za-z_][A-Za-z0-9_]*\)=\(.*\)\$/export \1='\''\2'\''/p" "/proc/$1/environ" | tr '\''\0'\'' '\''\n'\''
#       printf '\''cd --%s\n'\'' "$(readlink "/proc/$1/cwd" | tr -d '\''\n'\'' | quoted)"
#       printf '\''run_user=%s\n'\'' "$(stat -c %U "/proc/$1" | tr -d '\''\n'\'' | quoted | sed '\''s/^ //'\'')"
#       printf '\''run_log=%s\n'\'' "$(printf %s "$log" | quoted | sed '\''s/^ //'\'')"
#       printf '\''set --%s\n'\'' "$(quoted <"/proc/$1/cmdline")"; } >"$notes.part"
#     mv -f -- "$notes.part" "$notes"
#   }
#   # Runs the words of the notes: $1 start or once, $2 program, then the words of a one-off command.
#   by_notes() {
#     [ -s "$notes" ] || { say "nothing says how kestra server $role was started; start it by hand"; exit 1; }
#     env -i sh -c '\''
#       notes=$1 mode=$2 program=$3
#       shift 3
#       own=$(for word do printf "%s\n" "$word"; done)
#       . "$notes"
#       count=$#
#       done= served=
#       while [ "$count" -gt 0 ]; do
#         word=$1 count=$((count - 1))
#         shift
#         [ "$word" != server ] || { [ "$mode" = start ] || done=yes; }
#         [ -z "$done" ] || continue
#         case ${word##*/} in kestra | kestra-* | kestra.jar | kestra-ee*) [ -n "$served" ] || word=$program ;; esac
#         [ "$word" != server ] || served=yes
#         set -- "$@" "$word"
#       done
#       if [ "$mode" = once ]; then
#         IFS="
#   "
#         set -f
#         set -- "$@" $own
#         unset IFS
#       fi
#       unset notes program own count done word served
#       if [ "$mode" = start ]; then exec >>"$run_log" 2>&1 </dev/null; set -- setsid nohup "$@"; fi
#       if [ "$(id -u)" = 0 ] && [ "$run_user" != root ]; then
#         set -- setpriv "--reuid=$run_user" "--regid=$(id -g "$run_user")" --init-groups -- "$@"
#       fi
#       unset mode run_user run_log
#       exec "$@"'\'' sh "$notes" "$@"
#   }
#   case $what in
#     see)
#       [ -n "$(found)" ] || exit 3 ;;
#     stop)
#       pids=$(found)
#       [ -n "$pids" ] || exit 0
#       pid=$(innermost "$pids")
#       write_down "$pid"
#       kill -TERM "$pid" 2>/dev/null || :
#       left=$1
#       while [ -n "$(found)" ]; do
#         left=$((left - 1))
#         [ "$left" -gt 0 ] || { say "kestra server $role still runs after $1 s; it was asked to end and is not killed"; exit 1; }
#         sleep 1
#       done ;;
#     start)
#       [ -z "$(found)" ] || exit 0
#       by_notes start "$1" &
#       left=30
#       until [ -n "$(found)" ]; do
#         left=$((left - 1))
#         [ "$left" -gt 0 ] || { say "kestra server $role did not start"; exit 1; }
#         sleep 1
#       done ;;
#     once)
#       by_notes once "$@" ;;
#     forget)
#       rm -f -- "$notes" "$notes.part"
#       rmdir -- "${notes%/*}" 2>/dev/null || : ;;
#   esac' sh stop /opt/kestra standalone /opt/kestra/.kestra-upgrade 330 </dev/null ) || rc=$?
#   case $rc in 0) ;; *) fail "it ended with $rc" ;; esac

# 110-start-standalone: Start standalone alone: 2.0.8 migrates the database (from-backup)
echo '110-start-standalone: Start standalone alone: 2.0.8 migrates the database'
rc=0; ( sh -c 'set -eu
what=$1 folder=$2 role=$3 notes=$4/kestra-$3
shift 4
say() { printf '\''%s\n'\'' "$*" >&2; }
# Process ids whose words are a program of the folder, then "server" and the role; none of containers.
depth() { sed -n '\''s/^NSpid://p'\'' "$1/status" | wc -w; }
own=$(depth /proc/self)
found() {
  for p in /proc/[0-9]*; do
    grep -q -a -i kestra "$p/cmdline" && [ "$(depth "$p")" = "$own" ] || continue
    tr '\''\0'\'' '\''\n'\'' <"$p/cmdline" 2>/dev/null | folder=$folder role=$role cwd=$(readlink "$p/cwd" 2>/dev/null) awk '\''
      { path = $0; sub(/^\.\//, "", path); if (path !~ /^\//) path = ENVIRON["cwd"] "/" path
        name = path; sub(/.*\//, "", name)
        if (name ~ /^kestra/ && substr(path, 1, length(path) - length(name) - 1) == ENVIRON["folder"]) program = 1
        if (last == "server" && $0 == ENVIRON["role"] && program) hit = 1
        last = $0 }
      END { exit !hit }'\'' && printf '\''%s\n'\'' "${p#/proc/}"
  done 2>/dev/null
  return 0
}
# Of sudo and its like only what they started: they would kill it after a moment, had they to end.
innermost() {
  for pid in $1; do
    for other in $1; do
      [ "$(sed -n '\''s/^PPid:[[:space:]]*//p'\'' "/proc/$other/status" 2>/dev/null)" != "$pid" ] || continue 2
    done
    echo "$pid"
    return
  done
}
quoted() { sed -z -n "s/'\''/'\''\\\\'\'''\''/g; s/.*/ '\''&'\''/p" | tr -d '\''\0'\''; }
write_down() {
  [ -r "/proc/$1/environ" ] || { say "only its own user or root may see how process $1 was started"; exit 1; }
  umask 077
  mkdir -p -- "${notes%/*}"
  log=$(readlink "/proc/$1/fd/1" || :)
  [ -f "$log" ] || log=$folder/kestra-$role.log
  { sed -z -n "s/'\''/'\''\\\\'\'''\''/g; s/^\([A-Za-z_][A-Za-z0-9_]*\)=\(.*\)\$/export \1='\''\2'\''/p" "/proc/$1/environ" | tr '\''\0'\'' '\''\n'\''
    printf '\''cd --%s\n'\'' "$(readlink "/proc/$1/cwd" | tr -d '\''\n'\'' | quoted)"
    printf '\''run_user=%s\n'\'' "$(stat -c %U "/proc/$1" | tr -d '\''\n'\'' | quoted | sed '\''s/^ //'\'')"
    printf '\''run_log=%s\n'\'' "$(printf %s "$log" | quoted | sed '\''s/^ //'\'')"
    printf '\''set --%s\n'\'' "$(quoted <"/proc/$1/cmdline")"; } >"$notes.part"
  mv -f -- "$notes.part" "$notes"
}
# Runs the words of the notes: $1 start or once, $2 program, then the words of a one-off command.
by_notes() {
  [ -s "$notes" ] || { say "nothing says how kestra server $role was started; start it by hand"; exit 1; }
  env -i sh -c '\''
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
    exec "$@"'\'' sh "$notes" "$@"
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
esac' sh start /opt/kestra standalone /opt/kestra/.kestra-upgrade /opt/kestra/kestra-2.0.8 </dev/null ) || rc=$?
case $rc in 0) ;; *) fail "it ended with $rc" ;; esac
#   back: Stop standalone
#   rc=0; ( sh -c 'set -eu
#   what=$1 folder=$2 role=$3 notes=$4/kestra-$3
#   shift 4
#   say() { printf '\''%s\n'\'' "$*" >&2; }
#   # Process ids whose words are a program of the folder, then "server" and the role; none of containers.
#   depth() { sed -n '\''s/^NSpid://p'\'' "$1/status" | wc -w; }
#   own=$(depth /proc/self)
#   found() {
#     for p in /proc/[0-9]*; do
#       grep -q -a -i kestra "$p/cmdline" && [ "$(depth "$p")" = "$own" ] || continue
#       tr '\''\0'\'' '\''\n'\'' <"$p/cmdline" 2>/dev/null | folder=$folder role=$role cwd=$(readlink "$p/cwd" 2>/dev/null) awk '\''
#         { path = $0; sub(/^\.\//, "", path); if (path !~ /^\//) path = ENVIRON["cwd"] "/" path
#           name = path; sub(/.*\//, "", name)
#           if (name ~ /^kestra/ && substr(path, 1, length(path) - length(name) - 1) == ENVIRON["folder"]) program = 1
#           if (last == "server" && $0 == ENVIRON["role"] && program) hit = 1
#           last = $0 }
#         END { exit !hit }'\'' && printf '\''%s\n'\'' "${p#/proc/}"
#     done 2>/dev/null
#     return 0
#   }
#   # Of sudo and its like only what they started: they would kill it after a moment, had they to end.
#   innermost() {
#     for pid in $1; do
#       for other in $1; do
#         [ "$(sed -n '\''s/^PPid:[[:space:]]*//p'\'' "/proc/$other/status" 2>/dev/null)" != "$pid" ] || continue 2
#       done
#       echo "$pid"
#       return
#     done
#   }
#   quoted() { sed -z -n "s/'\''/'\''\\\\'\'''\''/g; s/.*/ '\''&'\''/p" | tr -d '\''\0'\''; }
#   write_down() {
#     [ -r "/proc/$1/environ" ] || { say "only its own user or root may see how process $1 was started"; exit 1; }
#     umask 077
#     mkdir -p -- "${notes%/*}"
#     log=$(readlink "/proc/$1/fd/1" || :)
#     [ -f "$log" ] || log=$folder/kestra-$role.log
#     { sed -z -n "s/'\''/'\''\\\\'\'''\''/g; s/^\([A-Za-z_][A-Za-z0-9_]*\)=\(.*\)\$/export \1='\''\2'\''/p" "/proc/$1/environ" | tr '\''\0'\'' '\''\n'\''
#       printf '\''cd --%s\n'\'' "$(readlink "/proc/$1/cwd" | tr -d '\''\n'\'' | quoted)"
#       printf '\''run_user=%s\n'\'' "$(stat -c %U "/proc/$1" | tr -d '\''\n'\'' | quoted | sed '\''s/^ //'\'')"
#       printf '\''run_log=%s\n'\'' "$(printf %s "$log" | quoted | sed '\''s/^ //'\'')"
#       printf '\''set --%s\n'\'' "$(quoted <"/proc/$1/cmdline")"; } >"$notes.part"
#     mv -f -- "$notes.part" "$notes"
#   }
#   # Runs the words of the notes: $1 start or once, $2 program, then the words of a one-off command.
#   by_notes() {
#     [ -s "$notes" ] || { say "nothing says how kestra server $role was started; start it by hand"; exit 1; }
#     env -i sh -c '\''
#       notes=$1 mode=$2 program=$3
#       shift 3
#       own=$(for word do printf "%s\n" "$word"; done)
#       . "$notes"
#       count=$#
#       done= served=
#       while [ "$count" -gt 0 ]; do
#         word=$1 count=$((count - 1))
#         shift
#         [ "$word" != server ] || { [ "$mode" = start ] || done=yes; }
#         [ -z "$done" ] || continue
#         case ${word##*/} in kestra | kestra-* | kestra.jar | kestra-ee*) [ -n "$served" ] || word=$program ;; esac
#         [ "$word" != server ] || served=yes
#         set -- "$@" "$word"
#       done
#       if [ "$mode" = once ]; then
#         IFS="
#   "
#         set -f
#         set -- "$@" $own
#         unset IFS
#       fi
#       unset notes program own count done word served
#       if [ "$mode" = start ]; then exec >>"$run_log" 2>&1 </dev/null; set -- setsid nohup "$@"; fi
#       if [ "$(id -u)" = 0 ] && [ "$run_user" != root ]; then
#         set -- setpriv "--reuid=$run_user" "--regid=$(id -g "$run_user")" --init-groups -- "$@"
#       fi
#       unset mode run_user run_log
#       exec "$@"'\'' sh "$notes" "$@"
#   }
#   case $what in
#     see)
#       [ -n "$(found)" ] || exit 3 ;;
#     stop)
#       pids=$(found)
#       [ -n "$pids" ] || exit 0
#       pid=$(innermost "$pids")
#       write_down "$pid"
#       kill -TERM "$pid" 2>/dev/null || :
#       left=$1
#       while [ -n "$(found)" ]; do
#         left=$((left - 1))
#         [ "$left" -gt 0 ] || { say "kestra server $role still runs after $1 s; it was asked to end and is not killed"; exit 1; }
#         sleep 1
#       done ;;
#     start)
#       [ -z "$(found)" ] || exit 0
#       by_notes start "$1" &
#       left=30
#       until [ -n "$(found)" ]; do
#         left=$((left - 1))
#         [ "$left" -gt 0 ] || { say "kestra server $role did not start"; exit 1; }
#         sleep 1
#       done ;;
#     once)
#       by_notes once "$@" ;;
#     forget)
#       rm -f -- "$notes" "$notes.part"
#       rmdir -- "${notes%/*}" 2>/dev/null || : ;;
#   esac' sh stop /opt/kestra standalone /opt/kestra/.kestra-upgrade 330 </dev/null ) || rc=$?
#   case $rc in 0) ;; *) fail "it ended with $rc" ;; esac

# 120-see-standalone: See standalone at work on 2.0.8 (not-needed)
echo '120-see-standalone: See standalone at work on 2.0.8'
wait_for 14400 '{ look '\''sh -c '\''\'\'''\''set -eu
what=$1 folder=$2 role=$3 notes=$4/kestra-$3
shift 4
say() { printf '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''%s\n'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' "$*" >&2; }
# Process ids whose words are a program of the folder, then "server" and the role; none of containers.
depth() { sed -n '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''s/^NSpid://p'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' "$1/status" | wc -w; }
own=$(depth /proc/self)
found() {
  for p in /proc/[0-9]*; do
    grep -q -a -i kestra "$p/cmdline" && [ "$(depth "$p")" = "$own" ] || continue
    tr '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''\0'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''\n'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' <"$p/cmdline" 2>/dev/null | folder=$folder role=$role cwd=$(readlink "$p/cwd" 2>/dev/null) awk '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''
      { path = $0; sub(/^\.\//, "", path); if (path !~ /^\//) path = ENVIRON["cwd"] "/" path
        name = path; sub(/.*\//, "", name)
        if (name ~ /^kestra/ && substr(path, 1, length(path) - length(name) - 1) == ENVIRON["folder"]) program = 1
        if (last == "server" && $0 == ENVIRON["role"] && program) hit = 1
        last = $0 }
      END { exit !hit }'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' && printf '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''%s\n'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' "${p#/proc/}"
  done 2>/dev/null
  return 0
}
# Of sudo and its like only what they started: they would kill it after a moment, had they to end.
innermost() {
  for pid in $1; do
    for other in $1; do
      [ "$(sed -n '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''s/^PPid:[[:space:]]*//p'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' "/proc/$other/status" 2>/dev/null)" != "$pid" ] || continue 2
    done
    echo "$pid"
    return
  done
}
quoted() { sed -z -n "s/'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''/'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''\\\\'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'''\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''/g; s/.*/ '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''&'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''/p" | tr -d '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''\0'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''; }
write_down() {
  [ -r "/proc/$1/environ" ] || { say "only its own user or root may see how process $1 was started"; exit 1; }
  umask 077
  mkdir -p -- "${notes%/*}"
  log=$(readlink "/proc/$1/fd/1" || :)
  [ -f "$log" ] || log=$folder/kestra-$role.log
  { sed -z -n "s/'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''/'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''\\\\'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'''\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''/g; s/^\([A-Za-z_][A-Za-z0-9_]*\)=\(.*\)\$/export \1='\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''\2'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''/p" "/proc/$1/environ" | tr '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''\0'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''\n'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''
    printf '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''cd --%s\n'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' "$(readlink "/proc/$1/cwd" | tr -d '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''\n'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' | quoted)"
    printf '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''run_user=%s\n'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' "$(stat -c %U "/proc/$1" | tr -d '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''\n'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' | quoted | sed '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''s/^ //'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')"
    printf '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''run_log=%s\n'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' "$(printf %s "$log" | quoted | sed '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''s/^ //'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')"
    printf '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''set --%s\n'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' "$(quoted <"/proc/$1/cmdline")"; } >"$notes.part"
  mv -f -- "$notes.part" "$notes"
}
# Runs the words of the notes: $1 start or once, $2 program, then the words of a one-off command.
by_notes() {
  [ -s "$notes" ] || { say "nothing says how kestra server $role was started; start it by hand"; exit 1; }
  env -i sh -c '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''
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
    exec "$@"'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' sh "$notes" "$@"
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
esac'\''\'\'''\'' sh see /opt/kestra standalone /opt/kestra/.kestra-upgrade'\''; [ "$rc" -eq 0 ]; }' 'standalone to report as 2.0.8'
sleep 10
{ look 'sh -c '\''set -eu
what=$1 folder=$2 role=$3 notes=$4/kestra-$3
shift 4
say() { printf '\''\'\'''\''%s\n'\''\'\'''\'' "$*" >&2; }
# Process ids whose words are a program of the folder, then "server" and the role; none of containers.
depth() { sed -n '\''\'\'''\''s/^NSpid://p'\''\'\'''\'' "$1/status" | wc -w; }
own=$(depth /proc/self)
found() {
  for p in /proc/[0-9]*; do
    grep -q -a -i kestra "$p/cmdline" && [ "$(depth "$p")" = "$own" ] || continue
    tr '\''\'\'''\''\0'\''\'\'''\'' '\''\'\'''\''\n'\''\'\'''\'' <"$p/cmdline" 2>/dev/null | folder=$folder role=$role cwd=$(readlink "$p/cwd" 2>/dev/null) awk '\''\'\'''\''
      { path = $0; sub(/^\.\//, "", path); if (path !~ /^\//) path = ENVIRON["cwd"] "/" path
        name = path; sub(/.*\//, "", name)
        if (name ~ /^kestra/ && substr(path, 1, length(path) - length(name) - 1) == ENVIRON["folder"]) program = 1
        if (last == "server" && $0 == ENVIRON["role"] && program) hit = 1
        last = $0 }
      END { exit !hit }'\''\'\'''\'' && printf '\''\'\'''\''%s\n'\''\'\'''\'' "${p#/proc/}"
  done 2>/dev/null
  return 0
}
# Of sudo and its like only what they started: they would kill it after a moment, had they to end.
innermost() {
  for pid in $1; do
    for other in $1; do
      [ "$(sed -n '\''\'\'''\''s/^PPid:[[:space:]]*//p'\''\'\'''\'' "/proc/$other/status" 2>/dev/null)" != "$pid" ] || continue 2
    done
    echo "$pid"
    return
  done
}
quoted() { sed -z -n "s/'\''\'\'''\''/'\''\'\'''\''\\\\'\''\'\'''\'''\''\'\'''\''/g; s/.*/ '\''\'\'''\''&'\''\'\'''\''/p" | tr -d '\''\'\'''\''\0'\''\'\'''\''; }
write_down() {
  [ -r "/proc/$1/environ" ] || { say "only its own user or root may see how process $1 was started"; exit 1; }
  umask 077
  mkdir -p -- "${notes%/*}"
  log=$(readlink "/proc/$1/fd/1" || :)
  [ -f "$log" ] || log=$folder/kestra-$role.log
  { sed -z -n "s/'\''\'\'''\''/'\''\'\'''\''\\\\'\''\'\'''\'''\''\'\'''\''/g; s/^\([A-Za-z_][A-Za-z0-9_]*\)=\(.*\)\$/export \1='\''\'\'''\''\2'\''\'\'''\''/p" "/proc/$1/environ" | tr '\''\'\'''\''\0'\''\'\'''\'' '\''\'\'''\''\n'\''\'\'''\''
    printf '\''\'\'''\''cd --%s\n'\''\'\'''\'' "$(readlink "/proc/$1/cwd" | tr -d '\''\'\'''\''\n'\''\'\'''\'' | quoted)"
    printf '\''\'\'''\''run_user=%s\n'\''\'\'''\'' "$(stat -c %U "/proc/$1" | tr -d '\''\'\'''\''\n'\''\'\'''\'' | quoted | sed '\''\'\'''\''s/^ //'\''\'\'''\'')"
    printf '\''\'\'''\''run_log=%s\n'\''\'\'''\'' "$(printf %s "$log" | quoted | sed '\''\'\'''\''s/^ //'\''\'\'''\'')"
    printf '\''\'\'''\''set --%s\n'\''\'\'''\'' "$(quoted <"/proc/$1/cmdline")"; } >"$notes.part"
  mv -f -- "$notes.part" "$notes"
}
# Runs the words of the notes: $1 start or once, $2 program, then the words of a one-off command.
by_notes() {
  [ -s "$notes" ] || { say "nothing says how kestra server $role was started; start it by hand"; exit 1; }
  env -i sh -c '\''\'\'''\''
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
    exec "$@"'\''\'\'''\'' sh "$notes" "$@"
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
esac'\'' sh see /opt/kestra standalone /opt/kestra/.kestra-upgrade'; [ "$rc" -eq 0 ]; } || fail "no more so after 10 s: $out"

# 130-hear-standalone: See standalone at work on 2.0.8 (not-needed)
echo '130-hear-standalone: See standalone at work on 2.0.8'
wait_for 14400 '{ look '\''printf '\''\'\'''\''%s\n'\''\'\'''\'' '\''\'\'''\''select coalesce(sum(case when service_type = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''WEBSERVER'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and state = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and ("value"->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''updatedAt'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')::timestamptz > now() - interval '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''15 seconds'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and "value"->'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''server'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''version'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''2.0.8'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' then 1 else 0 end), 0) as webserver, coalesce(sum(case when service_type = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''EXECUTOR'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and state = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and ("value"->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''updatedAt'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')::timestamptz > now() - interval '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''15 seconds'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and "value"->'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''server'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''version'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''2.0.8'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' then 1 else 0 end), 0) as executor, coalesce(sum(case when service_type = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''SCHEDULER'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and state = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and ("value"->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''updatedAt'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')::timestamptz > now() - interval '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''15 seconds'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and "value"->'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''server'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''version'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''2.0.8'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' then 1 else 0 end), 0) as scheduler, coalesce(sum(case when service_type = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''WORKER'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and state = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and ("value"->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''updatedAt'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')::timestamptz > now() - interval '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''15 seconds'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and "value"->'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''server'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''version'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''2.0.8'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' then 1 else 0 end), 0) as worker, coalesce(sum(case when service_type = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''INDEXER'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and state = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and ("value"->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''updatedAt'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')::timestamptz > now() - interval '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''15 seconds'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and "value"->'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''server'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''version'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''2.0.8'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' then 1 else 0 end), 0) as indexer, coalesce(sum(case when service_type = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''CONTROLLER'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and state = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and ("value"->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''updatedAt'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')::timestamptz > now() - interval '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''15 seconds'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and "value"->'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''server'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''version'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''2.0.8'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' then 1 else 0 end), 0) as controller, coalesce(sum(case when state = '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''RUNNING'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and ("value"->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''updatedAt'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'')::timestamptz > now() - interval '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''15 seconds'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' and "value"->'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''server'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''->>'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''version'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' <> '\''\'\'''\''\'\''\'\'''\'''\''\'\'''\''2.0.8'\''\'\'''\''\'\''\'\'''\'''\''\'\'''\'' then 1 else 0 end), 0) as others from service_instance'\''\'\'''\'' | runuser -u postgres -- psql -p 5433 -X -A -t -v ON_ERROR_STOP=1 -d kestra'\''; confirm '\''0/executor atLeast 1; 0/scheduler atLeast 1; 0/webserver atLeast 1; 0/worker atLeast 1; 0/others equals 0'\''; }' 'standalone to report as 2.0.8'

# 140-forget-standalone: Remove the notes of how standalone was started (not-needed)
echo '140-forget-standalone: Remove the notes of how standalone was started'
rc=0; ( sh -c 'set -eu
what=$1 folder=$2 role=$3 notes=$4/kestra-$3
shift 4
say() { printf '\''%s\n'\'' "$*" >&2; }
# Process ids whose words are a program of the folder, then "server" and the role; none of containers.
depth() { sed -n '\''s/^NSpid://p'\'' "$1/status" | wc -w; }
own=$(depth /proc/self)
found() {
  for p in /proc/[0-9]*; do
    grep -q -a -i kestra "$p/cmdline" && [ "$(depth "$p")" = "$own" ] || continue
    tr '\''\0'\'' '\''\n'\'' <"$p/cmdline" 2>/dev/null | folder=$folder role=$role cwd=$(readlink "$p/cwd" 2>/dev/null) awk '\''
      { path = $0; sub(/^\.\//, "", path); if (path !~ /^\//) path = ENVIRON["cwd"] "/" path
        name = path; sub(/.*\//, "", name)
        if (name ~ /^kestra/ && substr(path, 1, length(path) - length(name) - 1) == ENVIRON["folder"]) program = 1
        if (last == "server" && $0 == ENVIRON["role"] && program) hit = 1
        last = $0 }
      END { exit !hit }'\'' && printf '\''%s\n'\'' "${p#/proc/}"
  done 2>/dev/null
  return 0
}
# Of sudo and its like only what they started: they would kill it after a moment, had they to end.
innermost() {
  for pid in $1; do
    for other in $1; do
      [ "$(sed -n '\''s/^PPid:[[:space:]]*//p'\'' "/proc/$other/status" 2>/dev/null)" != "$pid" ] || continue 2
    done
    echo "$pid"
    return
  done
}
quoted() { sed -z -n "s/'\''/'\''\\\\'\'''\''/g; s/.*/ '\''&'\''/p" | tr -d '\''\0'\''; }
write_down() {
  [ -r "/proc/$1/environ" ] || { say "only its own user or root may see how process $1 was started"; exit 1; }
  umask 077
  mkdir -p -- "${notes%/*}"
  log=$(readlink "/proc/$1/fd/1" || :)
  [ -f "$log" ] || log=$folder/kestra-$role.log
  { sed -z -n "s/'\''/'\''\\\\'\'''\''/g; s/^\([A-Za-z_][A-Za-z0-9_]*\)=\(.*\)\$/export \1='\''\2'\''/p" "/proc/$1/environ" | tr '\''\0'\'' '\''\n'\''
    printf '\''cd --%s\n'\'' "$(readlink "/proc/$1/cwd" | tr -d '\''\n'\'' | quoted)"
    printf '\''run_user=%s\n'\'' "$(stat -c %U "/proc/$1" | tr -d '\''\n'\'' | quoted | sed '\''s/^ //'\'')"
    printf '\''run_log=%s\n'\'' "$(printf %s "$log" | quoted | sed '\''s/^ //'\'')"
    printf '\''set --%s\n'\'' "$(quoted <"/proc/$1/cmdline")"; } >"$notes.part"
  mv -f -- "$notes.part" "$notes"
}
# Runs the words of the notes: $1 start or once, $2 program, then the words of a one-off command.
by_notes() {
  [ -s "$notes" ] || { say "nothing says how kestra server $role was started; start it by hand"; exit 1; }
  env -i sh -c '\''
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
    exec "$@"'\'' sh "$notes" "$@"
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
esac' sh forget /opt/kestra standalone /opt/kestra/.kestra-upgrade </dev/null ) || rc=$?
case $rc in 0) ;; *) fail "it ended with $rc" ;; esac
