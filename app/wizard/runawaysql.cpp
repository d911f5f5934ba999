// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/wizard/runawaysql.h"

#include "app/base/hash.h"
#include "app/installation/sqlorder.h"

using namespace Qt::StringLiterals;

namespace
{

using Kind = DatabaseAccess::Kind;

QString quoted(QString text)
{
    return u'\'' + text.replace(u'\'', u"''"_s) + u'\'';
}

qsizetype lengthOf(const QString &text)
{
    return text.toUcs4().size();
}

/// `column` with the edits made, cut and put together in the database: the flow's own words stay out of it.
QString changed(const QString &column, const QList<TextEdit> &edits)
{
    QStringList parts;
    qsizetype from = 0;
    for (const TextEdit &edit : edits) {
        parts.append(u"substr(%1, %2, %3)"_s.arg(column).arg(from + 1).arg(edit.at - from));
        parts.append(quoted(edit.text));
        from = edit.at + edit.length;
    }
    parts.append(u"substr(%1, %2)"_s.arg(column).arg(from + 1));
    return parts.join(u" || "_s);
}

/// The edits that lead back. What stood in the place of a replaced word is `false`, the only other one.
QList<TextEdit> backwards(const RunawayFlow &flow)
{
    const QList<uint> before = flow.before.toUcs4();
    QList<TextEdit> back;
    qsizetype moved = 0;
    for (const TextEdit &edit : flow.edits) {
        const QList<uint> old = before.sliced(edit.at, edit.length);
        const qsizetype added = lengthOf(edit.text);
        back.append({edit.at + moved, added,
                     QString::fromUcs4(reinterpret_cast<const char32_t *>(old.constData()), old.size())});
        moved += added - edit.length;
    }
    return back;
}

/// The text is that one: by hash, or where the database knows none by its length and the words put in.
QString isText(Kind kind, const QString &column, const QString &text, const QList<TextEdit> &there)
{
    if (kind == Kind::PostgreSql)
        return u"encode(sha256(convert_to(%1, 'UTF8')), 'hex') = '%2'"_s.arg(column,
                                                                             sha256Hex(text.toUtf8()));
    QString same = u"length(%1) = %2"_s.arg(column).arg(lengthOf(text));
    for (const TextEdit &edit : there)
        same += u" and substr(%1, %2, %3) = %4"_s.arg(column)
                    .arg(edit.at + 1)
                    .arg(lengthOf(edit.text))
                    .arg(quoted(edit.text));
    return same;
}

QString isNewest(Kind kind, const RunawayFlow &flow)
{
    const QString space = flow.id.section(u'.', 0, -2);
    const QString same = kind == Kind::PostgreSql ? u"g.tenant_id is not distinct from f.tenant_id"_s
                                                  : u"g.tenant_id is f.tenant_id"_s;
    return u"f.namespace = %1 and f.id = %2 and f.revision = (select max(g.revision) from flows g where "
           "g.namespace = f.namespace and g.id = f.id and %3)"_s.arg(quoted(space),
                                                                     quoted(flow.id.section(u'.', -1)), same);
}

/// Where the edits stand once they are made.
QList<TextEdit> madeEdits(const RunawayFlow &flow)
{
    QList<TextEdit> made;
    qsizetype moved = 0;
    for (const TextEdit &edit : flow.edits) {
        made.append({edit.at + moved, 0, edit.text});
        moved += lengthOf(edit.text) - edit.length;
    }
    return made;
}

/// Kestra keeps the text in a column of its own; where the column is made out of the row's JSON, there. The
/// triggers in the JSON follow only where they say `disabled` at all, so that going back leaves every byte as
/// it was.
QString postgresUpdate(const RunawayFlow &flow, bool disable)
{
    const QString text = changed(u"f.source_code"_s, disable ? flow.edits : backwards(flow));
    QString value = u"f.value"_s;
    for (const int position : flow.positions)
        value = u"jsonb_set(%1, '{triggers,%2,disabled}', '%3', false)"_s.arg(value).arg(position).arg(
            disable ? u"true"_s : u"false"_s);
    value = u"jsonb_set(%1, '{source}', to_jsonb(%2), false)"_s.arg(value, text);
    const QString where = u"where %1 and %2"_s.arg(
        isNewest(Kind::PostgreSql, flow),
        isText(Kind::PostgreSql, u"f.source_code"_s, disable ? flow.before : flow.after, {}));
    return uR"(do $kestra$ begin
if exists (select 1 from pg_attribute where attrelid = 'flows'::regclass and attname = 'source_code' and attgenerated <> '') then
  update flows f set value = %1 %3;
else
  update flows f set value = %1, source_code = %2 %3;
end if;
end $kestra$)"_s.arg(value, text, where);
}

/// The column with the text is made out of the row's JSON.
QString sqliteUpdate(const RunawayFlow &flow, bool disable)
{
    return u"update flows as f set value = json_set(f.value, '$.source', %1) where %2 and %3"_s.arg(
        changed(u"f.source_code"_s, disable ? flow.edits : backwards(flow)), isNewest(Kind::Sqlite, flow),
        isText(Kind::Sqlite, u"f.source_code"_s, disable ? flow.before : flow.after,
               disable ? QList<TextEdit>() : madeEdits(flow)));
}

QString update(Kind kind, const RunawayFlow &flow, bool disable)
{
    return kind == Kind::PostgreSql ? postgresUpdate(flow, disable) : sqliteUpdate(flow, disable);
}

} // namespace

bool canDisableTriggers(Kind kind)
{
    return kind == Kind::PostgreSql || kind == Kind::Sqlite;
}

QString disablingSql(Kind kind, const RunawayFlow &flow)
{
    return update(kind, flow, true);
}

QString enablingSql(Kind kind, const RunawayFlow &flow)
{
    return update(kind, flow, false);
}

QString disabledSql(Kind kind, const RunawayFlow &flow)
{
    return u"select count(*) as n from flows f where %1 and %2"_s.arg(
        isNewest(kind, flow), isText(kind, u"f.source_code"_s, flow.after, madeEdits(flow)));
}

CommandArgs textOrder(const DatabaseAccess &access, const QString &sql)
{
    if (access.kind != Kind::Sqlite)
        return sqlOrder(access, sql);
    CommandArgs command;
    command.program = u"sqlite3"_s;
    command.arguments = {u"-batch"_s, u"-bail"_s, u"-cmd"_s, u".timeout 10000"_s, access.file, sql};
    return command;
}
