// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/helm/helmmigration.h"

#include "app/installation/yamltree.h"

#include <QCoreApplication>
#include <QStringList>

#include <yaml-cpp/yaml.h>

using namespace Qt::StringLiterals;

namespace
{

const char *const probes[] = {"readinessProbe", "livenessProbe", "startupProbe"};
/// Keys that mean the same beside a deployment in both layouts.
const char *const partKeys[] = {"enabled",
                                "kind",
                                "workerThreads",
                                "labels",
                                "annotations",
                                "resources",
                                "nodeSelector",
                                "tolerations",
                                "affinity",
                                "strategy",
                                "securityContext",
                                "podSecurityContext",
                                "extraContainers",
                                "extraEnv",
                                "terminationGracePeriodSeconds",
                                "autoscaler"};
/// Keys of the top that went below `common`.
const char *const commonKeys[] = {"annotations",       "podAnnotations",
                                  "initContainers",    "resources",
                                  "nodeSelector",      "tolerations",
                                  "affinity",          "extraVolumes",
                                  "extraVolumeMounts", "extraEnv",
                                  "extraContainers",   "podSecurityContext",
                                  "securityContext",   "terminationGracePeriodSeconds"};
const char *const keptKeys[] = {"imagePullSecrets", "nameOverride", "ingress", "extraManifests"};

QString tr(const char *text, const char *kind = "@info")
{
    return QCoreApplication::translate("HelmMigration", text, kind);
}

bool isEmpty(const YAML::Node &node)
{
    return !node.IsDefined() || node.IsNull() || ((node.IsMap() || node.IsSequence()) && node.size() == 0) ||
           (node.IsScalar() && node.Scalar().empty());
}

/// Moves what is there from one map to another, so that what is left over shows.
class Mover
{
public:
    Mover(const YAML::Node &old, const QString &release)
        : m_old(YAML::Clone(old))
        , m_release(release.toStdString())
    {
    }

    MigratedValues result()
    {
        image();
        account();
        configurations();
        common();
        parts("deployments", "deployments");
        parts("workerGroup", "workerGroups");
        services();
        dind();
        for (const char *key : keptKeys)
            move(m_old, key, m_new, key);
        bundled();
        leftOver(m_old, {}, 0);
        YAML::Emitter out;
        out << m_new;
        m_result.yaml = QByteArray(out.c_str()) + '\n';
        return m_result;
    }

private:
    static void move(YAML::Node from, const char *key, YAML::Node to, const char *name)
    {
        if (!from.IsMap() || !from[key].IsDefined())
            return;
        if (!isEmpty(from[key]))
            to[name] = YAML::Clone(from[key]);
        from.remove(key);
    }

    /// {path, port, …numbers} became a probe as Kubernetes writes it.
    static void moveProbe(YAML::Node from, const char *key, YAML::Node to)
    {
        if (!from.IsMap() || !from[key].IsDefined())
            return;
        YAML::Node old = YAML::Clone(from[key]);
        from.remove(key);
        if (isEmpty(old))
            return;
        YAML::Node probe(YAML::NodeType::Map);
        for (const char *name : {"path", "port"}) {
            if (old[name].IsDefined())
                probe["httpGet"][name] = old[name];
            old.remove(name);
        }
        const bool isOff = old["enabled"].IsDefined() && old["enabled"].as<std::string>("") == "false";
        for (const char *name : {"enabled", "httpGetEnabled", "httpGetExtra"})
            old.remove(name);
        for (const auto &entry : old)
            probe[entry.first.as<std::string>()] = entry.second;
        to[key] = isOff ? YAML::Node(YAML::NodeType::Null) : probe;
    }

    void image()
    {
        YAML::Node old = m_old["image"];
        if (!old.IsDefined() || !old.IsMap())
            return;
        YAML::Node image(YAML::NodeType::Map);
        move(old, "image", image, "repository");
        move(old, "repository", image, "repository");
        move(old, "tag", image, "tag");
        move(old, "pullPolicy", image, "pullPolicy");
        if (image.size() > 0)
            m_new["image"] = image;
        dropEmpty("image");
    }

    void account()
    {
        YAML::Node account = m_old["serviceAccountName"];
        if (account.IsDefined() && !isEmpty(account)) {
            m_new["serviceAccount"]["create"] = false;
            m_new["serviceAccount"]["name"] = account;
        }
        m_old.remove("serviceAccountName");
    }

    void dropEmpty(const char *key)
    {
        if (m_old[key].IsDefined() && isEmpty(m_old[key]))
            m_old.remove(key);
    }

    void configurations()
    {
        YAML::Node target(YAML::NodeType::Map);
        move(m_old, "configuration", target, "application");
        YAML::Node secrets(YAML::NodeType::Sequence);
        if (m_old["secrets"].IsDefined() && !isEmpty(m_old["secrets"])) {
            const std::string name = m_release + "-application-secrets";
            YAML::Emitter text;
            text << m_old["secrets"];
            YAML::Node secret(YAML::NodeType::Map);
            secret["apiVersion"] = "v1";
            secret["kind"] = "Secret";
            secret["metadata"]["name"] = name;
            secret["stringData"]["application-secrets.yml"] = std::string(text.c_str()) + "\n";
            m_new["extraManifests"].push_back(secret);
            secrets.push_back(configurationFile(name, "application-secrets.yml"));
        }
        m_old.remove("secrets");
        const YAML::Node outside = m_old["externalSecret"];
        if (outside.IsDefined() && outside.IsMap() && outside["secretName"].IsDefined())
            secrets.push_back(configurationFile(outside["secretName"].as<std::string>(""),
                                                outside["key"].as<std::string>("application.yml")));
        m_old.remove("externalSecret");
        if (secrets.size() > 0)
            target["secrets"] = secrets;
        if (target.size() > 0)
            m_new["configurations"] = target;
        // Two lists of manifests become one.
        if (m_old["extraManifests"].IsDefined() && m_old["extraManifests"].IsSequence() &&
            m_new["extraManifests"].IsDefined()) {
            for (const auto &manifest : m_old["extraManifests"])
                m_new["extraManifests"].push_back(manifest);
            m_old.remove("extraManifests");
        }
    }

    static YAML::Node configurationFile(const std::string &name, const std::string &key)
    {
        YAML::Node file(YAML::NodeType::Map);
        file["name"] = name;
        file["key"] = key;
        return file;
    }

    void common()
    {
        YAML::Node common(YAML::NodeType::Map);
        for (const char *key : commonKeys)
            move(m_old, key, common, key);
        for (const char *key : probes)
            moveProbe(m_old, key, common);
        moveEnvironment("extraConfigMapEnvFrom", "configMapRef", common);
        moveEnvironment("extraSecretEnvFrom", "secretRef", common);
        if (common.size() > 0)
            m_new["common"] = common;
    }

    void moveEnvironment(const char *key, const char *kind, YAML::Node common)
    {
        for (const auto &entry : m_old[key]) {
            YAML::Node one(YAML::NodeType::Map);
            one[kind]["name"] = entry["name"];
            if (entry["prefix"].IsDefined())
                one["prefix"] = entry["prefix"];
            common["extraEnvFrom"].push_back(one);
        }
        m_old.remove(key);
    }

    void parts(const char *from, const char *to)
    {
        if (!m_old[from].IsDefined() || !m_old[from].IsMap())
            return;
        const bool isGroup = std::string(from) != to;
        for (const auto &entry : YAML::Clone(m_old[from])) {
            const std::string name = entry.first.as<std::string>();
            YAML::Node old = m_old[from][name];
            YAML::Node part(YAML::NodeType::Map);
            for (const char *key : partKeys)
                move(old, key, part, key);
            move(old, "replicaCount", part, "replicas");
            for (const char *key : probes)
                moveProbe(old, key, part);
            takeCommand(old, name);
            const bool isUsed = part["enabled"].IsDefined() && part["enabled"].as<std::string>("") == "true";
            if (part.size() > 0 && (!isGroup || isUsed))
                m_new[to][name] = part;
            if (isEmpty(old) || (isGroup && !isUsed))
                m_old[from].remove(name);
        }
        dropEmpty(from);
    }

    /// The new chart writes the command itself; only more arguments can be given.
    static void takeCommand(YAML::Node old, const std::string &name)
    {
        const std::string usual = "server " + name;
        const std::string command =
            old.IsMap() && old["command"].IsDefined() ? old["command"].as<std::string>("") : std::string();
        // The old chart's own command goes on with a template for the number of threads.
        if (command == usual || command.rfind(usual + "{{", 0) == 0)
            old.remove("command");
    }

    void services()
    {
        YAML::Node old = m_old["service"];
        if (!old.IsDefined() || !old.IsMap())
            return;
        YAML::Node service(YAML::NodeType::Map);
        move(old, "type", service, "type");
        move(old, "annotations", service, "annotations");
        if (old["port"].IsDefined())
            service["ports"]["http"]["port"] = old["port"];
        old.remove("port");
        if (old["management"].IsDefined() && old["management"]["port"].IsDefined())
            service["ports"]["management"]["port"] = old["management"]["port"];
        old.remove("management");
        if (isEmpty(old["loadBalancerIP"]))
            old.remove("loadBalancerIP");
        if (service.size() > 0)
            m_new["service"] = service;
        dropEmpty("service");
    }

    void dind()
    {
        YAML::Node old = m_old["dind"];
        if (!old.IsDefined() || !old.IsMap())
            return;
        YAML::Node dind(YAML::NodeType::Map);
        for (const char *key :
             {"enabled", "socketPath", "tmpPath", "resources", "extraEnv", "extraVolumeMounts"})
            move(old, key, dind, key);
        YAML::Node base(YAML::NodeType::Map);
        if (old["image"].IsDefined() && old["image"].IsMap()) {
            YAML::Node image(YAML::NodeType::Map);
            move(old["image"], "image", image, "repository");
            move(old["image"], "tag", image, "tag");
            move(old["image"], "pullPolicy", image, "pullPolicy");
            if (image.size() > 0)
                base["image"] = image;
            if (isEmpty(old["image"]))
                old.remove("image");
        }
        move(old, "args", base, "args");
        move(old, "securityContext", base, "securityContext");
        if (base.size() > 0)
            dind["base"]["rootless"] = base;
        if (dind.size() > 0)
            m_new["dind"] = dind;
        dropEmpty("dind");
    }

    void bundled()
    {
        const std::pair<const char *, bool> parts[] = {
            {"postgresql", true}, {"minio", true}, {"kafka", false}, {"elasticsearch", false}};
        for (const auto &[key, usual] : parts) {
            const YAML::Node old = m_old[key];
            const bool isSaid = old.IsDefined() && old.IsMap() && old["enabled"].IsDefined();
            const bool isOn = isSaid ? old["enabled"].as<std::string>("") == "true" : usual;
            const QString name = QString::fromLatin1(key);
            if (isOn)
                m_result.blockers.append(
                    {name + u".enabled"_s,
                     tr("The chart 1.x brings no %1 and would remove the one that runs. Run it by itself "
                        "first (its own chart, on the same volume), say where it is in the configuration, "
                        "and set %1.enabled to false in the 0.x chart.")
                         .arg(name)});
            m_old.remove(key);
        }
    }

    void leftOver(const YAML::Node &node, const QString &path, int depth)
    {
        if (!node.IsMap() || depth > 40) {
            if (!path.isEmpty())
                m_result.ignored.append({path, reasonFor(path)});
            return;
        }
        for (const auto &entry : node) {
            const QString key = QString::fromStdString(entry.first.as<std::string>());
            const QString full = path.isEmpty() ? key : path + u'.' + key;
            if (entry.second.IsMap() && entry.second.size() > 0)
                leftOver(entry.second, full, depth + 1);
            else if (!isEmpty(entry.second))
                m_result.ignored.append({full, reasonFor(full)});
        }
    }

    static QString reasonFor(const QString &key)
    {
        const QString last = key.section(u'.', -1);
        if (last == u"command")
            return tr("The chart 1.x writes the command itself. Put more arguments into extraArgs.");
        if (key == u"executable" || key == u"configurationPath")
            return tr("The chart 1.x decides it by itself.");
        if (key.startsWith(u"operator"_s))
            return tr("The operator has a chart of its own: kestra-operator.");
        return tr("No key of the chart 1.x means the same. It would be ignored without a word.");
    }

    YAML::Node m_old;
    std::string m_release;
    YAML::Node m_new{YAML::NodeType::Map};
    MigratedValues m_result;
};

} // namespace

Result<MigratedValues> migrateValues(const QByteArray &own, const QString &release)
{
    // Read once with the limits on size, depth and cycles.
    if (const auto tree = YamlTree::parse(own, u"values.yaml"_s); !tree)
        return std::unexpected(tree.error());
    try {
        const YAML::Node old = YAML::Load(own.toStdString());
        if (!old.IsMap() && !isEmpty(old))
            return failure(ErrorKind::BadInput, tr("The values are no map of keys.", "@error"));
        return Mover(old.IsMap() ? old : YAML::Node(YAML::NodeType::Map), release).result();
    } catch (const YAML::Exception &error) {
        return failure(
            ErrorKind::BadInput,
            tr("The values cannot be understood: %1", "@error").arg(QString::fromUtf8(error.what())));
    }
}
