// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/compose/composereader.h"

#include "app/installation/dockerfile.h"
#include "app/installation/envfile.h"
#include "app/installation/imagetag.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <functional>

using namespace Qt::StringLiterals;

namespace
{

constexpr int variableDepthLimit = 8;

QString tr(const char *text)
{
    return QCoreApplication::translate("ComposeReader", text, "@error");
}

QString pathIn(const QString &folder, const QString &path)
{
    return QDir::cleanPath(QDir::isAbsolutePath(path) ? path : folder + u'/' + path);
}

bool isTemplateName(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    return suffix == u"tpl" || suffix == u"tmpl" || suffix == u"tftpl" || suffix == u"j2";
}

Error withTemplateHint(Error error, const QByteArray &bytes)
{
    if (bytes.contains("{{") || bytes.contains("{%"))
        error.message +=
            u' ' +
            tr("It looks like a template: change it in the system that fills it in, or give the file that "
               "comes out of it.");
    return error;
}

} // namespace

ComposeReader::ComposeReader(ComposeProject &project)
    : m_project(project)
{
}

const QByteArray *ComposeReader::textOf(const QString &path)
{
    const auto found = m_project.m_sources.texts.constFind(path);
    if (found != m_project.m_sources.texts.cend())
        return &*found;
    if (!m_project.m_wanted.contains(path))
        m_project.m_wanted.append(path);
    return nullptr;
}

Result<void> ComposeReader::read()
{
    const ComposeSources &sources = m_project.m_sources;
    const QStringList envFiles =
        sources.envFiles.isEmpty() ? QStringList{pathIn(sources.folder, u".env"_s)} : sources.envFiles;
    for (const QString &path : envFiles) {
        if (const QByteArray *bytes = textOf(path))
            m_variables.insert(parseEnvFile(*bytes, path));
    }
    for (const QString &path : sources.files) {
        if (const Result<void> loaded = load(path, false); !loaded)
            return loaded;
    }
    m_project.m_name = QFileInfo(sources.folder).fileName();
    for (const File &file : m_files) {
        noteDuplicates(file);
        for (const int root : file.roots) {
            const QString name = resolve(file.tree.text(file.tree.child(root, u"name")));
            if (!name.isEmpty())
                m_project.m_name = name;
        }
    }
    const QStringList names = serviceNames();
    for (const QString &name : names)
        m_project.m_services.append(service(name, layersOf(name)));
    findSharedVariables();
    return {};
}

Result<void> ComposeReader::load(const QString &path, bool isInclude)
{
    for (const File &file : m_files) {
        if (file.path == path)
            return {};
    }
    const QByteArray *bytes = textOf(path);
    if (!bytes)
        return isInclude ? Result<void>()
                         : failure(ErrorKind::NotFound, tr("The Compose file %1 does not exist.").arg(path));
    if (bytes->trimmed().isEmpty())
        return failure(ErrorKind::BadInput, tr("The Compose file %1 is empty.").arg(path));
    Result<YamlTree> tree = YamlTree::parse(*bytes, path);
    if (!tree)
        return std::unexpected(withTemplateHint(tree.error(), *bytes));
    File file{path, isInclude ? QFileInfo(path).path() : m_project.m_sources.folder, *tree, tree->roots()};
    bool hasServices = false;
    for (const int root : file.roots) {
        const int services = file.tree.child(root, u"services");
        hasServices = hasServices || file.tree.isMap(services) || file.tree.child(root, u"include") >= 0;
        if (services >= 0 && !file.tree.isMap(services) &&
            file.tree.node(services).kind != YamlNode::Kind::Null)
            return failure(ErrorKind::BadInput,
                           tr("%1, line %2: `services` is not a map, so this is no Compose file.")
                               .arg(path)
                               .arg(file.tree.node(services).line));
    }
    if (!hasServices)
        return failure(ErrorKind::BadInput, tr("%1 has no `services`, so it is no Compose file.").arg(path));
    if (isTemplateName(path))
        m_project.m_warnings.append(tr("%1 is a template: what fills it in decides what runs.").arg(path));
    m_files.push_back(std::move(file));
    loadIncludes(m_files.size() - 1);
    return {};
}

void ComposeReader::loadIncludes(size_t index)
{
    QStringList paths;
    {
        const File &file = m_files[index];
        for (const int root : file.roots) {
            const int include = file.tree.child(root, u"include");
            for (const int item :
                 file.tree.isSequence(include) ? file.tree.node(include).children : QList<int>()) {
                const int source = file.tree.isMap(item) ? file.tree.child(item, u"path") : item;
                for (const QString &path : file.tree.texts(source))
                    paths.append(pathIn(QFileInfo(file.path).path(), resolve(path)));
            }
        }
    }
    for (const QString &path : std::as_const(paths)) {
        if (const Result<void> loaded = load(path, true); !loaded)
            m_project.m_warnings.append(loaded.error().message);
    }
}

void ComposeReader::noteDuplicates(const File &file)
{
    for (const YamlDuplicate &duplicate : file.tree.duplicates())
        m_project.m_warnings.append(tr("%1: `%2` stands twice in the same map, in lines %3 and %4. Newer "
                                       "Compose refuses the file; older ones take the last.")
                                        .arg(file.path, duplicate.key)
                                        .arg(duplicate.firstLine)
                                        .arg(duplicate.line));
}

QStringList ComposeReader::serviceNames() const
{
    QStringList names;
    for (const File &file : m_files) {
        for (const int root : file.roots) {
            for (const auto &[name, node] : file.tree.entries(file.tree.child(root, u"services"))) {
                if (!names.contains(name))
                    names.append(name);
            }
        }
    }
    return names;
}

ComposeReader::Layers ComposeReader::layersOf(const QString &name)
{
    Layers layers;
    QSet<QString> seen;
    const size_t count = m_files.size();
    for (size_t i = count; i-- > 0;)
        addLayer(i, name, layers, seen);
    return layers;
}

void ComposeReader::addLayer(size_t file, const QString &name, Layers &layers, QSet<QString> &seen)
{
    const QString key = QString::number(file) + u'/' + name;
    if (seen.contains(key))
        return;
    seen.insert(key);
    const QList<int> roots = m_files[file].roots;
    for (qsizetype i = roots.size(); i-- > 0;) {
        const int node = m_files[file].tree.child(m_files[file].tree.child(roots[i], u"services"), name);
        if (!m_files[file].tree.isMap(node))
            continue;
        const Layer layer{file, node};
        layers.append(layer);
        addExtended(layer, layers, seen);
    }
}

void ComposeReader::addExtended(const Layer &layer, Layers &layers, QSet<QString> &seen)
{
    QString base;
    QString path;
    {
        const File &file = m_files[layer.file];
        const int extends = file.tree.child(layer.node, u"extends");
        if (extends < 0)
            return;
        base = file.tree.isMap(extends) ? file.tree.text(file.tree.child(extends, u"service"))
                                        : file.tree.text(extends);
        const QString other = resolve(file.tree.text(file.tree.child(extends, u"file")));
        path = other.isEmpty() ? file.path : pathIn(QFileInfo(file.path).path(), other);
    }
    size_t index = 0;
    while (index < m_files.size() && m_files[index].path != path)
        ++index;
    if (index == m_files.size()) {
        const QByteArray *bytes = textOf(path);
        if (!bytes)
            return;
        Result<YamlTree> tree = YamlTree::parse(*bytes, path);
        if (!tree) {
            m_project.m_warnings.append(tree.error().message);
            return;
        }
        m_files.push_back({path, QFileInfo(path).path(), *tree, tree->roots()});
    }
    addLayer(index, base, layers, seen);
}

ComposeReader::Layer ComposeReader::find(const Layers &layers, QStringView key) const
{
    for (const Layer &layer : layers) {
        if (const int node = m_files[layer.file].tree.child(layer.node, key); node >= 0)
            return {layer.file, node};
    }
    return {};
}

SourcePiece ComposeReader::piece(const Layer &found) const
{
    const File &file = m_files[found.file];
    const YamlNode &node = file.tree.node(found.node);
    SourcePiece result;
    result.path = file.path;
    result.text = node.value.toUtf8();
    result.line = node.line;
    const QByteArray bytes = m_project.m_sources.texts.value(file.path);
    result.offset = scalarTextOffset(bytes, node);
    if (result.offset >= 0) {
        result.line = 1 + static_cast<int>(bytes.first(result.offset).count('\n'));
        result.text = result.text.trimmed();
    }
    return result;
}

ComposeScalar ComposeReader::scalar(const Layer &found) const
{
    if (found.node < 0)
        return {};
    const SourcePiece place = piece(found);
    const SourceText text = interpolated(place, lookup());
    return {QString::fromUtf8(joined(text)), text.size() == 1 ? text.first() : SourcePiece()};
}

VariableLookup ComposeReader::lookup(int depth) const
{
    return [this, depth](const QByteArray &name) { return variable(name, depth); };
}

std::optional<SourceText> ComposeReader::variable(const QByteArray &name, int depth) const
{
    const auto found = m_variables.constFind(name);
    if (found == m_variables.cend())
        return {};
    if (depth >= variableDepthLimit)
        return SourceText{*found};
    return interpolated(*found, lookup(depth + 1));
}

QString ComposeReader::resolve(const QString &text) const
{
    SourcePiece place;
    place.text = text.toUtf8();
    return QString::fromUtf8(joined(interpolated(place, lookup())));
}

void ComposeReader::findSharedVariables()
{
    for (size_t i = 0; i < m_files.size(); ++i) {
        const File &file = m_files[i];
        QList<int> waiting;
        for (const int root : file.roots) {
            for (const auto &[name, node] : file.tree.entries(file.tree.child(root, u"services"))) {
                const ComposeService *service = m_project.service(name);
                if (service && !service->isKestra)
                    waiting.append(node);
            }
        }
        QSet<int> seen;
        while (!waiting.isEmpty()) {
            const int index = file.tree.resolved(waiting.takeLast());
            if (index < 0 || seen.contains(index))
                continue;
            seen.insert(index);
            waiting += file.tree.node(index).children;
            for (const QByteArray &name : variablesIn(file.tree.text(index).toUtf8())) {
                if (!m_project.m_sharedVariables.contains(QString::fromUtf8(name)))
                    m_project.m_sharedVariables.append(QString::fromUtf8(name));
            }
        }
    }
    // What a shared variable is made of is shared too; the list grows while it is walked.
    for (qsizetype i = 0; i < m_project.m_sharedVariables.size(); ++i) {
        const QByteArray name = m_project.m_sharedVariables[i].toUtf8();
        for (const QByteArray &inner : variablesIn(m_variables.value(name).text)) {
            if (!m_project.m_sharedVariables.contains(QString::fromUtf8(inner)))
                m_project.m_sharedVariables.append(QString::fromUtf8(inner));
        }
    }
}
