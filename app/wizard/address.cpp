// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/wizard/address.h"

#include <QCoreApplication>
#include <QDir>

#include <array>

using namespace Qt::StringLiterals;

namespace
{

constexpr std::array kinds{InstallationKind::Practice, InstallationKind::Standalone, InstallationKind::Docker,
                           InstallationKind::Compose, InstallationKind::Helm};

bool isPath(InstallationKind kind)
{
    return kind != InstallationKind::Docker && kind != InstallationKind::Helm;
}

} // namespace

Result<Address> Address::parse(const QString &text, const QString &folder)
{
    Address address;
    QString rest = text;
    if (rest.startsWith(u"ssh://")) {
        const qsizetype slash = rest.indexOf(u'/', 6);
        address.host = rest.left(slash);
        rest = slash <= 6 ? QString() : rest.mid(slash + 1);
    }
    const qsizetype colon = rest.indexOf(u':');
    for (const InstallationKind kind : kinds) {
        if (colon > 0 && rest.left(colon) == installationKindName(kind) && colon + 1 < rest.size()) {
            address.kind = kind;
            address.rest = rest.mid(colon + 1);
            if (isPath(kind) && address.host.isEmpty())
                address.rest = QDir::cleanPath(QDir(folder).absoluteFilePath(address.rest));
            return address;
        }
    }
    return failure(ErrorKind::Usage,
                   QCoreApplication::translate(
                       "Address",
                       "“%1” is no address of an installation. Addresses look like compose:FILE, "
                       "practice:DIR, docker:NAME, standalone:DIR or helm:CONTEXT/NAMESPACE/RELEASE; "
                       "“find” lists those that are here.",
                       "@error")
                       .arg(text));
}

QString Address::toString() const
{
    const QString local = installationKindName(kind) + u':' + rest;
    return host.isEmpty() ? local : host + u'/' + local;
}
