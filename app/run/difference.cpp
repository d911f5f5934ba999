// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/run/difference.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("Difference", text, "@info");
}

using Visit = std::function<void(const QString &, const QJsonValue &, const QJsonValue &)>;

/// Every pair of leaves, by path; what is on one side only comes with an undefined other.
void walk(const QString &path, const QJsonValue &before, const QJsonValue &now, const QStringList &ignore,
          const Visit &visit)
{
    const auto below = [&path](const QString &key) { return path.isEmpty() ? key : path + u'/' + key; };
    if (before.isObject() && now.isObject()) {
        const QJsonObject left = before.toObject();
        const QJsonObject right = now.toObject();
        QStringList keys = left.keys();
        for (const QString &key : right.keys()) {
            if (!left.contains(key))
                keys.append(key);
        }
        for (const QString &key : keys) {
            if (!ignore.contains(key))
                walk(below(key), left.value(key), right.value(key), ignore, visit);
        }
    } else if (before.isArray() && now.isArray()) {
        const QJsonArray left = before.toArray();
        const QJsonArray right = now.toArray();
        for (qsizetype i = 0; i < std::max(left.size(), right.size()); ++i)
            walk(below(QString::number(i)), i < left.size() ? left.at(i) : QJsonValue(QJsonValue::Undefined),
                 i < right.size() ? right.at(i) : QJsonValue(QJsonValue::Undefined), ignore, visit);
    } else {
        visit(path, before, now);
    }
}

QString line(const QString &path, const QJsonValue &before, const QJsonValue &now)
{
    return tr("%1: %2 before, %3 now")
        .arg(path.isEmpty() ? tr("value") : path, shortText(before), shortText(now));
}

} // namespace

QString shortText(const QJsonValue &value)
{
    if (value.isUndefined())
        return tr("nothing");
    if (value.isString())
        return value.toString().left(80);
    const QByteArray text = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(text.sliced(1, text.size() - 2)).left(200);
}

QStringList differences(const QJsonValue &before, const QJsonValue &now, const QStringList &ignore)
{
    QStringList lines;
    walk({}, before, now, ignore,
         [&lines](const QString &path, const QJsonValue &left, const QJsonValue &right) {
             if (left != right)
                 lines.append(line(path, left, right));
         });
    return lines;
}

QStringList shrunken(const QJsonValue &before, const QJsonValue &now, const QStringList &ignore)
{
    QStringList lines;
    const Visit visit = [&](const QString &path, const QJsonValue &left, const QJsonValue &right) {
        // A whole branch that is gone took its numbers with it.
        if (left.isObject() || left.isArray())
            walk(path, left, left.isObject() ? QJsonValue(QJsonObject()) : QJsonValue(QJsonArray()), ignore,
                 [&](const QString &leaf, const QJsonValue &number, const QJsonValue &) {
                     if (number.isDouble())
                         lines.append(line(leaf, number, QJsonValue::Undefined));
                 });
        else if (left.isDouble() && (!right.isDouble() || right.toDouble() < left.toDouble()))
            lines.append(line(path, left, right));
    };
    walk({}, before, now, ignore, visit);
    return lines;
}
