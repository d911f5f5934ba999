// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/host/sql.h"
#include "app/plan/steps.h"

/// A command of a plan that has the database carry out SQL which changes something (PostgreSQL, MySQL, H2).
/// The password is looked up when it runs and stands in none of its words.
CommandArgs sqlOrder(const DatabaseAccess &access, const QString &sql);

/// Lets a command of a plan whose first line of standard input is the password get it; as it is when no
/// secret is named.
CommandArgs withSecret(const QString &secret, const QStringList &words);
