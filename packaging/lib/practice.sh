# SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
# SPDX-License-Identifier: Apache-2.0
# The window on a practice installation of its own, which is taken down at the end.

# Never returns: exits with the window's code.
show_practice() {
    practice=$(mktemp -d "${TMPDIR:-/tmp}/kestra-practice.XXXXXX") || exit 1
    trap take_down EXIT
    stage "Practice installation 1.0.36 started" "$practice/log" start_practice ||
        give_up "$(tail -n 5 "$practice/log")
The practice installation did not start."
    if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
        open_window "practice:$practice/kestra"
        exit "$code"
    fi
    walk
}

start_practice() {
    "$build/bin/practice-kestra" up "$practice/kestra" --version 1.0.36 --components separate &&
        "$build/bin/practice-kestra" load "$practice/kestra" --executions 200
}

# On a screen of its own, with settings and a journal of its own; the pictures stay.
walk() {
    local pictures
    pictures=$(mktemp -d "${TMPDIR:-/tmp}/kestra-upgrade-walk.XXXXXX") || exit 1
    start_screen
    export XDG_DATA_HOME=$practice/data XDG_CONFIG_HOME=$practice/config XDG_STATE_HOME=$practice/state
    open_window --walk "$pictures" "practice:$practice/kestra"
    printf '%s\n' "$pictures"
    exit "$code"
}

start_screen() {
    local number
    mkfifo "$practice/screen"
    exec 5<> "$practice/screen"
    Xvfb -displayfd 5 -screen 0 1280x800x24 -nolisten tcp > "$practice/log" 2>&1 &
    screen=$!
    read -r -t 20 -u 5 number || give_up "$(tail -n 5 "$practice/log")
The virtual screen (Xvfb) did not start."
    exec 5>&-
    export DISPLAY=:$number
}

# Waits for the window, hands signals on to it and keeps its exit code.
open_window() {
    local window
    "$build/bin/kestra-upgrade-assistant" "$@" <&0 &
    window=$!
    trap 'kill -TERM "$window"' INT TERM HUP
    code=0
    wait "$window" || code=$?
    while kill -0 "$window" 2> /dev/null; do
        code=0
        wait "$window" || code=$?
    done
    trap - INT TERM HUP
}

take_down() {
    trap '' INT TERM HUP
    "$build/bin/practice-kestra" down "$practice/kestra" > /dev/null 2>&1
    [ -z "${screen:-}" ] || { kill "$screen" && wait "$screen"; } 2> /dev/null
    rm -rf "$practice"
}
