// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/version.h"

#include <QString>

/// An image reference taken apart: registry.example.com:5000/kestra/kestra:v1.0.36@sha256:…
struct ImageReference {
    QString repository;
    QString tag;    ///< empty when none is written
    QString digest; ///< "sha256:…", empty when none is written
    qsizetype tagAt =
        0; ///< where tag and digest begin, behind the colon; the end of the text when there are none
    bool hasColon = false; ///< a tag is written, even an empty one

    static ImageReference parse(const QString &text);
    bool operator==(const ImageReference &) const = default;
};

/// Kestra's own image or a mirror of it, by its name: kestra/kestra, …/kestra-ee, mirror:5000/kestra/kestra.
bool isKestraImage(const QString &repository);

/// "v1.0.36", "1.0.36-no-plugins": names exactly one release. `latest`, `v1.3` and `develop` do not.
bool isExactTag(const QString &tag);
/// The release in a tag, also for a partial one ("v1.3" gives 1.3); invalid for others.
Version versionOfTag(const QString &tag);

/// The tag of the same variant (with or without plugins) for another version; the suffix has changed its
/// meaning twice. `now` is the version that runs behind `tag`.
QString targetTag(const QString &tag, const Version &now, const Version &target);
