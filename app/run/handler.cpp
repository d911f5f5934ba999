// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/run/handler.h"

#include <ranges>

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
