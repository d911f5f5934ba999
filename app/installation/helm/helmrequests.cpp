// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/helm/helmrequests.h"

#include "app/installation/helm/helmfacts.h"
#include "app/installation/planparts.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

constexpr int arrivalSeconds = 24 * 3600;

QString tr(const char *text, const char *kind = "@action")
{
    return QCoreApplication::translate("HelmRequests", text, kind);
}

} // namespace

HelmRequests::HelmRequests(const Installation &installation)
    : m_installation(installation)
    , m_owner(installation.details[u"owner"][u"kind"].toString())
    , m_name(installation.details[u"owner"][u"name"].toString())
{
}

/// As nested YAML, so that it can be pasted where the values stand.
QString HelmRequests::diffOf(const QList<Change> &changes)
{
    QString text;
    QStringList open;
    for (const Change &change : changes) {
        const QStringList keys = change.key.split(u'.');
        qsizetype same = 0;
        while (same < open.size() && same + 1 < keys.size() && open[same] == keys[same])
            ++same;
        for (qsizetype i = same; i + 1 < keys.size(); ++i)
            text += u' ' + QString(i * 2, u' ') + keys[i] + u":\n"_s;
        const QString last = QString((keys.size() - 1) * 2, u' ') + keys.last() + u": "_s;
        if (!change.before.isEmpty())
            text += u'-' + last + change.before + u'\n';
        text += u'+' + last + change.after + u'\n';
        open = keys.first(keys.size() - 1);
    }
    return text;
}

QList<HelmRequests::Change> HelmRequests::replicas(bool toZero) const
{
    const QJsonObject keys = m_installation.details[u"replicaKeys"].toObject();
    QList<Change> changes;
    for (const HelmWorkload &workload : workloadsOf(m_installation)) {
        const QString key = keys[workload.valuesKey].toString();
        const QString now = QString::number(std::max(1, workload.replicas));
        if (!key.isEmpty() && toZero)
            changes.append({key, now, u"\"0\""_s});
        else if (!key.isEmpty())
            changes.append({key, u"\"0\""_s, now});
    }
    return changes;
}

Step HelmRequests::request(const QString &slug, const QString &title, const QList<Change> &changes,
                           bool isUndone) const
{
    Step step =
        askPerson(slug, title,
                  tr("%1 owns this release (%2): the change belongs into its repository. Make it in the "
                     "values there and commit; it is watched from here.",
                     "@info")
                          .arg(m_owner, m_name) +
                      u"\n\n"_s + diffOf(changes));
    step.expectedSeconds = 600;
    if (isUndone) {
        step.reversal = Reversal::ByPerson;
        step.instruction +=
            u'\n' + tr("The way back: revert this commit, and see that the old state arrives.", "@info");
    }
    return step;
}

Step HelmRequests::stopAll() const
{
    return request(u"ask-to-stop"_s, tr("Ask for the commit that stops Kestra"), replicas(true), true);
}

Step HelmRequests::writeTag(const QString &before, const QString &tag) const
{
    const QString key = m_installation.details[u"tagKey"].toString();
    return request(u"ask-for-tag"_s, tr("Ask for the commit that brings %1").arg(tag), {{key, before, tag}},
                   true);
}

FileChange HelmRequests::change(const QString &tag) const
{
    const QStringList keys = m_installation.details[u"tagKey"].toString().split(u'.');
    QString head;
    for (qsizetype i = 0; i + 1 < keys.size(); ++i)
        head += QString(i * 2, u' ') + keys[i] + u":\n"_s;
    const QString line = QString((keys.size() - 1) * 2, u' ') + keys.last() + u": %1\n"_s;
    FileChange change;
    change.host = m_installation.host;
    change.path = u"/values.yaml"_s;
    change.before = (head + line.arg(m_installation.details[u"tag"].toString())).toUtf8();
    change.after = (head + line.arg(tag)).toUtf8();
    return change;
}

Step HelmRequests::startAll(const QString &tag) const
{
    return request(u"ask-to-start"_s, tr("Ask for the commit that starts Kestra as %1").arg(tag),
                   replicas(false), true);
}

Step HelmRequests::waitArrived(const QString &image) const
{
    const HelmPlace place{m_installation.details[u"context"].toString(),
                          m_installation.details[u"namespace"].toString(),
                          m_installation.details[u"release"].toString()};
    QStringList words{u"get"_s};
    qsizetype count = 0;
    for (const HelmWorkload &workload : workloadsOf(m_installation)) {
        words.append(workload.target());
        ++count;
    }
    words +=
        {u"-o"_s, u"go-template={{range .items}}{{range .spec.template.spec.containers}}{{.image}} {{end}}"
                  "{{end}}{{with .spec}}{{range .template.spec.containers}}{{.image}} {{end}}{{end}}"_s};
    const QStringList call = place.kubectl(words);
    WaitArgs wait;
    wait.probe = Probe::command(call.first(), call.mid(1));
    QString pattern;
    for (qsizetype i = 0; i < count; ++i)
        pattern += QRegularExpression::escape(image) + u"[ ].*"_s;
    wait.conditions = {{u"output"_s, u"matches"_s, pattern}};
    wait.timeoutSeconds = arrivalSeconds;
    wait.intervalMs = 10000;
    wait.stallHint = tr("the commit to arrive in the cluster", "@info");
    Step step = waitUntil(u"arrived"_s, tr("Watch %1 arrive").arg(image), wait);
    step.expectedSeconds = 300;
    return step;
}
