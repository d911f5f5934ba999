// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/dockerfile.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <optional>

using namespace Qt::StringLiterals;

namespace
{

/// One line with its continuations, trimmed at both ends; continuations only matter for words we do not
/// patch.
struct Instruction {
    QByteArray word;
    SourcePiece rest;
};

QList<Instruction> instructions(const QByteArray &bytes, const QString &path)
{
    QList<Instruction> result;
    int line = 0;
    for (qsizetype at = bytes.startsWith("\xef\xbb\xbf") ? 3 : 0; at < bytes.size();) {
        const int firstLine = ++line;
        qsizetype end = bytes.indexOf('\n', at);
        end = end < 0 ? bytes.size() : end;
        while (end < bytes.size() && bytes.sliced(at, end - at).trimmed().endsWith('\\')) {
            const qsizetype next = bytes.indexOf('\n', end + 1);
            end = next < 0 ? bytes.size() : next;
            ++line;
        }
        const QByteArray text = bytes.sliced(at, end - at);
        const QByteArray trimmed = text.trimmed();
        const qsizetype wordAt = at + (trimmed.isEmpty() ? 0 : text.indexOf(trimmed));
        const qsizetype blank = trimmed.indexOf(' ');
        if (!trimmed.startsWith('#') && blank > 0) {
            const QByteArray rest = trimmed.sliced(blank).trimmed();
            const qsizetype restAt = wordAt + trimmed.indexOf(rest, blank);
            result.append(
                {trimmed.left(blank).toUpper(), {rest, path, restAt, firstLine, {}, {}, -1, 0, {}}});
        }
        at = end + 1;
    }
    return result;
}

SourcePiece slice(const SourcePiece &piece, qsizetype from, qsizetype length)
{
    SourcePiece result = piece;
    result.text = piece.text.sliced(from, length);
    result.offset += from;
    return result;
}

/// Word number `index` between blanks.
std::optional<SourcePiece> wordOf(const SourcePiece &piece, int index)
{
    qsizetype at = 0;
    for (int i = 0; at < piece.text.size(); ++i) {
        while (at < piece.text.size() && (piece.text[at] == ' ' || piece.text[at] == '\t'))
            ++at;
        qsizetype end = at;
        while (end < piece.text.size() && piece.text[end] != ' ' && piece.text[end] != '\t')
            ++end;
        if (i == index && end > at)
            return slice(piece, at, end - at);
        at = end;
    }
    return {};
}

QStringList commandWords(const QByteArray &text)
{
    const QJsonDocument exec = QJsonDocument::fromJson(text);
    QStringList words;
    if (exec.isArray()) {
        const QJsonArray items = exec.array();
        for (const QJsonValue &item : items)
            words.append(item.toString());
        return words;
    }
    return QString::fromUtf8(text).split(u' ', Qt::SkipEmptyParts);
}

/// Reads instruction after instruction; a new FROM begins a stage.
class Reader
{
public:
    explicit Reader(QHash<QByteArray, SourceText> arguments)
        : m_outside(std::move(arguments))
    {
    }

    void take(const Instruction &instruction)
    {
        if (instruction.word == "ARG")
            takeArgument(instruction.rest);
        else if (instruction.word == "FROM")
            takeFrom(instruction.rest);
        else if (instruction.word == "ENTRYPOINT")
            m_entrypoint = commandWords(instruction.rest.text);
        else if (instruction.word == "CMD")
            m_command = commandWords(instruction.rest.text);
        else if (instruction.word == "ENV")
            takeEnvironment(instruction.rest.text);
    }

    DockerfileFacts facts() const { return {m_base, m_entrypoint + m_command, m_environment}; }

private:
    void takeArgument(const SourcePiece &rest)
    {
        const qsizetype equals = rest.text.indexOf('=');
        if (!m_base.isEmpty())
            return; // only those before the first FROM reach a FROM line
        const QByteArray name = rest.text.left(equals < 0 ? rest.text.size() : equals).trimmed();
        if (m_outside.contains(name)) {
            m_arguments.insert(name, m_outside.value(name));
        } else if (equals >= 0) {
            SourcePiece value = slice(rest, equals + 1, rest.text.size() - equals - 1);
            const bool quoted = value.text.size() >= 2 &&
                                (value.text.front() == '"' || value.text.front() == '\'') &&
                                value.text.back() == value.text.front();
            if (quoted)
                value = slice(value, 1, value.text.size() - 2);
            m_arguments.insert(name, interpolated(value, lookup()));
        }
    }

    void takeFrom(const SourcePiece &rest)
    {
        int index = 0;
        std::optional<SourcePiece> image = wordOf(rest, index);
        while (image && image->text.startsWith("--"))
            image = wordOf(rest, ++index);
        if (!image)
            return;
        const QByteArray stage = image->text.toLower();
        m_base = m_stages.contains(stage) ? m_stages.value(stage) : interpolated(*image, lookup());
        const std::optional<SourcePiece> as = wordOf(rest, index + 1);
        const std::optional<SourcePiece> name = wordOf(rest, index + 2);
        if (as && name && as->text.toUpper() == "AS")
            m_stages.insert(name->text.toLower(), m_base);
        m_entrypoint.clear();
        m_command.clear();
    }

    void takeEnvironment(const QByteArray &text)
    {
        const qsizetype equals = text.indexOf('=');
        if (equals > 0 && !text.left(equals).contains(' '))
            m_environment.insert(text.left(equals), text.sliced(equals + 1));
    }

    VariableLookup lookup() const
    {
        return [this](const QByteArray &name) -> std::optional<SourceText> {
            const auto found = m_arguments.constFind(name);
            return found == m_arguments.cend() ? std::nullopt : std::optional(*found);
        };
    }

    QHash<QByteArray, SourceText> m_outside;
    QHash<QByteArray, SourceText> m_arguments;
    QHash<QByteArray, SourceText> m_stages;
    SourceText m_base;
    QStringList m_entrypoint;
    QStringList m_command;
    QHash<QByteArray, QByteArray> m_environment;
};

} // namespace

DockerfileFacts parseDockerfile(const QByteArray &bytes, const QString &path,
                                const QHash<QByteArray, SourceText> &arguments)
{
    Reader reader(arguments);
    const QList<Instruction> all = instructions(bytes, path);
    for (const Instruction &instruction : all)
        reader.take(instruction);
    return reader.facts();
}
