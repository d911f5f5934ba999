// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/helm/helmfiles.h"

#include "app/installation/compose/composefile.h"
#include "app/installation/enginefacts.h"
#include "app/installation/helm/helmvalues.h"
#include "app/installation/imagetag.h"
#include "app/installation/yamltree.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text, const char *kind = "@info")
{
    return QCoreApplication::translate("HelmFiles", text, kind);
}

/// Reads one document after the other until one of them has to do with Kestra.
class Recogniser
{
public:
    Recogniser(const YamlTree &tree, const QString &path)
        : m_tree(tree)
        , m_name(QFileInfo(path).fileName())
    {
    }

    HelmFile file()
    {
        for (const int root : m_tree.roots()) {
            const QString kind = text(root, {u"kind"_s});
            m_file.release = text(root, {u"metadata"_s, u"name"_s});
            m_file.nameSpace = text(root, {u"metadata"_s, u"namespace"_s});
            if (kind == u"HelmRelease")
                flux(root);
            else if (kind == u"Application")
                argo(root);
            else if (kind == u"Kustomization")
                kustomization(root);
            else if (kind == u"Deployment" || kind == u"StatefulSet" || kind == u"DaemonSet")
                manifest(root);
            else if (kind.isEmpty() && (m_name == u"Chart.yaml" || m_name == u"Chart.yml"))
                chart(root);
            else if (kind.isEmpty())
                values(root, HelmFile::Kind::Values);
            if (m_file.kind != HelmFile::Kind::None)
                return m_file;
        }
        return {};
    }

private:
    QString text(int node, const QStringList &keys) const { return m_tree.text(m_tree.childAt(node, keys)); }
    int lineAt(int node, const QStringList &keys) const
    {
        const int found = m_tree.childAt(node, keys);
        return found < 0 ? 0 : m_tree.node(found).line;
    }

    void values(int map, HelmFile::Kind kind)
    {
        const int image = m_tree.child(map, u"image");
        const QString repository = text(image, {u"repository"_s}) + text(image, {u"image"_s});
        const bool hasParts =
            m_tree.isMap(m_tree.child(map, u"deployments")) &&
            (m_tree.child(map, u"configurations") >= 0 || m_tree.child(map, u"configuration") >= 0);
        if (isKestraImage(repository) || hasParts) {
            m_file.kind = kind;
            m_file.image = repository.isEmpty() ? u"kestra/kestra"_s : repository;
            m_file.tag = text(image, {u"tag"_s});
            m_file.line = lineAt(image, {u"tag"_s});
            return;
        }
        for (const auto &[key, value] :
             m_tree.isMap(map) ? m_tree.entries(map) : QList<QPair<QString, int>>()) {
            const bool below = m_tree.isMap(m_tree.child(value, u"image")) ||
                               m_tree.isMap(m_tree.child(value, u"deployments"));
            if (below && m_file.kind == HelmFile::Kind::None)
                values(value, kind);
        }
    }

    void flux(int root)
    {
        const int spec = m_tree.childAt(root, {u"spec"_s, u"chart"_s, u"spec"_s});
        if (!text(spec, {u"chart"_s}).contains(u"kestra"_s))
            return;
        values(m_tree.childAt(root, {u"spec"_s, u"values"_s}), HelmFile::Kind::FluxRelease);
        m_file.kind = HelmFile::Kind::FluxRelease;
        m_file.chart = text(spec, {u"version"_s});
        if (m_file.line == 0)
            m_file.line = lineAt(spec, {u"version"_s});
        const QString release = text(root, {u"spec"_s, u"releaseName"_s});
        m_file.release = release.isEmpty() ? m_file.release : release;
        const QString target = text(root, {u"spec"_s, u"targetNamespace"_s});
        m_file.nameSpace = target.isEmpty() ? m_file.nameSpace : target;
    }

    void argo(int root)
    {
        const int spec = m_tree.child(root, u"spec");
        QList<int> sources{m_tree.child(spec, u"source")};
        if (const int list = m_tree.child(spec, u"sources"); m_tree.isSequence(list))
            sources += m_tree.node(list).children;
        for (const int source : std::as_const(sources)) {
            if (!text(source, {u"chart"_s}).contains(u"kestra"_s) &&
                !text(source, {u"path"_s}).contains(u"kestra"_s))
                continue;
            m_file.kind = HelmFile::Kind::ArgoApplication;
            m_file.chart = text(source, {u"targetRevision"_s});
            m_file.line = lineAt(source, {u"targetRevision"_s});
            m_file.nameSpace = text(spec, {u"destination"_s, u"namespace"_s});
        }
    }

    void kustomization(int root)
    {
        const int images = m_tree.child(root, u"images");
        for (const int image : m_tree.isSequence(images) ? m_tree.node(images).children : QList<int>()) {
            if (!isKestraImage(text(image, {u"name"_s})) && !isKestraImage(text(image, {u"newName"_s})))
                continue;
            m_file.kind = HelmFile::Kind::Kustomization;
            m_file.image = text(image, {u"name"_s});
            m_file.tag = text(image, {u"newTag"_s});
            m_file.line = lineAt(image, {u"newTag"_s});
        }
        const int charts = m_tree.child(root, u"helmCharts");
        for (const int chart : m_tree.isSequence(charts) ? m_tree.node(charts).children : QList<int>()) {
            if (text(chart, {u"name"_s}) != u"kestra")
                continue;
            m_file.kind = HelmFile::Kind::Kustomization;
            m_file.chart = text(chart, {u"version"_s});
            m_file.line = lineAt(chart, {u"version"_s});
        }
        const int labels = m_tree.child(root, u"configMapGenerator");
        for (const int one : m_tree.isSequence(labels) ? m_tree.node(labels).children : QList<int>()) {
            if (text(one, {u"name"_s}).contains(u"kestra"_s))
                m_file.kind = HelmFile::Kind::Kustomization;
        }
    }

    void manifest(int root)
    {
        const int list = m_tree.childAt(root, {u"spec"_s, u"template"_s, u"spec"_s, u"containers"_s});
        for (const int container : m_tree.isSequence(list) ? m_tree.node(list).children : QList<int>()) {
            const QString image = text(container, {u"image"_s});
            const QStringList words = m_tree.texts(m_tree.child(container, u"command")) +
                                      m_tree.texts(m_tree.child(container, u"args"));
            const bool runsServer = componentOfCommand(words) != Component::None &&
                                    (words.join(u' ').contains(u"kestra"_s) || image.contains(u"kestra"_s));
            const ImageReference reference = ImageReference::parse(image);
            if (!runsServer && !isKestraImage(reference.repository))
                continue;
            m_file.kind = HelmFile::Kind::Manifest;
            m_file.image = reference.repository;
            m_file.tag = reference.tag;
            m_file.line = lineAt(container, {u"image"_s});
        }
    }

    void chart(int root)
    {
        const int list = m_tree.child(root, u"dependencies");
        for (const int one : m_tree.isSequence(list) ? m_tree.node(list).children : QList<int>()) {
            if (text(one, {u"name"_s}) != u"kestra")
                continue;
            m_file.kind = HelmFile::Kind::Chart;
            m_file.chart = text(one, {u"version"_s});
            m_file.line = lineAt(one, {u"version"_s});
        }
        if (text(root, {u"name"_s}) == u"kestra") {
            m_file.kind = HelmFile::Kind::Chart;
            m_file.chart = text(root, {u"version"_s});
            m_file.line = lineAt(root, {u"appVersion"_s});
        }
        m_file.release = text(root, {u"name"_s});
    }

    const YamlTree &m_tree;
    QString m_name;
    HelmFile m_file;
};

HelmFile terraform(const QByteArray &bytes)
{
    static const QRegularExpression resource(
        u"resource\\s+\"(helm_release|kubernetes_[a-z0-9_]+)\"\\s+\"([^\"]+)\""_s);
    static const QRegularExpression tag(u"image\\.tag\"\\s*\\n?\\s*value\\s*=\\s*\"([^\"]+)\""_s);
    const QString text = QString::fromUtf8(bytes);
    HelmFile file;
    if (!text.contains(u"kestra"_s))
        return file;
    QRegularExpressionMatchIterator matches = resource.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        if (file.kind != HelmFile::Kind::None && match.captured(1) != u"helm_release")
            continue;
        file.kind = HelmFile::Kind::Terraform;
        file.release = match.captured(2);
        file.line = static_cast<int>(text.left(match.capturedStart()).count(u'\n')) + 1;
    }
    const QRegularExpressionMatch written = tag.match(text);
    if (file.kind == HelmFile::Kind::Terraform && written.hasMatch()) {
        file.tag = written.captured(1);
        file.line = static_cast<int>(text.left(written.capturedStart(1)).count(u'\n')) + 1;
    }
    return file;
}

bool isYaml(const QString &path)
{
    return path.endsWith(u".yaml"_s) || path.endsWith(u".yml"_s);
}

Installation installationOf(const QString &path, const HelmFile &file)
{
    Installation installation;
    installation.kind = InstallationKind::Helm;
    installation.address = u"helm:"_s + path;
    installation.title = file.release.isEmpty() ? QFileInfo(path).fileName() : file.release;
    installation.folder = QFileInfo(path).path();
    installation.details.insert(u"file"_s, path);
    installation.details.insert(u"remedy"_s, file.remedy());
    const QString where = u"%1:%2"_s.arg(path).arg(file.line);
    if (!file.image.isEmpty() || !file.tag.isEmpty()) {
        ImageUse use;
        use.service = installation.title;
        use.image = file.image.isEmpty() ? u"kestra/kestra"_s : file.image;
        use.tag = file.tag;
        use.where = file.tag.isEmpty() ? path : where;
        installation.images.append(use);
    }
    installation.version = versionOfTag(file.tag);
    installation.versionAssumed = installation.version.isValid();
    addEvidence(installation, u"release"_s, u"%1: %2"_s.arg(where, file.what()));
    installation.unknown.append({u"engine"_s, file.what(), file.remedy()});
    return installation;
}

} // namespace

Result<HelmFile> HelmFile::recognise(const QString &path, const QByteArray &bytes)
{
    if (path.endsWith(u".tf"_s))
        return terraform(bytes);
    if (!isYaml(path) || !bytes.toLower().contains("kestra"))
        return HelmFile();
    const Result<YamlTree> tree = YamlTree::parse(bytes, path);
    const bool isValues = QFileInfo(path).fileName().contains(u"values"_s);
    if (!tree && isValues)
        return std::unexpected(tree.error());
    return tree ? Recogniser(*tree, path).file() : HelmFile();
}

QString HelmFile::what() const
{
    switch (kind) {
    case Kind::Values:
        return tr("Values of Kestra's chart: they say how a release is made, not which one.");
    case Kind::Chart:
        return tr("A Helm chart that brings Kestra (version %1).").arg(chart);
    case Kind::FluxRelease:
        return tr("A HelmRelease: Flux installs Kestra from it (chart %1).").arg(chart);
    case Kind::ArgoApplication:
        return tr("An Application: Argo CD installs Kestra from it (chart %1).").arg(chart);
    case Kind::Kustomization:
        return tr("A Kustomization that Kestra is a part of.");
    case Kind::Manifest:
        return tr("A plain manifest that runs Kestra.");
    case Kind::Terraform:
        return tr("Terraform that makes a release of Kestra.");
    case Kind::None:
        break;
    }
    return {};
}

QString HelmFile::remedy() const
{
    const QString address = u"helm:CONTEXT/%1/%2"_s.arg(nameSpace.isEmpty() ? u"NAMESPACE"_s : nameSpace,
                                                        release.isEmpty() ? u"RELEASE"_s : release);
    switch (kind) {
    case Kind::Kustomization:
    case Kind::Manifest:
        return tr(
            "Helm does not know it, so this assistant cannot upgrade it. Take a backup of its database, set "
            "replicas to 0, change the tag in this file, apply it, and set replicas back.");
    case Kind::FluxRelease:
    case Kind::ArgoApplication:
    case Kind::Terraform:
        return tr("Name the release itself: %1. What the file owns is never changed behind its back: the "
                  "plan asks "
                  "for the change in the repository and watches it arrive.")
            .arg(address);
    default:
        return tr("Name the release itself: %1. `helm list -A` shows what runs.").arg(address);
    }
}

Task<Result<Installation>> readHelmFile(Host *host, QString path)
{
    const Result<QByteArray> bytes = co_await host->readFile(path);
    if (!bytes)
        co_return failure(ErrorKind::NotFound, tr("There is no file %1.", "@error").arg(path));
    const Result<HelmFile> file = HelmFile::recognise(path, *bytes);
    if (!file)
        co_return std::unexpected(file.error());
    if (file->kind == HelmFile::Kind::None)
        co_return failure(ErrorKind::NotFound,
                          tr("Nothing in %1 installs Kestra on Kubernetes.", "@error").arg(path));
    co_return installationOf(path, *file);
}

Task<Result<QList<Installation>>> findHelmFiles(Host *host, QString path)
{
    QList<Installation> found;
    QStringList files;
    const bool isFile = isYaml(path) || path.endsWith(u".tf"_s);
    if (isFile) {
        files.append(path);
    } else {
        ProcessCall call;
        call.program = u"find"_s;
        call.arguments = {path,       u"-maxdepth"_s, u"1"_s,  u"-type"_s,  u"f"_s,      u"("_s,
                          u"-name"_s, u"*.yml"_s,     u"-o"_s, u"-name"_s,  u"*.yaml"_s, u"-o"_s,
                          u"-name"_s, u"*.tf"_s,      u")"_s,  u"-print0"_s};
        call.timeout = std::chrono::seconds(10);
        const Result<ProcessResult> listed = co_await host->run(std::move(call));
        for (const QByteArray &name : (listed ? listed->output : QByteArray()).split('\0')) {
            if (!name.isEmpty())
                files.append(QString::fromUtf8(name));
        }
        files.sort();
    }
    for (const QString &file : std::as_const(files)) {
        const Result<Installation> one = co_await readHelmFile(host, file);
        if (one)
            found.append(*one);
        else if (isFile && one.error().kind == ErrorKind::BadInput)
            co_return std::unexpected(one.error());
    }
    co_return found;
}
