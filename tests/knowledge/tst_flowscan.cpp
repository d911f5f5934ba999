// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/knowledge/flowscan.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

const EngineKnowledge &knowledge()
{
    return *EngineKnowledge::builtIn();
}

QString engineFolder()
{
    return QFileInfo(QStringLiteral(__FILE__)).absolutePath() + u"/../../../shared/data/engine"_s;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString issueList(const FlowReport &report)
{
    QStringList list;
    for (const FlowIssue &issue : report.issues)
        list.append(issue.text);
    return list.join(u" | ");
}

struct Agreement {
    int rows = 0;
    int agreed = 0;
    void count(bool same, const QString &row)
    {
        ++rows;
        agreed += same;
        if (!same)
            qInfo().noquote() << "  differs:" << row;
    }
    double share() const { return rows ? double(agreed) / rows : 0; }
};

const QByteArray Log = "tasks:\n  - {id: t, type: io.kestra.plugin.core.log.Log, message: hi}\n";

} // namespace

class TestFlowScan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void verdicts_data();
    void verdicts();
    void hostile_data();
    void hostile();
    void severalDocuments();
    void agreesWithEngineOnTypes();
    void agreesWithEngineOnConstructs();
    void agreesWithEngineOnFlows();
};

void TestFlowScan::verdicts_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("save");
    QTest::addColumn<QString>("stored");
    const auto row = [](const char *name, const QByteArray &body, const char *target, const char *save,
                        const char *stored) {
        QTest::newRow(name) << body << QString::fromLatin1(target) << QString::fromLatin1(save)
                            << QString::fromLatin1(stored);
    };
    row("plain", Log, "2.0.8", "accepted", "same");
    row("CRLF", QByteArray(Log).replace("\n", "\r\n"), "2.0.8", "accepted", "same");
    row("plugin defaults", "pluginDefaults: []\n" + Log, "2.0.8", "refused", "changed");
    row("plugin defaults before", "pluginDefaults: []\n" + Log, "1.3.44", "accepted", "same");
    row("never known", "fruit: apple\n" + Log, "2.0.8", "refused", "same");
    row("old type", "tasks:\n  - {id: t, type: io.kestra.core.tasks.log.Log, message: x}\n", "2.0.8",
        "refused", "unreadable");
    row("old type before", "tasks:\n  - {id: t, type: io.kestra.core.tasks.log.Log, message: x}\n", "1.3.44",
        "accepted", "same");
    row("deep in cases",
        "tasks:\n  - id: s\n    type: io.kestra.plugin.core.flow.Switch\n    value: a\n    cases:\n      a:\n"
        "        - {id: e, type: io.kestra.plugin.core.debug.Echo, format: x}\n",
        "2.0.8", "refused", "unreadable");
    row("plugin only", "tasks:\n  - {id: t, type: io.kestra.plugin.gcp.gcs.Upload, from: a}\n", "2.0.8",
        "unknown", "unknown");
    row("plugin with a lost common property",
        "tasks:\n  - {id: t, type: io.kestra.plugin.gcp.gcs.Upload, workerGroup: {key: a}}\n", "2.0.8",
        "refused", "changed");
    row("draft holds anything",
        "draft: true\ntasks:\n  - {id: t, type: io.kestra.plugin.core.flow.ForEach}\n", "2.0.8", "accepted",
        "unreadable");
    row("schedule that lost its conditions",
        Log + "triggers:\n  - {id: s, type: io.kestra.plugin.core.trigger.Schedule, cron: '0 3 * * *', "
              "conditions: [{type: io.kestra.plugin.core.condition.Weekend}]}\n",
        "2.0.8", "refused", "changed");
    row("missing input",
        Log + "inputs: [{id: a, type: STRING}]\ntriggers:\n  - {id: w, type: "
              "io.kestra.plugin.core.trigger.Webhook, key: abcdefgh}\n",
        "2.0.8", "refused", "same");
    row("old input type", "inputs: [{id: a, type: BOOLEAN}]\n" + Log, "2.0.8", "refused", "unreadable");
    row("inputs as a mapping", "inputs: {a: {type: STRING}}\n" + Log, "1.3.44", "refused", "unreadable");
    row("reserved id", Log, "1.0.36", "accepted", "same");
    row("nothing to do", "", "2.0.8", "refused", "same");
}

void TestFlowScan::verdicts()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, target);
    QFETCH(QString, save);
    QFETCH(QString, stored);
    const QString text = u"id: f\nnamespace: a.b\n"_s + QString::fromUtf8(body);
    const QList<FlowReport> reports = scanFlows(text, u"f.yaml"_s, Version::of(target), knowledge());
    QCOMPARE(reports.size(), 1);
    QVERIFY2(flowSaveName(reports[0].save) == save, qPrintable(issueList(reports[0])));
    QVERIFY2(flowStoredName(reports[0].stored) == stored, qPrintable(issueList(reports[0])));
    QCOMPARE(reports[0].id, u"a.b.f"_s);
}

void TestFlowScan::hostile_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no yaml") << QByteArray("id: [a\n: b");
    QTest::newRow("binary") << QByteArray("\x7f\x45LF\0\1\2\xff\xfe", 9);
    QTest::newRow("cycle") << QByteArray("&a [*a]");
    QTest::newRow("bomb") << QByteArray(
        "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n"
        "d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: &f "
        "[*e,*e,*e,*e,*e,*e,*e,*e,*e]\n"
        "g: &g [*f,*f,*f,*f,*f,*f,*f,*f,*f]\n");
    QTest::newRow("deep") << QByteArray(100'000, '[');
    QTest::newRow("big") << QByteArray("a: ") + QByteArray(9 * 1024 * 1024, 'x');
    QTest::newRow("twice") << QByteArray("id: a\nid: b\nnamespace: c\n") + Log;
    QTest::newRow("a list") << QByteArray("- a\n- b\n");
}

void TestFlowScan::hostile()
{
    QFETCH(QByteArray, text);
    QElapsedTimer timer;
    timer.start();
    const QList<FlowReport> reports =
        scanFlows(QString::fromUtf8(text), u"f.yaml"_s, Version::of(u"2.0.8"), knowledge());
    QVERIFY(!reports.isEmpty());
    QCOMPARE(reports[0].save, FlowSave::Refused);
    QVERIFY(!reports[0].issues.isEmpty());
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
}

void TestFlowScan::severalDocuments()
{
    const QString text = u"id: a\nnamespace: n\n%1---\nid: b\nnamespace: n\npluginDefaults: []\n%1"_s.arg(
        QString::fromUtf8(Log));
    const QList<FlowReport> reports = scanFlows(text, u"f.yaml"_s, Version::of(u"2.0.8"), knowledge());
    QCOMPARE(reports.size(), 2);
    QCOMPARE(reports[0].save, FlowSave::Accepted);
    QCOMPARE(reports[1].save, FlowSave::Refused);
    QCOMPARE(reports[1].issues[0].line, 8);
    QCOMPARE(reports[1].toJson()["findings"_L1].toArray()[0].toObject()["where"_L1].toString(),
             u"f.yaml:8"_s);
}

void TestFlowScan::agreesWithEngineOnTypes()
{
    const QList<QByteArray> rows = contentOf(engineFolder() + u"/types.tsv"_s).split('\n');
    if (rows.size() < 2)
        QSKIP("SKIPPED: no tables of the engine beside the project");
    Agreement agreement;
    const QStringList versions{u"2.0.0"_s, u"1.3.31"_s, u"1.0.36"_s, u"0.23.29"_s};
    for (const QByteArray &row : rows.sliced(1)) {
        const QList<QByteArray> cells = row.split('\t');
        const QString name = QString::fromUtf8(cells.value(0));
        // Dashboards, previews and stores are no parts of a flow.
        if (cells.size() < 6 || name.contains(u"dashboard") || name.contains(u"preview") ||
            name.contains(u"repository") || name.contains(u"storage.local") || name.contains(u"assets") ||
            name.contains(u'$'))
            continue;
        for (int i = 0; i < 4; ++i) {
            const bool known =
                knowledge().type(name, knowledge().lineOf(Version::of(versions[i]))).has_value();
            agreement.count(known == (cells[2 + i] == "known"), name + u" "_s + versions[i]);
        }
    }
    qInfo("types: %d of %d", agreement.agreed, agreement.rows);
    QCOMPARE(agreement.agreed, agreement.rows);
}

void TestFlowScan::agreesWithEngineOnConstructs()
{
    const QList<QByteArray> rows = contentOf(engineFolder() + u"/rules.tsv"_s).split('\n');
    if (rows.size() < 2)
        QSKIP("SKIPPED: no tables of the engine beside the project");
    Agreement save;
    Agreement stored;
    const QList<QPair<QString, int>> versions{
        {u"2.0.0"_s, 6}, {u"1.3.31"_s, 5}, {u"1.0.36"_s, 11}, {u"0.23.29"_s, 12}};
    for (const QByteArray &row : rows.sliced(1)) {
        const QList<QByteArray> cells = row.split('\t');
        const QString name = QString::fromUtf8(cells.value(1));
        const QByteArray text = contentOf(engineFolder() + u"/rules/"_s + name);
        if (cells.size() < 13 || text.isEmpty())
            continue;
        for (const auto &[version, column] : versions) {
            const FlowReport report =
                scanFlows(QString::fromUtf8(text), name, Version::of(version), knowledge()).constFirst();
            const QByteArray verdict = cells[column];
            const QString wanted = verdict == "accepted"   ? u"accepted"_s
                                   : verdict == "rejected" ? u"refused"_s
                                                           : u"unknown"_s;
            save.count(flowSaveName(report.save) == wanted,
                       u"%1 %2: engine %3, we %4 (%5)"_s.arg(name, version, wanted, flowSaveName(report.save),
                                                             issueList(report)));
        }
        const FlowReport report =
            scanFlows(QString::fromUtf8(text), name, Version::of(u"2.0.0"), knowledge()).constFirst();
        const bool reads = report.stored == FlowStored::Same || report.stored == FlowStored::Changed;
        const bool fails = report.stored == FlowStored::Unreadable;
        if (cells[6] != "needs-plugin")
            stored.count(cells[10] == "accepted" ? reads : fails,
                         u"%1 stored: engine %2, we %3 (%4)"_s.arg(name, QString::fromUtf8(cells[10]),
                                                                   flowStoredName(report.stored),
                                                                   issueList(report)));
    }
    qInfo("constructs: save %d of %d, stored %d of %d", save.agreed, save.rows, stored.agreed, stored.rows);
    QVERIFY(save.share() >= 0.95);
    QVERIFY(stored.share() >= 0.95);
}

void TestFlowScan::agreesWithEngineOnFlows()
{
    const QList<QByteArray> rows = contentOf(engineFolder() + u"/flows.tsv"_s).split('\n');
    const QString folder = engineFolder() + u"/../installations/flows/"_s;
    if (rows.size() < 2 || !QDir(folder).exists())
        QSKIP("SKIPPED: no tables of the engine beside the project");
    Agreement save;
    Agreement stored;
    for (const QByteArray &row : rows.sliced(1)) {
        const QList<QByteArray> cells = row.split('\t');
        const QString name = QString::fromUtf8(cells.value(0));
        const QByteArray text = contentOf(folder + name);
        if (cells.size() < 9 || text.isEmpty())
            continue;
        const QString version = QString::fromUtf8(cells[1]);
        const FlowReport report =
            scanFlows(QString::fromUtf8(text), name, Version::of(version), knowledge()).constFirst();
        const QString wanted = cells[2] == "accepted"   ? u"accepted"_s
                               : cells[2] == "rejected" ? u"refused"_s
                                                        : u"unknown"_s;
        save.count(flowSaveName(report.save) == wanted,
                   u"%1 %2: engine %3, we %4 (%5) [%6]"_s.arg(name, version, wanted,
                                                              flowSaveName(report.save), issueList(report),
                                                              QString::fromUtf8(cells[7].left(300))));
        if (version == u"2.0.0" && report.stored != FlowStored::Unknown) {
            const bool reads = report.stored != FlowStored::Unreadable;
            // A flow of a missing plugin failed for that reason alone there.
            bool plugin = false;
            for (const FlowIssue &issue : report.issues)
                plugin = plugin || issue.effect == FlowIssue::Effect::Unknown;
            if (!plugin)
                stored.count((cells[8] == "accepted") == reads,
                             u"%1 stored: engine %2, we %3 (%4)"_s.arg(name, QString::fromUtf8(cells[8]),
                                                                       flowStoredName(report.stored),
                                                                       issueList(report)));
        }
    }
    qInfo("flows: save %d of %d, stored %d of %d", save.agreed, save.rows, stored.agreed, stored.rows);
    QVERIFY(save.share() >= 0.95);
    QVERIFY(stored.share() >= 0.95);
}

QTEST_GUILESS_MAIN(TestFlowScan)
#include "tst_flowscan.moc"
