#!/bin/sh
# SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
# SPDX-License-Identifier: Apache-2.0

# h2jars.sh FOLDER: brings H2 in the versions that Kestra ships into FOLDER, once. Ends with 0 when it cannot
# either: the test says then that it was skipped.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p -- "$1"
cd -- "$1"
while read -r sum version; do
  jar=h2-$version.jar
  if printf '%s  %s\n' "$sum" "$jar" | sha256sum -c --status 2>/dev/null; then continue; fi
  "$here/../real/maven.sh" org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy "-Dartifact=com.h2database:h2:$version" \
    "-DoutputDirectory=$PWD/part" </dev/null >&2 || continue
  if printf '%s  %s\n' "$sum" "part/$jar" | sha256sum -c --status; then mv -- "part/$jar" "$jar"; fi
done <<'JARS'
b9d8f19358ada82a4f6eb5b174c6cfe320a375b5a9cb5a4fe456d623e6e55497 2.2.224
8dae62d22db8982c3dcb3826edb9c727c5d302063a67eef7d63d82de401f07d3 2.3.232
29b70e427cc1c40cdc376283adbb0cc62853073797bb5fe5761f81fe73d57ce0 2.4.240
JARS
rm -rf part
ls
