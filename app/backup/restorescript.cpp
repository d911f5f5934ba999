// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/backup/restorescript.h"

#include "app/backup/backupplan.h"
#include "app/backup/restoredatabase.h"
#include "app/backup/standalonerestore.h"
#include "app/backup/storagebackup.h"
#include "app/installation/helm/helmrestore.h"
#include "app/task/process.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace
{

/// Text that may stand in a comment: nothing in it can end the line.
QString comment(const QString &text)
{
    return text.simplified();
}

QString beginning(const Installation &installation)
{
    return uR"sh(#!/bin/sh
# Brings back Kestra %1 of %2 as this backup holds it: database, internal storage,
# configuration; then starts that version. Needs nothing but the tools named in README.md.
# Usage: sh restore.sh [--yes]
set -eu
umask 077
PATH=$PATH:/usr/local/bin:/usr/bin:/bin
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
now=$(date +%Y%m%d%H%M%S)
yes=no

say() { printf '%s\n' "$*"; }
die() { printf 'restore.sh: %s\n' "$*" >&2; exit 1; }

for word in "$@"; do
  case $word in
    -y|--yes) yes=yes ;;
    -h|--help) say "Usage: sh restore.sh [--yes]"; exit 0 ;;
    *) printf 'restore.sh: unknown word: %s\n' "$word" >&2; exit 2 ;;
  esac
done

# Puts a copy of the file $1 in the place of $2; what was there and differs is kept beside it.
put_file() {
  if cmp -s -- "$1" "$2"; then return 0; fi
  mkdir -p -- "$(dirname -- "$2")"
  rm -f -- "$2.part"
  cp -p -- "$1" "$2.part"
  if [ -e "$2" ]; then mv -- "$2" "$2.newer-$now"; fi
  mv -- "$2.part" "$2"
}

)sh"_s.arg(comment(installation.version.toString()), comment(installation.title));
}

QString asking(const Installation &installation)
{
    return uR"sh(
say "Checking every file of the backup …"
(cd "$here" && sha256sum -c --quiet --strict SHA256SUMS) ||
  die "this backup is damaged or not complete; nothing was changed."

printf 'This overwrites the database, the internal storage and the configuration of\n  %s\nwith those of version %s. What is there now is kept under another name.\n' \
  "$title" "$version"
if [ "$yes" = no ]; then
  [ -t 0 ] || die "nothing was changed: without a terminal, say --yes."
  printf 'Type yes to go on: '
  read -r answer
  [ "$answer" = yes ] || die "nothing was changed."
fi
trap 'code=$?; [ "$code" = 0 ] || printf "restore.sh: stopped with %s; nothing was deleted. Mend what the message above names, then run it again.\n" "$code" >&2' EXIT
)sh"_s.prepend(
        shellVariable(u"title"_s, installation.title.isEmpty() ? installation.address : installation.title) +
        shellVariable(u"version"_s, installation.version.toString()));
}

/// The text behind the kind in an address: compose:FILE, ssh://user@host/compose:FILE.
QString addressRest(const Installation &installation)
{
    const QString mark = installationKindName(installation.kind) + u':';
    const qsizetype at = installation.address.indexOf(mark);
    return at < 0 ? installation.address : installation.address.mid(at + mark.size());
}

QStringList compose(const Installation &installation)
{
    QStringList words{u"docker"_s, u"compose"_s};
    const QString project = installation.details.value(u"project"_s).toString();
    if (!project.isEmpty())
        words += {u"-p"_s, project};
    if (!installation.folder.isEmpty())
        words += {u"--project-directory"_s, installation.folder};
    const QJsonArray environment = installation.details.value(u"envFiles"_s).toArray();
    for (const QJsonValue &file : environment)
        words += {u"--env-file"_s, file.toString()};
    const QJsonArray listed = installation.details.value(u"files"_s).toArray();
    for (const QJsonValue &file : listed)
        words += {u"-f"_s, file.toString()};
    if (listed.isEmpty())
        words += {u"-f"_s, addressRest(installation)};
    return words;
}

QStringList kestraNames(const Installation &installation)
{
    QStringList names;
    for (const ComponentState &state : installation.components) {
        if (state.component != Component::Database && !names.contains(state.name))
            names.append(state.name);
    }
    return names;
}

QString grace(const Installation &installation)
{
    return QString::number(installation.graceSeconds + 30);
}

QString practiceProgram()
{
    return u"\"${PRACTICE_KESTRA:-practice-kestra}\""_s;
}

QString stopping(const Installation &installation)
{
    QString text = u"\nsay \"Stopping Kestra …\"\n"_s;
    switch (installation.kind) {
    case InstallationKind::Practice:
        return text + practiceProgram() + u" down "_s + shellQuoted(installation.folder) + u'\n';
    case InstallationKind::Compose:
        return text +
               commandLine(compose(installation) + QStringList{u"stop"_s, u"-t"_s, grace(installation)} +
                           kestraNames(installation)) +
               u'\n';
    case InstallationKind::Docker:
        return text +
               commandLine(QStringList{u"docker"_s, u"stop"_s, u"-t"_s, grace(installation)} +
                           kestraNames(installation)) +
               u'\n';
    case InstallationKind::Helm:
        return text + helmStopping(installation);
    case InstallationKind::Standalone:
        if (const QString stopping = standaloneStopping(installation); !stopping.isEmpty())
            return text + stopping;
        break;
    }
    return uR"sh(
say "Stop every Kestra process now, and wait until it has ended."
if [ "$yes" = no ]; then printf 'Type yes when it has: '; read -r answer; [ "$answer" = yes ] || die "nothing was changed."; fi
)sh"_s;
}

QString images(const Installation &installation)
{
    if (installation.kind != InstallationKind::Compose && installation.kind != InstallationKind::Docker)
        return {};
    QString text = uR"sh(
# The image $1 is to be the one with the digest $3 and the id $4; $2 is its repository.
want_image() {
  if [ -n "$4" ] && docker image inspect "$4" >/dev/null 2>&1; then
    docker tag "$4" "$1"
  elif [ -n "$3" ]; then
    docker pull "$2@$3"
    docker tag "$2@$3" "$1"
  elif ! docker image inspect "$1" >/dev/null 2>&1; then
    docker pull "$1"
  fi
}
say "Looking for the images …"
)sh"_s;
    for (const ImageUse &use : installation.images) {
        if (!use.image.contains(u'@'))
            text += commandLine({u"want_image"_s, use.tag.isEmpty() ? use.image : use.image + u':' + use.tag,
                                 use.image, use.digest, use.imageId}) +
                    u'\n';
    }
    return text;
}

QString storage(const Installation &installation, const BackupLayout &layout)
{
    if (installation.storage.kind.isEmpty())
        return {};
    const QString intro = u"\nsay \"Putting the internal storage back …\"\n"_s;
    if (!storageIsStreamed(installation))
        return intro + shellVariable(u"storage"_s, installation.storage.hostPath) +
               uR"sh(rm -rf -- "$storage.part"
mkdir -p -- "$(dirname -- "$storage")"
cp -a -- "$here/storage" "$storage.part"
if [ -e "$storage" ]; then mv -- "$storage" "$storage.newer-$now"; fi
mv -- "$storage.part" "$storage"
)sh"_s;
    const Result<StorageVolume> volume = StorageVolume::from(installation);
    if (!volume)
        return u"\ndie \"it is not known how to reach the internal storage.\"\n"_s;
    if (!volume->beside.isEmpty())
        return intro + commandLine(volume->shell(setContentAsideScript(), {volume->path})) + u" \""_s +
               storageNewerName(layout).chopped(layout.stamp.size()) + u"$now\"\n"_s +
               commandLine(volume->streamIn()) + u" <\"$here/storage.tar\"\n"_s;
    // The image in use when this runs is the only one that is sure to be there.
    return intro + shellVariable(u"container"_s, volume->container) +
           shellVariable(u"storage"_s, volume->path) + u"image=$("_s + commandLine(volume->engine) +
           u" inspect -f '{{.Image}}' \"$container\")\n"_s + commandLine(volume->engine) +
           u" run --rm -i --network none --user 0:0 "_s +
           (volume->mount.value(0) == u"--volume" ? commandLine(volume->mount)
                                                  : u"--volumes-from \"$container\""_s) +
           u" --entrypoint sh \"$image\" -s -- \"$storage\" \""_s +
           storageNewerName(layout).chopped(layout.stamp.size()) + u"$now\" <<'SCRIPT'\n"_s +
           setContentAsideScript() + u"\nSCRIPT\n"_s + commandLine(volume->engine) +
           u" cp - \"$container\":"_s + shellQuoted(volume->path.section(u'/', 0, -2)) +
           u"/ <\"$here/storage.tar\"\n"_s;
}

QString configuration(const Installation &installation, const BackupLayout &layout)
{
    QString text;
    const QStringList files = configurationFiles(installation);
    for (qsizetype i = 0; i < files.size(); ++i)
        text += u"put_file \"$here\"/"_s +
                shellQuoted(layout.configuration(i, files[i]).mid(layout.folder.size() + 1)) + u' ' +
                shellQuoted(files[i]) + u'\n';
    return text.isEmpty() ? text : u"\nsay \"Putting the configuration back …\"\n"_s + text;
}

/// An upgrade has set the old containers aside under another name; when it was kept they are gone.
QString containersBack(const Installation &installation)
{
    QString text =
        uR"sh(# Container $1 with the restart policy $2 is to be the one made from the image $3, whose id is $4.
container_back() {
  if docker inspect --type container "$1-before-$version" >/dev/null 2>&1; then
    if docker inspect --type container "$1" >/dev/null 2>&1; then
      docker update --restart no "$1"
      docker rename "$1" "$1-newer-$now"
    fi
    docker rename "$1-before-$version" "$1"
    docker update --restart "$2" "$1"
  fi
  [ "$(docker inspect --type container --format '{{.Image}}' "$1")" = "$4" ] ||
    die "the container $1 was made from another version. Make it again from $3 with the arguments that it has, then start it."
  docker start "$1"
}
)sh"_s;
    const QJsonObject made = installation.details.value(u"containers"_s).toObject();
    for (const ImageUse &use : installation.images)
        text += commandLine({u"container_back"_s, use.service,
                             made[use.service].toObject().value(u"restart"_s).toString(u"no"_s),
                             use.image + u':' + use.tag, use.imageId}) +
                u'\n';
    return text;
}

QString starting(const Installation &installation)
{
    const QString version = installation.version.toString();
    const QString intro = u"\nsay \"Starting Kestra $version …\"\n"_s;
    const QString byHand =
        u"\nsay \"Everything is back. Start Kestra $version now, the way it was started before.\"\n"_s;
    const QString ending =
        u"\nsay \"Done. Kestra $version has been started; look at its log and run one flow before trusting it.\"\n"_s;
    switch (installation.kind) {
    case InstallationKind::Practice:
        return intro + practiceProgram() + u" up "_s + shellQuoted(installation.folder) + u" --version "_s +
               shellQuoted(version) + u" --components "_s +
               (kestraNames(installation).size() > 1 ? u"separate"_s : u"all"_s) + u'\n' + ending;
    case InstallationKind::Compose:
        return intro +
               commandLine(compose(installation) + QStringList{u"up"_s, u"-d"_s, u"--pull"_s, u"missing"_s}) +
               u'\n' + ending;
    case InstallationKind::Docker:
        return intro + containersBack(installation) + ending;
    case InstallationKind::Helm:
        return intro + helmStarting(installation) + ending;
    case InstallationKind::Standalone:
        if (!standaloneStopping(installation).isEmpty())
            return intro + standaloneStarting(installation) + ending;
        return u'\n' + standaloneStarting(installation) + byHand;
    }
    return byHand;
}

} // namespace

QByteArray restoreScript(const Installation &installation, const BackupLayout &layout)
{
    const QString text = beginning(installation) + asking(installation) + stopping(installation) +
                         restoreDatabaseText(installation, layout) + storage(installation, layout) +
                         configuration(installation, layout) + images(installation) + starting(installation);
    return text.toUtf8();
}
