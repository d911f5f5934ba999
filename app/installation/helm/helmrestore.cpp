// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/helm/helmrestore.h"

#include "app/installation/helm/helmcalls.h"
#include "app/installation/helm/helmfacts.h"
#include "app/task/process.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

QString lineOf(const Step &step)
{
    QStringList words;
    for (const QJsonValue &word : step.args[u"arguments"].toArray())
        words.append(word.toString());
    return shellLine(step.args[u"program"].toString(), words) + u'\n';
}

QString scaling(const Installation &installation, bool toZero)
{
    const HelmCalls calls(installation);
    QString text;
    for (const HelmWorkload &workload : workloadsOf(installation))
        text += lineOf(calls.scale(workload, toZero ? 0 : workload.replicas));
    return text;
}

} // namespace

QString helmStopping(const Installation &installation)
{
    const HelmPlace place{installation.details[u"context"].toString(),
                          installation.details[u"namespace"].toString(), installation.title};
    QString text = scaling(installation, true);
    for (const HelmWorkload &workload : workloadsOf(installation)) {
        const QStringList get =
            place.kubectl({u"get"_s, u"pods"_s, u"-l"_s, workload.selector, u"-o"_s, u"name"_s});
        const int seconds = std::max(workload.graceSeconds, installation.graceSeconds) + 60;
        text += u"n=0; until [ -z \"$(%1)\" ]; do n=$((n + 2)); [ \"$n\" -lt %2 ] || die \"pods of %3 do not "
                u"end.\"; "
                "sleep 2; done\n"_s.arg(shellLine(get.first(), get.mid(1)))
                    .arg(seconds)
                    .arg(workload.name);
    }
    return text;
}

QString helmStarting(const Installation &installation)
{
    const QString owner = installation.details[u"owner"][u"kind"].toString();
    if (!owner.isEmpty())
        return u"say \"%1 owns this release: bring the old values back in its repository.\"\n"_s.arg(owner);
    return lineOf(HelmCalls(installation).takeBack()) + scaling(installation, false);
}
