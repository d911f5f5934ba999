// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/plan/shellscript.h"

#include "app/plan/probe.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

QString ShellScript::quoted(const QString &text)
{
    static const QRegularExpression safe(u"^[A-Za-z0-9_@%+=:,./-]+$"_s);
    if (safe.match(text).hasMatch())
        return text;
    QString result = text;
    return u'\'' + result.replace(u'\'', u"'\\''"_s) + u'\'';
}

QString ShellScript::hereDocument(const QByteArray &text)
{
    QString mark = u"END"_s;
    while (text.contains(mark.toUtf8()))
        mark += u'_';
    return u"<<'"_s + mark + u"'\n"_s + QString::fromUtf8(text) +
           (text.endsWith('\n') || text.isEmpty() ? u""_s : u"\n"_s) + mark;
}

QStringList ShellScript::words(const QJsonValue &json)
{
    QStringList list;
    const QJsonArray array = json.toArray();
    for (const QJsonValue &word : array)
        list.append(word.toString());
    return list;
}

QString ShellScript::secretVariable(const QString &name)
{
    if (!m_variables.contains(name)) {
        static const QRegularExpression other(u"[^A-Z0-9]+"_s);
        const QString base = u"SECRET_"_s + name.section(u'#', -1).toUpper().replace(other, u"_"_s);
        QString variable = base;
        const QList<QString> used = m_variables.values();
        for (int i = 2; used.contains(variable); ++i)
            variable = base + u'_' + QString::number(i);
        m_variables.insert(name, variable);
    }
    return u"\"$"_s + m_variables.value(name) + u'"';
}

QString ShellScript::secretLines() const
{
    QStringList lines;
    for (const auto &[name, variable] : m_variables.asKeyValueRange())
        lines.append(u"needs %1 %2"_s.arg(variable, quoted(name)));
    lines.sort();
    return lines.isEmpty() ? QString() : lines.join(u'\n') + u'\n';
}

QString ShellScript::curl(const QJsonObject &args, const QStringList &options)
{
    QString line = u"curl -sS --max-time %1"_s.arg(args.value(u"timeoutSeconds"_s).toInt(30));
    for (const QString &option : options)
        line += u' ' + quoted(option);
    line += u' ' + quoted(args.value(u"url"_s).toString());
    const QString secret = args.value(u"secret"_s).toString();
    if (secret.isEmpty())
        return line;
    // On standard input: arguments are seen by every user of the machine.
    return u"login %1 %2 | %3 -K -"_s.arg(quoted(args.value(u"user"_s).toString()), secretVariable(secret),
                                          line);
}

QString ShellScript::probe(const QJsonObject &probe)
{
    const QString ask = probe.value(u"ask"_s).toString();
    if (ask == u"command") {
        QStringList parts{quoted(probe.value(u"program"_s).toString())};
        for (const QString &word : words(probe.value(u"arguments"_s)))
            parts.append(quoted(word));
        return parts.join(u' ');
    }
    if (ask == u"http")
        return curl(probe, {u"-w"_s, u"\nstatus %{http_code}\n"_s});
    if (ask == u"files")
        return u"listed "_s + quoted(probe.value(u"folder"_s).toString());
    const QJsonObject database = probe.value(u"database"_s).toObject();
    const bool all = ask == u"tables";
    if (database.value(u"kind"_s) == u"sqlite"_s)
        return u"sqlite3 -readonly "_s + quoted(database.value(u"file"_s).toString()) + u' ' +
               (all ? u".dump"_s : quoted(probe.value(u"statement"_s).toString()));
    QStringList parts;
    for (const QString &word : words(database.value(u"psql"_s)))
        parts.append(quoted(word));
    const QString statement = all ? u"select format('select %L, count(*) from %I', relname, relname) from "
                                    u"pg_class where relkind = 'r' and "
                                    "relnamespace = 'public'::regnamespace order by relname \\gexec"_s
                                  : probe.value(u"statement"_s).toString();
    return u"printf '%s\\n' "_s + quoted(statement) + u" | "_s + parts.join(u' ') +
           u" -X -A -t -v ON_ERROR_STOP=1 -d "_s + quoted(database.value(u"database"_s).toString());
}

namespace
{

/// The condition as a shell test over $out and $rc; empty when plain shell cannot judge it.
QString shellTest(const Condition &condition, bool http)
{
    const QString value =
        condition.value.isString() ? condition.value.toString() : condition.value.toVariant().toString();
    if (condition.at == u"exitCode" && (condition.op == u"equals" || condition.op == u"differs"))
        return u"[ \"$rc\" "_s + (condition.op == u"equals" ? u"-eq "_s : u"-ne "_s) +
               ShellScript::quoted(value) + u" ]"_s;
    if (condition.at == u"status" && condition.op == u"equals" && http)
        return u"holds_text "_s + ShellScript::quoted(u"status "_s + value);
    if (condition.at == u"output" && condition.op == u"contains")
        return u"holds_text "_s + ShellScript::quoted(value);
    return {};
}

} // namespace

QString ShellScript::question(const QJsonObject &question)
{
    const QJsonObject asked = question.value(u"probe"_s).toObject();
    const bool http = asked.value(u"ask"_s) == u"http"_s;
    QStringList tests;
    QStringList people;
    const QJsonArray conditions = question.value(u"conditions"_s).toArray();
    for (const QJsonValue &value : conditions) {
        const Condition condition = Condition::fromJson(value.toObject());
        const QString test = shellTest(condition, http);
        if (!test.isEmpty())
            tests.append(test);
        else
            people.append(u"%1 %2 %3"_s
                              .arg(condition.at.isEmpty() ? u"answer"_s : condition.at, condition.op,
                                   condition.value.toVariant().toString())
                              .trimmed());
    }
    if (!people.isEmpty())
        tests.append(u"confirm "_s + quoted(people.join(u"; "_s)));
    return u"{ look "_s + quoted(probe(asked)) + u"; "_s +
           (tests.isEmpty() ? u"true"_s : tests.join(u" && "_s)) + u"; }"_s;
}

QString ShellScript::command(const QJsonObject &args)
{
    QString line;
    const QString folder = args.value(u"workingDirectory"_s).toString();
    if (!folder.isEmpty())
        line += u"cd "_s + quoted(folder) + u" && "_s;
    const QJsonObject plain = args.value(u"environment"_s).toObject();
    for (const QString &name : plain.keys())
        line += name + u'=' + quoted(plain.value(name).toString()) + u' ';
    const QJsonObject secret = args.value(u"secretEnvironment"_s).toObject();
    for (const QString &name : secret.keys())
        line += name + u'=' + secretVariable(secret.value(name).toString()) + u' ';
    line += quoted(args.value(u"program"_s).toString());
    for (const QString &word : words(args.value(u"arguments"_s)))
        line += u' ' + quoted(word);
    const QString input = args.value(u"inputFile"_s).toString();
    line += u" <"_s + (input.isEmpty() ? u"/dev/null"_s : quoted(input));
    const QString output = args.value(u"outputFile"_s).toString();
    if (!output.isEmpty())
        line += u" >"_s + quoted(output);
    return u"( "_s + line + u" )"_s;
}

QString ShellScript::apiCall(const QJsonObject &args)
{
    QStringList options{u"-X"_s, args.value(u"method"_s).toString(), u"-w"_s, u"\nstatus %{http_code}\n"_s};
    const QString body = args.value(u"body"_s).toString();
    if (!body.isEmpty())
        options +=
            {u"-H"_s, u"Content-Type: "_s + args.value(u"contentType"_s).toString(u"application/json"_s),
             u"--data-binary"_s, body};
    QStringList accepted;
    const QJsonArray codes = args.value(u"accepted"_s).toArray();
    for (const QJsonValue &code : codes)
        accepted.append(u"holds_text "_s + quoted(u"status %1"_s.arg(code.toInt())));
    return u"look "_s + quoted(curl(args, options)) + u"\n{ "_s + accepted.join(u" || "_s) + u"; }"_s;
}
