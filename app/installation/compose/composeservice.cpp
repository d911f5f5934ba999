// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/compose/composereader.h"
#include "app/installation/dockerfile.h"
#include "app/installation/imagetag.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace
{

QString pathIn(const QString &folder, const QString &path)
{
    return QDir::cleanPath(QDir::isAbsolutePath(path) ? path : folder + u'/' + path);
}

/// "kestra-data:/app/storage:ro" taken apart; a Windows drive is not a separator.
ComposeMount shortMount(const QString &text)
{
    QStringList parts = text.split(u':');
    if (parts.size() > 1 && parts[0].size() == 1 && parts[1].startsWith(u'\\'))
        parts = QStringList{parts[0] + u':' + parts[1]} + parts.mid(2);
    if (parts.size() == 1)
        return {{}, parts[0]};
    return {parts[0], parts[1]};
}

/// Values behind -c and --config, and --config=….
QStringList configurationFiles(const QStringList &words)
{
    static const QRegularExpression blanks(u"[\\s\"']+"_s);
    const QStringList all = words.join(u' ').split(blanks, Qt::SkipEmptyParts);
    const qsizetype server = all.indexOf(u"server"_s);
    QStringList result;
    for (qsizetype i = std::max<qsizetype>(server, 0); i < all.size(); ++i) {
        if ((all[i] == u"-c" || all[i] == u"--config") && i + 1 < all.size())
            result.append(all[i + 1]);
        else if (all[i].startsWith(u"--config="_s))
            result.append(all[i].mid(9));
    }
    return result;
}

} // namespace

ComposeService ComposeReader::service(const QString &name, const Layers &layers)
{
    ComposeService result;
    result.name = name;
    if (layers.isEmpty())
        return result;
    result.path = m_files[layers.first().file].path;
    result.line = m_files[layers.first().file].tree.node(layers.first().node).line;
    readImage(result, layers);
    readEnvironment(result, layers);
    readBuild(result, layers);
    readCommand(result, layers);
    readMounts(result, layers);
    result.pullPolicy = scalar(find(layers, u"pull_policy"));
    result.stopGracePeriod = scalar(find(layers, u"stop_grace_period"));
    readInsertion(result, layers);
    judge(result);
    return result;
}

void ComposeReader::readImage(ComposeService &service, const Layers &layers)
{
    const Layer found = find(layers, u"image");
    if (found.node < 0)
        return;
    const SourcePiece place = piece(found);
    service.image = interpolated(place, lookup());
    if (service.image.isEmpty() && !place.text.isEmpty()) {
        SourcePiece empty = place;
        empty.text.clear();
        service.image = {empty};
    }
    for (const YamlDuplicate &duplicate : m_files[found.file].tree.duplicates())
        service.imageTwice =
            service.imageTwice || (duplicate.key == u"image" && duplicate.line == place.line);
}

void ComposeReader::readBuild(ComposeService &service, const Layers &layers)
{
    const Layer found = find(layers, u"build");
    if (found.node < 0)
        return;
    const File &file = m_files[found.file];
    service.builds = true;
    const bool isMap = file.tree.isMap(found.node);
    const QString context =
        resolve(file.tree.text(isMap ? file.tree.child(found.node, u"context") : found.node));
    if (isMap && file.tree.child(found.node, u"dockerfile_inline") >= 0)
        return;
    const QString written =
        isMap ? resolve(file.tree.text(file.tree.child(found.node, u"dockerfile"))) : QString();
    if (context.contains(u"://"_s) || context.startsWith(u"git@"_s))
        return;
    service.dockerfile = pathIn(pathIn(file.folder, context.isEmpty() ? u"."_s : context),
                                written.isEmpty() ? u"Dockerfile"_s : written);
    QHash<QByteArray, SourceText> arguments;
    const int args = isMap ? file.tree.child(found.node, u"args") : -1;
    for (const auto &[key, node] : file.tree.entries(args))
        arguments.insert(key.toUtf8(), interpolated(piece({found.file, node}), lookup()));
    for (const int item : file.tree.isSequence(args) ? file.tree.node(args).children : QList<int>()) {
        SourcePiece place = piece({found.file, item});
        const qsizetype equals = place.text.indexOf('=');
        if (equals < 0)
            continue;
        const QByteArray key = place.text.left(equals);
        place.text = place.text.sliced(equals + 1);
        place.offset += place.offset < 0 ? 0 : equals + 1;
        arguments.insert(key, interpolated(place, lookup()));
    }
    const QByteArray *bytes = textOf(service.dockerfile);
    if (!bytes)
        return;
    const DockerfileFacts facts = parseDockerfile(*bytes, service.dockerfile, arguments);
    service.base = facts.base;
    service.words = facts.command;
    for (auto it = facts.environment.cbegin(); it != facts.environment.cend(); ++it) {
        if (!service.environment.contains(QString::fromUtf8(it.key())))
            service.environment.insert(QString::fromUtf8(it.key()), QString::fromUtf8(it.value()));
    }
}

void ComposeReader::readCommand(ComposeService &service, const Layers &layers)
{
    const auto words = [this, &layers](QStringView key) {
        const Layer found = find(layers, key);
        QStringList result;
        if (found.node < 0)
            return result;
        const YamlTree &tree = m_files[found.file].tree;
        if (!tree.isSequence(found.node))
            return shellWords(resolve(tree.text(found.node)));
        for (const QString &word : tree.texts(found.node))
            result.append(resolve(word));
        return result;
    };
    service.entrypoint = words(u"entrypoint");
    const QStringList written = service.entrypoint + words(u"command");
    if (!written.isEmpty())
        service.words = written;
    service.configurationFiles = configurationFiles(service.words);
    service.component = componentOfCommand(service.words);
}

void ComposeReader::readEnvironment(ComposeService &service, const Layers &layers)
{
    for (qsizetype i = layers.size(); i-- > 0;) {
        const Layer &layer = layers[i];
        const YamlTree &tree = m_files[layer.file].tree;
        const int environment = tree.child(layer.node, u"environment");
        const auto take = [&](const QString &key, const QString &value, int node) {
            const QString resolved = resolve(value);
            service.environment.insert(key, resolved);
            if (key != u"KESTRA_CONFIGURATION")
                return;
            service.configuration = resolved;
            service.configurationPath = m_files[layer.file].path;
            const bool isBlock = value.contains(u'\n');
            service.configurationLine = tree.node(node).line + (isBlock ? 1 : 0);
        };
        for (const auto &[key, node] : tree.entries(environment))
            take(key, tree.text(node), node);
        for (const int item : tree.isSequence(environment) ? tree.node(environment).children : QList<int>()) {
            const QString text = tree.text(item);
            const qsizetype equals = text.indexOf(u'=');
            if (equals > 0)
                take(text.left(equals), text.mid(equals + 1), item);
        }
    }
}

void ComposeReader::readMounts(ComposeService &service, const Layers &layers)
{
    QSet<QString> targets;
    for (const Layer &layer : layers) {
        const YamlTree &tree = m_files[layer.file].tree;
        const int volumes = tree.child(layer.node, u"volumes");
        for (const int item : tree.isSequence(volumes) ? tree.node(volumes).children : QList<int>()) {
            ComposeMount mount = shortMount(resolve(tree.text(item)));
            if (tree.isMap(item))
                mount = {resolve(tree.text(tree.child(item, u"source"))),
                         resolve(tree.text(tree.child(item, u"target")))};
            if (targets.contains(mount.target))
                continue;
            targets.insert(mount.target);
            const bool isPath = mount.source.startsWith(u'.') || mount.source.startsWith(u'/');
            if (isPath)
                mount.source = pathIn(m_files[layer.file].folder, mount.source);
            service.mounts.append(mount);
        }
        const int ports = tree.child(layer.node, u"ports");
        for (const int item : tree.isSequence(ports) ? tree.node(ports).children : QList<int>()) {
            const QString text = tree.isMap(item) ? tree.text(tree.child(item, u"published")) + u':' +
                                                        tree.text(tree.child(item, u"target"))
                                                  : tree.text(item);
            service.ports.append(resolve(text));
        }
    }
}

void ComposeReader::readInsertion(ComposeService &service, const Layers &layers)
{
    for (const Layer &layer : layers) {
        const File &file = m_files[layer.file];
        const YamlNode &map = file.tree.nodes()[layer.node];
        if (map.kind != YamlNode::Kind::Map || map.children.isEmpty())
            continue;
        const YamlNode &key = file.tree.nodes()[map.children.first()];
        const QByteArray bytes = m_project.m_sources.texts.value(file.path);
        const qsizetype lineStart = bytes.lastIndexOf('\n', key.offset - 1) + 1;
        QByteArray indentation = bytes.sliced(lineStart, key.offset - lineStart);
        if (indentation.startsWith("\xef\xbb\xbf"))
            indentation = indentation.sliced(3);
        const bool clean = indentation.trimmed().isEmpty();
        if (!map.flow && !clean)
            continue;
        const qsizetype lineEnd = bytes.indexOf('\n', key.offset);
        const bool windows = lineEnd > 0 && bytes[lineEnd - 1] == '\r';
        service.insertion = {file.path, key.offset,
                             map.flow ? QByteArray(", ") : (windows ? "\r\n" : "\n") + indentation};
        return;
    }
}

void ComposeReader::judge(ComposeService &service) const
{
    const QString repository = ImageReference::parse(QString::fromUtf8(joined(service.image))).repository;
    const QString base = ImageReference::parse(QString::fromUtf8(joined(service.base))).repository;
    const bool hasConfiguration = service.environment.contains(u"KESTRA_CONFIGURATION"_s);
    const bool runsBinary = service.words.join(u' ').contains(u"/app/kestra"_s);
    const bool namedSo = service.builds || repository.contains(u"kestra"_s, Qt::CaseInsensitive);
    service.isKestra =
        isKestraImage(repository) || isKestraImage(base) ||
        (service.component != Component::None && (namedSo || hasConfiguration || runsBinary)) ||
        (hasConfiguration && namedSo);
}
