# SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
# SPDX-License-Identifier: Apache-2.0
# enter.sh ROOT UID:GID SCRIPT [ARG…]: started in a mount namespace of its own. Lays the caller's files into ROOT under
# the same paths, makes ROOT the root of the namespace and becomes SCRIPT in it, as the same user in the same folder.

set -eE
trap 'echo "The Debian 13 root could not be entered." >&2; exit 1' ERR
root=$1 user=$2
shift 2
folder=$PWD
PATH=$PATH:/usr/sbin:/sbin

# The same file at the same path: nothing to do. Else a folder or file is bound over its path in the root.
lay() {
    [ -e "$1" ] && [ ! "$1" -ef "$root$1" ] || return 0
    if [ -d "$1" ]; then
        mkdir -p "$root$1"
    else
        mkdir -p "$root${1%/*}"
        [ -e "$root$1" ] || : > "$root$1"
    fi
    mount --rbind "$1" "$root$1"
}

# A folder of the system itself stays the root's own; files in it can be laid one by one.
lay_caller_path() {
    local path
    [ -e "$1" ] || return 0
    path=$(realpath --no-symlinks -- "$1")
    if [ -d "$path" ] && [ -d "$root$path" ]; then
        case $path/ in
            // | /etc/ | /usr/* | /var/* | /bin/* | /sbin/* | /lib*) return 0 ;;
        esac
    fi
    if [ -f "$path" ] && [ ! -d "$root${path%/*}" ]; then lay "${path%/*}"; else lay "$path"; fi
}

lay_system_folders() {
    local entry
    for entry in /*; do
        case $entry in
            /bin | /sbin | /lib* | /usr | /etc | /var | /boot | /lost+found) ;;
            *) [ ! -d "$entry" ] || lay "$entry" ;;
        esac
    done
    lay /var/tmp
    # The certificates that this machine trusts and its languages, when it has any.
    if [ -s /etc/ssl/certs/ca-certificates.crt ]; then
        for entry in /etc/ssl/certs /usr/share/ca-certificates /usr/local/share/ca-certificates; do lay "$entry"; done
    fi
    for entry in /usr/lib/locale/*; do
        [ "$entry" = /usr/lib/locale/C.utf8 ] || lay "$entry"
    done
}

# What may change between two starts is copied; a link, as to a resolver under /run, stays a link.
copy_settings() {
    local file
    for file in resolv.conf hosts localtime timezone machine-id; do
        [ ! -e "/etc/$file" ] || cp --no-dereference --remove-destination "/etc/$file" "$root/etc/$file" 2> /dev/null || true
    done
    merge passwd "${user%:*}"
    merge group "${user#*:}"
}

# The root's own accounts own its files; root, the caller and all people are the machine's.
merge() {
    awk -F: -v caller="$2" '
        NR == FNR { if ($3 == 0) zero = $0; else own[++count] = $0; names[$1]; numbers[$3]; next }
        $3 == 0 { zero = ""; print; next }
        $3 == caller || (!($1 in names) && !($3 in numbers))
        END { if (zero != "") print zero; for (i = 1; i <= count; i++) print own[i] }' \
        "$root/etc/$1.own" "/etc/$1" > "$root/etc/$1.$$"
    mv "$root/etc/$1.$$" "$root/etc/$1"
}

lay_environment() {
    local path
    lay_caller_path "${DOCKER_HOST#unix://}"
    lay_caller_path "${SSH_AUTH_SOCK:-}"
    lay_caller_path "${XAUTHORITY:-}"
    lay_caller_path "${WAYLAND_DISPLAY:-}"
    path=${DBUS_SESSION_BUS_ADDRESS#unix:path=}
    lay_caller_path "${path%%,*}"
    while IFS= read -r -d : path; do lay_caller_path "$path"; done <<< "${KUBECONFIG:-}:"
    # Programs of the caller's that Debian has not.
    for path in kubectl helm; do
        if path=$(command -v "$path"); then
            lay_caller_path "$(readlink -f "$path")"
            lay "$path"
        fi
    done
}

mount --bind "$root" "$root"
lay_system_folders
copy_settings
lay_environment
for path in "$HOME" "$folder" "${1%/packaging/*}"; do lay_caller_path "$path"; done
for argument in "${@:2}"; do
    # An address and an option have their path at the end: compose:FILE, --file=FILE.
    for path in "$argument" "${argument#*:}" "${argument#*=}"; do lay_caller_path "$path"; done
done

# The caller's own programs are still found, after the root's.
export PATH="/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:$PATH"
[ -n "${LC_ALL:-}${LC_CTYPE:-}${LANG:-}" ] || export LANG=C.UTF-8

# Entering one's own namespace leaves a mere chroot, whose end would not be where containers look for their root.
# The folder opened here is what is left of it.
exec 7< "$root"
exec nsenter --mount=/proc/self/ns/mnt bash -c '
    cd /proc/self/fd/7 && exec 7<&- || exit 1
    folder=$1 user=$2
    shift 2
    pivot_root . . && umount --lazy . || exit 1
    cd "$folder" 2> /dev/null || { echo "The folder $folder does not exist in the Debian 13 root; going on in /." >&2; cd /; }
    # Back to the number that the user has outside, so that ssh, the session bus and file owners agree.
    [ "${user%:*}" = 0 ] || set -- unshare --user --map-user="${user%:*}" --map-group="${user#*:}" "$@"
    exec "$@"' bash "$folder" "$user" "$@"
