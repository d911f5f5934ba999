// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/standalone/standalonecommand.h"

#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace
{

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool isKestraProgram(const QString &word)
{
    static const QRegularExpression shape(u"^kestra(?:-ee)?(?:[-_]?v?\\d[\\w.-]*)?(?:\\.jar)?$"_s);
    return shape.match(QFileInfo(word).fileName()).hasMatch();
}

const QRegularExpression &versionShape()
{
    static const QRegularExpression shape(
        u"(?<![\\d.])\\d+\\.\\d+\\.\\d+(?:\\.\\d+)?(?:-rc\\d+|-BETA|-SNAPSHOT)?(?![\\d.]*\\d)"_s);
    return shape;
}

/// The script of `sh -c "exec kestra server …"` is one word; its words count.
QStringList opened(const QStringList &words)
{
    QStringList all;
    for (const QString &word : words) {
        if (word.contains(u' ') && word.contains(u"server"_s))
            all += wordTexts(commandWords(word.toUtf8()));
        else
            all.append(word);
    }
    return all;
}

qsizetype programBefore(const QStringList &words, qsizetype server)
{
    for (qsizetype i = server - 1; i >= 0; --i) {
        if (isKestraProgram(words[i]) || (i > 0 && words[i - 1] == u"-jar"))
            return i;
    }
    return -1;
}

} // namespace

QList<CommandWord> commandWords(const QByteArray &line)
{
    QList<CommandWord> words;
    for (qsizetype i = 0; i < line.size();) {
        while (i < line.size() && isBlank(line[i]))
            ++i;
        if (i >= line.size())
            break;
        const qsizetype start = i;
        QByteArray text;
        char quote = 0;
        bool plain = true;
        for (; i < line.size() && (quote != 0 || !isBlank(line[i])); ++i) {
            const char c = line[i];
            if (c == quote) {
                quote = 0;
                plain = false;
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
                plain = false;
            } else if (c == '\\' && quote != '\'' && i + 1 < line.size()) {
                text.append(line[++i]);
                plain = false;
            } else {
                text.append(c);
            }
        }
        // A word that is quoted as a whole still stands there as it is.
        const bool whole = !plain && i - start == text.size() + 2 && line[start] == line[i - 1];
        words.append({QString::fromUtf8(text), plain ? start : (whole ? start + 1 : -1)});
    }
    return words;
}

QStringList wordTexts(const QList<CommandWord> &words)
{
    QStringList texts;
    for (const CommandWord &word : words)
        texts.append(word.text);
    return texts;
}

QString unitQuoted(const QString &word)
{
    static const QRegularExpression safe(u"^[A-Za-z0-9_@+=:,./-]+$"_s);
    if (safe.match(word).hasMatch())
        return word;
    QString escaped = word;
    escaped.replace(u'\\', u"\\\\"_s)
        .replace(u'"', u"\\\""_s)
        .replace(u'%', u"%%"_s)
        .replace(u'$', u"$$"_s)
        .replace(u'\n', u"\\n"_s);
    return u'"' + escaped + u'"';
}

std::optional<KestraCommand> KestraCommand::from(const QStringList &words)
{
    const QStringList all = opened(words);
    for (qsizetype i = 1; i + 1 < all.size(); ++i) {
        if (all[i] != u"server")
            continue;
        const Component component = componentFromName(all[i + 1]);
        const qsizetype program = programBefore(all, i);
        if (component == Component::None || component == Component::Database || program < 0)
            continue;
        KestraCommand command;
        command.component = component;
        command.role = all[i + 1];
        command.before = all.first(i);
        command.program = program;
        command.options = all.sliced(i + 2);
        while (!command.before.isEmpty() && command.before.first() == u"exec") {
            command.before.removeFirst();
            --command.program;
        }
        return command;
    }
    return {};
}

QStringList KestraCommand::values(const QString &shortName, const QString &longName) const
{
    QStringList found;
    for (qsizetype i = 0; i < options.size(); ++i) {
        const QString &word = options[i];
        if ((word == shortName || word == longName) && i + 1 < options.size())
            found.append(options[++i]);
        else if (word.startsWith(longName + u'='))
            found.append(word.sliced(longName.size() + 1));
        else if (word.startsWith(shortName + u'='))
            found.append(word.sliced(shortName.size() + 1));
    }
    return found;
}

QString KestraCommand::javaProgram() const
{
    for (const QString &word : before) {
        if (QFileInfo(word).fileName() == u"java")
            return word;
    }
    return {};
}

bool startsContainer(const QStringList &words)
{
    static const QStringList tools{u"docker"_s,         u"podman"_s,         u"ctr"_s,
                                   u"nerdctl"_s,        u"kubectl"_s,        u"helm"_s,
                                   u"docker-compose"_s, u"podman-compose"_s, u"systemd-nspawn"_s};
    for (const QString &word : words) {
        QString name = QFileInfo(word).fileName();
        while (!name.isEmpty() && QStringView(u"-@:+!").contains(name.front()))
            name.removeFirst();
        if (tools.contains(name))
            return true;
    }
    return false;
}

QString versionInPath(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    const QRegularExpressionMatch inName = versionShape().match(name);
    if (inName.hasMatch())
        return inName.captured();
    QString found;
    QRegularExpressionMatchIterator all = versionShape().globalMatch(QFileInfo(path).path());
    while (all.hasNext())
        found = all.next().captured();
    return found;
}

QString pathOfVersion(const QString &path, const QString &named, const Version &version)
{
    const QFileInfo info(path);
    QString name = info.fileName();
    if (name.contains(named)) {
        name.replace(named, version.toString());
        return path.contains(u'/') ? info.path() + u'/' + name : name;
    }
    QString changed = path;
    return changed.replace(named, version.toString());
}
