# SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
# SPDX-License-Identifier: Apache-2.0
# Makes, keeps and enters the Debian 13 root in the cache folder. Its name holds a hash of what it is made from.

# Counts up when roots have to be made anew though the package list is the same.
root_version=1
root_hash=$( (echo "$root_version"; packages build run test) | sha256sum | cut -c 1-12)
root=$cache/root-$root_hash

# As an ordinary user everything about the root happens in a user namespace, where we are its root.
as_owner=()
if [ "$(id -u)" != 0 ]; then
    as_owner=(unshare --user --map-root-user --map-auto)
fi

# start_in_root SCRIPT [ARG…]: never returns.
start_in_root() {
    need_tools
    may_have_namespaces
    make_ready
    apart exec bash "$source/packaging/lib/enter.sh" "$root" "$(id -u):$(id -g)" "$@"
}

# apart [exec] COMMAND…: in a mount namespace that tells nobody outside of its mounts. In a mere chroot / is no mount, so
# the real one is looked up by way of the namespace.
apart() {
    local way=()
    [ "$1" != exec ] || { way=(exec); shift; }
    "${way[@]}" "${as_owner[@]}" unshare --mount --propagation unchanged bash -c \
        'nsenter --mount=/proc/self/ns/mnt mount --make-rslave / && exec "$@"' bash "$@"
}

may_have_namespaces() {
    [ -e /proc/self/ns/mnt ] || give_up "/proc is missing here. Mount it (mount -t proc proc /proc), then start again."
    apart true 2> /dev/null && return
    [ "$(id -u)" != 0 ] ||
        give_up "This root account may not make mount namespaces (a container?). Give it CAP_SYS_ADMIN, or use Debian 13."
    command -v newuidmap > /dev/null ||
        give_up "An ordinary user needs the packages uidmap and mmdebstrap here: ask for 'apt-get install uidmap mmdebstrap', or start this as root."
    grep -qs "^$(id -un):\|^$(id -u):" /etc/subuid ||
        give_up "User $(id -un) has no range in /etc/subuid: ask for 'usermod --add-subuids 100000-165535 --add-subgids 100000-165535 $(id -un)', or start this as root."
    give_up "User namespaces are switched off here: ask for 'sysctl kernel.unprivileged_userns_clone=1 kernel.apparmor_restrict_unprivileged_userns=0 user.max_user_namespaces=10000', or start this as root."
}

# Afterwards the root is whole, and file descriptor 8 keeps others from removing it as long as anybody inside lives.
make_ready() {
    exec 9> "$cache/roots.lock"
    hold 9 "Another start is making the Debian 13 root; waiting for it." --shared
    if ! is_whole; then
        hold 9 "Another start is making the Debian 13 root; waiting for it." --exclusive
        is_whole || make_root
        remove_unused
    elif others_exist && flock --nonblock --exclusive 9; then
        remove_unused
    fi
    exec 8< "$root/.in-use"
    flock --shared 8
    exec 9>&-
}

# The cheap look: the mark is written last, and the tools still start.
is_whole() {
    [ -e "$root/.in-use" ] && grep -qsx "$inside_mark" "$root/usr/lib/os-release" || return 1
    "${as_owner[@]}" unshare --root="$root" /bin/sh -c \
        'PATH=/usr/bin; g++ --version && cmake --version && ninja --version' > /dev/null 2>&1
}

others_exist() {
    local other
    for other in "$cache"/root-*/; do
        [ "$other" = "$root/" ] || [ ! -d "$other" ] || return 0
    done
    return 1
}

# Under the exclusive lock only: nobody is making or entering one.
remove_unused() {
    local other
    for other in "$cache"/root-*/ "$cache"/new-*/; do
        [ -d "$other" ] && [ "$other" != "$root/" ] || continue
        if ! is_used "${other%/}"; then
            stage "Old root ${other%/} removed" /dev/null remove_tree "$other"
        fi
    done
}

# By somebody on the way in, who holds the lock, or by a daemon that has closed all its files but still lives there.
is_used() {
    local process
    [ -e "$1/.in-use" ] || return 1
    flock --nonblock --exclusive "$1/.in-use" true || return 0
    for process in /proc/[0-9]*; do
        [ ! "$process/root/.in-use" -ef "$1/.in-use" ] || return 0
    done
    return 1
}

remove_tree() { "${as_owner[@]}" rm --recursive --force --one-file-system "$1"; }

make_root() {
    local new log=$cache/root.log
    if [ -e "$root" ]; then
        # It may still be in use: out of the way with it, removed it is when nobody needs it.
        say "The Debian 13 root $root is damaged and is made anew."
        mv "$root" "$cache/root-damaged-$$" || give_up "$root is in the way and cannot be renamed."
    fi
    new=$(mktemp -d "$cache/new-XXXXXX") || exit 1
    if ! stage "Debian 13 root (about a minute, once)" "$log" fill "$new"; then
        remove_tree "$new"
        give_up "$(tail -n 5 "$log")
The Debian 13 root could not be made (all of it: $log). Check the network and the space in $cache, then start again."
    fi
    # shellcheck disable=SC2016
    "${as_owner[@]}" sh -c 'cp "$1/etc/passwd" "$1/etc/passwd.own" && cp "$1/etc/group" "$1/etc/group.own" &&
        : > "$1/.in-use" && echo "$2" >> "$1/usr/lib/os-release" && mv "$1" "$3"' sh "$new" "$inside_mark" "$root" ||
        give_up "The Debian 13 root could not be finished in $cache. Check the space there, then start again."
}

# A bare Debian has neither, nor need its keyring be new enough to know Debian 13.
need_tools() {
    command -v mmdebstrap > /dev/null && command -v mount > /dev/null && return
    [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null ||
        give_up "mmdebstrap or mount is missing: ask for 'apt-get install mmdebstrap uidmap mount', or start this as root."
    local log=$cache/packages.log
    stage "mmdebstrap installed" "$log" env DEBIAN_FRONTEND=noninteractive sh -c 'apt-get update &&
        apt-get install --yes --no-install-recommends mmdebstrap mount debian-archive-keyring' ||
        give_up "$(tail -n 5 "$log")
mmdebstrap could not be installed (all of it: $log). Check the network, then start again."
}

# As an ordinary user through a stream: mmdebstrap's own mapping could not write below a closed home folder.
fill() {
    chmod 0755 "$1"
    local options=(--variant=apt "--include=$(packages build run test | paste -s -d ,)"
        '--aptopt=APT::Install-Recommends "false"'
        --dpkgopt=path-exclude=/usr/share/man/* --dpkgopt=path-exclude=/usr/share/doc/*
        --dpkgopt=path-exclude=/usr/share/info/* --dpkgopt=path-exclude=/usr/share/locale/*
        --dpkgopt=path-include=/usr/share/doc/*/copyright --dpkgopt=force-unsafe-io
        # Java's packages put links beside manuals.
        '--essential-hook=mkdir -p "$1/usr/share/man/man1"'
        # A database server of its own is nobody's wish here.
        '--essential-hook=mkdir -p "$1/etc/postgresql-common"'
        '--essential-hook=echo create_main_cluster = false > "$1/etc/postgresql-common/createcluster.conf"')
    if [ "$(id -u)" = 0 ]; then
        # In a mount namespace, so that nothing stays mounted whichever way it ends.
        apart mmdebstrap --mode=root "${options[@]}" trixie "$1"
    else
        set -o pipefail
        mmdebstrap --mode=unshare --format=tar "${options[@]}" trixie - |
            "${as_owner[@]}" tar --extract --numeric-owner --preserve-permissions --exclude='./dev/*' --directory "$1"
    fi
}
