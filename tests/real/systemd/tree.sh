#!/bin/bash
# SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
# SPDX-License-Identifier: Apache-2.0
# tree.sh CACHE: prints a folder with what a machine under systemd needs beyond this system, unpacked from its own
# packages. Empty where systemd is installed here. Made once.

set -eu
cache=$1
[ "$(id -u)" = 0 ] || { echo "SKIPPED: a machine of its own under systemd needs the root account." >&2; exit 77; }
if [ -x /usr/lib/systemd/systemd ] && command -v unzip > /dev/null; then
    mkdir -p "$cache/systemd-none"
    echo "$cache/systemd-none"
    exit 0
fi
packages() { apt-get -s install --no-install-recommends systemd unzip 2> /dev/null | sed -n 's/^Inst \([^ ]*\) (\([^ ]*\).*/\1=\2/p'; }
wanted=$(packages)
if [ -z "$wanted" ]; then
    # A root that was just made has no lists of packages.
    apt-get update > /dev/null 2>&1 || true
    wanted=$(packages)
fi
[ -n "$wanted" ] || { echo "SKIPPED: the packages of systemd are not known here (apt-get update)." >&2; exit 77; }
tree=$cache/systemd-$(printf '%s' "$wanted" | sha256sum | cut -c 1-12)
if [ ! -d "$tree" ]; then
    rm -rf "$tree.part"
    mkdir -p "$tree.part/packages"
    # shellcheck disable=SC2086 # one word a package
    (cd "$tree.part/packages" && apt-get download $wanted > ../log 2>&1) ||
        { echo "SKIPPED: the packages of systemd cannot be loaded: $(tail -n 1 "$tree.part/log")" >&2; exit 77; }
    for package in "$tree.part/packages"/*.deb; do dpkg-deb -x "$package" "$tree.part"; done
    rm -rf "$tree.part/packages" "$tree.part/log"
    mv "$tree.part" "$tree"
fi
echo "$tree"
