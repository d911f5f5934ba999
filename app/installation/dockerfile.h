// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/installation/sourcetext.h"

#include <QStringList>

/// What a Dockerfile says about the image that it makes.
struct DockerfileFacts {
    SourceText base;     ///< of the last stage, followed through earlier stages; empty when there is none
    QStringList command; ///< words of ENTRYPOINT and CMD of the last stage
    QHash<QByteArray, QByteArray> environment;
};

/// `arguments` are build arguments from outside; they win over ARG's own defaults.
DockerfileFacts parseDockerfile(const QByteArray &bytes, const QString &path,
                                const QHash<QByteArray, SourceText> &arguments);
