// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/knowledge/findings.h"
#include "app/knowledge/yamlvalue.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

InstallationKind kindNamed(const QString &name)
{
    return name == u"standalone" ? InstallationKind::Standalone
           : name == u"helm"     ? InstallationKind::Helm
                                 : InstallationKind::Compose;
}

/// The plain installation with what a case says differently.
Installation installationOf(const YamlValue *changes)
{
    static const YamlValue none;
    const YamlValue &given = changes ? *changes : none;
    const auto value = [&given](QStringView key, const QString &otherwise) {
        const QString text = given.scalar(key);
        return text.isEmpty() ? otherwise : text;
    };
    Installation made;
    made.kind = kindNamed(given.scalar(u"kind"));
    const bool enterprise = given.scalar(u"edition") == u"ee";
    made.images = {{u"kestra"_s,
                    enterprise ? u"registry.kestra.io/docker/kestra-ee"_s : u"kestra/kestra"_s,
                    value(u"tag", u"v1.3.44"_s),
                    u"docker-compose.yml:3"_s,
                    {},
                    {}}};
    made.database.kind = value(u"database", u"postgresql"_s);
    made.storage.kind = value(u"storage", u"local"_s);
    made.javaVersion = given.scalar(u"java");
    made.configurations = {{u"application.yaml"_s, 1, u"application"_s,
                            value(u"config", u"kestra:\n  repository:\n    type: postgres\n"
                                             "  server:\n    basic-auth:\n      username: a@b.c\n"_s)}};
    QString flow = u"id: %1\nnamespace: a\n"_s.arg(value(u"id", u"f"_s));
    const QString message = given.scalar(u"message");
    flow +=
        message.isEmpty()
            ? u"tasks: [%1]\n"_s.arg(
                  value(u"task", u"{id: t, type: io.kestra.plugin.core.log.Log, message: hi}"_s))
            : u"tasks:\n  - id: t\n    type: io.kestra.plugin.core.log.Log\n    message: |\n      %1\n"_s.arg(
                  message);
    if (!given.scalar(u"trigger").isEmpty())
        flow += u"triggers: [%1]\n"_s.arg(given.scalar(u"trigger"));
    if (!given.scalar(u"input").isEmpty())
        flow += u"inputs: [%1]\n"_s.arg(given.scalar(u"input"));
    made.flows = {{u"f.yaml"_s, u"a.f"_s, flow + given.scalar(u"flow") + u"\n"_s}};
    made.flowsKnown = true;
    return made;
}

const Version Oldest = Version::of(u"0.9.0");
const Version Newest = Version::of(u"2.0.8");

} // namespace

class TestRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyRuleHasACase();
    void cases_data();
    void cases();
    void onlyRulesOfTheJump();
    void gravestFirst();
    void unseenIsNeverClear_data();
    void unseenIsNeverClear();
    void editionNotSeen();
    void placesNameFileAndLine();
    void configurationWherever_data();
    void configurationWherever();
    void fixKeepsEveryOtherByte();
    void fixOfAChangedFileIsRefused();
    void schemaIsChecked_data();
    void schemaIsChecked();
    void realInstallations();
    void thousandsOfFlows();

private:
    Finding find(const QString &rule, const Installation &installation)
    {
        for (const Finding &finding : matchRules(m_rules, installation, Oldest, Newest)) {
            if (finding.id == rule)
                return finding;
        }
        return {};
    }

    QList<Rule> m_rules;
    YamlStream m_cases;
};

void TestRules::initTestCase()
{
    const Result<QList<Rule>> rules = builtInRules();
    QVERIFY2(rules, rules ? "" : qPrintable(rules.error().message + rules.error().details));
    m_rules = *rules;
    QFile file(QFINDTESTDATA("cases/cases.yaml"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const Result<YamlStream> cases = readYamlStream(QString::fromUtf8(file.readAll()));
    QVERIFY2(cases, cases ? "" : qPrintable(cases.error().message));
    m_cases = *cases;
}

void TestRules::everyRuleHasACase()
{
    QStringList withCase;
    for (const YamlValuePointer &item : m_cases.documents[0]->items)
        withCase.append(item->scalar(u"rule"));
    for (const Rule &rule : std::as_const(m_rules))
        QVERIFY2(withCase.contains(rule.id), qPrintable(rule.id));
    QCOMPARE(withCase.size(), m_rules.size());
    qInfo("%lld rules", qint64(m_rules.size()));
}

void TestRules::cases_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < m_cases.documents[0]->items.size(); ++i)
        QTest::newRow(qPrintable(m_cases.documents[0]->items[i]->scalar(u"rule"))) << i;
}

void TestRules::cases()
{
    QFETCH(int, index);
    const YamlValuePointer one = m_cases.documents[0]->items[index];
    const QString rule = one->scalar(u"rule");
    for (const QString &verdict : {u"hits"_s, u"clear"_s, u"unknown"_s}) {
        const YamlValue *changes = one->value(verdict);
        if (!changes)
            continue;
        const Finding finding = find(rule, installationOf(changes));
        QVERIFY2(verdictName(finding.verdict) == verdict, qPrintable(finding.why + finding.where.join(u'|')));
        QVERIFY(!finding.why.isEmpty());
    }
    const QString otherwise = one->value(u"otherwise") ? one->scalar(u"otherwise") : u"clear"_s;
    const Finding plain = find(rule, installationOf(nullptr));
    QVERIFY2(verdictName(plain.verdict) == otherwise, qPrintable(plain.why + plain.where.join(u'|')));
    QVERIFY(!plain.why.isEmpty());
    // The negative case of a rule for everybody: a jump that has it behind itself already.
    const auto found = std::ranges::find(m_rules, rule, &Rule::id);
    QVERIFY(found != m_rules.end());
    for (const Finding &finding :
         matchRules(m_rules, installationOf(one->value(u"hits")), found->version, Newest))
        QVERIFY(finding.id != rule);
}

void TestRules::onlyRulesOfTheJump()
{
    for (const Finding &finding :
         matchRules(m_rules, installationOf(nullptr), Version::of(u"1.0.36"), Version::of(u"1.3.10")))
        QVERIFY2(finding.version > Version::of(u"1.0.36") && finding.version <= Version::of(u"1.3.10"),
                 qPrintable(finding.id));
    QVERIFY(
        matchRules(m_rules, installationOf(nullptr), Version::of(u"1.3.5"), Version::of(u"1.3.6")).isEmpty());
    QCOMPARE(
        matchRules(m_rules, installationOf(nullptr), Version::of(u"1.3.5"), Version::of(u"1.3.44")).size(),
        1);
}

void TestRules::gravestFirst()
{
    const Result<YamlStream> text = readYamlStream(
        u"{trigger: '{id: s, type: io.kestra.plugin.core.trigger.Flow, preconditions: {}}'}"_s);
    const QList<Finding> findings =
        matchRules(m_rules, installationOf(text->documents[0].get()), Version::of(u"1.3.44"), Newest);
    QCOMPARE(findings[0].id, u"2.0/trigger-conditions-run-away"_s);
    QCOMPARE(findings[0].toJson()["severity"_L1].toString(), u"runaway"_s);
    QCOMPARE(findings.constLast().verdict, Verdict::Clear);
}

void TestRules::unseenIsNeverClear_data()
{
    QTest::addColumn<QString>("what");
    QTest::newRow("flows not all known") << "flows";
    QTest::newRow("a flow that is no yaml") << "broken flow";
    QTest::newRow("no configuration") << "no config";
    QTest::newRow("configuration that is no yaml") << "broken config";
    QTest::newRow("nothing at all") << "nothing";
}

void TestRules::unseenIsNeverClear()
{
    QFETCH(QString, what);
    Installation seen = installationOf(nullptr);
    if (what == u"flows")
        seen.flowsKnown = false;
    else if (what == u"broken flow")
        seen.flows.append({u"g.yaml"_s, u"a.g"_s, u"id: [\n"_s});
    else if (what == u"no config")
        seen.configurations.clear();
    else if (what == u"broken config")
        seen.configurations.append({u"b.yaml"_s, 1, u"application"_s, u"a: [\n"_s});
    else
        seen = Installation{.address = {}, .kind = InstallationKind::Compose};
    const bool flows = what.contains(u"flow") || what == u"nothing";
    const bool config = what.contains(u"config") || what == u"nothing";
    if (flows)
        QCOMPARE(find(u"2.0/foreach-removed"_s, seen).verdict, Verdict::Unknown);
    if (config)
        QCOMPARE(find(u"2.0/basic-auth-camel-case"_s, seen).verdict, Verdict::Unknown);
    if (what == u"nothing") {
        for (const QString &rule :
             {u"2.0/mysql"_s, u"0.23/double-slash"_s, u"2.0/slim-suffix"_s, u"2.0/worker-group"_s})
            QCOMPARE(find(rule, seen).verdict, Verdict::Unknown);
    }
}

void TestRules::editionNotSeen()
{
    Installation seen = installationOf(nullptr);
    seen.images[0].image = u"my.registry/own"_s;
    QCOMPARE(find(u"2.0/pending-migrations-block"_s, seen).verdict, Verdict::Unknown);
    seen.images[0].image = u"kestra/kestra"_s;
    const Finding finding = find(u"2.0/pending-migrations-block"_s, seen);
    QCOMPARE(finding.verdict, Verdict::Clear);
    QVERIFY(finding.why.contains(u"open-source"));
}

void TestRules::placesNameFileAndLine()
{
    Installation seen = installationOf(nullptr);
    seen.flows = {
        {u"dir/g.yaml"_s, u"a.g"_s,
         u"id: g\nnamespace: a\ntasks:\n  - id: t\n    type: io.kestra.plugin.core.flow.ForEach\n"_s}};
    QCOMPARE(find(u"2.0/foreach-removed"_s, seen).where,
             QStringList{u"dir/g.yaml:5 io.kestra.plugin.core.flow.ForEach (a.g)"_s});
}

void TestRules::configurationWherever_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("line");
    QTest::newRow("file") << "application" << "kestra:\n  server:\n    basicAuth:\n      username: a\n"
                          << 1 << 3;
    QTest::newRow("dotted") << "application"
                            << "kestra.server.basicAuth.username: a\nkestra:\n  server: {basicAuth: {}}\n"
                            << 1 << 3;
    QTest::newRow("block handed over")
        << "application" << "kestra:\n  server:\n    basicAuth:\n      username: a\n"
        << 11 << 13;
    QTest::newRow("block in Compose")
        << "compose"
        << "services:\n  kestra:\n    image: kestra/kestra\n    environment:\n      KESTRA_CONFIGURATION: |\n"
           "        kestra:\n          server:\n            basicAuth:\n              username: a\n"
        << 1 << 8;
    QTest::newRow("new chart")
        << "values" << "configurations:\n  application:\n    kestra:\n      server:\n        basicAuth: {}\n"
        << 1 << 5;
    QTest::newRow("old chart") << "values" << "configuration:\n  kestra:\n    server:\n      basicAuth: {}\n"
                               << 1 << 4;
}

void TestRules::configurationWherever()
{
    QFETCH(QString, format);
    QFETCH(QString, text);
    QFETCH(int, first);
    QFETCH(int, line);
    Installation seen = installationOf(nullptr);
    seen.configurations = {{u"c.yml"_s, first, format, text}};
    const Finding finding = find(u"2.0/basic-auth-camel-case"_s, seen);
    QCOMPARE(finding.verdict, Verdict::Hits);
    QVERIFY2(finding.where.contains(u"c.yml:%1 basicAuth"_s.arg(line)), qPrintable(finding.where.join(u'|')));
}

void TestRules::fixKeepsEveryOtherByte()
{
    const QByteArray file =
        "# login\r\nkestra:\r\n  server:\r\n    basicAuth:   # who\r\n      username: a@b.c\r\n";
    Installation seen = installationOf(nullptr);
    seen.configurations = {{u"c.yml"_s, 1, u"application"_s, QString::fromUtf8(file)}};
    const Finding finding = find(u"2.0/basic-auth-camel-case"_s, seen);
    QCOMPARE(finding.fixes.size(), 1);
    const Result<QByteArray> fixed = applyFixes(file, finding.fixes);
    QVERIFY(fixed);
    QCOMPARE(*fixed, QByteArray(file).replace("basicAuth", "basic-auth"));
}

void TestRules::fixOfAChangedFileIsRefused()
{
    const Result<QByteArray> fixed = applyFixes("a\nb\n", {{u"c.yml"_s, 2, "basicAuth", "basic-auth"}});
    QVERIFY(!fixed);
    QCOMPARE(fixed.error().kind, ErrorKind::BadInput);
    QVERIFY(!applyFixes("a\n", {{u"c.yml"_s, 9, "a", "b"}}));
}

void TestRules::schemaIsChecked_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("to");
    QTest::newRow("severity") << "severity: soft" << "severity: mild";
    QTest::newRow("edition") << "edition: ee" << "edition: pro";
    QTest::newRow("source") << "source: https://a.b/c" << "source: file:///c";
    QTest::newRow("no detector") << "detect: {where: always}" << "detect: []";
    QTest::newRow("unknown place") << "where: always" << "where: moon";
    QTest::newRow("empty detector") << "where: always" << "where: flow";
    QTest::newRow("unknown key") << "title: t" << "titel: t";
    QTest::newRow("no title") << "title: t" << "title: ''";
    QTest::newRow("version") << "version: \"9.9\"" << "version: nine";
    QTest::newRow("no yaml") << "rules:" << "rules: [";
}

void TestRules::schemaIsChecked()
{
    QFETCH(QString, change);
    QFETCH(QString, to);
    QString text = u"version: \"9.9\"\nrules:\n  - id: x\n    edition: ee\n    severity: soft\n    title: "
                   u"t\n    what: w\n    action: a\n"
                   "    source: https://a.b/c\n    detect: {where: always}\n"_s;
    QVERIFY(rulesFromYaml(text.toUtf8(), u"x"_s));
    QVERIFY(text.contains(change));
    const Result<QList<Rule>> rules = rulesFromYaml(text.replace(change, to).toUtf8(), u"x.yaml"_s);
    QVERIFY(!rules);
    QVERIFY(rules.error().message.contains(u"x.yaml"));
}

void TestRules::realInstallations()
{
    const QString root =
        QFileInfo(QStringLiteral(__FILE__)).absolutePath() + u"/../../../shared/data/installations"_s;
    if (!QDir(root).exists())
        QSKIP("SKIPPED: no real installations beside the project");
    int files = 0;
    int camel = 0;
    int unknown = 0;
    QDirIterator iterator(root, QDir::Files, QDirIterator::Subdirectories);
    while (iterator.hasNext()) {
        const QFileInfo info(iterator.next());
        QFile file(info.filePath());
        if (info.fileName() == u"INDEX.tsv" || !file.open(QIODevice::ReadOnly))
            continue;
        const QString text = QString::fromUtf8(file.readAll());
        Installation seen;
        seen.kind = InstallationKind::Compose;
        seen.flowsKnown = true;
        if (info.path().endsWith(u"/flows"))
            seen.flows = {{info.fileName(), {}, text}};
        else
            seen.configurations = {
                {info.fileName(), 1, info.suffix() == u"env" ? u"env"_s : u"compose"_s, text}};
        const QList<Finding> findings = matchRules(m_rules, seen, Oldest, Newest);
        QCOMPARE(findings.size(), m_rules.size());
        ++files;
        for (const Finding &finding : findings) {
            if (finding.id != u"2.0/basic-auth-camel-case" || seen.configurations.isEmpty())
                continue;
            camel += finding.verdict == Verdict::Hits;
            unknown += finding.verdict == Verdict::Unknown;
            if (text.contains(u"basicAuth:") && finding.verdict == Verdict::Clear)
                qInfo("clear: %s", qPrintable(info.fileName()));
            for (const FindingFix &fix : finding.fixes)
                QVERIFY2(applyFixes(text.toUtf8(), {fix}), qPrintable(info.fileName()));
        }
    }
    qInfo("%d files, basicAuth in %d, %d could not be read", files, camel, unknown);
    QVERIFY(files > 100);
}

void TestRules::thousandsOfFlows()
{
    Installation seen = installationOf(nullptr);
    const FlowText flow = seen.flows.constFirst();
    seen.flows = QList<FlowText>(2000, flow);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(matchRules(m_rules, seen, Oldest, Newest).size(), m_rules.size());
    qInfo("2000 flows, %lld rules: %lld ms", qint64(m_rules.size()), timer.elapsed());
    QVERIFY(timer.elapsed() < 20'000);
}

QTEST_GUILESS_MAIN(TestRules)
#include "tst_rules.moc"
