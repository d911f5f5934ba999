# SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
# SPDX-License-Identifier: Apache-2.0
# Builds outside the source tree, in a folder of the cache that is named after the source's path.

# use_preset NAME: the folder is the same for every start from this source with this preset.
use_preset() {
    preset=$1
    build=$cache/build-$(printf '%s' "$source" | sha256sum | cut -c 1-12)-$preset
}

# build_targets SOURCES TARGET…: brings the targets up to date; SOURCES are the folders and files that matter to them.
build_targets() {
    local sources=$1 stamp
    shift
    stamp=$build/.built-$(printf '%s-' "$@")
    mkdir -p "$build" || give_up "The build folder $build cannot be made."
    is_built "$stamp" "$sources" "$@" && return
    exec 6> "$build/.lock"
    hold 6 "Another start is building; waiting for it."
    is_built "$stamp" "$sources" "$@" || build_now "$stamp" "$@"
    exec 6>&-
}

# Change times, not modification times: they also tell of files that went, came back or were given an old date.
is_built() {
    local stamp=$1 path paths=()
    for path in $2; do paths+=("$source/$path"); done
    shift 2
    for path in "$@"; do [ "$path" = all ] || [ -x "$build/bin/$path" ] || return 1; done
    [ -e "$stamp" ] && [ "$(cat "$stamp")" = "$(system_name)" ] &&
        [ -z "$(find "${paths[@]}" -cnewer "$stamp" -print -quit 2>&1)" ]
}

# What was built with another system's libraries is of no use.
system_name() { stat --format='%d:%i' /.in-use 2> /dev/null || sed -n 's/^PRETTY_NAME=//p' /etc/os-release; }

build_now() {
    local stamp=$1 log=$build/build.log
    shift
    if [ "$(cat "$build/.system" 2> /dev/null)" != "$(system_name)" ]; then
        find "$build" -mindepth 1 -maxdepth 1 ! -name .lock -exec rm -rf {} +
        system_name > "$build/.system"
    fi
    # Dated before the build: what is saved while it runs is built by the next start.
    system_name > "$build/.starting"
    if [ ! -e "$build/build.ninja" ]; then
        stage "Configured" "$log" clean cmake --preset "$preset" -S "$source" -B "$build" || show_failure "$log"
    fi
    stage "Built: $*" "$log" clean cmake --build "$build" --parallel "$(nproc)" --target "$@" || show_failure "$log"
    mv "$build/.starting" "$stamp"
}

# Flags and search paths of the caller's environment would make another program.
clean() {
    cd "$source" && env -i HOME="$HOME" PATH="$system_path" LANG=C.UTF-8 NINJA_STATUS='[%p] ' \
        CCACHE_DIR="$cache/ccache" CCACHE_MAXSIZE=2G CCACHE_SLOPPINESS=pch_defines,time_macros "$@"
}

show_failure() {
    grep -v '^\[ *[0-9]*%\] ' "$1" | tail -n 60 >&2
    give_up "The build failed (all of it: $1)."
}
