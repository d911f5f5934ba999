# SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
# SPDX-License-Identifier: Apache-2.0
# Decides where to build and run: on this system itself, or in a Debian 13 root of our own (root.sh).

HOME=${HOME:-$(getent passwd "$(id -u)" | cut -d: -f6)}
export HOME
case ${XDG_CACHE_HOME:-} in
    /*) cache=$XDG_CACHE_HOME/kestra-upgrade-assistant ;;
    *) cache=$HOME/.cache/kestra-upgrade-assistant ;;
esac
system_path=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
# The line in a finished root's os-release: inside it nothing has to be looked for any more.
inside_mark=VARIANT_ID=kestra-upgrade-assistant

# packages GROUP…: the package names of these groups, one a line.
packages() {
    awk -v wanted=" $* " '
        { sub(/#.*/, "") }
        /^\[/ { gsub(/[][]/, ""); group = $1; next }
        index(wanted, " " group " ") { for (i = 1; i <= NF; i++) print $i }' "$source/packaging/packages"
}

# Debian 13 and what is as new: Qt 6.8 and KDE Frameworks 6.13 are there.
is_new_enough() {
    (
        ID='' VERSION_ID=''
        # shellcheck disable=SC1091
        . /etc/os-release 2> /dev/null
        case $ID in
            debian) [ "${VERSION_ID:-99}" -ge 13 ] ;;
            ubuntu) [ "${VERSION_ID//./}" -ge 2510 ] ;;
            *) false ;;
        esac
    )
}

is_inside() { grep -qsx "$inside_mark" /etc/os-release; }

# The compiler of Debian 13 is the one whose warnings are known.
is_reference_system() { grep -qsx 'VERSION_ID="13"' /etc/os-release; }

# go_on_in_system GROUPS SCRIPT [ARG…]: returns when this system has everything; else SCRIPT starts again inside the root.
go_on_in_system() {
    local groups=$1
    shift
    mkdir -p "$cache" || give_up "The cache folder $cache cannot be made. Set XDG_CACHE_HOME to a folder you can write."
    is_inside && return
    if is_new_enough; then
        install_missing "$groups"
    else
        # shellcheck source=packaging/lib/root.sh
        . "$source/packaging/lib/root.sh"
        start_in_root "$@"
    fi
}

# Packages of a Docker from elsewhere must not be replaced by Debian's.
without_docker_when_there() {
    if command -v docker > /dev/null; then grep -v '^docker'; else cat; fi
}

install_missing() {
    local wanted missing as_root=()
    # shellcheck disable=SC2086
    wanted=$(packages $1 | without_docker_when_there)
    # shellcheck disable=SC2086
    missing=$(comm -23 <(printf '%s\n' $wanted | sort -u) \
        <(dpkg-query -W -f='${db:Status-Status} ${Package}\n' | sed -n 's/^installed //p' | sort -u) | tr '\n' ' ')
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" != 0 ]; then
        command -v sudo > /dev/null ||
            give_up "These packages are missing; install them as root, then start again: apt-get install $missing"
        say "These packages are missing and are installed with sudo: $missing"
        sudo -v || give_up "Without sudo nothing was installed. As root: apt-get install $missing"
        as_root=(sudo)
    else
        say "These packages are missing and are installed: $missing"
    fi
    local log=$cache/packages.log
    # shellcheck disable=SC2086
    stage "Packages" "$log" "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive sh -c '
        apt-get update && apt-get install --yes --no-install-recommends --no-remove "$@"' sh $missing ||
        give_up "$(tail -n 5 "$log")
The packages could not be installed (all of it: $log). Check the network and the package sources, then start again."
}
