// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/knowledge/flowvalues.h"

#include <QCoreApplication>
#include <QDate>
#include <QDateTime>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("Flow", text, "@info");
}

bool isDuration(const QString &text)
{
    // ISO 8601: P[nD][T[nH][nM][nS]]
    qsizetype at = text.startsWith(u'-') ? 1 : 0;
    if (at >= text.size() || text[at].toUpper() != u'P' || text.size() > 64)
        return false;
    bool number = false;
    bool any = false;
    for (++at; at < text.size(); ++at) {
        const QChar c = text[at].toUpper();
        if (c.isDigit() || c == u'.' || c == u'-') {
            number = true;
        } else if (c == u'T' && !number) {
            continue;
        } else if (number && QStringView(u"DHMSWY").contains(c)) {
            number = false;
            any = true;
        } else {
            return false;
        }
    }
    return any && !number;
}

bool isInstant(const QString &text)
{
    const bool zone = text.endsWith(u'Z') || text.lastIndexOf(u'+') > 10 || text.lastIndexOf(u'-') > 10;
    return text.contains(u'T') && zone &&
           QDateTime::fromString(text.section(u'[', 0, 0), Qt::ISODateWithMs).isValid();
}

bool isTime(const QString &text)
{
    return (text.size() == 5 && QTime::fromString(text, u"HH:mm"_s).isValid()) ||
           QTime::fromString(text, Qt::ISODateWithMs).isValid();
}

bool isEmail(const QString &text)
{
    const qsizetype at = text.indexOf(u'@');
    return at > 0 && at + 1 < text.size() && text.indexOf(u'@', at + 1) < 0 && !text.contains(u' ');
}

bool isOfType(const QString &type, const QString &text)
{
    bool ok = true;
    if (type == u"INT")
        text.toInt(&ok);
    else if (type == u"FLOAT")
        text.toFloat(&ok);
    else if (type == u"DATE")
        ok = text.size() == 10 && QDate::fromString(text, Qt::ISODate).isValid();
    else if (type == u"DATETIME")
        ok = isInstant(text);
    else if (type == u"TIME")
        ok = isTime(text);
    else if (type == u"DURATION")
        ok = isDuration(text);
    return ok;
}

/// Below or above what the input allows.
QString outOfBounds(const YamlValue &input, const QString &type, const QString &text)
{
    const QString minimum = input.scalar(u"min");
    const QString maximum = input.scalar(u"max");
    if (type == u"INT" || type == u"FLOAT") {
        if (!minimum.isEmpty() && text.toDouble() < minimum.toDouble())
            return tr("it is less than %1").arg(minimum);
        if (!maximum.isEmpty() && text.toDouble() > maximum.toDouble())
            return tr("it is more than %1").arg(maximum);
    }
    return {};
}

/// Selections take one of their values; those from an expression only the engine knows.
QString notSelectable(const YamlValue &input, const QString &text)
{
    const YamlValue *values = input.value(u"values");
    if (!values || !values->isSequence() || input.scalar(u"allowCustomValue") == u"true" ||
        input.value(u"expression"))
        return {};
    for (const YamlValuePointer &value : values->items) {
        if (value->text == text || value->scalar(u"value") == text || value->scalar(u"id") == text)
            return {};
    }
    return tr("it is none of the values");
}

QString unmatched(const YamlValue &input, const QString &text)
{
    const QString pattern = input.scalar(u"validator");
    if (pattern.isEmpty() || pattern.size() > 500 || text.size() > 1000)
        return {};
    const QRegularExpression expression(QRegularExpression::anchoredPattern(u"(?:%1)"_s.arg(pattern)));
    // PCRE's own limit of steps ends a pattern that would run for ever; then only the engine can tell.
    if (!expression.isValid())
        return {};
    const QRegularExpressionMatch match = expression.match(text);
    return match.isValid() && !match.hasMatch() ? tr("it does not match %1").arg(pattern) : QString();
}

} // namespace

QString misfit(const YamlValue &input, const YamlValue &value)
{
    if (!value.isScalar() || value.text.contains(u"{{") || value.text.contains(u"{%"))
        return {};
    const QString type = input.scalar(u"type").trimmed();
    if (!isOfType(type, value.text))
        return tr("`%1` is no %2").arg(value.text.left(80), type);
    if (type == u"EMAIL" && !isEmail(value.text))
        return tr("`%1` is no e-mail address").arg(value.text.left(80));
    if (type == u"SELECT" || type == u"ENUM")
        return notSelectable(input, value.text);
    if (type == u"STRING" || type == u"SECRET")
        return unmatched(input, value.text);
    return outOfBounds(input, type, value.text);
}

bool isTyped(const QString &inputType, const YamlValue &value)
{
    if (!value.isScalar())
        return true;
    const QString type = inputType.trimmed();
    if (type == u"BOOL" || type == u"BOOLEAN")
        return value.text == u"true" || value.text == u"false" || value.text.isEmpty();
    if (type == u"FILE")
        return !value.text.startsWith(u"nsfile:");
    return isOfType(type, value.text);
}

QString cronProblem(const QString &cron, bool withSeconds)
{
    if (cron.startsWith(u'@') || cron.contains(u"{{"))
        return {};
    const qsizetype fields = cron.split(u' ', Qt::SkipEmptyParts).size();
    const qsizetype wanted = withSeconds ? 6 : 5;
    return fields == wanted ? QString()
                            : tr("the cron expression has %1 fields instead of %2").arg(fields).arg(wanted);
}
