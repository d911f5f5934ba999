// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/helm/helmplace.h"

#include "app/host/kubehost.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

Result<HelmPlace> HelmPlace::parse(const QString &rest)
{
    static const QRegularExpression plain(u"\\A[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?\\z"_s);
    const HelmPlace place{rest.section(u'/', 0, -3), rest.section(u'/', -2, -2), rest.section(u'/', -1)};
    if (rest.count(u'/') < 2 || place.context.isEmpty() || !plain.match(place.nameSpace).hasMatch() ||
        !plain.match(place.release).hasMatch())
        return failure(ErrorKind::Usage, QCoreApplication::translate(
                                             "HelmPlace",
                                             "“%1” names no release. It looks like CONTEXT/NAMESPACE/"
                                             "RELEASE; `kubectl config get-contexts` lists the contexts, "
                                             "`helm list -A` the releases.",
                                             "@error")
                                             .arg(rest));
    return place;
}

QString HelmPlace::address() const
{
    return u"helm:%1/%2/%3"_s.arg(context, nameSpace, release);
}

QString HelmPlace::host() const
{
    return KubeHost::addressOf(context, nameSpace);
}

QStringList HelmPlace::kubectl(const QStringList &words) const
{
    return QStringList{u"kubectl"_s, u"--context"_s, context, u"-n"_s, nameSpace} + words;
}

QStringList HelmPlace::helm(const QStringList &words) const
{
    return QStringList{u"helm"_s, u"--kube-context"_s, context, u"-n"_s, nameSpace} + words;
}
