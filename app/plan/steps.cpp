// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/plan/steps.h"

#include "app/base/hash.h"
#include "app/plan/diff.h"

using namespace Qt::StringLiterals;

namespace
{

Step makeStep(const QString &kind, const QString &slug, const QString &title, const QJsonObject &args)
{
    Step step;
    step.id = slug;
    step.kind = kind;
    step.title = title;
    step.args = args;
    return step;
}

void addText(QJsonObject &json, const QString &key, const QString &text)
{
    if (!text.isEmpty())
        json.insert(key, text);
}

QJsonObject words(const QHash<QString, QString> &map)
{
    QJsonObject object;
    for (const auto &[key, value] : map.asKeyValueRange())
        object.insert(key, value);
    return object;
}

QJsonArray numbers(const QList<int> &list)
{
    QJsonArray array;
    for (const int number : list)
        array.append(number);
    return array;
}

QJsonObject commandJson(const CommandArgs &command)
{
    QJsonObject args{{u"program"_s, command.program},
                     {u"arguments"_s, QJsonArray::fromStringList(command.arguments)},
                     {u"accepted"_s, numbers(command.accepted)},
                     {u"timeoutSeconds"_s, command.timeoutSeconds}};
    addText(args, u"workingDirectory"_s, command.workingDirectory);
    addText(args, u"inputFile"_s, command.inputFile);
    addText(args, u"outputFile"_s, command.outputFile);
    if (!command.environment.isEmpty())
        args.insert(u"environment"_s, words(command.environment));
    if (!command.secretEnvironment.isEmpty())
        args.insert(u"secretEnvironment"_s, words(command.secretEnvironment));
    if (!command.unless.isEmpty())
        args.insert(u"unless"_s, command.unless);
    if (!command.expect.isEmpty())
        args.insert(u"expect"_s, command.expect);
    return args;
}

} // namespace

Step runCommand(const QString &slug, const QString &title, const CommandArgs &command)
{
    return makeStep(u"run-command"_s, slug, title, commandJson(command));
}

Step runDetached(const QString &slug, const QString &title, const CommandArgs &command, const QString &folder)
{
    QJsonObject args = commandJson(command);
    args.insert(u"folder"_s, folder);
    return makeStep(u"run-detached"_s, slug, title, args);
}

Step editFile(const QString &slug, const QString &title, const QString &path, const QByteArray &before,
              const QByteArray &after)
{
    Step step = makeStep(u"edit-file"_s, slug, title,
                         {{u"path"_s, path},
                          {u"beforeSha256"_s, sha256Hex(before)},
                          {u"afterSha256"_s, sha256Hex(after)},
                          {u"edits"_s, lineEditsToJson(lineEdits(before, after))}});
    step.reversal = Reversal::Automatic;
    return step;
}

Step copyTree(const QString &slug, const QString &title, const QString &from, const QString &to)
{
    return makeStep(u"copy-tree"_s, slug, title, {{u"from"_s, from}, {u"to"_s, to}});
}

Step replaceTree(const QString &slug, const QString &title, const QString &from, const QString &path,
                 const QString &aside)
{
    Step step =
        makeStep(u"replace-tree"_s, slug, title, {{u"from"_s, from}, {u"path"_s, path}, {u"aside"_s, aside}});
    step.reversal = Reversal::Automatic;
    return step;
}

Step callApi(const QString &slug, const QString &title, const ApiArgs &call)
{
    QJsonObject args{{u"method"_s, call.method},
                     {u"url"_s, call.url},
                     {u"accepted"_s, numbers(call.accepted)},
                     {u"timeoutSeconds"_s, call.timeoutSeconds}};
    addText(args, u"user"_s, call.user);
    addText(args, u"secret"_s, call.secret);
    addText(args, u"contentType"_s, call.contentType);
    addText(args, u"body"_s, call.body);
    if (!call.conditions.isEmpty())
        args.insert(u"conditions"_s, call.conditions);
    return makeStep(u"call-api"_s, slug, title, args);
}

Step waitUntil(const QString &slug, const QString &title, const WaitArgs &wait)
{
    QJsonObject args{{u"probe"_s, wait.probe},
                     {u"conditions"_s, conditionsToJson(wait.conditions)},
                     {u"timeoutSeconds"_s, wait.timeoutSeconds},
                     {u"intervalMs"_s, wait.intervalMs}};
    if (!wait.failWhen.isEmpty())
        args.insert(u"failWhen"_s, conditionsToJson(wait.failWhen));
    if (wait.holdSeconds > 0)
        args.insert(u"holdSeconds"_s, wait.holdSeconds);
    if (wait.goOn)
        args.insert(u"goOn"_s, true);
    addText(args, u"reasonAt"_s, wait.reasonAt);
    addText(args, u"stallHint"_s, wait.stallHint);
    addText(args, u"observeAs"_s, wait.observeAs);
    Step step = makeStep(u"wait-until"_s, slug, title, args);
    step.expectedSeconds = wait.holdSeconds + 5;
    return step;
}

Step observe(const QString &slug, const QString &title, const ObserveArgs &observation)
{
    QJsonObject args{{u"name"_s, observation.name}, {u"probe"_s, observation.probe}};
    addText(args, u"equalTo"_s, observation.equalTo);
    addText(args, u"atLeastAs"_s, observation.atLeastAs);
    if (!observation.ignore.isEmpty())
        args.insert(u"ignore"_s, QJsonArray::fromStringList(observation.ignore));
    if (!observation.conditions.isEmpty())
        args.insert(u"conditions"_s, conditionsToJson(observation.conditions));
    return makeStep(u"observe"_s, slug, title, args);
}

Step sealBackup(const QString &slug, const QString &title, const QString &folder, const QJsonObject &facts,
                const QStringList &observations)
{
    return makeStep(u"seal-backup"_s, slug, title,
                    {{u"folder"_s, folder},
                     {u"facts"_s, facts},
                     {u"observations"_s, QJsonArray::fromStringList(observations)}});
}

Step verifyBackup(const QString &slug, const QString &title, const QString &folder)
{
    return makeStep(u"verify-backup"_s, slug, title, {{u"folder"_s, folder}});
}

Step askPerson(const QString &slug, const QString &title, const QString &instruction)
{
    Step step = makeStep(u"ask-person"_s, slug, title, {});
    step.instruction = instruction;
    return step;
}

QStringList stepKinds()
{
    return {u"run-command"_s,  u"run-detached"_s,  u"edit-file"_s,  u"copy-tree"_s,
            u"replace-tree"_s, u"call-api"_s,      u"wait-until"_s, u"observe"_s,
            u"seal-backup"_s,  u"verify-backup"_s, u"ask-person"_s};
}

bool kindUndoesItself(const QString &kind)
{
    return kind == u"edit-file" || kind == u"replace-tree";
}
