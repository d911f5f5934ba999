// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/standalone/standaloneunit.h"

#include "app/installation/envfile.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype scriptLimit = 64 * 1024;

/// A key of the [Service] section: its value over all its lines.
struct Setting {
    QString key;
    SourceText value;
};

SourcePiece pieceOf(const QByteArray &bytes, qsizetype from, qsizetype end, const QString &path, int line)
{
    SourcePiece piece;
    piece.text = bytes.sliced(from, end - from);
    piece.path = path;
    piece.offset = from;
    piece.line = line;
    return piece;
}

SourcePiece blank()
{
    SourcePiece piece;
    piece.text = " ";
    return piece;
}

qsizetype contentEnd(const QByteArray &bytes, qsizetype from, qsizetype end)
{
    while (end > from && (bytes[end - 1] == ' ' || bytes[end - 1] == '\t' || bytes[end - 1] == '\r'))
        --end;
    return end;
}

/// Lines of a file, those with a backslash at the end taken together.
QList<SourceText> logicalLines(const QByteArray &bytes, const QString &path)
{
    QList<SourceText> lines;
    bool goesOn = false;
    int number = 0;
    for (qsizetype at = 0; at < bytes.size();) {
        qsizetype end = bytes.indexOf('\n', at);
        end = end < 0 ? bytes.size() : end;
        ++number;
        qsizetype from = at;
        while (from < end && (bytes[from] == ' ' || bytes[from] == '\t'))
            ++from;
        const qsizetype last = contentEnd(bytes, from, end);
        at = end + 1;
        // A comment between continued lines does not end them.
        if (from < last && (bytes[from] == '#' || bytes[from] == ';'))
            continue;
        const bool more = last > from && bytes[last - 1] == '\\';
        const SourcePiece piece = pieceOf(bytes, from, more ? last - 1 : last, path, number);
        if (goesOn)
            lines.last().append({blank(), piece});
        else
            lines.append(SourceText{piece});
        goesOn = more;
    }
    return lines;
}

QList<Setting> serviceSettings(const QByteArray &bytes, const QString &path)
{
    QList<Setting> settings;
    bool inService = false;
    for (SourceText line : logicalLines(bytes, path)) {
        SourcePiece &first = line.first();
        if (first.text.startsWith('[')) {
            inService = first.text == "[Service]";
            continue;
        }
        const qsizetype equals = first.text.indexOf('=');
        if (!inService || equals <= 0)
            continue;
        Setting setting;
        setting.key = QString::fromUtf8(first.text.first(equals).trimmed());
        qsizetype value = equals + 1;
        while (value < first.text.size() && first.text[value] == ' ')
            ++value;
        first.text = first.text.sliced(value);
        first.offset += value;
        setting.value = line;
        settings.append(setting);
    }
    return settings;
}

using Variables = QHash<QByteArray, SourcePiece>;

/// NAME=value words, each with the place of its value.
void takeAssignments(const SourceText &text, Variables &variables)
{
    for (const SourcePiece &piece : text) {
        for (const CommandWord &word : commandWords(piece.text)) {
            const QByteArray bytes = word.text.toUtf8();
            const qsizetype equals = bytes.indexOf('=');
            if (equals <= 0)
                continue;
            SourcePiece value = piece;
            value.text = bytes.sliced(equals + 1);
            // In NAME="value" only the value stands there as it is.
            const qsizetype at = value.text.isEmpty() ? -1 : piece.text.indexOf(value.text);
            const bool once = at >= 0 && piece.text.indexOf(value.text, at + 1) < 0;
            if (word.offset >= 0)
                value.offset += word.offset + equals + 1;
            else
                value.offset = once ? piece.offset + at : -1;
            if (piece.offset < 0)
                value.offset = -1;
            variables.insert(bytes.first(equals), value);
        }
    }
}

VariableLookup lookupIn(const Variables &variables)
{
    return [&variables](const QByteArray &name) -> std::optional<SourceText> {
        const auto found = variables.constFind(name);
        if (found == variables.constEnd())
            return {};
        SourcePiece piece = *found;
        piece.variable = QString::fromUtf8(name);
        return SourceText{piece};
    };
}

SourceText expanded(const SourceText &text, const Variables &variables)
{
    SourceText result;
    for (const SourcePiece &piece : text)
        result += interpolated(piece, lookupIn(variables));
    return result;
}

QString withInstance(QString word, const QString &unit)
{
    const QString instance = unit.section(u'@', 1).section(u'.', 0, -2);
    return word.replace(u"%i"_s, instance).replace(u"%I"_s, instance);
}

QStringList lineWords(const SourceText &line, const QString &unit)
{
    QStringList words;
    for (const QString &word : wordTexts(commandWords(joined(line))))
        words.append(withInstance(word, unit));
    // systemd's own prefixes of a program.
    while (!words.isEmpty() && !words.first().isEmpty() &&
           QStringView(u"-@:+!").contains(words.first().front()))
        words.first().removeFirst();
    return words;
}

/// The file that ExecStart hands over to, when it is no program of the system.
QString scriptOf(const QStringList &words)
{
    static const QStringList shells{u"sh"_s, u"bash"_s, u"dash"_s, u"env"_s, u"exec"_s};
    for (const QString &word : words) {
        if (shells.contains(QFileInfo(word).fileName()) || word.startsWith(u'-'))
            continue;
        return word.startsWith(u'/') ? word : QString();
    }
    return {};
}

/// $1, ${1}, "$@" and $* of a script are the words behind it.
QStringList withArguments(const QStringList &words, const QStringList &arguments)
{
    static const QRegularExpression number(u"^\\$\\{?(\\d)(?::-([^}]*))?\\}?$"_s);
    QStringList result;
    for (const QString &word : words) {
        const QRegularExpressionMatch match = number.match(word);
        if (word == u"$@" || word == u"$*")
            result += arguments;
        else if (match.hasMatch())
            result.append(arguments.value(match.captured(1).toInt() - 1, match.captured(2)));
        else
            result.append(word);
    }
    return result;
}

void takeScript(SystemdUnit &unit, const QByteArray &bytes, const QString &path, const QStringList &arguments,
                Variables variables)
{
    if (bytes.size() > scriptLimit || bytes.contains('\0'))
        return;
    static const QRegularExpression assignment(u"^(?:export\\s+)?[A-Za-z_][A-Za-z0-9_]*="_s);
    for (const SourceText &line : logicalLines(bytes, path)) {
        const QString text = QString::fromUtf8(line.first().text);
        if (assignment.match(text).hasMatch()) {
            Variables own;
            takeAssignments(line, own);
            own.remove("export");
            for (auto it = own.cbegin(); it != own.cend(); ++it)
                variables.insert(it.key(), it.value());
            unit.wrapperSetsVariables = unit.wrapperSetsVariables || text.startsWith(u"export"_s);
        }
        const SourceText filled = expanded(line, variables);
        const auto command = KestraCommand::from(withArguments(lineWords(filled, unit.name), arguments));
        if (!command)
            continue;
        unit.line = filled;
        unit.command = *command;
        unit.wrapper = path;
        return;
    }
}

void takeCommand(SystemdUnit &unit, const SourceText &start, const Variables &variables,
                 const QHash<QString, QByteArray> &texts)
{
    const SourceText line = expanded(start, variables);
    const QStringList words = lineWords(line, unit.name);
    unit.runsContainer = startsContainer(words);
    if (unit.runsContainer)
        return;
    if (const auto command = KestraCommand::from(words)) {
        unit.line = line;
        unit.command = *command;
        return;
    }
    // A variable that is not known yet may stand in its path.
    const QString script = unit.wanted.isEmpty() ? scriptOf(words) : QString();
    if (script.isEmpty())
        return;
    if (!texts.contains(script))
        unit.wanted.append(script);
    else
        takeScript(unit, texts.value(script), script, words.sliced(words.indexOf(script) + 1), variables);
}

void takeText(const QString &key, const QString &value, SystemdUnit &unit)
{
    if (key == u"User")
        unit.user = value;
    else if (key == u"WorkingDirectory")
        unit.workingDirectory = value.startsWith(u'-') ? value.sliced(1) : value;
    else if (key == u"Restart")
        unit.restart = value;
    else if (key == u"KillMode")
        unit.killMode = value;
    else if (key == u"KillSignal")
        unit.killSignal = value;
    else if (key == u"TimeoutStopSec" || key == u"TimeoutSec")
        unit.stopSeconds = systemdSeconds(value);
}

} // namespace

int systemdSeconds(const QString &text)
{
    static const QRegularExpression part(u"([\\d.]+)\\s*([a-z]*)"_s);
    static const QHash<QString, double> units{
        {u""_s, 1},         {u"s"_s, 1},        {u"sec"_s, 1},       {u"second"_s, 1}, {u"seconds"_s, 1},
        {u"ms"_s, 0.001},   {u"msec"_s, 0.001}, {u"us"_s, 0.000001}, {u"m"_s, 60},     {u"min"_s, 60},
        {u"minute"_s, 60},  {u"minutes"_s, 60}, {u"h"_s, 3600},      {u"hr"_s, 3600},  {u"hour"_s, 3600},
        {u"hours"_s, 3600}, {u"d"_s, 86400}};
    if (text.trimmed() == u"infinity")
        return -1;
    double seconds = 0;
    QRegularExpressionMatchIterator parts = part.globalMatch(text.trimmed());
    while (parts.hasNext()) {
        const QRegularExpressionMatch match = parts.next();
        seconds += match.captured(1).toDouble() * units.value(match.captured(2), 1);
    }
    return seconds > 0 ? static_cast<int>(seconds) : -1;
}

QString SystemdUnit::absolute(const QString &path) const
{
    if (path.isEmpty() || path.startsWith(u'/'))
        return QDir::cleanPath(path);
    return QDir::cleanPath((workingDirectory.isEmpty() ? u"/"_s : workingDirectory + u'/') + path);
}

QString SystemdUnit::program() const
{
    return absolute(command.programPath());
}

SystemdUnit SystemdUnit::parse(const QString &name, const QStringList &files,
                               const QHash<QString, QByteArray> &texts)
{
    SystemdUnit unit;
    unit.name = name;
    unit.files = files;
    Variables variables;
    SourceText start;
    for (const QString &file : files) {
        for (const Setting &setting : serviceSettings(texts.value(file), file)) {
            const QString value = QString::fromUtf8(joined(setting.value)).trimmed();
            if (setting.key == u"ExecStart" && (value.isEmpty() || start.isEmpty()))
                start = value.isEmpty() ? SourceText() : setting.value;
            else if (setting.key == u"Environment" && value.isEmpty())
                variables.clear();
            else if (setting.key == u"Environment")
                takeAssignments(setting.value, variables);
            else if (setting.key == u"EnvironmentFile" && value.isEmpty())
                unit.environmentFiles.clear();
            else if (setting.key == u"EnvironmentFile")
                unit.environmentFiles.append(value.startsWith(u'-') ? value.sliced(1) : value);
            else
                takeText(setting.key, value, unit);
        }
    }
    for (const QString &file : std::as_const(unit.environmentFiles)) {
        if (!texts.contains(file))
            unit.wanted.append(file);
        const Variables more = parseEnvFile(texts.value(file), file);
        for (auto it = more.cbegin(); it != more.cend(); ++it)
            variables.insert(it.key(), it.value());
    }
    for (auto it = variables.cbegin(); it != variables.cend(); ++it)
        unit.environment.insert(QString::fromUtf8(it.key()), QString::fromUtf8(it.value().text));
    takeCommand(unit, start, variables, texts);
    return unit;
}
