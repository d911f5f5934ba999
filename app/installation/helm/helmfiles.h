// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/host/host.h"
#include "app/installation/installation.h"

/// What a text is to Kubernetes, as far as it says which Kestra runs there.
struct HelmFile {
    enum class Kind { None, Values, Chart, FluxRelease, ArgoApplication, Kustomization, Manifest, Terraform };
    Kind kind = Kind::None;
    QString release;   ///< name that the file gives it
    QString nameSpace; ///< where it goes, when the file says so
    QString chart;     ///< version of the chart that the file asks for
    QString image;     ///< repository
    QString tag;
    int line = 0; ///< of the text that decides tag or chart

    /// None for every text that has nothing to do with Kestra on Kubernetes. Errors: BadInput for values of
    /// Kestra's chart that are no YAML.
    static Result<HelmFile> recognise(const QString &path, const QByteArray &bytes);
    QString what() const;   ///< for people: what the file is
    QString remedy() const; ///< and what to do with it
};

/// The manifests in a folder or file, each as what it is; none of them can be upgraded by itself, and each
/// says what can. Addresses are helm:FILE.
Task<Result<QList<Installation>>> findHelmFiles(Host *host, QString path);
/// One of them. Errors: NotFound, BadInput.
Task<Result<Installation>> readHelmFile(Host *host, QString path);
