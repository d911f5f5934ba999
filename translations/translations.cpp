// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "translations/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

void installTranslations(QCoreApplication *application, const QLocale &locale)
{
    const QString name = u"kestra-upgrade-assistant"_s;
    const QString folder = u":/translations"_s;
    auto *own = new QTranslator(application);
    // English has texts of its own: “1 step” and “2 steps” instead of “step(s)”.
    if (!own->load(locale, name, u"_"_s, folder)) [[maybe_unused]]
        const bool loaded = own->load(QLocale(QLocale::English), name, u"_"_s, folder);
    QCoreApplication::installTranslator(own);
    auto *qt = new QTranslator(application);
    if (qt->load(QLocale(own->language()), u"qtbase"_s, u"_"_s,
                 QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qt);
}
