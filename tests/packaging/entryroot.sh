#!/bin/bash
# SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
# SPDX-License-Identifier: Apache-2.0
# How the root is made, kept, shared and entered, on a system that calls itself Debian 12 and with a maker of tiny roots.

. "$(dirname "$0")/fixture.sh"
if [ -z "${ENTRY_ROOT_APART:-}" ]; then
    rm -rf "$scratch"
    [ "$(id -u)" = 0 ] && unshare --mount true 2> /dev/null || { echo "SKIPPED: needs root and mount namespaces"; exit 0; }
    ENTRY_ROOT_APART=yes exec unshare --mount --propagation private bash "$0"
fi
trap 'rm -rf "$scratch"' EXIT
make_project
printf 'ID=debian\nVERSION_ID="12"\n' > "$scratch/os-release"
mount --bind "$scratch/os-release" /usr/lib/os-release
mkdir "$scratch/bin" "$scratch/folder"
cp "$here/tinyroot.sh" "$scratch/bin/mmdebstrap"
chmod +x "$scratch/bin/mmdebstrap"
export PATH="$scratch/bin:$PATH" TINY_LOG="$scratch/made"
errors="$scratch/errors"
cache="$XDG_CACHE_HOME/kestra-upgrade-assistant"
run() { "$project/packaging/run" "$@"; }
made() { grep -c . "$TINY_LOG"; }
has_made() { [ "$(made)" -ge "$1" ]; }
mounts() { wc -l < /proc/mounts; }
before=$(mounts)

run kestra-upgrade 'exit 3' > "$scratch/out" 2> "$errors" &
first=$!
until_true test -e "$TINY_LOG"
run kestra-upgrade 'exit 4' 2> "$scratch/errors2"
expect "the second of two starts" "$?" 4
wait "$first"
expect "the first of two starts" "$?" 3
expect "make one root" "$(made)" 1
expect_match "the second says that it waits" "$(cat "$scratch/errors2")" 'waiting for it'
expect_match "the first says how long it took" "$(cat "$errors")" 'Debian 13 root \(.*\): [0-9]+\.[0-9] s'
expect "nothing stays mounted" "$(mounts)" "$before"

cd "$scratch/folder" || exit 1
expect "inside is the root" "$(run kestra-upgrade 'grep -c ^VARIANT_ID /etc/os-release; echo "$PWD"; ls -d /proc/self')" \
    "$(printf '1\n%s\n/proc/self' "$scratch/folder")"
expect "the namespace's own root is it too" "$(run kestra-upgrade \
    'nsenter --mount=/proc/self/ns/mnt bash -c "grep -c ^VARIANT_ID /etc/os-release"')" 1
expect "the caller's programs come after the root's" "$(run kestra-upgrade 'echo "${PATH%%:*} $PATH" | grep -c "^/usr/local/sbin .*entry scripts"')" 1
run kestra-upgrade 'echo out; echo err >&2; exit 5' > "$scratch/out" 2> "$errors"
expect "code, output and errors are the program's" "$?:$(cat "$scratch/out"):$(cat "$errors")" 5:out:err
mkdir -p /etc/kestra-fixture && echo yes > /etc/kestra-fixture/compose.yml
expect "a named file of the system's folders" "$(run kestra-upgrade 'cat "${1#*:}"' compose:/etc/kestra-fixture/compose.yml)" yes
rm -r /etc/kestra-fixture
expect "the whole system as argument changes nothing" "$(run kestra-upgrade 'grep -c ^VARIANT_ID /etc/os-release' / /usr /etc)" 1

started=${EPOCHREALTIME/[.,]/}
run kestra-upgrade true
took=$(((${EPOCHREALTIME/[.,]/} - started) / 1000))
echo "entering a root that is there adds $took ms"
expect "that is less than a second" $((took < 1000)) 1

"$project/packaging/run" kestra-upgrade 'exec 8<&-; trap "echo stopped; exit 6" TERM; echo ready; while :; do sleep 0.05; done' > "$scratch/out" 2>&1 &
inside=$!
until_true grep -q ready "$scratch/out"
root=$(echo "$cache"/root-*)
rm "$root/usr/bin/g++"
run kestra-upgrade true 2> "$errors"
expect "a damaged root is made anew" "$?:$(made)" 0:2
expect_match "which is said" "$(cat "$errors")" 'damaged'
expect "while somebody is inside, the old one stays" "$(ls -d "$cache"/root-* | wc -l)" 2
kill -TERM "$inside"
wait "$inside"
expect "SIGTERM reaches the program" "$?:$(tail -n 1 "$scratch/out")" 6:stopped
mkdir "$cache/new-stale" && : > "$cache/new-stale/file"
run kestra-upgrade true 2> "$errors"
expect "then it goes" "$(ls -d "$cache"/root-*)" "$root"

echo 'another-package' >> "$project/packaging/packages"
TINY_FAILS=1 run kestra-upgrade true 2> "$errors"
expect "a root that cannot be made is exit 1" "$?" 1
expect_match "with the reason" "$(cat "$errors")" 'no such package.*could not be made'
expect "and nothing of it is left" "$(ls -d "$cache"/new-* 2> /dev/null)" ""
"$project/packaging/run" kestra-upgrade true 2> /dev/null &
until_true has_made 4
kill -TERM $!
wait $!
expect "stopped while it makes a root" "$?" 143
run kestra-upgrade true 2> "$errors"
expect "the next start makes it" "$?" 0
expect "and removes the old list's and the half-made one" "$(ls -d "$cache"/root-* "$cache"/new-* 2> /dev/null | grep -c .)" 1
expect "nothing stays mounted at the end" "$(mounts)" "$before"

exit "$failures"
