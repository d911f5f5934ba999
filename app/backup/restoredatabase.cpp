// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/backup/restoredatabase.h"

#include "app/backup/h2backup.h"
#include "app/backup/mysqlbackup.h"
#include "app/backup/postgresbackup.h"
#include "app/backup/postgrestools.h"
#include "app/host/sqlcommand.h"
#include "app/task/process.h"

using namespace Qt::StringLiterals;

namespace
{

QString commandLineOrNothing(const QStringList &words)
{
    return words.isEmpty() ? QString() : commandLine(words) + u' ';
}

QString askingSecret(const QString &secret)
{
    if (secret.isEmpty())
        return {};
    return uR"sh(secret=${KESTRA_DATABASE_PASSWORD-}
unset KESTRA_DATABASE_PASSWORD
if [ -z "$secret" ]; then
  [ -t 0 ] || die "nothing was changed in the database: say its password in the variable KESTRA_DATABASE_PASSWORD."
  printf 'Password of the database: '
  stty -echo
  IFS= read -r secret || secret=
  stty echo
  printf '\n'
fi
)sh"_s;
}

/// The function `name`, which runs its words behind `prefix` with the standard input that it gets, and with
/// the password in `wrap` when there is one.
QString runnerFunction(const QString &name, const QString &secret, const QStringList &prefix,
                       const QStringList &wrap)
{
    if (secret.isEmpty())
        return name + u"() { "_s + commandLineOrNothing(prefix) + u"\"$@\"; }\n"_s;
    return name + u"() { { printf '%s\\n' \"$secret\"; cat; } | "_s + commandLine(prefix + wrap) +
           u" \"$@\"; }\n"_s;
}

QString sqliteText(const Installation &installation)
{
    return uR"sh(
say "Putting the database back …"
rm -f -- "$database.part"
cp -p -- "$here/database/kestra.sqlite" "$database.part"
# The log of the newer database must be gone before another file has its name.
for part in -wal -shm -journal ''; do
  if [ -e "$database$part" ]; then mv -- "$database$part" "$database.newer-$now$part"; fi
done
mv -- "$database.part" "$database"
if [ -e "$here/database/kestra.sqlite-wal" ]; then cp -p -- "$here/database/kestra.sqlite-wal" "$database-wal"; fi
)sh"_s.prepend(u'\n' + shellVariable(u"database"_s, installation.database.access.file));
}

QString bringing(const PostgresTools &tools)
{
    switch (tools.place) {
    case PostgresTools::Place::Here:
        return u"dump=$here/database\n"_s;
    case PostgresTools::Place::Stream:
        return u"dump=-\n"_s;
    case PostgresTools::Place::OtherUser:
        return uR"sh(cp -R -- "$here/database" "$scratch/dump"
chown -R --reference="$scratch" -- "$scratch/dump"
dump=$scratch/dump
)sh"_s;
    case PostgresTools::Place::Container:
        break;
    }
    return commandLine(tools.engine) + u" cp \"$here/database/.\" "_s + shellQuoted(tools.container) +
           u":\"$scratch/dump\"\ndump=$scratch/dump\n"_s;
}

/// Starts the database's container when its engine has it and it does not run.
QString waking(const PostgresTools &tools)
{
    if (tools.place != PostgresTools::Place::Container)
        return {};
    const bool isService = tools.engine.contains(u"compose"_s);
    return commandLine(tools.engine + (isService ? QStringList{u"up"_s, u"-d"_s, tools.container}
                                                 : QStringList{u"start"_s, tools.container})) +
           u" >/dev/null\n"_s;
}

QString swapDatabaseText()
{
    return uR"sh(
say "Putting it in the place of the newer one, which is kept as $newer …"
sql -v old="$database" -v new="$restoring" -v newer="$newer" -d "$maintenance" >/dev/null <<'SQL'
select count(pg_terminate_backend(pid)) from pg_stat_activity where datname in (:'old', :'new') and pid <> pg_backend_pid();
begin;
alter database :"old" rename to :"newer";
alter database :"new" rename to :"old";
commit;
SQL
)sh"_s;
}

QString swapSchemaText(const QString &connection)
{
    return u"script=$(cat <<'SCRIPT'\n"_s + moveSchemaScript() + u"\nSCRIPT\n)\n"_s +
           u"tools sh -c \"$script\" sh \"$bin\" \"$database\" \"$restoring\" \"$schema\" \"$fresh\""_s +
           connection + uR"sh( </dev/null

say "Putting it in the place of the newer one, which is kept as the schema $newer …"
sql -v old="$schema" -v new="$fresh" -v newer="$newer" -d "$database" >/dev/null <<'SQL'
begin;
alter schema :"old" rename to :"newer";
alter schema :"new" rename to :"old";
commit;
SQL
sql -v new="$restoring" -d "$maintenance" >/dev/null <<'SQL'
drop database :"new";
SQL
)sh"_s;
}

QString postgresText(const Installation &installation, const BackupLayout &layout)
{
    const DatabaseAccess &access = installation.database.access;
    const Result<PostgresTools> tools = PostgresTools::from(access);
    if (!tools)
        return u"\ndie \"it is not known how to reach the database.\"\n"_s;
    const bool ownSchema = !access.schema.isEmpty();
    const bool hasScratch =
        tools->place == PostgresTools::Place::OtherUser || tools->place == PostgresTools::Place::Container;
    const QString connection =
        tools->connection.isEmpty() ? QString() : u' ' + commandLine(tools->connection);
    const QString head =
        layout.newerDatabase(ownSchema ? access.schema : access.database).chopped(layout.stamp.size());
    QString text =
        u"\nsay \"Restoring the database beside the one that is there …\"\n"_s +
        shellVariable(u"database"_s, access.database) +
        shellVariable(u"restoring"_s, layout.restoringDatabase()) + u"newer="_s + shellQuoted(head) +
        u"$(date +%d%H%M%S)\n"_s + shellVariable(u"maintenance"_s, maintenanceDatabase(access.database)) +
        shellVariable(u"bin"_s, tools->folder) + shellVariable(u"scratch"_s, layout.scratchThere());
    if (ownSchema)
        text += shellVariable(u"schema"_s, access.schema) +
                shellVariable(u"fresh"_s, layout.restoringSchema(access.schema));
    text += askingSecret(tools->secret) + u"# Where the tools of the server are.\n"_s +
            runnerFunction(u"tools"_s, tools->secret, tools->prefix, withPassFile({})) +
            u"sql() { tools \"${bin}psql\""_s + connection +
            u" -X -q -A -t -v ON_ERROR_STOP=1 \"$@\"; }\n"_s + waking(*tools);
    text += uR"sh(tries=60
until sql -d "$maintenance" -c 'select 1' </dev/null >/dev/null 2>&1; do
  tries=$((tries - 1))
  [ "$tries" -gt 0 ] || die "the database does not answer; start it and look with: psql"
  sleep 1
done
)sh"_s;
    if (hasScratch)
        text +=
            u"tools sh -c 'umask 077; rm -rf -- \"$1\"; mkdir -p -- \"$1\"' sh \"$scratch\" </dev/null\n"_s;
    text += bringing(*tools) + u"script=$(cat <<'SCRIPT'\n"_s + restoreIntoNewScript() + u"\nSCRIPT\n)\n"_s +
            u"tools sh -c \"$script\" sh \"$bin\" \"$database\" \"$restoring\" \"$dump\" \"$maintenance\""_s +
            connection +
            (tools->place == PostgresTools::Place::Stream ? u" <\"$here/database/kestra.dump\"\n"_s
                                                          : u" </dev/null\n"_s);
    text += ownSchema ? swapSchemaText(connection) : swapDatabaseText();
    if (hasScratch)
        text += u"tools rm -rf -- \"$scratch\" </dev/null\n"_s;
    return text;
}

QString h2Text(const Installation &installation)
{
    const DatabaseAccess &access = installation.database.access;
    const Result<H2Place> place = H2Place::from(access);
    if (!place)
        return u"\ndie \"it is not known how to reach the database.\"\n"_s;
    QString text = u'\n' + shellVariable(u"database"_s, place->file);
    if (place->hasServer) {
        const auto [head, tail] = h2Order(access, u"SET DB_CLOSE_DELAY 0;"_s);
        text += askingSecret(access.secret) + u"say \"Having the H2 server let go of the file …\"\n"_s +
                u"{ printf '%s' "_s + shellQuoted(head) +
                u"; printf '%s' \"${secret-}\" | sed \"s/'/''/g\"; printf '%s' "_s + shellQuoted(tail) +
                u"; } | "_s + commandLine(h2Runner(access)) + u'\n';
    }
    text += u"say \"Putting the database back …\"\n"_s;
    if (place->container.isEmpty())
        return text + uR"sh(rm -f -- "$database.part"
cp -p -- "$here/database/kestra.mv.db" "$database.part"
if [ -e "$database" ]; then mv -- "$database" "$database.newer-$now"; fi
mv -- "$database.part" "$database"
)sh"_s;
    // The image in use when this runs is the only one that is sure to be there.
    return text + shellVariable(u"container"_s, place->container) + u"image=$("_s +
           commandLine(place->engine) + u" inspect -f '{{.Image}}' \"$container\")\n"_s +
           commandLine(place->engine) +
           u" run --rm --network none --user 0:0 --volumes-from \"$container\" --entrypoint sh \"$image\" -c "_s +
           shellQuoted(setFileAsideScript()) + u" sh \"$database\" \"$database.newer-$now\"\n"_s +
           commandLine(place->engine) + u" cp - \"$container\":"_s +
           shellQuoted(place->file.section(u'/', 0, -2)) + u"/ <\"$here/database/kestra.tar\"\n"_s;
}

QString mysqlText(const Installation &installation, const BackupLayout &layout)
{
    const DatabaseAccess &access = installation.database.access;
    const qsizetype tool = mysqlPrefix(access);
    const QStringList words = mysqlWords(access);
    const QString newerHead = layout.newerDatabase(access.database).chopped(layout.stamp.size());
    const QString mark = u"@NEWER@"_s;
    return u"\nsay \"Restoring the database beside the one that is there …\"\n"_s +
           shellVariable(u"database"_s, access.database) +
           shellVariable(u"restoring"_s, layout.restoringDatabase()) + u"newer="_s + shellQuoted(newerHead) +
           u"$(date +%d%H%M%S)\n"_s + askingSecret(access.secret) +
           runnerFunction(u"mysql_there"_s, access.secret, words.first(tool), withOptionFile({}))
               .replace(u"\"$@\"; }\n"_s,
                        commandLine(words.mid(tool)) + u" --default-character-set=utf8mb4 \"$@\"; }\n"_s) +
           u"mysql_there \"$database\" <<'SQL'\n"_s +
           mysqlMakeSchema(layout.restoringDatabase(), access.database) + u"SQL\n"_s +
           uR"sh(mysql_there "$restoring" <"$here/database/kestra.sql"
say "Putting its tables in the place of the newer ones, which are kept in $newer …"
sed "s/@NEWER@/$newer/g" <<'SQL' | mysql_there "$database"
)sh"_s + mysqlSwap(access.database, layout.restoringDatabase(), mark) +
           uR"sh(SQL
mysql_there "$database" <"$here/database/routines.sql"
)sh"_s + u"mysql_there \"$database\" <<'SQL'\ndrop database "_s +
           mysqlIdentifier(layout.restoringDatabase()) + u";\nSQL\n"_s;
}

} // namespace

QString commandLine(const QStringList &words)
{
    return shellLine(words.value(0), words.mid(1));
}

QString shellVariable(const QString &name, const QString &value)
{
    return name + u'=' + shellQuoted(value) + u'\n';
}

QString restoreDatabaseText(const Installation &installation, const BackupLayout &layout)
{
    switch (installation.database.access.kind) {
    case DatabaseAccess::Kind::Sqlite:
        return sqliteText(installation);
    case DatabaseAccess::Kind::H2:
        return h2Text(installation);
    case DatabaseAccess::Kind::MySql:
        return mysqlText(installation, layout);
    case DatabaseAccess::Kind::PostgreSql:
    case DatabaseAccess::Kind::None:
        break;
    }
    return postgresText(installation, layout);
}
