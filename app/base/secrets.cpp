// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/base/secrets.h"

#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;

namespace
{

const QString service = u"kestra-upgrade-assistant"_s;

} // namespace

SecretStore::SecretStore(bool useKeyring, QObject *parent)
    : QObject(parent)
    , m_useKeyring(useKeyring)
{
}

void SecretStore::remember(const QString &name, const QString &value)
{
    m_values.insert(name, value);
    Q_EMIT learned(value);
}

void SecretStore::store(const QString &name, const QString &value,
                        const std::function<void(Result<void>)> &done)
{
    remember(name, value);
    if (!m_useKeyring) {
        done({});
        return;
    }
    auto *job = new QKeychain::WritePasswordJob(service, this);
    job->setAutoDelete(true);
    job->setKey(name);
    job->setTextData(value);
    connect(job, &QKeychain::Job::finished, this, [done](QKeychain::Job *finished) {
        if (finished->error() == QKeychain::NoError)
            done({});
        else
            done(failure(ErrorKind::Unreachable,
                         tr("The keyring did not store it; it is kept until this program ends.", "@error"),
                         finished->errorString()));
    });
    job->start();
}

void SecretStore::fetch(const QString &name, const std::function<void(Result<QString>)> &done)
{
    if (isKnown(name)) {
        done(known(name));
        return;
    }
    if (!m_useKeyring) {
        done(failure(ErrorKind::NotFound, tr("No password is known for %1.", "@error").arg(name)));
        return;
    }
    auto *job = new QKeychain::ReadPasswordJob(service, this);
    job->setAutoDelete(true);
    job->setKey(name);
    connect(job, &QKeychain::Job::finished, this, [this, name, done](QKeychain::Job *finished) {
        if (finished->error() != QKeychain::NoError) {
            done(failure(ErrorKind::NotFound, tr("No password is known for %1.", "@error").arg(name),
                         finished->errorString()));
            return;
        }
        remember(name, static_cast<QKeychain::ReadPasswordJob *>(finished)->textData());
        done(known(name));
    });
    job->start();
}
