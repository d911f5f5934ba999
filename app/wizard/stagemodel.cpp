// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/wizard/stagemodel.h"

StageModel::StageModel(QObject *parent)
    : QObject(parent)
{
    connect(&m_job, &Job::finished, this, &StageModel::changed);
    connect(&m_job, &Job::cancelled, this, &StageModel::changed);
}

void StageModel::beBusy(const QString &text)
{
    m_busyText = text;
    clearError();
}

void StageModel::showError(const Error &error)
{
    m_errorText = error.message;
    m_errorDetails = error.details;
}

void StageModel::clearError()
{
    m_errorText.clear();
    m_errorDetails.clear();
}
