// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/run/handler.h"

#include "app/task/completion.h"

#include <QCoreApplication>
#include <QPointer>

#include <ranges>

using namespace Qt::StringLiterals;

Task<Result<void>> Handler::undo([[maybe_unused]] Step step, [[maybe_unused]] QJsonObject receipt,
                                 [[maybe_unused]] StepContext *context) const
{
    co_return Result<void>();
}

Task<Result<void>> Handler::halt([[maybe_unused]] Step step, [[maybe_unused]] QJsonObject receipt,
                                 [[maybe_unused]] StepContext *context) const
{
    co_return Result<void>();
}

void Handlers::add(std::unique_ptr<Handler> handler)
{
    m_handlers.push_back(std::move(handler));
}

const Handler *Handlers::find(const QString &kind) const
{
    // The last one added wins, so that a test can put its own in front.
    for (const auto &handler : std::views::reverse(m_handlers)) {
        if (handler->kind() == kind)
            return handler.get();
    }
    return nullptr;
}

Task<Result<QString>> secretValue(SecretStore *secrets, QString name)
{
    if (secrets && secrets->isKnown(name))
        co_return secrets->known(name);
    if (secrets) {
        struct Answer {
            Completion completion;
            QString value;
            bool found = false;
        };
        Answer answer;
        const QPointer<QObject> alive(answer.completion.context());
        secrets->fetch(name, [alive, &answer](const Result<QString> &value) {
            if (!alive)
                return;
            answer.found = value.has_value();
            answer.value = value.value_or(QString());
            answer.completion.complete();
        });
        co_await answer.completion;
        if (answer.found)
            co_return answer.value;
    }
    co_return failure(ErrorKind::NeedsPerson,
                      QCoreApplication::translate(
                          "Handler", "The password “%1” is not known. Enter it, then resume.", "@error")
                          .arg(name));
}
