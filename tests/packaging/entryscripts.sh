#!/bin/bash
# SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
# SPDX-License-Identifier: Apache-2.0
# What a caller of packaging/run and packaging/test may rely on, on a system that has everything.

. "$(dirname "$0")/fixture.sh"
. "$here/../../packaging/lib/system.sh"
is_new_enough || { echo "SKIPPED: needs Debian 13 or newer"; exit 0; }
trap 'rm -rf "$scratch"' EXIT
make_project
errors="$scratch/errors"
run() { "$project/packaging/run" "$@"; }

git -C "$project" init --quiet
git -C "$project" add .

run kestra-upgrade true > "$scratch/out" 2> "$errors"
expect "the first start builds" "$?" 0
expect "standard output is the program's" "$(cat "$scratch/out")" ""
expect_match "each stage says its time" "$(cat "$errors")" 'Configured: [0-9]+\.[0-9] s.*Built: kestra-upgrade practice-kestra: [0-9]+\.[0-9] s'
expect "the source tree stays as it was" "$(git -C "$project" status --porcelain | grep -v '^A ')" ""

expect "arguments keep blanks, quotes and emptiness" "$(run kestra-upgrade 'printf "<%s>" "$@"' 'a  b' '"c'"'" '' '$HOME' '*')" \
    "<a  b><\"c'><><\$HOME><*>"
run kestra-upgrade 'echo out; echo err >&2; exit 42' > "$scratch/out" 2> "$errors"
expect "the exit code is the program's" "$?" 42
expect "standard output again" "$(cat "$scratch/out")" out
expect "standard error, when nothing is to be set up" "$(cat "$errors")" err
expect "standard input" "$(echo in | run kestra-upgrade cat)" in
mkdir "$scratch/a folder"
echo text > "$scratch/a folder/file"
expect "paths are relative to the caller's folder" "$(cd "$scratch/a folder" && "../the project/packaging/run" kestra-upgrade 'cat "$1"' file)" text
ln -s "$project/packaging/run" "$scratch/link"
expect "through a link" "$("$scratch/link" kestra-upgrade 'echo yes')" yes
expect "environment" "$(ONE='1 2' run kestra-upgrade 'echo "$ONE"')" "1 2"

for wrong in make --help 'kestra-upgrade x' ''; do
    run "$wrong" > "$scratch/out" 2> "$errors"
    expect "'$wrong' is no program" "$?:$(cat "$scratch/out"):$(grep -c '^packaging/run' "$errors")" 2::2
done

"$project/packaging/run" kestra-upgrade 'trap "echo stopped; exit 5" TERM; echo ready; while :; do sleep 0.05; done' > "$scratch/out" 2>&1 &
until_true grep -q ready "$scratch/out"
kill -TERM $!
wait $!
expect "SIGTERM reaches the program itself" "$?:$(tail -n 1 "$scratch/out")" 5:stopped

echo '# changed' >> "$project/app/program"
run kestra-upgrade true > "$scratch/out" 2> "$errors" &
run kestra-upgrade true 2> /dev/null
expect "a second start at the same time" "$?" 0
wait $!
expect "and the first" "$?" 0
expect_match "a change is built" "$(cat "$errors")" 'Built|waiting'
run kestra-upgrade true 2> "$errors"
expect "once" "$(cat "$errors")" ""
touch "$project/app/new"
run kestra-upgrade true 2> /dev/null
rm "$project/app/new"
run kestra-upgrade true 2> "$errors"
expect_match "a removed file is noticed" "$(cat "$errors")" Built

cp "$project/app/program" "$scratch/good"
echo 'if' >> "$project/app/program"
run kestra-upgrade true > "$scratch/out" 2> "$errors"
expect "a failed build is exit 1" "$?:$(cat "$scratch/out")" 1:
expect_match "and says why" "$(cat "$errors")" 'Syntax error.*The build failed'
cp "$scratch/good" "$project/app/program"
run kestra-upgrade true 2> /dev/null

started=${EPOCHREALTIME/[.,]/}
run kestra-upgrade true
expect "nothing to do, nothing wrong" "$?" 0
took=$(((${EPOCHREALTIME/[.,]/} - started) / 1000))
echo "a start that finds everything made adds $took ms"
expect "that is less than a second" $((took < 1000)) 1

TMPDIR=$scratch run > "$scratch/out" 2> "$errors"
expect "the walk's exit code" "$?" 7
expect "the walk, on a screen" "$(head -n 1 "$scratch/out")" "--walk practice on a screen"
pictures=$(tail -n 1 "$scratch/out")
expect "the last line is the folder of pictures" "$(ls "$pictures")" page.png
expect "the practice installation comes and goes" "$(sed 's| .*/kestra||' "$FIXTURE_LOG" | tr '\n' ,)" \
    "up --version 1.0.36 --components separate,load --executions 200,down,"
expect "its folder too" "$(ls -d "$scratch"/kestra-practice.* 2> /dev/null)" ""

"$project/packaging/test" -L fine > "$scratch/out" 2> "$errors"
expect "packaging/test passes" "$?" 0
expect_match "and ends with ctest's closing lines" "$(tail -n 3 "$scratch/out")" '100% tests passed, 0 tests failed out of 2.*Total Test time'
expect "nothing that a test left behind lives on" "$(pgrep -f "^sleep $FIXTURE_SLEEP")" ""
"$project/packaging/test" -R 'good|bad' > "$scratch/out" 2> "$errors"
expect "a failed test fails it" "$?" 8
expect_match "with its name at the end" "$(tail -n 5 "$scratch/out")" 'bad \(Failed\)'
"$project/packaging/test" -R nosuchtest > "$scratch/out" 2> "$errors"
expect "no test is a failure" "$(($? != 0))" 1
"$project/packaging/test" --fast > "$scratch/out" 2> "$errors"
expect "another option is not understood" "$?" 2

exit "$failures"
