#!/bin/bash
# SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
# SPDX-License-Identifier: Apache-2.0
# engine.sh REGISTRY COMMAND [ARG…]: runs COMMAND beside a Docker engine of its own. Engine, containers, network and
# mounts lie in namespaces of their own and end with COMMAND; ports that containers publish are on COMMAND's 127.0.0.1.
# Images come from the folder REGISTRY (made by images.py) and from nowhere else: there is no other network.

set -eu
here=$(cd "$(dirname "$0")" && pwd)

if [ "${1:-}" != --inside ]; then
    if [ "$(id -u)" != 0 ] || ! awk 'NR == 1 { exit $3 < 65536 }' /proc/self/uid_map; then
        echo "SKIPPED: a Docker engine of its own needs the root account."
        exit 0
    fi
    namespaces=(unshare --mount --pid --net --fork --kill-child --mount-proc --propagation private)
    if ! "${namespaces[@]}" true 2> /dev/null; then
        echo "SKIPPED: this root account may not make namespaces."
        exit 0
    fi
    exec "${namespaces[@]}" bash "$0" --inside "$@"
fi

registry=$2
shift 2

# The data lie on a real disk: overlay2 does not stack on another overlay. A lock tells which ones are in use.
cache=$(dirname "$registry")
remove_engine() {
    find /sys/fs/cgroup -depth -type d -path "*/kestra-upgrade-$(basename "$1")*" -exec rmdir {} + 2> /dev/null || true
    rm -rf "$1"
}
for old in "$cache"/engine-*/; do
    [ ! -e "$old/lock" ] || ! flock --nonblock "$old/lock" true || remove_engine "$old"
done
state=$(mktemp -d "$cache/engine-XXXXXX")
exec 8> "$state/lock"
flock 8
mkdir "$state/data" "$state/tags"

# What this run's registry serves can be changed while it runs: a tag that moves.
cp -r "$registry/repositories" "$state/tags/"
ip link set lo up
mount -t tmpfs -o mode=755 tmpfs /run
export REAL_TAGS=$state/tags/repositories REAL_STATE=$state
unset DOCKER_HOST DOCKER_CONTEXT

leave() {
    trap - EXIT
    # Containers end before their engine, so that their control groups are empty.
    timeout 60 sh -c 'docker ps --all --quiet | xargs --no-run-if-empty docker rm --force' > /dev/null 2>&1 || true
    [ ! -s /run/docker.pid ] || kill "$(cat /run/docker.pid)" 2> /dev/null || true
    for attempt in $(seq 100); do [ -e /run/docker.pid ] || break; sleep 0.1; done
    remove_engine "$state"
}
trap leave EXIT
trap 'exit 143' TERM HUP INT

python3 "$here/registry.py" 5000 "$registry/blobs" "$REAL_TAGS" > "$state/registry.log" 2>&1 8>&- &
cat > "$state/start" << END
exec env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root dockerd --data-root "$state/data" \
    --registry-mirror http://127.0.0.1:5000 --cgroup-parent "/kestra-upgrade-$(basename "$state")" >> "$state/engine.log" 2>&1 8>&-
END
sh "$state/start" &
for attempt in $(seq 300); do
    docker info > /dev/null 2>&1 && break
    kill -0 $! 2> /dev/null && [ "$attempt" -lt 300 ] || { tail -n 20 "$state/engine.log"; echo "The Docker engine did not start."; exit 1; }
    sleep 0.1
done
"$@" 8>&- && status=0 || status=$?
exit "$status"
