// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/plan/plan.h"
#include "app/plan/probe.h"

/// The typed builders, the only way to make a step. Each returns a Step without number; callers set phase,
/// component, effect, expectedSeconds, reversal beyond the default by plain assignment. Every kind is safe to
/// apply twice.

/// A command, run to its end on the host. `slug` becomes the id, `title` is for people.
struct CommandArgs {
    QString program;
    QStringList arguments;
    QString workingDirectory;
    QHash<QString, QString> environment;       ///< plain values
    QHash<QString, QString> secretEnvironment; ///< variable -> name in the SecretStore
    QString inputFile;
    QString outputFile;     ///< its SHA-256 and size go into the receipt
    QList<int> accepted{0}; ///< exit codes that mean done
    int timeoutSeconds = 600;
    QJsonObject unless; ///< {"probe":…, "conditions":[…]}: when it holds, the step is done already
    QJsonObject expect; ///< {"probe":…, "conditions":[…]}: must hold afterwards; exit codes are only hints
};
Step runCommand(const QString &slug, const QString &title, const CommandArgs &command);
/// The same, detached on the host with its state in `folder`, so that this program may die and re-attach.
Step runDetached(const QString &slug, const QString &title, const CommandArgs &command,
                 const QString &folder);

/// Replaces the whole content of a file whose SHA-256 is still that of `before`; keeps a copy for the undo.
Step editFile(const QString &slug, const QString &title, const QString &path, const QByteArray &before,
              const QByteArray &after);

/// Copies a tree or file with everything that belongs to it; `to` must not exist or is from an earlier try of
/// the same run.
Step copyTree(const QString &slug, const QString &title, const QString &from, const QString &to);
/// Puts the copy `from` in the place of `path`; what was there is kept beside it under `aside` until the run
/// is kept.
Step replaceTree(const QString &slug, const QString &title, const QString &from, const QString &path,
                 const QString &aside);

struct ApiArgs {
    QString method;
    QString url;
    QString user;
    QString secret; ///< name of the password
    QString contentType;
    QString body;
    QList<int> accepted{200, 201, 204};
    int timeoutSeconds = 30;
    QJsonArray conditions; ///< on {"status", "json", "body"}
};
Step callApi(const QString &slug, const QString &title, const ApiArgs &call);

/// Asks a probe until its conditions hold, then for `holdSeconds` more that they go on holding; fails after
/// `timeoutSeconds`. `stallHint` says what is being waited for.
struct WaitArgs {
    QJsonObject probe;
    QList<Condition> conditions;
    QList<Condition> failWhen; ///< any of them holds: give up at once, e.g. the process has died
    int timeoutSeconds = 120;
    int holdSeconds = 0;
    int intervalMs = 1000;
    bool goOn = false; ///< after `timeoutSeconds` it is done all the same, with a warning in the log; a
                       ///< person may give it more time
    QString reasonAt;  ///< path in the answer where a person reads why it is in vain, such as the last words
                       ///< of a log
    QString stallHint;
    QString observeAs; ///< each new answer is kept in the journal under this name, for whoever looks on
};
Step waitUntil(const QString &slug, const QString &title, const WaitArgs &wait);

/// Asks a probe once and keeps the answer in the journal under `name`. With `equalTo` (another name) the step
/// fails when the answers differ, with `atLeastAs` when a number became smaller; the message says where.
struct ObserveArgs {
    QString name;
    QJsonObject probe;
    QString equalTo;
    QStringList ignore; ///< keys of the answer left out of the comparison
    QList<Condition> conditions;
    QString atLeastAs;
};
Step observe(const QString &slug, const QString &title, const ObserveArgs &args);

/// Hashes every file of a backup folder, takes the named observations in, writes manifest.json last and
/// durably.
Step sealBackup(const QString &slug, const QString &title, const QString &folder, const QJsonObject &facts,
                const QStringList &observations);

/// Fails when the backup folder does not match its manifest, byte for byte; stands before every restore.
Step verifyBackup(const QString &slug, const QString &title, const QString &folder);

/// Stops for a person with an instruction; done when the person says so (or `probe` shows it).
Step askPerson(const QString &slug, const QString &title, const QString &instruction);

/// Every kind there is.
QStringList stepKinds();
/// Kinds whose handler takes them back from its own receipt, without `inverse`.
bool kindUndoesItself(const QString &kind);
