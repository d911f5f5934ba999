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

QTEST_GUILESS_MAIN(TestPreflight)
#include "tst_preflight.moc"
