// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/run/connection.h"
#include "runbench.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

/// A machine far away whose connection is lost when the test says so.
class FarHost : public Host
{
public:
    int losses = 0;
    int looksUntilBack = 0;
    bool isFar = true;

    QString address() const override { return isFar ? u"ssh://far"_s : QString(); }
    int cutOffs() const override { return losses; }
    Task<Result<ProcessResult>> run(ProcessCall) override { co_return gone(); }
    Task<Result<QByteArray>> readFile(QString) override { co_return gone(); }
    Task<Result<void>> writeFile(QString, QByteArray, QFileDevice::Permissions) override { co_return gone(); }
    Task<Result<HttpReply>> send(HttpRequest) override { co_return gone(); }
    Task<Result<bool>> exists(QString) override
    {
        if (looksUntilBack-- > 0)
            co_return gone();
        co_return true;
    }
    static std::unexpected<Error> gone() { return failure(ErrorKind::Unreachable, u"far is away"_s); }
};

} // namespace

class TestConnection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aStepIsDoneAgain_data()
    {
        QTest::addColumn<QString>("tries"); ///< of each: ok, lost (cut off under it), away, wrong
        QTest::addColumn<int>("looksUntilBack");
        QTest::addColumn<bool>("isFar");
        QTest::addColumn<int>("done"); ///< how many tries there were
        QTest::addColumn<QString>("end");
        QTest::newRow("done") << u"ok"_s << 0 << true << 1 << u"ok"_s;
        QTest::newRow("lost once") << u"lost ok"_s << 0 << true << 2 << u"ok"_s;
        QTest::newRow("lost, and away for a while") << u"lost ok"_s << 1 << true << 2 << u"ok"_s;
        QTest::newRow("lost three times") << u"lost lost lost ok"_s << 0 << true << 4 << u"ok"_s;
        QTest::newRow("lost again and again")
            << u"lost lost lost lost lost lost lost lost lost lost lost lost"_s << 0 << true << 11
            << u"far"_s;
        QTest::newRow("wrong by itself") << u"wrong ok"_s << 0 << true << 1 << u"wrong"_s;
        QTest::newRow("a database that is away") << u"away ok"_s << 0 << true << 1 << u"far"_s;
        QTest::newRow("on this machine") << u"lost ok"_s << 0 << false << 1 << u"far"_s;
        QTest::newRow("away until asked to stop") << u"lost ok"_s << 1000 << true << 1 << u"resume"_s;
    }
    void aStepIsDoneAgain()
    {
        QFETCH(QString, tries);
        QFETCH(QString, end);
        FarHost host;
        QFETCH(bool, isFar);
        host.isFar = isFar;
        QStringList left = tries.split(u' ');
        int done = 0;
        StepContext context;
        context.host = &host;
        context.log = [](const QString &, const QString &) {};
        context.stopRequested = [&end] { return end == u"resume"; };
        const auto work = [&]() -> Task<Result<void>> {
            QFETCH(int, looksUntilBack);
            const QString what = left.takeFirst();
            ++done;
            if (what == u"lost") {
                ++host.losses;
                host.looksUntilBack = looksUntilBack;
            }
            Result<void> result;
            if (what == u"wrong")
                result = failure(ErrorKind::Failed, u"wrong"_s);
            else if (what != u"ok")
                result = FarHost::gone();
            co_return result;
        };
        const Result<void> result = awaited(overLosses(&context, work));
        QTEST(done, "done");
        QCOMPARE(result.has_value(), end == u"ok");
        if (!result)
            QVERIFY2(result.error().message.contains(end), qPrintable(result.error().message));
        if (end == u"resume")
            QCOMPARE(result.error().kind, ErrorKind::NeedsPerson);
    }
};

QTEST_GUILESS_MAIN(TestConnection)
#include "tst_connection.moc"
