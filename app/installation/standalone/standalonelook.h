// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/host/host.h"
#include "app/installation/kestraconfig.h"
#include "app/installation/standalone/standaloneprogram.h"
#include "app/installation/standalone/standaloneservers.h"

/// Looks at what lies around a program. Nothing here runs Kestra: a newer one would migrate what it reaches.

/// Links on the way to it and the version that they or its name carry.
Task<StandaloneProgram> lookAtProgram(Host *host, QString path);
/// The version that the manifest inside of the jar says; empty when it says none or cannot be read.
Task<QString> versionInJar(Host *host, QString path);

struct JavaFacts {
    QString program; ///< the one that Kestra runs on
    QString version;
    QList<std::pair<QString, QString>> others; ///< program and version of every other one
};
Task<JavaFacts> lookAtJava(Host *host, StandaloneServer server);

struct PluginFacts {
    QString folder;
    QStringList files;
};
Task<PluginFacts> lookAtPlugins(Host *host, StandaloneServer server);

struct StandaloneConfig {
    KestraConfig config;
    QString where;
};
/// Configuration of one server, from where Kestra itself looks for it; its texts become known.
Task<StandaloneConfig> readConfiguration(Host *host, StandaloneServer server, Installation *installation);
