// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "translations/translations.h"

#include <QDir>
#include <QFile>
#include <QLocale>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace
{

struct Message {
    QString source;
    QStringList texts; ///< one, or singular and plural
    bool counted = false;
    QString type; ///< unfinished, vanished, obsolete; empty when done
};

using Messages = QMap<QString, Message>; ///< by context, kind and source

Message readMessage(QXmlStreamReader &xml, QString *kind)
{
    Message message;
    message.counted = xml.attributes().value("numerus"_L1) == "yes"_L1;
    while (xml.readNextStartElement()) {
        if (xml.name() == "source"_L1) {
            message.source = xml.readElementText();
        } else if (xml.name() == "comment"_L1) {
            *kind = xml.readElementText();
        } else if (xml.name() == "translation"_L1) {
            message.type = xml.attributes().value("type"_L1).toString();
            if (!message.counted) {
                message.texts.append(xml.readElementText());
                continue;
            }
            while (xml.readNextStartElement())
                message.texts.append(xml.readElementText());
        } else {
            xml.skipCurrentElement();
        }
    }
    return message;
}

Messages messagesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    Messages result;
    QXmlStreamReader xml(&file);
    xml.readNextStartElement();
    while (xml.readNextStartElement()) {
        QString context;
        while (xml.readNextStartElement()) {
            if (xml.name() == "name"_L1) {
                context = xml.readElementText();
            } else if (xml.name() == "message"_L1) {
                QString kind;
                const Message message = readMessage(xml, &kind);
                result.insert(context + u" | "_s + kind + u" | "_s + message.source, message);
            } else {
                xml.skipCurrentElement();
            }
        }
    }
    return xml.hasError() ? Messages() : result;
}

QString fileOf(const QString &language)
{
    return QDir(QStringLiteral(SOURCE_ROOT))
        .filePath(u"translations/kestra-upgrade-assistant_%1.ts"_s.arg(language));
}

QStringList placeholders(const QString &text)
{
    static const QRegularExpression shape(u"%(?:L?n|L?\\d+)"_s);
    QStringList result;
    for (const auto &match : shape.globalMatch(text))
        result.append(match.captured());
    result.sort();
    result.removeDuplicates();
    return result;
}

/// What is wrong with a text in a language; empty when nothing is.
QString complaint(const Message &message)
{
    if (!message.type.isEmpty())
        return message.type;
    if (message.texts.size() != (message.counted ? 2 : 1))
        return u"a form is missing"_s;
    for (const QString &text : message.texts) {
        if (text.isEmpty())
            return u"empty"_s;
        if (placeholders(text) != placeholders(message.source))
            return u"other placeholders: %1"_s.arg(text);
        if (text.contains(u"(s)"_s))
            return u"no plural form of its own: %1"_s.arg(text);
        if (message.source.contains(u'&') != text.contains(u'&'))
            return u"other access key: %1"_s.arg(text);
        if (text.contains(u'!') && !message.source.contains(u'!'))
            return u"an exclamation mark: %1"_s.arg(text);
    }
    return {};
}

} // namespace

class TranslationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyTextIsThere_data();
    void everyTextIsThere();
    void faultIsSeen_data();
    void faultIsSeen();
    void countIsSpoken_data();
    void countIsSpoken();
    void languageIsChosen_data();
    void languageIsChosen();

private:
    Messages m_sources;
};

/// Reads the texts of the sources as they are now.
void TranslationsTest::initTestCase()
{
    QTemporaryDir folder;
    const QString fresh = folder.filePath(u"fresh.ts"_s);
    QProcess extract;
    extract.setProcessChannelMode(QProcess::ForwardedChannels);
    extract.start(QStringLiteral(PYTHON),
                  {QDir(QStringLiteral(SOURCE_ROOT)).filePath(u"translations/extract.py"_s), u"--lupdate"_s,
                   QStringLiteral(LUPDATE), u"--fresh"_s, fresh});
    QVERIFY(extract.waitForFinished(60000));
    QCOMPARE(extract.exitCode(), 0);
    m_sources = messagesOf(fresh);
    QVERIFY(m_sources.size() > 1000);
    QVERIFY2(m_sources.contains(u"Http | @error | %1 is no web address."_s),
             "the helper tr() of app/task/http.cpp");
    QVERIFY2(m_sources.value(u"StepRail | @label | Steps of the upgrade"_s).texts.size() == 1,
             "a class of ui/");
}

void TranslationsTest::everyTextIsThere_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("onlyCounted");
    QTest::newRow("English, what is counted") << u"en"_s << true;
    QTest::newRow("German, everything") << u"de"_s << false;
}

void TranslationsTest::everyTextIsThere()
{
    QFETCH(QString, language);
    QFETCH(bool, onlyCounted);
    const Messages texts = messagesOf(fileOf(language));
    QStringList wrong;
    for (auto it = m_sources.begin(); it != m_sources.end(); ++it) {
        if ((it->counted || !onlyCounted) && !texts.contains(it.key()))
            wrong.append(u"missing: "_s + it.key());
    }
    for (auto it = texts.begin(); it != texts.end(); ++it) {
        if (!m_sources.contains(it.key()) || m_sources.value(it.key()).counted != it->counted)
            wrong.append(u"in no source any more: "_s + it.key());
        if (const QString words = complaint(*it); !words.isEmpty())
            wrong.append(words + u": "_s + it.key());
    }
    QVERIFY2(wrong.isEmpty(),
             qPrintable(wrong.join(u'\n') + u"\nRun translations/extract.py and fill in the texts."_s));
}

void TranslationsTest::faultIsSeen_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QStringList>("texts");
    QTest::addColumn<bool>("counted");
    QTest::addColumn<QString>("type");
    QTest::newRow("not finished") << u"Step"_s << QStringList{u"Schritt"_s} << false << u"unfinished"_s;
    QTest::newRow("empty") << u"Step"_s << QStringList{QString()} << false << QString();
    QTest::newRow("placeholder lost")
        << u"Step %1 of %2"_s << QStringList{u"Schritt %1"_s} << false << QString();
    QTest::newRow("count lost") << u"%n step(s)"_s << QStringList{u"ein Schritt"_s, u"%n Schritte"_s} << true
                                << QString();
    QTest::newRow("one form") << u"%n step(s)"_s << QStringList{u"%n Schritt"_s} << true << QString();
    QTest::newRow("no plural") << u"%n step(s)"_s << QStringList{u"%n step(s)"_s, u"%n step(s)"_s} << true
                               << QString();
    QTest::newRow("access key lost") << u"&Back"_s << QStringList{u"Zurück"_s} << false << QString();
}

void TranslationsTest::faultIsSeen()
{
    QFETCH(QString, source);
    QFETCH(QStringList, texts);
    QFETCH(bool, counted);
    QFETCH(QString, type);
    QVERIFY(!complaint({source, texts, counted, type}).isEmpty());
}

void TranslationsTest::countIsSpoken_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("expected");
    const QLocale english(QLocale::English, QLocale::UnitedStates);
    const QLocale german(QLocale::German, QLocale::Germany);
    QTest::newRow("English, one") << english << 1 << u"1 step"_s;
    QTest::newRow("English, two") << english << 2 << u"2 steps"_s;
    QTest::newRow("English, none") << english << 0 << u"0 steps"_s;
    QTest::newRow("German, one") << german << 1 << u"1 Schritt"_s;
    QTest::newRow("German, five") << german << 5 << u"5 Schritte"_s;
    QTest::newRow("no language set") << QLocale::c() << 1 << u"1 step"_s;
}

namespace
{

/// Installs the texts of a locale for as long as it lives.
class Installed
{
public:
    explicit Installed(const QLocale &locale) { installTranslations(QCoreApplication::instance(), locale); }
    ~Installed()
    {
        for (QTranslator *translator : QCoreApplication::instance()->findChildren<QTranslator *>())
            delete translator;
    }
};

} // namespace

void TranslationsTest::countIsSpoken()
{
    QFETCH(QLocale, locale);
    QFETCH(int, count);
    const Installed installed(locale);
    const QString text = QCoreApplication::translate("PlanTree", "%Ln step(s)", "@info", count);
    QTEST(text, "expected");
}

void TranslationsTest::languageIsChosen_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<QString>("expected");
    QTest::newRow("Austria reads German")
        << QLocale(QLocale::German, QLocale::Austria) << u"Plan speichern…"_s;
    QTest::newRow("Britain reads English")
        << QLocale(QLocale::English, QLocale::UnitedKingdom) << u"Save the plan…"_s;
    QTest::newRow("a language without texts reads English")
        << QLocale(QLocale::Finnish) << u"Save the plan…"_s;
}

void TranslationsTest::languageIsChosen()
{
    QFETCH(QLocale, locale);
    const Installed installed(locale);
    QTEST(QCoreApplication::translate("PlanPage", "Save the plan…", "@action"), "expected");
}

QTEST_GUILESS_MAIN(TranslationsTest)
#include "tst_translations.moc"
