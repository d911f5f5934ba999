// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/host/sqlcommand.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

QString keepFirstLine()
{
    return uR"(set -eu
umask 077
file=$(mktemp "${TMPDIR:-/tmp}/kestra-upgrade-XXXXXX")
trap 'rm -f -- "$file"' EXIT
trap 'exit 143' HUP INT TERM
IFS= read -r line
)"_s;
}

/// Text inside of '…' in H2's SQL.
QString doubled(QString text)
{
    return text.replace(u'\'', u"''"_s);
}

} // namespace

QStringList withPassFile(const QStringList &words)
{
    static const QString script =
        keepFirstLine() + uR"(printf '%s\n' "$line" | sed -e 's/[\\:]/\\&/g' -e 's/^/*:*:*:*:/' >"$file"
line=
PGPASSFILE=$file
export PGPASSFILE
"$@")"_s;
    return QStringList{u"sh"_s, u"-c"_s, script, u"sh"_s} + words;
}

QStringList withOptionFile(const QStringList &words)
{
    static const QString script =
        keepFirstLine() +
        uR"({ printf '[client]\npassword="'; printf '%s' "$line" | sed 's/[\\"]/\\&/g'; printf '"\n'; } >"$file"
line=
tool=$1
shift
"$tool" "--defaults-extra-file=$file" "$@")"_s;
    return QStringList{u"sh"_s, u"-c"_s, script, u"sh"_s} + words;
}

qsizetype toolIndex(const QStringList &words, const QStringList &names)
{
    const auto found = std::ranges::find_if(
        words, [&names](const QString &word) { return names.contains(word.section(u'/', -1)); });
    return found == words.cend() ? -1 : found - words.cbegin();
}

QString secretVariable()
{
    return u"KESTRA_UPGRADE_SECRET"_s;
}

QString handOverScript()
{
    return uR"(secret=$KESTRA_UPGRADE_SECRET
unset KESTRA_UPGRADE_SECRET
printf '%s\n' "$secret" | "$@")"_s;
}

QString handOverWithFileScript()
{
    return uR"(secret=$KESTRA_UPGRADE_SECRET
unset KESTRA_UPGRADE_SECRET
file=$1
shift
{ printf '%s\n' "$secret"; cat -- "$file"; } | "$@")"_s;
}

QString handOverWithTextScript()
{
    return uR"(secret=$KESTRA_UPGRADE_SECRET
unset KESTRA_UPGRADE_SECRET
text=$1
shift
{ printf '%s\n' "$secret"; printf '%s' "$text"; } | "$@")"_s;
}

QStringList h2Runner(const DatabaseAccess &access)
{
    const QStringList java = access.javaCommand.isEmpty() ? QStringList{u"java"_s} : access.javaCommand;
    return java + QStringList{u"-cp"_s,  access.classPath,  u"org.h2.tools.RunScript"_s,
                              u"-url"_s, u"jdbc:h2:mem:"_s, u"-user"_s,
                              u"sa"_s,   u"-script"_s,      u"/dev/stdin"_s};
}

QString h2Url(const DatabaseAccess &access, bool readOnly)
{
    // An unknown file would be made anew and found empty.
    if (!access.url.isEmpty())
        return access.url +
               (access.url.contains(u"IFEXISTS"_s, Qt::CaseInsensitive) ? QString() : u";IFEXISTS=TRUE"_s);
    return u"jdbc:h2:file:"_s + access.file + u";IFEXISTS=TRUE"_s +
           (readOnly ? u";ACCESS_MODE_DATA=r"_s : QString());
}

std::pair<QString, QString> h2Question(const DatabaseAccess &access, const QString &sql)
{
    const QString user = access.user.isEmpty() ? u"sa"_s : access.user;
    return {u"CREATE LINKED TABLE ANSWER('org.h2.Driver', '%1', '%2', '"_s.arg(doubled(h2Url(access, true)),
                                                                               doubled(user)),
            u"', '(%1)');\nCALL CSVWRITE('/dev/stdout', 'SELECT * FROM ANSWER', 'charset=UTF-8');\n"_s.arg(
                doubled(sql))};
}

std::pair<QString, QString> h2Order(const DatabaseAccess &access, const QString &sql)
{
    // INIT is what the database carries out when it lets somebody in; ; and \\ have a meaning in its URL.
    QString init = sql.trimmed();
    while (init.endsWith(u';'))
        init.chop(1);
    init.replace(u'\\', u"\\\\"_s).replace(u';', u"\\;"_s);
    const QString user = access.user.isEmpty() ? u"sa"_s : access.user;
    return {u"CREATE LINKED TABLE ANSWER('org.h2.Driver', '%1', '%2', '"_s.arg(
                doubled(h2Url(access, false) + u";INIT="_s + init), doubled(user)),
            u"', '(select 1 as N)');\n"_s};
}

QString h2HandOverScript()
{
    return uR"(secret=${KESTRA_UPGRADE_SECRET-}
unset KESTRA_UPGRADE_SECRET
head=$1 tail=$2
shift 2
{ printf '%s' "$head"; printf '%s' "$secret" | sed "s/'/''/g"; printf '%s' "$tail"; } | "$@")"_s;
}

qsizetype mysqlPrefix(const DatabaseAccess &access)
{
    return std::max<qsizetype>(toolIndex(access.mysqlCommand, {u"mysql"_s, u"mariadb"_s}), 0);
}

QStringList mysqlWords(const DatabaseAccess &access, const QString &tool)
{
    QStringList words = access.mysqlCommand.isEmpty() ? QStringList{u"mysql"_s} : access.mysqlCommand;
    if (!tool.isEmpty()) {
        QString &word = words[mysqlPrefix(access)];
        word = word.first(word.lastIndexOf(u'/') + 1) + tool;
    }
    if (!access.server.isEmpty())
        words += {u"-h"_s, access.server};
    if (access.port > 0)
        words += {u"-P"_s, QString::number(access.port)};
    if (!access.user.isEmpty())
        words += {u"-u"_s, access.user};
    return words;
}

Task<Result<ProcessResult>> runInContainer(Host *host, ProcessCall call)
{
    Result<ProcessResult> result = co_await host->runChecked(call);
    const bool started = result || !result.error().details.contains(u"OCI runtime exec failed"_s);
    if (!started)
        result = co_await host->runChecked(std::move(call));
    co_return result;
}
