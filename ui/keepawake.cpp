// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/keepawake.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusUnixFileDescriptor>

using namespace Qt::StringLiterals;

namespace
{

class Logind : public KeepAwake
{
public:
    void hold(const QString &why) override
    {
        if (m_wanted)
            return;
        m_wanted = true;
        const QDBusConnection bus = QDBusConnection::systemBus();
        if (!bus.isConnected()) {
            setState(Cannot);
            return;
        }
        QDBusMessage call =
            QDBusMessage::createMethodCall(u"org.freedesktop.login1"_s, u"/org/freedesktop/login1"_s,
                                           u"org.freedesktop.login1.Manager"_s, u"Inhibit"_s);
        call << u"sleep:handle-lid-switch"_s << u"Kestra Upgrade Assistant"_s << why << u"block"_s;
        auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call, answerMs), this);
        connect(watcher, &QDBusPendingCallWatcher::finished, this, &Logind::take);
    }

    void release() override
    {
        m_wanted = false;
        m_lock = {}; // closing it is what logind waits for
        setState(Off);
    }

private:
    static constexpr int answerMs = 5000;

    void take(QDBusPendingCallWatcher *watcher)
    {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusUnixFileDescriptor> reply = *watcher;
        // Let go again meanwhile: the lock ends with the reply.
        if (!m_wanted)
            return;
        if (reply.isError() || !reply.value().isValid()) {
            setState(Cannot);
            return;
        }
        m_lock = reply.value();
        setState(Held);
    }

    QDBusUnixFileDescriptor m_lock;
    bool m_wanted = false;
};

} // namespace

void KeepAwake::setState(State state)
{
    if (state == m_state)
        return;
    m_state = state;
    Q_EMIT changed();
}

std::unique_ptr<KeepAwake> logindKeepAwake()
{
    return std::make_unique<Logind>();
}
