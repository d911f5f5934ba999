// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/wizard/installationmodel.h"

#include "app/base/humantext.h"
#include "app/wizard/engine.h"
#include "app/wizard/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text, const char *kind = "@info", int count = -1)
{
    return InstallationModel::tr(text, kind, count);
}

QStringList evidenceFor(const Installation &installation, const QString &fact)
{
    QStringList lines;
    for (const Evidence &evidence : installation.evidence) {
        if (evidence.fact == fact)
            lines.append(tr("%1, at %2").arg(evidence.text, clockText(evidence.seenAt)));
    }
    return lines;
}

FactCard card(const Installation &installation, const QString &key, const QString &icon, const QString &label,
              const QString &value, const QString &note)
{
    FactCard result;
    result.key = key;
    result.icon = icon;
    result.label = label;
    result.value = value;
    result.note = note;
    result.evidence = evidenceFor(installation, key);
    for (const Unknown &unknown : installation.unknown) {
        if (unknown.fact != key)
            continue;
        result.unknown = true;
        result.note = unknown.reason;
        result.remedy = unknown.remedy;
    }
    if (value.isEmpty())
        result.value = result.unknown ? tr("Unknown") : tr("None");
    return result;
}

FactCard componentsCard(const Installation &installation, const QString &icon)
{
    QStringList names;
    int running = 0;
    for (const ComponentState &state : installation.components) {
        names.append(componentName(state.component));
        running += state.state == u"running" ? 1 : 0;
    }
    const int count = static_cast<int>(installation.components.size());
    const QString value = count == 0         ? QString()
                          : running == count ? tr("%n component(s), all running", "@info", count)
                                             : tr("%n component(s), %1 running", "@info", count).arg(running);
    return card(installation, u"components"_s, icon, tr("Components", "@label"), value, listText(names));
}

FactCard databaseCard(const Installation &installation)
{
    const DatabaseFacts &database = installation.database;
    const QString schema =
        database.schemaVersion.isEmpty() ? QString() : tr("Schema %1").arg(database.schemaVersion);
    const QString failed = database.failedMigrations > 0
                               ? tr("%n failed migration(s)", "@info", database.failedMigrations)
                               : tr("no failed migration");
    return card(installation, u"database"_s, u"server-database"_s, tr("Database", "@label"),
                database.kind.isEmpty() ? QString() : databaseText(database),
                schema.isEmpty() ? schema : tr("%1, %2").arg(schema, failed));
}

FactCard storageCard(const Installation &installation)
{
    const StorageFacts &storage = installation.storage;
    QString value = storage.kind == u"local" ? tr("Local folder") : storage.kind;
    if (storage.bytes >= 0)
        value = tr("%1, %2 in %n file(s)", "@info", int(storage.files)).arg(value, sizeText(storage.bytes));
    const QString note = storage.volume.isEmpty()
                             ? storage.hostPath
                             : tr("Volume %1, mounted at %2").arg(storage.volume, storage.basePath);
    return card(installation, u"storage"_s, u"drive-harddisk"_s, tr("Internal storage", "@label"), value,
                note);
}

FactCard imageCard(const Installation &installation)
{
    QStringList names;
    QStringList notes;
    for (const ImageUse &image : installation.images) {
        const QString name = image.tag.isEmpty() ? image.image : image.image + u':' + image.tag;
        if (!names.contains(name)) {
            names.append(name);
            notes.append(image.digest.isEmpty()
                             ? tr("written in %1").arg(image.where)
                             : tr("%1, written in %2").arg(image.digest.left(19) + u'…', image.where));
        }
    }
    return card(installation, u"images"_s, u"package-x-generic"_s, tr("Image", "@label"), listText(names),
                notes.join(u'\n'));
}

} // namespace

InstallationModel::InstallationModel(Engine *engine, Session *session, QObject *parent)
    : StageModel(parent)
    , m_engine(engine)
    , m_session(session)
{
}

QString InstallationModel::title() const
{
    if (isBusy())
        return tr("Reading %1", "@title").arg(m_address);
    if (m_session->installation.address.isEmpty())
        return tr("Nothing is known about it yet", "@title");
    return tr("This is what runs in %1", "@title").arg(m_session->installation.title);
}

QString InstallationModel::subtitle() const
{
    const auto all = cards();
    const auto known = std::ranges::count_if(all, [](const FactCard &card) { return !card.unknown; });
    return all.isEmpty() ? QString()
                         : tr("%1 of %2 facts are known. Nothing was changed to find them.", "@info")
                               .arg(known)
                               .arg(all.size());
}

QString InstallationModel::railText() const
{
    const Installation &installation = m_session->installation;
    if (installation.address.isEmpty())
        return {};
    if (!isReady())
        return tr("unknown facts", "@status");
    return tr("%1, %n component(s)", "@status", int(installation.components.size()))
        .arg(installation.version.toString());
}

StageState InstallationModel::railState() const
{
    if (m_session->installation.address.isEmpty())
        return StageState::Later;
    return isReady() ? StageState::Done : StageState::Attention;
}

bool InstallationModel::isReady() const
{
    return m_session->installation.version.isValid() && notReadyReason().isEmpty();
}

QString InstallationModel::notReadyReason() const
{
    if (m_session->installation.address.isEmpty())
        return tr("Choose an installation first", "@info");
    if (!m_session->installation.version.isValid())
        return tr("Which version runs is not known: start Kestra and look again", "@info");
    int open = 0;
    for (const FactCard &card : cards())
        open += card.unknown && !card.accepted ? 1 : 0;
    return open == 0 ? QString() : tr("%n unknown fact(s): make known, or go on without", "@info", open);
}

QList<FactCard> InstallationModel::cards() const
{
    const Installation &installation = m_session->installation;
    if (installation.address.isEmpty())
        return {};
    QList<FactCard> all;
    all.append(card(installation, u"version"_s, u"package-x-generic"_s, tr("Version", "@label"),
                    installation.version.toString(),
                    supportText(m_engine->catalogue(), installation.version, QDate::currentDate())));
    all.append(componentsCard(installation, u"network-server"_s));
    if (!installation.images.isEmpty())
        all.append(imageCard(installation));
    all.append(databaseCard(installation));
    all.append(storageCard(installation));
    all.append(card(installation, u"login"_s, u"dialog-password"_s, tr("Login", "@label"),
                    installation.api.user, installation.api.loginWorks ? tr("seen to work") : QString()));
    all.append(
        card(installation, u"flows"_s, u"text-x-generic"_s, tr("Flows", "@label"),
             installation.flowsKnown ? tr("%n flow(s)", "@info", int(installation.flows.size())) : QString(),
             QString()));
    all.append(
        card(installation, u"plugins"_s, u"plugins"_s, tr("Plugins", "@label"),
             installation.plugins.isEmpty() ? tr("those of the image") : listText(installation.plugins),
             QString()));
    all.append(card(installation, u"where"_s, u"folder"_s, tr("Where", "@label"), installation.folder,
                    kindText(installation)));
    for (FactCard &one : all)
        one.accepted = m_session->acceptedUnknown.contains(one.key);
    std::ranges::stable_sort(all, {},
                             [](const FactCard &one) { return one.unknown && !one.accepted ? 0 : 1; });
    return all;
}

void InstallationModel::read(const QString &address)
{
    m_address = address;
    beBusy(tr("Asking %1…", "@status").arg(address));
    m_session->setInstallation({});
    m_job.start(m_engine->read(address, {}), [this](Result<Installation> read) {
        if (read)
            m_session->setInstallation(*read);
        else
            showError(read.error());
        Q_EMIT installationChanged();
    });
    Q_EMIT changed();
}

void InstallationModel::lookAgain()
{
    if (!m_address.isEmpty())
        read(m_address);
}

void InstallationModel::acceptUnknown(const QString &fact)
{
    m_session->acceptedUnknown.insert(fact);
    Q_EMIT changed();
}

void InstallationModel::setLogin(const QString &user, const QString &password, bool keep)
{
    const QString name = m_session->installation.address + u"#login"_s;
    m_engine->secrets().remember(name + u"-user"_s, user);
    if (keep)
        m_engine->secrets().store(name, password, [this](const Result<void> &stored) {
            if (!stored) {
                showError(stored.error());
                Q_EMIT changed();
            }
        });
    else
        m_engine->secrets().remember(name, password);
    lookAgain();
}
