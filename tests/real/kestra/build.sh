#!/bin/sh
# SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
# SPDX-License-Identifier: Apache-2.0
# build.sh VERSION FOLDER [NAMED]: makes FOLDER/kestra-NAMED from the published modules of VERSION: an executable that is a
# shell script and a jar at once, as Kestra's own release is. Its libraries lie in FOLDER/jars/VERSION. NAMED, where it
# differs, is the version that it says of itself: not every patch was published as modules.
set -eu
mkdir -p "$2"
version=$1 folder=$(readlink -f "$2") named=${3:-$1} here=$(cd "$(dirname "$0")" && pwd)
line=${version%%.*}
[ ! "$folder/kestra-$named" -nt "$here/Launcher.java" ] || exit 0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$folder/jars/$version" "$work/classes"
"$here/../maven.sh" -f "$here/pom.xml" "-Dkestra.version=$version" "-Dkestra.line=$line" \
    org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies \
    -DincludeScope=runtime "-DoutputDirectory=$folder/jars/$version" >&2
javac --release 21 -nowarn -proc:none -d "$work/classes" -cp "$folder/jars/$version/*" "$here/Launcher.java" >&2
cp "$here/logback.xml" "$work/classes"
echo "version=$named" > "$work/classes/gradle.properties"
{
    echo "Main-Class: Launcher"
    # A line of a manifest has at most 72 bytes.
    (cd "$folder/jars/$version" && printf 'Class-Path:' && printf ' file:'"$folder/jars/$version"'/%s' *.jar) | fold -b -w 70 | sed '2,$s/^/ /'
    echo
} > "$work/manifest"
jar --create --file "$work/kestra.jar" --manifest "$work/manifest" -C "$work/classes" .
cat > "$work/kestra" << 'END'
#!/bin/sh
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" $JAVA_OPTS -jar "$0" "$@"
END
cat "$work/kestra.jar" >> "$work/kestra"
chmod 755 "$work/kestra"
mv "$work/kestra" "$folder/kestra-$named"
