// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/host/sshaddress.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

std::optional<SshAddress> SshAddress::parse(const QString &text)
{
    static const QRegularExpression shape(
        u"\\Assh://(?:([A-Za-z0-9_][A-Za-z0-9_.+-]*)@)?"
        "(?:([A-Za-z0-9][A-Za-z0-9_.-]*)|\\[([0-9A-Fa-f:.]+)\\])(?::([0-9]{1,5}))?\\z"_s);
    const QRegularExpressionMatch match = shape.match(text);
    const int port = match.captured(4).toInt();
    if (!match.hasMatch() || port > 65535 || (match.hasCaptured(4) && port == 0))
        return std::nullopt;
    return SshAddress{match.captured(1), match.captured(2) + match.captured(3), port};
}

QString SshAddress::words() const
{
    return (port > 0 ? u"-p %1 "_s.arg(port) : QString()) + (user.isEmpty() ? QString() : user + u'@') + host;
}
