// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/practice/basicauth.h"

#include "app/practice/database.h"
#include "app/practice/json.h"
#include "app/practice/servercontext.h"

#include <QCryptographicHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace
{

const QString row = u"kestra.server.basic-auth"_s;
const QString marker = u"$2a$10$"_s;

QString salted(const QString &password, const QString &salt)
{
    return QString::fromLatin1(
        QCryptographicHash::hash((salt + u'|' + password).toUtf8(), QCryptographicHash::Sha512).toHex());
}

} // namespace

bool BasicAuth::isRequired() const
{
    return m_context.version >= Version::of(u"0.24") ||
           m_context.configuration.flag(u"kestra.server.basic-auth.enabled"_s, false);
}

// 2.0 reads the kebab-case key alone.
QString BasicAuth::configured(const QString &name) const
{
    const QString key = u"kestra.server.basic-auth."_s + name;
    if (m_context.version.major() >= 2 && !m_context.configuration.isSpelled(key) &&
        m_context.configuration.isSpelled(u"kestra.server.basicAuth."_s + name))
        return {};
    return m_context.configuration.value(key);
}

bool BasicAuth::matches(const QString &stored, const QString &password, const QString &salt) const
{
    const QString hash = salted(password, salt);
    return stored == (m_context.version.major() >= 2 ? marker + hash : hash);
}

Result<void> BasicAuth::initialise()
{
    const QString user = configured(u"username"_s);
    const QString password = configured(u"password"_s);
    if (!isRequired() || user.isEmpty())
        return {};
    static const QRegularExpression mail(u"^[a-zA-Z0-9_!#$%&’*+/=?`{|}~^.-]+@[a-zA-Z0-9.-]+$"_s);
    if (!mail.match(user).hasMatch())
        return failure(ErrorKind::BadInput,
                       u"Invalid username for Basic Authentication. Please provide a valid email address."_s);
    static const QRegularExpression strong(u"^(?=.*[a-z])(?=.*[A-Z])(?=.*[0-9]).{8,}$"_s);
    if (password.isEmpty())
        return failure(ErrorKind::BadInput,
                       u"No password set for Basic Authentication. Please provide a password."_s);
    if (m_context.version >= Version::of(u"0.24") && !strong.match(password).hasMatch())
        return failure(
            ErrorKind::BadInput,
            u"Invalid password for Basic Authentication. The password must have 8 chars, one upper, "
            "one lower and one number"_s);
    const QJsonObject stored = jsonObject(m_context.database.single(
        u"SELECT \"value\" FROM settings WHERE \"key\" = ?"_s, {row}))[u"value"]
                                   .toObject();
    const QString hash = stored[u"password"].toString();
    const bool isForeign = m_context.version.major() < 2 && hash.startsWith(marker);
    if (isForeign ||
        (stored[u"username"].toString() == user && matches(hash, password, stored[u"salt"].toString())))
        return {};
    return store(user, password);
}

Result<void> BasicAuth::store(const QString &user, const QString &password)
{
    const QString salt = newId();
    const QString hash = (m_context.version.major() >= 2 ? marker : QString()) + salted(password, salt);
    const QJsonObject value{
        {u"key"_s, row},
        {u"value"_s,
         QJsonObject{{u"username"_s, user}, {u"password"_s, hash}, {u"salt"_s, salt}, {u"enabled"_s, true}}}};
    return m_context.database.transaction([&]() -> Result<void> {
        if (auto gone = m_context.database.run(u"DELETE FROM settings WHERE \"key\" = ?"_s, {row}); !gone)
            return std::unexpected(gone.error());
        auto done = m_context.database.run(u"INSERT INTO settings (\"key\", \"value\") VALUES (?, ?)"_s,
                                           {row, jsonText(value)});
        return done ? Result<void>() : std::unexpected(done.error());
    });
}

bool BasicAuth::isInitialised()
{
    return m_context.database.single(u"SELECT 1 FROM settings WHERE \"key\" = ?"_s, {row}).isValid();
}

Result<bool> BasicAuth::accepts(const QByteArray &header)
{
    if (m_context.knobs.isSet(u"refuse-login"_s))
        return false;
    // Read at every request, as Kestra does: one web server's start changes all of them.
    const auto rows = m_context.database.run(u"SELECT \"value\" FROM settings WHERE \"key\" = ?"_s, {row});
    if (!rows)
        return std::unexpected(rows.error());
    if (rows->rows.isEmpty() || !header.startsWith("Basic "))
        return false;
    const QJsonObject stored = jsonObject(rows->rows.first().first())[u"value"].toObject();
    const QString given = QString::fromUtf8(QByteArray::fromBase64(header.sliced(6)));
    return given.section(u':', 0, 0) == stored[u"username"].toString() &&
           matches(stored[u"password"].toString(), given.section(u':', 1), stored[u"salt"].toString());
}
