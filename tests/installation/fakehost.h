// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/host/host.h"

#include <QHash>
#include <QStringList>

/// A machine of a test: files and answers are given beforehand; a call that nobody expected fails and is
/// written down.
class FakeHost : public Host
{
public:
    struct Answer {
        QString call;  ///< how the command line begins
        QString input; ///< what its standard input holds; empty: anything
        QByteArray output;
        int exitCode = 0;
        QByteArray errors = {}; ///< standard error
    };

    QHash<QString, QByteArray> files;
    QList<Answer> answers;
    QStringList calls;
    QStringList unexpected;

    QString address() const override { return {}; }
    Task<Result<ProcessResult>> run(ProcessCall call) override
    {
        const QString line = (QStringList{call.program} + call.arguments).join(u' ');
        calls.append(line);
        for (const Answer &answer : std::as_const(answers)) {
            if (!line.startsWith(answer.call) || !QString::fromUtf8(call.input).contains(answer.input))
                continue;
            ProcessResult result;
            result.exitCode = answer.exitCode;
            result.output = answer.output;
            result.errors = answer.errors;
            co_return result;
        }
        unexpected.append(line + QStringLiteral(" <- ") + QString::fromUtf8(call.input));
        co_return failure(ErrorKind::NotFound, QStringLiteral("nobody expected: ") + line);
    }
    Task<Result<QByteArray>> readFile(QString path) override
    {
        if (files.contains(path))
            co_return files.value(path);
        co_return failure(ErrorKind::NotFound, path);
    }
    Task<Result<void>> writeFile(QString path, QByteArray, QFileDevice::Permissions) override
    {
        co_return failure(ErrorKind::Denied, QStringLiteral("looking writes nothing: ") + path);
    }
    Task<Result<bool>> exists(QString path) override { co_return files.contains(path); }
    Task<Result<HttpReply>> send(HttpRequest request) override
    {
        co_return failure(ErrorKind::Unreachable, request.url.toString());
    }
};
