// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/result.h"
#include "app/base/secrets.h"
#include "app/host/host.h"
#include "app/host/secretvalue.h"
#include "app/plan/step.h"
#include "app/task/task.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

/// What a handler may use while it does or undoes one step. Made by the executor, outlives the handler's
/// task.
struct StepContext {
    Host *host = nullptr;
    SecretStore *secrets = nullptr;
    QString runFolder;       ///< on this machine; kept files go there
    QString key;             ///< id of the step, unique in the run, inverse steps included
    QJsonObject lastReceipt; ///< of an earlier try of this step; empty: none

    /// Levels: "info", "warning", "error", "output"; "step" is the title of each, written by the runner.
    std::function<void(const QString &level, const QString &text)> log;
    /// Durable when it returns; written before the change that it describes.
    std::function<Result<void>(const QJsonObject &receipt)> receipt;
    std::function<Result<void>(const QString &name, const QJsonValue &value)> observe;
    std::function<Result<std::optional<QJsonValue>>(const QString &name)> observation;
    /// A person said that the step (ask-person) is done.
    std::function<bool()> answered;
    /// Waits that change nothing may end early.
    std::function<bool()> stopRequested;
    /// All that a person has given to waits so far; may grow while one waits.
    std::function<std::chrono::seconds()> moreTime;
};

/// Does and undoes the steps of one kind. Has no state of its own: everything is in step, receipt and
/// context. Applying twice is as good as once, also when the first time was cut off anywhere.
class Handler
{
public:
    virtual ~Handler() = default;
    virtual QString kind() const = 0;
    virtual Task<Result<void>> apply(Step step, StepContext *context) const = 0;
    /// Takes back what the receipt says; for kinds where kindUndoesItself(). Empty receipt: nothing had
    /// begun.
    virtual Task<Result<void>> undo(Step step, QJsonObject receipt, StepContext *context) const;
    /// Ends what a step that began and was not done may have left running, before it is taken back.
    virtual Task<Result<void>> halt(Step step, QJsonObject receipt, StepContext *context) const;
};

/// Handlers by kind.
class Handlers
{
public:
    void add(std::unique_ptr<Handler> handler);
    const Handler *find(const QString &kind) const; ///< null: no such kind

private:
    std::vector<std::unique_ptr<Handler>> m_handlers;
};
