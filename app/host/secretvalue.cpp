// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/host/secretvalue.h"

#include "app/task/completion.h"

#include <QCoreApplication>
#include <QPointer>

using namespace Qt::StringLiterals;

Task<Result<QString>> secretValue(SecretStore *secrets, QString name)
{
    if (secrets && secrets->isKnown(name))
        co_return secrets->known(name);
    if (secrets) {
        struct Answer {
            Completion completion;
            QString value;
            bool found = false;
        };
        Answer answer;
        const QPointer<QObject> alive(answer.completion.context());
        secrets->fetch(name, [alive, &answer](const Result<QString> &value) {
            if (!alive)
                return;
            answer.found = value.has_value();
            answer.value = value.value_or(QString());
            answer.completion.complete();
        });
        co_await answer.completion;
        if (answer.found)
            co_return answer.value;
    }
    co_return failure(ErrorKind::NeedsPerson,
                      QCoreApplication::translate(
                          "Handler", "The password “%1” is not known. Enter it, then resume.", "@error")
                          .arg(name));
}
