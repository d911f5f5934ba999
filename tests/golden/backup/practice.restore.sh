#!/bin/sh
# Brings back Kestra 1.0.36 of practice as this backup holds it: database, internal storage,
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

title=practice
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
"${PRACTICE_KESTRA:-practice-kestra}" down /home/me/practice

database=/home/me/practice/kestra.sqlite

say "Putting the database back …"
rm -f -- "$database.part"
cp -p -- "$here/database/kestra.sqlite" "$database.part"
# The log of the newer database must be gone before another file has its name.
for part in -wal -shm -journal ''; do
  if [ -e "$database$part" ]; then mv -- "$database$part" "$database.newer-$now$part"; fi
done
mv -- "$database.part" "$database"
if [ -e "$here/database/kestra.sqlite-wal" ]; then cp -p -- "$here/database/kestra.sqlite-wal" "$database-wal"; fi

say "Putting the internal storage back …"
storage=/home/me/practice/storage
rm -rf -- "$storage.part"
mkdir -p -- "$(dirname -- "$storage")"
cp -a -- "$here/storage" "$storage.part"
if [ -e "$storage" ]; then mv -- "$storage" "$storage.newer-$now"; fi
mv -- "$storage.part" "$storage"

say "Putting the configuration back …"
put_file "$here"/configuration/01-application.yaml /home/me/practice/application.yaml

say "Starting Kestra $version …"
"${PRACTICE_KESTRA:-practice-kestra}" up /home/me/practice --version 1.0.36 --components separate

say "Done. Kestra $version has been started; look at its log and run one flow before trusting it."
