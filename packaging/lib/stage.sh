# SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
# SPDX-License-Identifier: Apache-2.0
# Words of the set-up. All of them go to standard error: standard output belongs to the program.

say() { printf '%s\n' "$*" >&2; }

# Exit code 1 is the contract's "not done, and everything is as it was".
give_up() {
    say "$*"
    exit 1
}

# stage WORDS LOG COMMAND…: runs COMMAND with its output in LOG and prints one line with the time it took.
# What takes longer than 2 s shows how far it is. Ctrl-C or SIGTERM end COMMAND with all its children.
stage() {
    local words=$1 log=$2 started=$EPOCHREALTIME status
    shift 2
    # Job control gives the command a process group of its own, so that the whole of it can be ended.
    set -m
    "$@" > "$log" 2>&1 < /dev/null &
    stage_job=$!
    set +m
    trap 'end_stage 130' INT
    trap 'end_stage 143' TERM
    trap 'end_stage 129' HUP
    # The locks are not its business.
    stage_progress "$words" "$log" 6>&- 8>&- 9>&- &
    stage_ticker=$!
    wait "$stage_job"
    status=$?
    end_ticker
    trap - INT TERM HUP
    [ ! -t 2 ] || printf '\r\033[K' >&2
    local tenths=$(((${EPOCHREALTIME/[.,]/} - ${started/[.,]/}) / 100000))
    if [ "$status" = 0 ]; then
        say "$words: $((tenths / 10)).$((tenths % 10)) s"
    else
        say "$words: failed after $((tenths / 10)).$((tenths % 10)) s"
    fi
    return "$status"
}

end_ticker() {
    kill "$stage_ticker"
    wait "$stage_ticker"
} 2> /dev/null

end_stage() {
    trap '' INT TERM HUP
    end_ticker
    kill -TERM -- "-$stage_job" 2> /dev/null
    wait "$stage_job" 2> /dev/null
    exit "$1"
}

# One line that is written over on a terminal; elsewhere a line after 2 s, and one every 10 s.
stage_progress() {
    local words=$1 log=$2 elapsed=0 detail
    while sleep 1 <&- >&- 2>&- && kill -0 $$ 2> /dev/null; do
        elapsed=$((elapsed + 1))
        [ -t 2 ] || [ "$elapsed" = 2 ] || [ $((elapsed % 10)) = 0 ] || continue
        detail=$(tail -c 500 "$log" 2> /dev/null | tr '\r' '\n' | tail -n 1 | cut -c 1-60)
        if [ -t 2 ]; then
            printf '\r%s: %d s %s\033[K' "$words" "$elapsed" "$detail" >&2
        else
            say "$words: $elapsed s $detail"
        fi
    done
}

# hold DESCRIPTOR WORDS [FLOCK-OPTION]: takes the lock on an open file; WORDS are said when others have it.
hold() {
    local descriptor=$1 words=$2
    shift 2
    flock --nonblock "$@" "$descriptor" && return
    say "$words"
    flock "$@" "$descriptor"
}
