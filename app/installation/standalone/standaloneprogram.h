// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/version.h"

#include <QJsonObject>
#include <QString>

/// Kestra's executable jar as it is started, and what decides which version that is.
struct StandaloneProgram {
    enum class Pin {
        Text, ///< the path as it is written: kestra-1.0.36
        Link, ///< a symbolic link on the way: kestra -> kestra-1.0.36
        File, ///< the content of the file alone
    };

    QString path;   ///< as it is started, with its folder
    QString real;   ///< without links; empty: the file is not there
    QString link;   ///< the link whose target carries the version
    QString target; ///< of that link, as written
    QString named;  ///< the version as path or target carry it

    Pin pin() const;
    /// Where the jar of a version lies, or will.
    QString jarOf(const Version &version) const;
    /// What is started when that version is to run.
    QString pathOf(const Version &version) const;
    /// Target of the link for that version.
    QString targetOf(const Version &version) const;
    /// Where the jar that is there now is kept when its name carries no version.
    QString keptOf(const Version &version) const;

    QJsonObject toJson() const;
    static StandaloneProgram fromJson(const QJsonObject &json);
    bool operator==(const StandaloneProgram &) const = default;
};
