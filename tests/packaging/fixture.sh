# SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
# SPDX-License-Identifier: Apache-2.0
# A project in a folder with a blank in its name that has our entry scripts and programs of three lines.

here=$(cd "$(dirname "$0")" && pwd -P)
scratch=$(mktemp -d "${TMPDIR:-/tmp}/entry scripts.XXXXXX") || exit 1
project="$scratch/the project"
export XDG_CACHE_HOME="$scratch/cache" FIXTURE_LOG="$scratch/practice.log" LC_ALL=C
# A length that no other sleep has.
export FIXTURE_SLEEP="9$RANDOM.$RANDOM"
unset DISPLAY WAYLAND_DISPLAY
failures=0

make_project() {
    mkdir -p "$project"/{app,ui,resources,translations,tests}
    cp -R "$here/../../packaging" "$here/../../CMakePresets.json" "$project/"
    cp "$here/project.cmake" "$project/CMakeLists.txt"
    cp "$here/program.sh" "$project/app/program"
    chmod +x "$project/app/program"
}

# expect WHAT ACTUAL WANTED
expect() {
    if [ "$2" = "$3" ]; then
        echo "ok: $1"
    else
        printf 'FAILED: %s\n  got:    %s\n  wanted: %s\n' "$1" "$2" "$3"
        failures=$((failures + 1))
    fi
}

# expect_match WHAT ACTUAL REGEX
expect_match() {
    if [[ $2 =~ $3 ]]; then expect "$1" yes yes; else expect "$1" "$2" "something like $3"; fi
}

# until_true COMMAND…: at most 20 s.
until_true() {
    local end=$((SECONDS + 20))
    until "$@"; do
        [ "$SECONDS" -lt "$end" ] || return 1
        sleep 0.05
    done
}
