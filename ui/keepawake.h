// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>

#include <memory>

/// Keeps the computer from going to sleep while something must not be cut off. Says honestly whether it can.
class KeepAwake : public QObject
{
    Q_OBJECT

public:
    enum State { Off, Held, Cannot };

    using QObject::QObject;

    /// Asks for it; changed() follows. Asking twice is as good as once.
    virtual void hold(const QString &why) = 0;
    virtual void release() = 0;
    State state() const { return m_state; }

Q_SIGNALS:
    void changed();

protected:
    void setState(State state);

private:
    State m_state = Off;
};

/// By logind of the system bus: no sleep, and none by closing the lid. Cannot, where there is no such service
/// or it refuses.
std::unique_ptr<KeepAwake> logindKeepAwake();
