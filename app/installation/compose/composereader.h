// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/installation/compose/composefile.h"

#include <QSet>

#include <vector>

/// Reads the texts of a project into services; used once by ComposeProject::parse().
class ComposeReader
{
public:
    explicit ComposeReader(ComposeProject &project);

    Result<void> read();

private:
    struct File {
        QString path;
        QString folder; ///< relative paths in it
        YamlTree tree;
        QList<int> roots;
    };
    /// One place that says something about a service.
    struct Layer {
        size_t file = 0;
        int node = -1;
    };
    using Layers = QList<Layer>;

    Result<void> load(const QString &path, bool isInclude);
    void loadIncludes(size_t file);
    QStringList serviceNames() const;
    Layers layersOf(const QString &name);
    void addLayer(size_t file, const QString &name, Layers &layers, QSet<QString> &seen);
    void addExtended(const Layer &layer, Layers &layers, QSet<QString> &seen);

    ComposeService service(const QString &name, const Layers &layers);
    void readImage(ComposeService &service, const Layers &layers);
    void readBuild(ComposeService &service, const Layers &layers);
    void readCommand(ComposeService &service, const Layers &layers);
    void readEnvironment(ComposeService &service, const Layers &layers);
    void readMounts(ComposeService &service, const Layers &layers);
    void readInsertion(ComposeService &service, const Layers &layers);
    void judge(ComposeService &service) const;
    void findSharedVariables();
    void noteDuplicates(const File &file);

    /// Strongest layer that has the key.
    Layer find(const Layers &layers, QStringView key) const;
    ComposeScalar scalar(const Layer &found) const;
    SourcePiece piece(const Layer &found) const;
    QString resolve(const QString &text) const;
    std::optional<SourceText> variable(const QByteArray &name, int depth) const;
    VariableLookup lookup(int depth = 0) const;
    const QByteArray *textOf(const QString &path);

    ComposeProject &m_project;
    std::vector<File> m_files;
    QHash<QByteArray, SourcePiece> m_variables;
};
