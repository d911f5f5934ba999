// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/host/sqlkinds.h"

#include "app/base/sqlite.h"

#include <QCryptographicHash>

#include <array>

using namespace Qt::StringLiterals;

namespace
{

QJsonValue jsonValue(const QVariant &value)
{
    if (value.isNull())
        return QJsonValue::Null;
    switch (value.typeId()) {
    case QMetaType::LongLong:
    case QMetaType::Int:
        return value.toLongLong();
    case QMetaType::Double:
        return value.toDouble();
    case QMetaType::Bool:
        return value.toBool();
    default:
        return value.toString();
    }
}

/// Sum of the rows' SHA-256 values modulo 2^256: the same whatever order the rows come in.
class UnorderedDigest
{
public:
    void add(const QByteArray &row)
    {
        const QByteArray hash = QCryptographicHash::hash(row, QCryptographicHash::Sha256);
        unsigned carry = 0;
        for (size_t i = m_sum.size(); i-- > 0;) {
            carry += m_sum[i] + static_cast<unsigned char>(hash[static_cast<qsizetype>(i)]);
            m_sum[i] = static_cast<unsigned char>(carry & 0xff);
            carry >>= 8;
        }
    }
    QString hex() const
    {
        return QString::fromLatin1(
            QByteArray(reinterpret_cast<const char *>(m_sum.data()), static_cast<qsizetype>(m_sum.size()))
                .toHex());
    }

private:
    std::array<unsigned char, 32> m_sum{};
};

} // namespace

Result<QJsonArray> querySqlite(const QString &file, const QString &sql)
{
    auto database = SqliteFile::open(file, SqliteFile::Access::ReadOnly);
    if (!database)
        return std::unexpected(database.error());
    const auto rows = database->run(sql);
    if (!rows)
        return std::unexpected(rows.error());
    QJsonArray result;
    for (const SqlRow &row : rows->rows) {
        QJsonObject object;
        for (qsizetype i = 0; i < row.size(); ++i)
            object.insert(rows->columns[i], jsonValue(row[i]));
        result.append(object);
    }
    return result;
}

Result<QJsonObject> digestSqlite(const QString &file, const QStringList &exclude)
{
    auto database = SqliteFile::open(file, SqliteFile::Access::ReadOnly);
    if (!database)
        return std::unexpected(database.error());
    const auto tables = database->run(
        u"select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name"_s);
    if (!tables)
        return std::unexpected(tables.error());
    QJsonObject result;
    for (const SqlRow &table : tables->rows) {
        const QString name = table.first().toString();
        if (exclude.contains(name))
            continue;
        QString quoted = name;
        const auto rows = database->run(u"select * from \"%1\""_s.arg(quoted.replace(u'"', u"\"\""_s)));
        if (!rows)
            return std::unexpected(rows.error());
        UnorderedDigest digest;
        for (const SqlRow &row : rows->rows) {
            QByteArray bytes;
            for (const QVariant &value : row) {
                const QByteArray text = value.toByteArray();
                bytes += value.isNull() ? "n;" : QByteArray::number(text.size()) + ':' + text + ';';
            }
            digest.add(bytes);
        }
        result.insert(name, QJsonObject{{u"rows"_s, rows->rows.size()}, {u"digest"_s, digest.hex()}});
    }
    return result;
}
