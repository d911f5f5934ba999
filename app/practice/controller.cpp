// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/practice/controller.h"

using namespace Qt::StringLiterals;

Result<void> Controller::start()
{
    if (m_port != 0 && !m_listener.listen(QHostAddress::Any, m_port))
        return failure(ErrorKind::Blocked, u"Failed to bind to address 0.0.0.0/0.0.0.0:%1"_s.arg(m_port));
    return {};
}
