// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/knowledge/findings.h"

#include "app/knowledge/configindex.h"
#include "app/knowledge/flowfacts.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("Finding", text, "@info");
}

struct Place {
    QString file;
    int line = 0;
    QString word;
    QString flow;
};

struct Outcome {
    Verdict verdict = Verdict::Clear;
    QString why;
    QList<Place> places;
};

Outcome clear(const QString &why)
{
    return {Verdict::Clear, why, {}};
}

Outcome unknown(const QString &why)
{
    return {Verdict::Unknown, why, {}};
}

Outcome hitsOr(const QList<Place> &places, const QString &hit, const Outcome &otherwise)
{
    return places.isEmpty() ? otherwise : Outcome{Verdict::Hits, hit, places};
}

/// Holds rules against one installation; what all of them look at is prepared once.
class Matcher
{
public:
    explicit Matcher(const Installation &installation)
        : m_installation(installation)
        , m_config(installation.configurations)
    {
        for (const FlowText &flow : installation.flows) {
            m_flows.emplace_back(flow);
            if (!m_flows.back().isReadable())
                m_unreadableFlows.append(flow.where);
        }
    }

    Finding match(const Rule &rule) const
    {
        Finding finding{rule.id,     rule.version, rule.severity, Verdict::Clear, {}, {},
                        rule.source, rule.title,   rule.what,     rule.action,    {}};
        const Outcome outcome = judge(rule);
        finding.verdict = outcome.verdict;
        finding.why = outcome.why;
        for (const Place &place : outcome.places) {
            const QString text = place.file.isEmpty() ? place.word
                                 : place.line > 0
                                     ? u"%1:%2 %3"_s.arg(place.file).arg(place.line).arg(place.word)
                                     : place.file + u' ' + place.word;
            const QString line = (place.flow.isEmpty() ? text : text + u" ("_s + place.flow + u')').trimmed();
            if (!finding.where.contains(line))
                finding.where.append(line);
            for (const RuleFix &fix : rule.fixes) {
                FindingFix made{place.file, place.line, fix.from.toUtf8(), fix.to.toUtf8()};
                if (place.line > 0 && place.word.contains(fix.from) && !finding.fixes.contains(made))
                    finding.fixes.append(made);
            }
        }
        return finding;
    }

private:
    Outcome judge(const Rule &rule) const
    {
        const std::optional<bool> enterprise = isEnterprise();
        if (rule.edition == RuleEdition::Enterprise && enterprise == false)
            return clear(tr("Concerns the Enterprise Edition only; this is the open-source edition."));
        if (rule.edition == RuleEdition::OpenSource && enterprise == true)
            return clear(tr("Concerns the open-source edition only; this is the Enterprise Edition."));
        Outcome best;
        for (const Detector &detector : rule.detectors) {
            const Outcome outcome = look(detector);
            if (outcome.verdict == Verdict::Hits) {
                best.verdict = Verdict::Hits;
                best.why = outcome.why;
                best.places += outcome.places;
            } else if (best.verdict != Verdict::Hits &&
                       (outcome.verdict == Verdict::Unknown || best.why.isEmpty())) {
                best = outcome;
            }
        }
        if (rule.edition == RuleEdition::Enterprise && !enterprise && best.verdict == Verdict::Hits)
            return {Verdict::Unknown,
                    tr("It would hit the Enterprise Edition; which edition this is was not seen."),
                    best.places};
        if (rule.edition == RuleEdition::Enterprise && !enterprise && best.verdict == Verdict::Clear)
            return unknown(tr("Which edition this is was not seen."));
        return best;
    }

    std::optional<bool> isEnterprise() const
    {
        if (m_installation.kind == InstallationKind::Practice)
            return false;
        const QString edition = m_installation.details.value("edition"_L1).toString();
        if (edition == u"EE" || !m_config.find(u"kestra.ee.*"_s).isEmpty())
            return true;
        if (edition == u"OSS")
            return false;
        std::optional<bool> seen;
        for (const ImageUse &use : m_installation.images) {
            if (use.image.contains(u"kestra-ee"))
                return true;
            if (use.image.endsWith(u"kestra/kestra") || use.image.endsWith(u"docker/kestra"))
                seen = false;
        }
        return seen;
    }

    Outcome look(const Detector &detector) const
    {
        switch (detector.where) {
        case Detector::Where::Config:
            return lookAtConfig(detector);
        case Detector::Where::Flow:
            return lookAtFlows(detector);
        case Detector::Where::Image:
            return lookAtImages(detector);
        case Detector::Where::Java:
            return lookAtJava(detector);
        case Detector::Where::Database:
            return lookAtKind(m_installation.database.kind, detector, tr("The database is %1."),
                              tr("Which database it uses was not seen."));
        case Detector::Where::Storage:
            return lookAtKind(m_installation.storage.kind, detector, tr("The internal storage is %1."),
                              tr("Which internal storage it uses was not seen."));
        case Detector::Where::Text:
            return lookAtTexts(detector);
        case Detector::Where::Kind:
            return lookAtKind(installationKindName(m_installation.kind), detector,
                              tr("This is an installation of kind %1."), {});
        case Detector::Where::Always:
            return {Verdict::Hits, tr("Concerns every installation."), {}};
        case Detector::Where::Outside:
            break;
        }
        return unknown(tr("Concerns what this program cannot see: clients, roles and monitors outside of the "
                          "installation."));
    }

    Outcome lookAtConfig(const Detector &detector) const
    {
        QList<Place> places;
        bool present = false;
        for (const QString &path : detector.keys) {
            for (const ConfigKey &key : m_config.find(path)) {
                const bool camel = !key.fromVariable &&
                                   key.raw.section(u'.', -1) != ConfigIndex::kebab(key.raw.section(u'.', -1));
                if ((detector.camelOnly && !camel) ||
                    (!detector.values.isEmpty() && !detector.values.contains(key.value)))
                    continue;
                present = true;
                places.append(
                    {key.file, key.line, key.fromVariable ? key.raw : key.raw.section(u'.', -1), {}});
            }
        }
        const QString names = detector.keys.join(u", "_s);
        if (detector.absent && present)
            return clear(tr("%1 is set.").arg(names));
        if (!m_config.isComplete() && (detector.absent || places.isEmpty()))
            return unknown(m_config.unreadable().isEmpty()
                               ? tr("No configuration was seen.")
                               : tr("%1 could not be read.").arg(m_config.unreadable().join(u", "_s)));
        if (detector.absent)
            return {Verdict::Hits, tr("%1 is not set.").arg(names), {}};
        return hitsOr(places, tr("The configuration has it."),
                      clear(tr("%1 does not stand in the configuration that was read.").arg(names)));
    }

    Outcome lookAtFlows(const Detector &detector) const
    {
        QList<Place> places;
        for (const FlowFacts &flow : m_flows) {
            for (const FlowPlace &place : flow.find(detector))
                places.append({place.file, place.line, place.key, place.flow});
        }
        if (!places.isEmpty())
            return {Verdict::Hits, tr("Flows use it."), places};
        if (!m_installation.flowsKnown)
            return unknown(tr("The stored flows were not all seen."));
        if (!m_unreadableFlows.isEmpty())
            return unknown(
                tr("These flows could not be read: %1.")
                    .arg(
                        m_unreadableFlows.first(qMin(m_unreadableFlows.size(), qsizetype(5))).join(u", "_s)));
        return clear(tr("None of %1 stored flows uses it.").arg(m_flows.size()));
    }

    Outcome lookAtImages(const Detector &detector) const
    {
        if (m_installation.kind == InstallationKind::Practice ||
            m_installation.kind == InstallationKind::Standalone)
            return clear(tr("No images are used here."));
        QList<Place> places;
        for (const ImageUse &use : m_installation.images) {
            for (const QString &pattern : detector.tags) {
                if (matchesPattern(use.tag.isEmpty() ? u"(none)"_s : use.tag, pattern)) {
                    const qsizetype colon = use.where.lastIndexOf(u':');
                    places.append({use.where.first(qMax(colon, qsizetype(0))),
                                   use.where.sliced(colon + 1).toInt(),
                                   use.tag.isEmpty() ? use.image : use.tag,
                                   {}});
                }
            }
        }
        if (places.isEmpty() && m_installation.images.isEmpty())
            return unknown(tr("No images were seen."));
        return hitsOr(places, tr("An image has such a tag."), clear(tr("No image has such a tag.")));
    }

    Outcome lookAtJava(const Detector &detector) const
    {
        if (m_installation.kind != InstallationKind::Standalone)
            return clear(tr("The Java of this installation comes with it."));
        const int version = m_installation.javaVersion.section(u'.', 0, 0).toInt();
        if (version <= 0)
            return unknown(tr("Its Java version was not seen."));
        const QString text = tr("Java %1 was seen.").arg(m_installation.javaVersion);
        return version < detector.below ? Outcome{Verdict::Hits, text, {}} : clear(text);
    }

    static Outcome lookAtKind(const QString &kind, const Detector &detector, const QString &text,
                              const QString &unseen)
    {
        if (kind.isEmpty())
            return unknown(unseen);
        return detector.kinds.contains(kind) ? Outcome{Verdict::Hits, text.arg(kind), {}}
                                             : clear(text.arg(kind));
    }

    Outcome lookAtTexts(const Detector &detector) const
    {
        QList<Place> places;
        const auto search = [&](const QString &text, const QString &file, int first, const QString &flow) {
            for (const QString &word : detector.words) {
                for (qsizetype at = text.indexOf(word); at >= 0 && places.size() < 1000;
                     at = text.indexOf(word, at + word.size()))
                    places.append({file, first + int(QStringView(text).first(at).count(u'\n')), word, flow});
            }
        };
        for (const ConfigText &text : m_installation.configurations)
            search(text.text, text.path, text.firstLine, {});
        for (const FlowText &flow : m_installation.flows)
            search(flow.source, flow.where, 1, flow.id);
        if (!places.isEmpty())
            return {Verdict::Hits, tr("It stands in what was read."), places};
        if (m_installation.configurations.isEmpty() || !m_installation.flowsKnown)
            return unknown(tr("Configuration or flows were not all seen."));
        return clear(tr("It stands in no configuration and no flow."));
    }

    const Installation &m_installation;
    const ConfigIndex m_config;
    std::vector<FlowFacts> m_flows;
    QStringList m_unreadableFlows;
};

} // namespace

QString verdictName(Verdict verdict)
{
    return verdict == Verdict::Hits ? u"hits"_s : verdict == Verdict::Clear ? u"clear"_s : u"unknown"_s;
}

QList<Finding> matchRules(const QList<Rule> &rules, const Installation &installation, const Version &from,
                          const Version &to)
{
    const Matcher matcher(installation);
    QList<Finding> findings;
    for (const Rule &rule : rules) {
        if (rule.version > from && rule.version <= to)
            findings.append(matcher.match(rule));
    }
    const auto rank = [](const Finding &finding) {
        const int verdict = finding.verdict == Verdict::Hits      ? 0
                            : finding.verdict == Verdict::Unknown ? 1
                                                                  : 2;
        return verdict * 10 + 3 - int(finding.severity);
    };
    std::ranges::stable_sort(findings, {}, rank);
    return findings;
}

QJsonObject Finding::toJson() const
{
    QJsonArray list;
    for (const FindingFix &fix : fixes)
        list.append(QJsonObject{{u"path"_s, fix.path},
                                {u"line"_s, fix.line},
                                {u"before"_s, QString::fromUtf8(fix.before)},
                                {u"after"_s, QString::fromUtf8(fix.after)}});
    return {{u"id"_s, id},
            {u"version"_s, version.toString()},
            {u"severity"_s, severityName(severity)},
            {u"verdict"_s, verdictName(verdict)},
            {u"where"_s, QJsonArray::fromStringList(where)},
            {u"why"_s, why},
            {u"source"_s, source.toString()},
            {u"title"_s, title},
            {u"what"_s, what},
            {u"action"_s, action},
            {u"fixes"_s, list}};
}

Result<QByteArray> applyFixes(const QByteArray &file, const QList<FindingFix> &fixes)
{
    QList<QByteArray> lines = file.split('\n');
    for (const FindingFix &fix : fixes) {
        const bool inside = fix.line > 0 && fix.line <= lines.size();
        const qsizetype at = inside ? lines[fix.line - 1].indexOf(fix.before) : -1;
        if (at < 0)
            return failure(
                ErrorKind::BadInput,
                QCoreApplication::translate(
                    "Finding",
                    "%1 has changed: line %2 does not hold “%3” any more. Look at the findings again.",
                    "@error")
                    .arg(fix.path)
                    .arg(fix.line)
                    .arg(QString::fromUtf8(fix.before)));
        lines[fix.line - 1].replace(at, fix.before.size(), fix.after);
    }
    return lines.join('\n');
}
