// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/arguments.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("Arguments", text, "@error");
}

struct CommandShape {
    QStringView name;
    QStringView synopsis;
    const char *summary;
    int minimumWords;
    int maximumWords;    ///< -1: any number
    QStringView options; ///< names separated by blanks; "=" behind one that takes a value
};

constexpr std::array commands{
    CommandShape{
        u"find", u"[HINT…]",
        QT_TRANSLATE_NOOP("Arguments", "installations here; HINT: folder, file, ssh://user@host[:port]"), 0,
        -1, u""},
    CommandShape{u"show", u"INSTALLATION [--from V]",
                 QT_TRANSLATE_NOOP("Arguments", "every fact with its evidence"), 1, 1, u"from="},
    CommandShape{u"releases", u"[--refresh]", QT_TRANSLATE_NOOP("Arguments", "known versions, newest first"),
                 0, 0, u"refresh"},
    CommandShape{u"route", u"FROM TO", QT_TRANSLATE_NOOP("Arguments", "the stops and why"), 2, 2, u""},
    CommandShape{
        u"notes", u"FROM..TO [--format md|html] | --file FILE [--version V]",
        QT_TRANSLATE_NOOP("Arguments", "merged notes, breaking first; or one release's notes from a file"), 0,
        1, u"format= file= version="},
    CommandShape{u"findings", u"INSTALLATION --to V [--from V]",
                 QT_TRANSLATE_NOOP("Arguments", "breaking changes matched against it"), 1, 1, u"to= from="},
    CommandShape{u"flows", u"PATH… --to V [--from V]",
                 QT_TRANSLATE_NOOP("Arguments", "every flow in files and folders matched alone"), 1, -1,
                 u"to= from="},
    CommandShape{u"check", u"INSTALLATION --to V [--from V]",
                 QT_TRANSLATE_NOOP("Arguments", "pre-flight checks"), 1, 1, u"to= from="},
    CommandShape{u"backup", u"INSTALLATION --into DIR",
                 QT_TRANSLATE_NOOP("Arguments", "takes a backup and proves it"), 1, 1, u"into="},
    CommandShape{u"verify", u"BACKUP",
                 QT_TRANSLATE_NOOP("Arguments", "checks every byte against the manifest"), 1, 1, u""},
    CommandShape{u"plan",
                 u"INSTALLATION --to V [--from V] [--as json|shell|markdown|diff] [--fix ID]… [--jar SOURCE]",
                 QT_TRANSLATE_NOOP("Arguments", "what would be done, nothing is"), 1, 1,
                 u"to= from= as= accept= fix= without-backup watch= jar="},
    CommandShape{u"run",
                 u"INSTALLATION --to V --yes [--fix ID]… [--accept ID]… [--without-backup] [--watch SECONDS] "
                 u"[--jar SOURCE]",
                 QT_TRANSLATE_NOOP("Arguments", "upgrade"), 1, 1,
                 u"to= from= yes accept= fix= without-backup watch= jar="},
    CommandShape{u"resume", u"RUN", QT_TRANSLATE_NOOP("Arguments", "goes on with an interrupted run"), 1, 1,
                 u""},
    CommandShape{u"rollback", u"RUN --yes",
                 QT_TRANSLATE_NOOP("Arguments", "brings application and data back"), 1, 1, u"yes"},
    CommandShape{u"commit", u"RUN --yes", QT_TRANSLATE_NOOP("Arguments", "keeps the new version"), 1, 1,
                 u"yes"},
    CommandShape{
        u"triggers", u"RUN [--enable NAMESPACE.FLOW.TRIGGER [--watch SECONDS]]",
        QT_TRANSLATE_NOOP("Arguments", "triggers that an upgrade disabled; enables one and watches it"), 1, 1,
        u"enable= watch="},
    CommandShape{u"runs", u"", QT_TRANSLATE_NOOP("Arguments", "history"), 0, 0, u""},
    CommandShape{u"report", u"RUN [--out FILE]", QT_TRANSLATE_NOOP("Arguments", "evidence, HTML by default"),
                 1, 1, u"out="},
};

const CommandShape *shapeOf(const QString &name)
{
    for (const CommandShape &shape : commands) {
        if (shape.name == name)
            return &shape;
    }
    return nullptr;
}

std::unexpected<Error> usage(const QString &message, const QString &command = {})
{
    return failure(ErrorKind::Usage, message + u'\n' + usageText(command));
}

/// Takes an option at `index`; moves it on when the option has a value of its own.
Result<void> takeOption(Arguments &result, const CommandShape &shape, const QStringList &arguments,
                        qsizetype &index)
{
    const QString word = arguments[index].mid(2);
    const QString name = word.section(u'=', 0, 0);
    const QStringList known = shape.options.toString().split(u' ', Qt::SkipEmptyParts);
    if (known.contains(name)) {
        if (word.contains(u'='))
            return usage(tr("--%1 takes no value.").arg(name), result.command);
        result.options[name].append(QString());
        return {};
    }
    if (!known.contains(name + u'='))
        return usage(tr("%1 does not know the option --%2.").arg(result.command, name), result.command);
    if (word.contains(u'='))
        result.options[name].append(word.section(u'=', 1));
    else if (index + 1 < arguments.size())
        result.options[name].append(arguments[++index]);
    else
        return usage(tr("--%1 needs a value.").arg(name), result.command);
    return {};
}

} // namespace

Result<Arguments> Arguments::parse(const QStringList &arguments)
{
    Arguments result;
    const CommandShape *shape = nullptr;
    bool onlyWords = false;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &word = arguments[i];
        if (onlyWords || !word.startsWith(u"--")) {
            if (shape) {
                result.words.append(word);
                continue;
            }
            shape = shapeOf(word);
            if (!shape)
                return usage(tr("There is no command “%1”.").arg(word));
            result.command = word;
        } else if (word == u"--") {
            onlyWords = true;
        } else if (word == u"--json") {
            result.json = true;
        } else if (word == u"--home" || word.startsWith(u"--home=")) {
            if (word == u"--home" && i + 1 >= arguments.size())
                return usage(tr("--home needs a folder."));
            result.home = word == u"--home" ? arguments[++i] : word.mid(7);
            if (result.home.isEmpty())
                return usage(tr("--home needs a folder."));
        } else if (!shape) {
            return usage(tr("Unknown option %1.").arg(word));
        } else if (auto taken = takeOption(result, *shape, arguments, i); !taken) {
            return std::unexpected(taken.error());
        }
    }
    if (!shape)
        return usage(tr("A command is missing."));
    if (result.words.size() < shape->minimumWords ||
        (shape->maximumWords >= 0 && result.words.size() > shape->maximumWords))
        return usage(tr("%1 is called with other words.").arg(result.command), result.command);
    return result;
}

QString usageText(const QString &command)
{
    QString text = QCoreApplication::translate(
                       "Arguments", "Usage: kestra-upgrade [--home DIR] [--json] COMMAND", "@info") +
                   u'\n';
    for (const CommandShape &shape : commands) {
        if (!command.isEmpty() && shape.name != command)
            continue;
        text += u"  "_s + shape.name.toString() + u' ' + shape.synopsis.toString() + u"\n      "_s +
                QCoreApplication::translate("Arguments", shape.summary, nullptr) + u'\n';
    }
    return text;
}
