#!/bin/sh
# Brings back Kestra 1.0.36 of production as this backup holds it: database, internal storage,
# configuration; then starts that version. Needs nothing but the tools named in README.md.
# Usage: sh restore.sh [--yes]
set -eu
umask 077
PATH=$PATH:/usr/local/bin:/usr/bin:/bin
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
now=$(date +%Y%m%d%H%M%S)
yes=no

say() { printf '%s\n' "$*"; }
die() { printf 'restore.sh: %s\n' "$*" >&2; exit 1; }

for word in "$@"; do
  case $word in
    -y|--yes) yes=yes ;;
    -h|--help) say "Usage: sh restore.sh [--yes]"; exit 0 ;;
    *) printf 'restore.sh: unknown word: %s\n' "$word" >&2; exit 2 ;;
  esac
done

# Puts a copy of the file $1 in the place of $2; what was there and differs is kept beside it.
put_file() {
  if cmp -s -- "$1" "$2"; then return 0; fi
  mkdir -p -- "$(dirname -- "$2")"
  rm -f -- "$2.part"
  cp -p -- "$1" "$2.part"
  if [ -e "$2" ]; then mv -- "$2" "$2.newer-$now"; fi
  mv -- "$2.part" "$2"
}

title=production
version=1.0.36

say "Checking every file of the backup …"
(cd "$here" && sha256sum -c --quiet --strict SHA256SUMS) ||
  die "this backup is damaged or not complete; nothing was changed."

printf 'This overwrites the database, the internal storage and the configuration of\n  %s\nwith those of version %s. What is there now is kept under another name.\n' \
  "$title" "$version"
if [ "$yes" = no ]; then
  [ -t 0 ] || die "nothing was changed: without a terminal, say --yes."
  printf 'Type yes to go on: '
  read -r answer
  [ "$answer" = yes ] || die "nothing was changed."
fi
trap 'code=$?; [ "$code" = 0 ] || printf "restore.sh: stopped with %s; nothing was deleted. Mend what the message above names, then run it again.\n" "$code" >&2' EXIT

say "Stopping Kestra …"
docker compose -p kestra --project-directory /srv/kestra --env-file /srv/kestra/other.env -f /srv/kestra/docker-compose.yml stop -t 330 kestra

say "Restoring the database beside the one that is there …"
database=kestra
restoring=kestra_restoring_23865d86
newer=kestra_newer_$(date +%d%H%M%S)
maintenance=postgres
bin=''
scratch=/tmp/kestra-upgrade-23865d86
# Where the tools of the server are.
tools() { docker exec -i kestra-postgres-1 "$@"; }
sql() { tools "${bin}psql" -U kestra -X -q -A -t -v ON_ERROR_STOP=1 "$@"; }
docker start kestra-postgres-1 >/dev/null
tries=60
until sql -d "$maintenance" -c 'select 1' </dev/null >/dev/null 2>&1; do
  tries=$((tries - 1))
  [ "$tries" -gt 0 ] || die "the database does not answer; start it and look with: psql"
  sleep 1
done
tools sh -c 'umask 077; rm -rf -- "$1"; mkdir -p -- "$1"' sh "$scratch" </dev/null
docker cp "$here/database/." kestra-postgres-1:"$scratch/dump"
dump=$scratch/dump
script=$(cat <<'SCRIPT'
set -eu
bin=$1 like=$2 new=$3 dump=$4 maintenance=$5
shift 5
"${bin}psql" "$@" -X -q -A -t -v ON_ERROR_STOP=1 -v new="$new" -v like="$like" -d "$maintenance" <<'SQL'
select format('drop database if exists %I', :'new') \gexec
select format('create database %I template template0 encoding %L lc_collate %L lc_ctype %L owner %I',
    :'new', pg_encoding_to_char(encoding), datcollate, datctype, pg_get_userbyid(datdba))
  || case to_jsonb(d)->>'datlocprovider'
     when 'i' then format(' locale_provider icu icu_locale %L', coalesce(to_jsonb(d)->>'datlocale', to_jsonb(d)->>'daticulocale'))
     when 'b' then format(' locale_provider builtin builtin_locale %L', to_jsonb(d)->>'datlocale')
     else '' end
  from pg_database d where datname = :'like' \gexec
select format('alter %s database %I set %I to %s',
    case when s.setrole = 0 then '' else format('role %I in', pg_get_userbyid(s.setrole)) end, :'new',
    split_part(item, '=', 1),
    case when split_part(item, '=', 1) in ('search_path', 'temp_tablespaces', 'session_preload_libraries', 'local_preload_libraries')
         then substr(item, strpos(item, '=') + 1) else quote_literal(substr(item, strpos(item, '=') + 1)) end)
  from pg_db_role_setting s join pg_database d on d.oid = s.setdatabase, unnest(s.setconfig) item
  where d.datname = :'like' \gexec
SQL
if [ "$dump" = - ]; then set -- "$@" --no-password --exit-on-error -d "$new"
else set -- "$@" --no-password --exit-on-error -j 2 -d "$new" "$dump"; fi
"${bin}pg_restore" "$@"
SCRIPT
)
tools sh -c "$script" sh "$bin" "$database" "$restoring" "$dump" "$maintenance" -U kestra </dev/null

say "Putting it in the place of the newer one, which is kept as $newer …"
sql -v old="$database" -v new="$restoring" -v newer="$newer" -d "$maintenance" >/dev/null <<'SQL'
select count(pg_terminate_backend(pid)) from pg_stat_activity where datname in (:'old', :'new') and pid <> pg_backend_pid();
begin;
alter database :"old" rename to :"newer";
alter database :"new" rename to :"old";
commit;
SQL
tools rm -rf -- "$scratch" </dev/null

say "Putting the internal storage back …"
container=kestra-kestra-1
storage=/app/storage
image=$(docker inspect -f '{{.Image}}' "$container")
docker run --rm -i --network none --user 0:0 --volumes-from "$container" --entrypoint sh "$image" -s -- "$storage" ".kestra-upgrade-newer-$now" <<'SCRIPT'
set -eu
[ -d "$1" ] || exit 0
cd -- "$1"
mkdir -p -- "$2"
if [ -e "$2.complete" ]; then exit 0; fi
for entry in * .*; do
  case $entry in .|..|.kestra-upgrade-newer-*) continue;; esac
  if [ -e "$entry" ] || [ -L "$entry" ]; then mv -f -- "$entry" "$2/"; fi
done
: > "$2.complete"
SCRIPT
docker cp - "$container":/app/ <"$here/storage.tar"

say "Putting the configuration back …"
put_file "$here"/configuration/01-docker-compose.yml /srv/kestra/docker-compose.yml
put_file "$here"/configuration/02-.env /srv/kestra/.env
put_file "$here"/configuration/03-other.env /srv/kestra/other.env

# The image $1 is to be the one with the digest $3 and the id $4; $2 is its repository.
want_image() {
  if [ -n "$4" ] && docker image inspect "$4" >/dev/null 2>&1; then
    docker tag "$4" "$1"
  elif [ -n "$3" ]; then
    docker pull "$2@$3"
    docker tag "$2@$3" "$1"
  elif ! docker image inspect "$1" >/dev/null 2>&1; then
    docker pull "$1"
  fi
}
say "Looking for the images …"
want_image kestra/kestra:v1.0.36 kestra/kestra sha256:aa sha256:bb

say "Starting Kestra $version …"
docker compose -p kestra --project-directory /srv/kestra --env-file /srv/kestra/other.env -f /srv/kestra/docker-compose.yml up -d --pull missing

say "Done. Kestra $version has been started; look at its log and run one flow before trusting it."
