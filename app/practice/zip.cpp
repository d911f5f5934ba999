// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/practice/zip.h"

#include <QtEndian>

namespace
{

quint32 crc32(const QByteArray &bytes)
{
    quint32 crc = 0xffffffffu;
    for (const char c : bytes) {
        crc ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ (0xedb88320u & (0u - (crc & 1)));
    }
    return ~crc;
}

template<typename T>
void put(QByteArray &out, T value)
{
    const T little = qToLittleEndian(value);
    out.append(reinterpret_cast<const char *>(&little), sizeof(T));
}

// The fields that the local and the central header share.
void putEntry(QByteArray &out, const QByteArray &name, const QByteArray &bytes)
{
    put<quint16>(out, 20);
    put<quint16>(out, 0x0800); // names are UTF-8
    put<quint16>(out, 0);
    put<quint16>(out, 0);
    put<quint16>(out, 0x21); // 1980-01-01
    put<quint32>(out, crc32(bytes));
    put<quint32>(out, quint32(bytes.size()));
    put<quint32>(out, quint32(bytes.size()));
    put<quint16>(out, quint16(name.size()));
    put<quint16>(out, 0);
}

} // namespace

QByteArray storedZip(const QList<std::pair<QString, QByteArray>> &files)
{
    QByteArray out;
    QByteArray central;
    for (const auto &[path, bytes] : files) {
        const QByteArray name = path.toUtf8();
        const quint32 offset = quint32(out.size());
        put<quint32>(out, 0x04034b50);
        putEntry(out, name, bytes);
        out += name + bytes;
        put<quint32>(central, 0x02014b50);
        put<quint16>(central, 20);
        putEntry(central, name, bytes);
        put<quint16>(central, 0);
        put<quint16>(central, 0);
        put<quint16>(central, 0);
        put<quint32>(central, 0);
        put<quint32>(central, offset);
        central += name;
    }
    const quint32 start = quint32(out.size());
    out += central;
    put<quint32>(out, 0x06054b50);
    put<quint32>(out, 0);
    put<quint16>(out, quint16(files.size()));
    put<quint16>(out, quint16(files.size()));
    put<quint32>(out, quint32(central.size()));
    put<quint32>(out, start);
    put<quint16>(out, 0);
    return out;
}
