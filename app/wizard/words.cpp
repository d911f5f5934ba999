// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/wizard/words.h"

#include "app/base/humantext.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("Words", text, "@info");
}

QString dayText(const QDate &day)
{
    return QLocale().toString(day, u"d MMM yyyy"_s);
}

} // namespace

QString kindText(const Installation &installation)
{
    QString kind;
    switch (installation.kind) {
    case InstallationKind::Practice:
        kind = tr("Practice installation");
        break;
    case InstallationKind::Standalone:
        kind = tr("Standalone server");
        break;
    case InstallationKind::Docker:
        kind = tr("Docker");
        break;
    case InstallationKind::Compose:
        kind = tr("Docker Compose");
        break;
    case InstallationKind::Helm:
        kind = tr("Kubernetes with Helm");
        break;
    }
    return installation.host.isEmpty() ? tr("%1 on this machine").arg(kind)
                                       : tr("%1 on %2").arg(kind, installation.host.mid(6));
}

QString supportText(const Catalogue &catalogue, const Version &version, const QDate &today)
{
    if (!version.isValid())
        return {};
    const ReleaseLine *line = catalogue.line(version);
    if (!line)
        return tr("not a known line");
    if (version == catalogue.newest())
        return tr("newest");
    if (line->longTerm && line->supportEnd.isValid())
        return line->supportEnd >= today ? tr("LTS until %1").arg(dayText(line->supportEnd))
                                         : tr("out of support since %1").arg(dayText(line->supportEnd));
    if (line->longTerm)
        return tr("LTS, end of support not published");
    return line->name == catalogue.newest().line() ? tr("newest line") : tr("superseded, no fixes any more");
}

QString databaseText(const DatabaseFacts &database)
{
    QString name = database.kind;
    if (database.kind == u"postgresql")
        name = u"PostgreSQL"_s;
    else if (database.kind == u"sqlite")
        name = u"SQLite"_s;
    else if (database.kind == u"mysql")
        name = u"MySQL"_s;
    else if (database.kind == u"h2")
        name = u"H2"_s;
    else if (database.kind.isEmpty())
        return tr("unknown");
    if (!database.serverVersion.isEmpty())
        name += u' ' + database.serverVersion;
    return database.bytes >= 0 ? tr("%1, %2").arg(name, sizeText(database.bytes)) : name;
}

QString listText(const QStringList &words)
{
    return QLocale().createSeparatedList(words);
}
