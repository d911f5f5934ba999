// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/wizard/preflight.h"

#include <QJsonArray>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

/// What stands in the way before anything is touched, from what was read alone.
class TestPreflight : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFileThatWasChangedSinceStandsInTheWay_data();
    void aFileThatWasChangedSinceStandsInTheWay();
    void onlyComposeHasSuchAFile();
    void whoeverStopsItMustWaitAsLong_data();
    void whoeverStopsItMustWaitAsLong();
};

namespace
{

CheckResult checkOf(const Installation &installation, const QString &id)
{
    const QList<CheckResult> checks = preflightChecks(installation, {});
    const auto found = std::ranges::find(checks, id, &CheckResult::id);
    return found == checks.end() ? CheckResult() : *found;
}

} // namespace

void TestPreflight::aFileThatWasChangedSinceStandsInTheWay_data()
{
    QTest::addColumn<QJsonValue>("changed");
    QTest::addColumn<CheckVerdict>("verdict");
    QTest::newRow("Compose did not say") << QJsonValue(QJsonValue::Undefined) << CheckVerdict::Unknown;
    QTest::newRow("every variable is as it was") << QJsonValue(QJsonArray()) << CheckVerdict::Pass;
    QTest::newRow("the configuration was changed")
        << QJsonValue(QJsonArray{u"kestra: KESTRA_CONFIGURATION"_s}) << CheckVerdict::Fail;
}

void TestPreflight::aFileThatWasChangedSinceStandsInTheWay()
{
    QFETCH(QJsonValue, changed);
    QFETCH(CheckVerdict, verdict);
    Installation installation;
    installation.kind = InstallationKind::Compose;
    if (!changed.isUndefined())
        installation.details.insert(u"changedVariables"_s, changed);
    const CheckResult check = checkOf(installation, u"file-runs"_s);
    QCOMPARE(check.verdict, verdict);
    QCOMPARE(check.message.contains(u"KESTRA_CONFIGURATION"_s), verdict == CheckVerdict::Fail);
    QVERIFY(!check.blocking);
}

void TestPreflight::onlyComposeHasSuchAFile()
{
    QCOMPARE(checkOf(Installation(), u"file-runs"_s), CheckResult());
}

void TestPreflight::whoeverStopsItMustWaitAsLong_data()
{
    QTest::addColumn<InstallationKind>("kind");
    QTest::addColumn<QJsonObject>("details");
    QTest::addColumn<CheckVerdict>("verdict");
    QTest::addColumn<QStringList>("says");
    const auto stops = [](int seconds) {
        return QJsonObject{{u"stopSeconds"_s, QJsonObject{{u"worker"_s, seconds}}}};
    };
    const QJsonObject pods{
        {u"workloads"_s, QJsonArray{QJsonObject{{u"name"_s, u"kestra-worker"_s}, {u"graceSeconds"_s, 60}}}}};
    using Kind = InstallationKind;
    QTest::newRow("nobody else stops it")
        << Kind::Practice << QJsonObject() << CheckVerdict::Pass << QStringList{u"300"_s};
    QTest::newRow("Compose kills after its own ten")
        << Kind::Compose << stops(10) << CheckVerdict::Warn << QStringList{u"300"_s, u"worker"_s, u"10 s"_s};
    QTest::newRow("exactly as long") << Kind::Compose << stops(300) << CheckVerdict::Pass
                                     << QStringList{u"300"_s};
    QTest::newRow("a unit with less")
        << Kind::Standalone << stops(90) << CheckVerdict::Warn << QStringList{u"300"_s, u"90 s"_s};
    QTest::newRow("a unit that waits for ever")
        << Kind::Standalone << stops(-1) << CheckVerdict::Pass << QStringList{u"300"_s};
    QTest::newRow("pods") << Kind::Helm << pods << CheckVerdict::Fail
                          << QStringList{u"300"_s, u"kestra-worker"_s, u"60 s"_s};
    QTest::newRow("not seen") << Kind::Docker << QJsonObject() << CheckVerdict::Warn << QStringList{u"300"_s};
}

void TestPreflight::whoeverStopsItMustWaitAsLong()
{
    QFETCH(InstallationKind, kind);
    QFETCH(QJsonObject, details);
    QFETCH(CheckVerdict, verdict);
    QFETCH(QStringList, says);
    Installation installation;
    installation.kind = kind;
    installation.details = details;
    const CheckResult check = checkOf(installation, u"grace"_s);
    QCOMPARE(check.verdict, verdict);
    for (const QString &word : says)
        QVERIFY2(check.message.contains(word), qPrintable(check.message));
    QCOMPARE(check.remedy.isEmpty(), verdict == CheckVerdict::Pass);
    QVERIFY(!check.blocking);
}

QTEST_GUILESS_MAIN(TestPreflight)
#include "tst_preflight.moc"
