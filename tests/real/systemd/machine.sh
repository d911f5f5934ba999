#!/bin/bash
# SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
# SPDX-License-Identifier: Apache-2.0
# machine.sh TREE FOLDER[:FOLDER…] COMMAND [ARG…]: boots systemd as the first process of namespaces of its own and runs
# COMMAND in there. The machine's files are this system's with TREE on top; what it writes lies in memory and is gone
# afterwards. The folders are the same inside. Network: its own loopback alone.

set -eu
if [ "${1:-}" = --inside ]; then
    root=$REAL_ROOT
    mount --make-rprivate /
    mount -t proc proc "$root/proc"
    # Its settings of the kernel must not reach this machine.
    for part in kernel fs vm; do mount --bind "$root/proc/sys/$part" "$root/proc/sys/$part" && mount -o remount,bind,ro "$root/proc/sys/$part"; done
    mount -t sysfs -o ro sysfs "$root/sys"
    mount -t cgroup2 cgroup2 "$root/sys/fs/cgroup"
    mount -t tmpfs -o mode=755 tmpfs "$root/run"
    mount -t tmpfs -o mode=755 tmpfs "$root/dev"
    mkdir "$root/dev/pts" "$root/dev/shm"
    mount -t devpts -o newinstance,ptmxmode=0666,mode=620,gid=5 devpts "$root/dev/pts"
    mount -t tmpfs -o mode=1777 tmpfs "$root/dev/shm"
    for device in null zero full random urandom tty; do touch "$root/dev/$device"; mount --bind "/dev/$device" "$root/dev/$device"; done
    ln -s pts/ptmx "$root/dev/ptmx"
    ln -s /proc/self/fd "$root/dev/fd"
    for stream in 0:stdin 1:stdout 2:stderr; do ln -s "/proc/self/fd/${stream%:*}" "$root/dev/${stream#*:}"; done
    hostname kestra-machine
    ip link set lo up
    cd "$root"
    mkdir -p mnt
    pivot_root . mnt
    exec chroot . /bin/sh -c 'umount -l /mnt; exec env -i container=kestra-test PATH=/usr/sbin:/usr/bin:/sbin:/bin \
        /usr/lib/systemd/systemd --log-target=console --show-status=no'
fi

tree=$1 shared=$2
shift 2
skip() { echo "SKIPPED: $*"; exit 0; }
[ "$(id -u)" = 0 ] || skip "a machine of its own needs the root account."
groups=/sys/fs/cgroup/unified
[ -d "$groups" ] || groups=/sys/fs/cgroup
group=$groups/kestra-upgrade-machine-$$
mkdir "$group" 2> /dev/null && [ -w "$group/cgroup.procs" ] || skip "this account may not make a control group below $groups."

state=$(mktemp -d)
init=
leave() {
    trap - EXIT
    if [ -n "$init" ]; then
        kill -s RTMIN+4 "$init" 2> /dev/null || true
        for attempt in $(seq 50); do kill -0 "$init" 2> /dev/null || break; sleep 0.1; done
        kill -KILL "$init" 2> /dev/null || true
        for attempt in $(seq 50); do kill -0 "$init" 2> /dev/null || break; sleep 0.1; done
    fi
    find "$group" -depth -type d -exec rmdir {} + 2> /dev/null || true
    umount -R -l "$state/root" "$state/memory" 2> /dev/null || true
    rmdir "$state/root" "$state/memory" 2> /dev/null || true
    [ -z "${REAL_KEEP:-}" ] || cp "$state/log" "$REAL_KEEP/systemd.log"
    rm -f "$state/log"
    rmdir "$state" 2> /dev/null || true
}
trap leave EXIT
trap 'exit 143' TERM HUP INT

mkdir "$state/root" "$state/memory"
mount -t tmpfs -o mode=755 tmpfs "$state/memory"
mkdir "$state/memory/upper" "$state/memory/work"
mount -t overlay -o "lowerdir=$tree:/,upperdir=$state/memory/upper,workdir=$state/memory/work" overlay "$state/root" 2> /dev/null ||
    skip "the files of this system cannot be laid under others (overlay)."
root=$state/root
mkdir -p "$root/etc/systemd/system" "$root/var/log/journal" "$root/srv" "$root/tmp"
mount -t tmpfs -o mode=1777 tmpfs "$root/tmp"
rm -f "$root/etc/machine-id"
echo 0123456789abcdef0123456789abcdef > "$root/etc/machine-id"
rm -rf "$root/etc/systemd/system"/*.wants
ln -sfn /usr/lib/systemd/system/multi-user.target "$root/etc/systemd/system/default.target"
for unit in systemd-networkd-wait-online systemd-resolved systemd-sysctl systemd-modules-load systemd-udevd systemd-timesyncd \
    systemd-remount-fs systemd-udev-trigger getty@tty1 console-getty apt-daily dpkg-db-backup e2scrub_reap fstrim; do
    ln -sfn /dev/null "$root/etc/systemd/system/$unit.service"
done
grep -q '^systemd-journal:' "$root/etc/group" || echo 'systemd-journal:x:990:' >> "$root/etc/group"
IFS=:
for folder in $shared; do
    mkdir -p "$root$folder"
    mount --rbind "$folder" "$root$folder"
done
unset IFS

export REAL_ROOT=$root
own=$(cat /proc/self/cgroup | sed -n 's/^0:://p')
echo $$ > "$group/cgroup.procs"
setsid unshare --mount --pid --net --uts --ipc --cgroup --fork --kill-child --propagation private "$0" --inside \
    < /dev/null > "$state/log" 2>&1 &
outer=$!
echo $$ > "$groups$own/cgroup.procs" 2> /dev/null || echo $$ > "$groups/cgroup.procs"
for attempt in $(seq 100); do
    init=$(tr -d ' ' < "/proc/$outer/task/$outer/children" 2> /dev/null || true)
    [ -z "$init" ] || break
    sleep 0.05
done
[ -n "$init" ] || skip "namespaces could not be made: $(tail -n 1 "$state/log")"
inside() { nsenter -t "$init" -m -p -n -u -i -C env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 REAL_MACHINE=yes "$@"; }
for attempt in $(seq 150); do
    seen=$(inside systemctl is-system-running 2> /dev/null || true)
    case $seen in running | degraded) break ;; esac
    kill -0 "$init" 2> /dev/null || skip "systemd did not boot: $(tail -n 1 "$state/log")"
    sleep 0.2
done
case $seen in running | degraded) ;; *) skip "systemd did not come up within 30 s (${seen:-silent}): $(tail -n 1 "$state/log")" ;; esac
status=0
inside "$@" || status=$?
exit "$status"
