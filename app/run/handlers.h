// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/run/handler.h"

/// Every kind there is, each once, with do and undo together.
Handlers allHandlers();

std::unique_ptr<Handler> commandHandler();
std::unique_ptr<Handler> detachedHandler();
std::unique_ptr<Handler> editFileHandler();
std::unique_ptr<Handler> copyTreeHandler();
std::unique_ptr<Handler> replaceTreeHandler();
std::unique_ptr<Handler> apiHandler();
std::unique_ptr<Handler> waitHandler();
std::unique_ptr<Handler> observeHandler();
std::unique_ptr<Handler> personHandler();
std::unique_ptr<Handler> sealHandler();
std::unique_ptr<Handler> verifyHandler();
