// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

class QCoreApplication;
class QLocale;

/// The first language of the locale that there are texts for, English otherwise; Qt's own texts follow it.
void installTranslations(QCoreApplication *application, const QLocale &locale);
