// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QStringList>

#include <atomic>
#include <chrono>
#include <thread>

/// Looks at the words of every process of this machine, over and over, for as long as it lives.
class SecretWatch
{
public:
    explicit SecretWatch(const QByteArray &secret)
        : m_secret(secret)
        , m_thread([this] { look(); })
    {
    }
    ~SecretWatch() { end(); }

    /// What was seen with the secret in it; empty is good. `looks` says that it did look.
    QStringList end()
    {
        m_stop = true;
        if (m_thread.joinable())
            m_thread.join();
        return m_seen;
    }
    qint64 looks() const { return m_looks; }

private:
    void look()
    {
        while (!m_stop) {
            for (const QString &pid : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
                if (!pid.front().isDigit())
                    continue;
                QFile file(QStringLiteral("/proc/%1/cmdline").arg(pid));
                if (!file.open(QIODevice::ReadOnly))
                    continue;
                const QByteArray words = file.readAll();
                ++m_looks;
                if (words.contains(m_secret))
                    m_seen.append(QString::fromUtf8(words).replace(QChar(0), QChar(u' ')));
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
        }
    }

    QByteArray m_secret;
    QStringList m_seen;
    std::atomic<qint64> m_looks = 0;
    std::atomic<bool> m_stop = false;
    std::thread m_thread;
};
