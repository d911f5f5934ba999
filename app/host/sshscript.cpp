// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/host/sshscript.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype scriptBlock = 256;
constexpr qsizetype blockSize = 4096;

QByteArray quoted(const QString &word)
{
    return '\'' + word.toUtf8().replace('\'', "'\\''") + '\'';
}

/// A path that a tool could take for an option.
QString asPath(const QString &path)
{
    return path.startsWith(u'/') ? path : u"./"_s + path;
}

/// Hands exactly `size` bytes to standard output; anything less than all of them ends the program before it
/// could take a part for the whole.
QByteArray feed(qsizetype size, const QByteArray &seal)
{
    if (size == 0)
        return {};
    const QByteArray blocks = QByteArray::number(size / blockSize);
    const QByteArray rest = QByteArray::number(size % blockSize);
    return "if dd iflag=fullblock count=0 </dev/null >/dev/null 2>&1; then "
           "dd bs=" +
           QByteArray::number(blockSize) + " iflag=fullblock count=" + blocks +
           " 2>/dev/null && dd bs=1 count=" + rest +
           " 2>/dev/null; else dd bs=1 count=" + QByteArray::number(size) +
           " 2>/dev/null; fi && { IFS= read -r x && [ \"$x\" = " + seal + " ] || kill -KILL 0; }\n";
}

QByteArray environment(const QHash<QString, QString> &added, const QByteArray &mark)
{
    QByteArray text = QByteArray("export LC_ALL=C LANGUAGE=C ") + sshMarkVariable + '=' + mark + "\n";
    for (const auto &[name, value] : added.asKeyValueRange())
        text += "export " + name.toUtf8() + '=' + quoted(value) + '\n';
    return text;
}

QByteArray program(const ProcessCall &call, const QByteArray &mark)
{
    QByteArray text = environment(call.environment, mark);
    if (!call.workingDirectory.isEmpty())
        text += "unset CDPATH; cd " + quoted(asPath(call.workingDirectory)) +
                " 2>/dev/null || { say folder; exit 1; }\n";
    text += "command -v " + quoted(call.program) + " >/dev/null 2>&1 || { say program; exit 1; }\n";
    if (!call.inputFile.isEmpty())
        text += "[ -r " + quoted(asPath(call.inputFile)) + " ] || { say input; exit 1; }\n";
    if (!call.outputFile.isEmpty())
        text += "true 2>/dev/null >" + quoted(asPath(call.outputFile)) + " || { say output; exit 1; }\n";
    text += "exec " + quoted(call.program);
    for (const QString &argument : call.arguments)
        text += ' ' + quoted(argument);
    if (!call.inputFile.isEmpty())
        text += " <" + quoted(asPath(call.inputFile));
    else if (call.input.isEmpty())
        text += " </dev/null";
    if (!call.outputFile.isEmpty())
        text += " >" + quoted(asPath(call.outputFile));
    return text + '\n';
}

} // namespace

QString sshCommandLine()
{
    // A dd that knows no full blocks says so before it reads anything.
    return u"exec sh -c 'IFS= read -r n && eval \"$(dd bs=%1 iflag=fullblock count=\"$n\" 2>/dev/null || "
           "dd bs=1 count=\"$((n * %1))\" 2>/dev/null)\"'"_s.arg(scriptBlock);
}

QByteArray sshInput(const ProcessCall &call, const QByteArray &seal, const QByteArray &mark)
{
    // Left of the bar: who feeds the program, and then listens for the end of the connection. It says its own
    // number first, so that the right side can end it when the program is done.
    const bool feeds = call.inputFile.isEmpty() && !call.input.isEmpty();
    QByteArray script = "{ sh -c 'echo $PPID'\n" + feed(feeds ? call.input.size() : 0, seal) +
                        "exec >/dev/null\nwhile IFS= read -r x; do :; done\n"
                        "trap '' TERM; kill -TERM 0; sleep 2; kill -KILL 0\n} | {\n"
                        "IFS= read -r feeder\nsay() { printf '%s%s;\\n' " +
                        seal + " \"$1\" >&2; }\n( " + program(call, mark) +
                        ")\nsay \"=$?\"\nkill -KILL \"$feeder\" 2>/dev/null\n";
    // Filled up in front of the last brace: without that it is no command.
    const qsizetype blocks = script.size() / scriptBlock + 1;
    script = script.leftJustified(blocks * scriptBlock - 1, '\n') + '}';
    QByteArray all = QByteArray::number(blocks) + '\n' + script;
    if (feeds)
        all += call.input + seal + '\n';
    return all;
}

QString sshUnfit(const ProcessCall &call)
{
    static const QRegularExpression name(u"\\A[A-Za-z_][A-Za-z0-9_]*\\z"_s);
    QStringList words = call.arguments;
    words += {call.program, call.workingDirectory, call.inputFile, call.outputFile};
    words += call.environment.values();
    for (const QString &word : std::as_const(words)) {
        if (word.contains(QChar(0)))
            return word;
    }
    for (const QString &variable : call.environment.keys()) {
        if (!name.match(variable).hasMatch())
            return variable;
    }
    return call.program.isEmpty() || call.program.startsWith(u'-') ? u'“' + call.program + u'”' : QString();
}

std::optional<QByteArray> takeSshEnd(QByteArray &errors, const QByteArray &seal)
{
    const qsizetype at = errors.indexOf(seal);
    const qsizetype end = at < 0 ? -1 : errors.indexOf(';', at);
    if (end < 0)
        return std::nullopt;
    const QByteArray word = errors.mid(at + seal.size(), end - at - seal.size());
    errors.truncate(at);
    return word;
}

QString sshSweepScript()
{
    // The session of such a call is led by our own shell; whatever was made independent of it is left alone.
    return uR"sh(
for e in $(grep -alsF -- "=$1" /proc/[0-9]*/environ); do
    p=${e#/proc/}; p=${p%/environ}
    s=$(sed 's/.*) //' "/proc/$p/stat" 2>/dev/null | cut -d' ' -f4)
    [ -n "$s" ] && grep -aqF 'IFS= read -r n' "/proc/$s/cmdline" 2>/dev/null && echo "$s"
done | sort -u | while read -r s; do
    kill -TERM "-$s" 2>/dev/null
    for i in 1 2 3 4 5 6 7 8 9 10; do kill -0 "-$s" 2>/dev/null || break; sleep 0.2; done
    kill -KILL "-$s" 2>/dev/null
done
exit 0)sh"_s.replace(u"$sshMark"_s, QString::fromLatin1(sshMarkVariable));
}
