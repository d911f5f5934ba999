// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/installation/installation.h"
#include "app/releases/catalogue.h"

#include <QDate>

/// Phrases that several pages share.
QString kindText(const Installation &installation); ///< "Docker Compose on this machine"
/// "LTS until 3 Mar 2027", "newest", "out of support since …", empty when not known.
QString supportText(const Catalogue &catalogue, const Version &version, const QDate &today);
QString databaseText(const DatabaseFacts &database); ///< "PostgreSQL 17.6, 3.8 GB"
/// Names of several things as a sentence part: "webserver, executor and worker".
QString listText(const QStringList &words);
