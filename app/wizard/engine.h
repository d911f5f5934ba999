// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/home.h"
#include "app/base/redactor.h"
#include "app/base/secrets.h"
#include "app/host/host.h"

#include <memory>

class Engine;

/// What a head hands to Engine::open().
struct EngineOptions {
    QString home;          ///< --home; empty: XDG folders
    bool useKeyring = true;
};
