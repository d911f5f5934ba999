// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/imagetag.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace
{

const QRegularExpression &tagShape()
{
    static const QRegularExpression shape(
        u"^v?(\\d+\\.\\d+(?:\\.\\d+)*(?:-rc\\d+)?(?:-SNAPSHOT)?)(-full|-no-plugins|-slim)?$"_s);
    return shape;
}

QString suffixOf(const QString &tag)
{
    for (const QString &suffix : {u"-full"_s, u"-no-plugins"_s, u"-slim"_s}) {
        if (tag.endsWith(suffix))
            return suffix;
    }
    return {};
}

/// Up to 0.17 the plain tag has no plugins; from 0.18 it has all of them.
bool hasPlugins(const QString &suffix, const Version &version)
{
    if (suffix == u"-full")
        return true;
    if (!suffix.isEmpty())
        return false;
    return !version.isValid() || version >= Version::of(u"0.18.0");
}

} // namespace

ImageReference ImageReference::parse(const QString &text)
{
    ImageReference reference;
    const qsizetype at = text.indexOf(u'@');
    const QString name = at < 0 ? text : text.left(at);
    reference.digest = at < 0 ? QString() : text.mid(at + 1);
    const qsizetype colon = name.indexOf(u':', name.lastIndexOf(u'/') + 1);
    reference.hasColon = colon >= 0;
    reference.repository = reference.hasColon ? name.left(colon) : name;
    reference.tag = reference.hasColon ? name.mid(colon + 1) : QString();
    reference.tagAt = reference.hasColon ? colon + 1 : name.size();
    return reference;
}

bool isKestraImage(const QString &repository)
{
    const QString last = repository.section(u'/', -1).toLower();
    return last == u"kestra" || last == u"kestra-ee";
}

bool isExactTag(const QString &tag)
{
    const QRegularExpressionMatch match = tagShape().match(tag);
    return match.hasMatch() && match.captured(1).count(u'.') >= 2;
}

Version versionOfTag(const QString &tag)
{
    const QRegularExpressionMatch match = tagShape().match(tag);
    return match.hasMatch() ? Version::of(match.captured(1)) : Version();
}

QString targetTag(const QString &tag, const Version &now, const Version &target)
{
    const Version known = now.isValid() ? now : versionOfTag(tag);
    const QString plain = u'v' + target.toString();
    if (hasPlugins(suffixOf(tag), known))
        return target < Version::of(u"0.18.0") ? plain + u"-full"_s : plain;
    if (target < Version::of(u"0.18.0"))
        return plain;
    return target < Version::of(u"2.0.0-rc0") ? plain + u"-no-plugins"_s : plain + u"-slim"_s;
}
