// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/plan/probe.h"
#include "tests/cli/assistant.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

/// Exit codes and fields of every command that only looks, and of a backup.
class TestCli : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(m_it.up(u"1.0.36"_s), 0);
        QCOMPARE(m_it.run({u"load"_s, u"{}"_s, u"--executions"_s, u"50"_s, u"--running"_s, u"0"_s}), 0);
        write(u"good.yaml"_s, "id: good\nnamespace: tests\ntasks:\n  - id: say\n    type: "
                              "io.kestra.plugin.core.log.Log\n    message: hello\n");
        write(u"gone.yaml"_s, "id: gone\nnamespace: tests\ntasks:\n  - id: each\n    type: "
                              "io.kestra.plugin.core.flow.ForEach\n    values: [1]\n"
                              "    tasks:\n      - id: say\n        type: io.kestra.plugin.core.log.Log\n    "
                              "    message: hello\n");
        write(u"notes.md"_s, "# v9.9.0\n\n## Breaking changes\n\n- The door opens the other way. See "
                             "https://kestra.io/docs\n\n## Features\n\n- New paint\n");
    }

    void fieldsOfTheContract_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("code");
        QTest::addColumn<QStringList>("fields");
        const QStringList facts{u"id"_s,
                                u"kind"_s,
                                u"version"_s,
                                u"components/0/name"_s,
                                u"components/0/state"_s,
                                u"images/0/service"_s,
                                u"images/0/image"_s,
                                u"images/0/tag"_s,
                                u"images/0/where"_s,
                                u"database/kind"_s,
                                u"database/schemaVersion"_s,
                                u"unknown"_s};
        QStringList listed = facts;
        listed.replaceInStrings(QRegularExpression(u"^"_s), u"0/"_s);
        const QStringList to{u"--to"_s, u"2.0.8"_s};
        QTest::newRow("find") << QStringList{u"find"_s, u"{}"_s} << 0 << listed;
        QTest::newRow("show") << QStringList{u"show"_s, u"practice:{}"_s} << 0 << facts;
        QTest::newRow("releases") << QStringList{u"releases"_s} << 0 << QStringList{u"0/version"_s};
        QTest::newRow("route") << QStringList{u"route"_s, u"1.0.36"_s, u"2.0.8"_s} << 0
                               << QStringList{u"stops/0/version=1.3.44"_s, u"stops/0/why"_s,
                                              u"stops/1/version=2.0.8"_s, u"stops/1/why"_s};
        QTest::newRow("route from long ago")
            << QStringList{u"route"_s, u"0.18.4"_s, u"2.0.8"_s} << 0
            << QStringList{u"stops/3/version=2.0.8"_s, u"stops/2/version=1.3.44"_s};
        QTest::newRow("findings") << QStringList{u"findings"_s, u"practice:{}"_s} + to << 0
                                  << QStringList{u"0/id"_s,      u"0/version"_s, u"0/severity"_s,
                                                 u"0/verdict"_s, u"0/where"_s,   u"0/source"_s};
        QTest::newRow("flows, one refused") << QStringList{u"flows"_s, u"{tmp}/gone.yaml"_s} + to << 4
                                            << QStringList{u"0/file"_s, u"0/id"_s, u"0/save=refused"_s,
                                                           u"0/stored=unreadable"_s, u"0/findings"_s};
        QTest::newRow("flows, all well") << QStringList{u"flows"_s, u"{tmp}/good.yaml"_s} + to << 0
                                         << QStringList{u"0/save=accepted"_s, u"0/stored=same"_s};
        QTest::newRow("check") << QStringList{u"check"_s, u"practice:{}"_s} + to << 0
                               << QStringList{u"0/id"_s, u"0/verdict=pass"_s, u"0/message"_s};
        QTest::newRow("plan") << QStringList{u"plan"_s, u"practice:{}"_s} + to << 0
                              << QStringList{u"from=1.0.36"_s,       u"to=2.0.8"_s,
                                             u"steps/0/id"_s,        u"steps/0/kind"_s,
                                             u"steps/0/component"_s, u"steps/0/reversal"_s,
                                             u"pointOfNoReturn"_s};
        QTest::newRow("plan without a backup")
            << QStringList{u"plan"_s, u"practice:{}"_s, u"--without-backup"_s} + to << 0
            << QStringList{u"pointOfNoReturn"_s};
        QTest::newRow("runs, none yet") << QStringList{u"runs"_s} << 0 << QStringList{u""_s};
        QTest::newRow("notes of a file") << QStringList{u"notes"_s, u"--file"_s, u"{tmp}/notes.md"_s} << 0
                                         << QStringList{u"version"_s,          u"title"_s,
                                                        u"breaking/0/text"_s,  u"breaking/0/links"_s,
                                                        u"sections/0/title"_s, u"sections/0/kind"_s,
                                                        u"sections/0/items"_s, u"truncated"_s,
                                                        u"complete"_s};
        QTest::newRow("notes of a file, version said")
            << QStringList{u"notes"_s, u"--file"_s, u"{tmp}/notes.md"_s, u"--version"_s, u"1.3.0"_s} << 0
            << QStringList{u"version=1.3.0"_s};
        QTest::newRow("notes of a way")
            << QStringList{u"notes"_s, u"1.0.36..2.0.8"_s} << 0 << QStringList{u"breaking"_s};
    }

    void fieldsOfTheContract()
    {
        QFETCH(QStringList, words);
        QFETCH(int, code);
        QFETCH(QStringList, fields);
        const Call call = m_assistant.call(placed(words));
        QVERIFY2(call.code == code, call.shown());
        const QJsonValue json = call.json();
        QVERIFY2(!json.isUndefined(), call.shown());
        for (const QString &field : std::as_const(fields)) {
            const QJsonValue value = valueAt(json, field.section(u'=', 0, 0));
            QVERIFY2(!value.isUndefined(), qPrintable(field));
            if (field.contains(u'='))
                QCOMPARE(value.toString(), field.section(u'=', 1));
        }
        QVERIFY2(!call.text().contains("Practice1"), call.shown());
    }

    void verdictsAreWordsOfTheContract()
    {
        const QStringList verdicts{u"hits"_s, u"clear"_s, u"unknown"_s};
        QStringList hits;
        const QJsonArray findings =
            m_assistant.call({u"findings"_s, address(), u"--to"_s, u"2.0.8"_s}).json().toArray();
        for (const QJsonValue &finding : findings) {
            QVERIFY(verdicts.contains(finding[u"verdict"_s].toString()));
            QVERIFY(finding[u"where"_s].isArray());
            if (finding[u"verdict"_s] == u"hits"_s)
                hits.append(finding[u"id"_s].toString());
        }
        QVERIFY(hits.contains(u"2.0/foreach-removed"_s));
        QVERIFY(findings.size() >= 20);
    }

    void fixesGoIntoThePlan()
    {
        // The old spelling, which 2.0 reads no more.
        const QString folder = m_folder.filePath(u"old spelling"_s);
        QVERIFY(QDir().mkpath(folder + u"/storage"_s));
        for (const QString &name : {u"practice.yaml"_s, u"kestra.sqlite"_s})
            QVERIFY(QFile::copy(m_it.path() + u'/' + name, folder + u'/' + name));
        write(u"old spelling/application.yaml"_s,
              bytes(m_it.path() + u"/application.yaml"_s).replace("basic-auth:", "basicAuth:"));
        const QStringList to{u"practice:"_s + folder, u"--to"_s, u"2.0.8"_s};
        const QString id = u"2.0/basic-auth-camel-case"_s;
        const QJsonArray findings = m_assistant.call(QStringList{u"findings"_s} + to).json().toArray();
        bool offered = false;
        for (const QJsonValue &finding : findings)
            offered = offered || (finding[u"id"_s] == id && finding[u"fix"_s].toBool());
        QVERIFY(offered);
        const QByteArray fixed("-    basicAuth:\n+    basic-auth:\n");
        for (const QString &option : {u"--fix"_s, u"--accept"_s}) {
            const Call diff = m_assistant.callForPeople(QStringList{u"plan"_s} + to +
                                                        QStringList{u"--as"_s, u"diff"_s, option, id});
            QVERIFY2(diff.code == 0, diff.shown());
            QCOMPARE(diff.out.contains(fixed), option == u"--fix"_s);
        }
        const Call asked = m_assistant.call(QStringList{u"run"_s} + to + QStringList{u"--yes"_s});
        QVERIFY2(asked.code == 4, asked.shown());
        QVERIFY2(asked.err.contains("--fix " + id.toUtf8()), asked.shown());
        const Call run =
            m_assistant.call(QStringList{u"run"_s} + to + QStringList{u"--yes"_s, u"--fix"_s, id});
        QVERIFY2(run.code == 4, run.shown());
        QVERIFY2(!run.err.contains(id.toUtf8()), run.shown());
    }

    void whatThePlanDoesIsNotAsked()
    {
        const Call findings = m_assistant.call({u"findings"_s, address(), u"--to"_s, u"2.0.8"_s});
        const QByteArray asked =
            m_assistant.call({u"run"_s, address(), u"--to"_s, u"2.0.8"_s, u"--yes"_s}).err;
        const QJsonArray steps =
            m_assistant.call({u"plan"_s, address(), u"--to"_s, u"2.0.8"_s}).json()[u"steps"_s].toArray();
        QHash<QString, QString> handled;
        for (const QJsonValue &finding : findings.json().toArray()) {
            const QString id = finding[u"id"_s].toString();
            if (finding[u"handledBy"_s].isUndefined())
                continue;
            QCOMPARE(finding[u"verdict"_s].toString(), u"hits"_s);
            handled.insert(id, finding[u"handledBy"_s][u"step"_s].toString());
            QVERIFY2(!asked.contains(id.toUtf8()), asked);
        }
        QVERIFY(handled.value(u"1.1/kv-index"_s).endsWith(u"migrate-metadata-kv"));
        QVERIFY(handled.value(u"1.2/namespace-files-index"_s).endsWith(u"migrate-metadata-nsfiles"));
        QVERIFY(handled.value(u"2.0/newest-13-first"_s).endsWith(u"set-version"));
        QVERIFY(handled.contains(u"1.3/metadata-still-needed"_s));
        for (const QString &id : handled)
            QVERIFY2(std::ranges::any_of(steps, [&](const QJsonValue &step) { return step[u"id"_s] == id; }),
                     qPrintable(id));
        QVERIFY(asked.contains("2.0/database-rewritten"));
    }

    void planInEveryForm_data()
    {
        QTest::addColumn<QString>("form");
        QTest::addColumn<QByteArray>("begins");
        QTest::newRow("json") << u"json"_s << QByteArray("{");
        QTest::newRow("shell") << u"shell"_s << QByteArray("#!/bin/sh");
        QTest::newRow("markdown") << u"markdown"_s << QByteArray("#");
        QTest::newRow("diff and nothing else")
            << u"diff"_s << QByteArray("--- a/practice.yaml\n+++ b/practice.yaml\n@@");
    }

    void planInEveryForm()
    {
        QFETCH(QString, form);
        QFETCH(QByteArray, begins);
        const Call call =
            m_assistant.callForPeople({u"plan"_s, address(), u"--to"_s, u"2.0.8"_s, u"--as"_s, form});
        QVERIFY2(call.code == 0, call.shown());
        QVERIFY2(call.out.startsWith(begins), call.out.left(200));
        QVERIFY(!call.text().contains("Practice1"));
    }

    void diffOfAPlanAppliesWithPatch()
    {
        const Call call =
            m_assistant.callForPeople({u"plan"_s, address(), u"--to"_s, u"2.0.8"_s, u"--as"_s, u"diff"_s});
        QTemporaryDir copy;
        QVERIFY(QFile::copy(m_it.path() + u"/practice.yaml"_s, copy.filePath(u"practice.yaml"_s)));
        const QByteArray before = bytes(copy.filePath(u"practice.yaml"_s));
        QProcess patch;
        patch.setWorkingDirectory(copy.path());
        patch.start(u"patch"_s, {u"-p1"_s});
        if (!patch.waitForStarted())
            QSKIP("patch is not installed");
        patch.write(call.out);
        patch.closeWriteChannel();
        QVERIFY(patch.waitForFinished());
        QCOMPARE(patch.exitCode(), 0);
        QCOMPARE(bytes(copy.filePath(u"practice.yaml"_s)), QByteArray(before).replace("1.0.36", "2.0.8"));
    }

    void backupIsProvenAndVerified()
    {
        const QStringList before = recorded(m_it);
        const QString folder = m_folder.filePath(u"kept backup"_s);
        const Call backup = m_assistant.call({u"backup"_s, address(), u"--into"_s, folder});
        QVERIFY2(backup.code == 0, backup.shown());
        for (const QString &name : {u"manifest.json"_s, u"README.md"_s, u"restore.sh"_s})
            QVERIFY2(QFile::exists(folder + u'/' + name), qPrintable(name));
        Call verified = m_assistant.call({u"verify"_s, folder});
        QVERIFY2(verified.code == 0, verified.shown());
        QCOMPARE(verified.json()[u"ok"_s].toBool(), true);
        QVERIFY(verified.json()[u"files"_s].toInt() > 5);
        QVERIFY(verified.json()[u"bytes"_s].toInteger() > 1000);
        QCOMPARE(verified.json()[u"damaged"_s].toArray().size(), 0);

        QFile readme(folder + u"/README.md"_s);
        QVERIFY(readme.open(QIODevice::ReadWrite));
        const QByteArray first = readme.read(1);
        QVERIFY(readme.seek(0));
        readme.write(first == "#" ? "*" : "#");
        readme.close();
        verified = m_assistant.call({u"verify"_s, folder});
        QVERIFY2(verified.code == 1, verified.shown());
        QCOMPARE(verified.json()[u"ok"_s].toBool(), false);
        QCOMPARE(verified.json()[u"damaged"_s].toArray(), QJsonArray{u"README.md"_s});
        QCOMPARE(difference(before, recorded(m_it)), QString());
    }

    void emptyFolderHoldsNoInstallation()
    {
        QDir().mkpath(m_folder.filePath(u"empty"_s));
        const Call call = m_assistant.call({u"find"_s, m_folder.filePath(u"empty"_s)});
        QVERIFY2(call.code == 1, call.shown());
        QCOMPARE(call.json().toArray().size(), 0);
    }

private:
    QString address() const { return u"practice:"_s + m_it.path(); }

    QStringList placed(QStringList words) const
    {
        words.replaceInStrings(u"{}"_s, m_it.path());
        words.replaceInStrings(u"{tmp}"_s, m_folder.path());
        return words;
    }

    void write(const QString &name, const QByteArray &text) const
    {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }

    static QByteArray bytes(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    PracticeInstallation m_it;
    QTemporaryDir m_folder;
    Assistant m_assistant{m_folder.filePath(u"home"_s)};
};

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
