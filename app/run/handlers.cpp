// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/run/handlers.h"

Handlers allHandlers()
{
    Handlers handlers;
    handlers.add(commandHandler());
    handlers.add(detachedHandler());
    handlers.add(editFileHandler());
    handlers.add(copyTreeHandler());
    handlers.add(replaceTreeHandler());
    handlers.add(apiHandler());
    handlers.add(waitHandler());
    handlers.add(observeHandler());
    handlers.add(personHandler());
    handlers.add(sealHandler());
    handlers.add(verifyHandler());
    return handlers;
}
