// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "tests/cli/assistant.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// Bad input and bad days: a sentence, the exit code of the contract, and an installation that is as it was.
class TestCliRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(m_it.up(u"1.0.36"_s), 0);
        QCOMPARE(m_it.run({u"load"_s, u"{}"_s, u"--executions"_s, u"20"_s, u"--running"_s, u"0"_s}), 0);
        m_before = recorded(m_it);
        m_accepts = m_assistant.accepts(u"practice:"_s + m_it.path(), u"2.0.8"_s);
        QVERIFY(!m_accepts.isEmpty());
        write(u"no-yaml.yml"_s, "services: [\n  kestra: {image");
        write(u"empty.yml"_s, "");
        write(u"cycle.yml"_s, "services: &s\n  kestra: *s\n");
        write(u"aliases.yml"_s, aliases());
        write(u"binary.yml"_s, QByteArray("\0\1\2", 3).repeated(1000));
        write(u"no-kestra.yml"_s, "services:\n  db:\n    image: postgres:17\n");
        QByteArray large = "services:\n";
        while (large.size() < 10 << 20)
            large += "  s" + QByteArray::number(large.size()) + ": {image: 'a:1'}\n";
        write(u"large.yml"_s, large);
        write(u"good.yml"_s, "services:\n  kestra:\n    image: kestra/kestra:v1.0.36\n    command: server "
                             "standalone\n    volumes: ['data:/app/storage']\n"
                             "volumes: {data: {}}\n");
        writeIn(u"no-database"_s, {});
        writeIn(u"broken-database"_s, QByteArray("this is no database at all ").repeated(200));
    }

    void refused_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QList<int>>("codes");
        QTest::addColumn<QStringList>("mentions");
        const QStringList run{u"run"_s, u"practice:{}"_s, u"--yes"_s, u"{accepts}"_s};
        const auto row = [](const char *name, const QStringList &words, const QList<int> &codes,
                            const QStringList &mentions) {
            QTest::newRow(name) << words << codes << mentions;
        };
        row("no command", {}, {2}, {u"Usage"_s});
        row("no such command", {u"upgrade"_s}, {2}, {u"upgrade"_s});
        row("no such option", {u"runs"_s, u"--all"_s}, {2}, {u"--all"_s});
        row("no such installation", {u"show"_s, u"practice:{tmp}/nowhere"_s}, {1}, {u"nowhere"_s});
        row("no such folder to find in", {u"find"_s, u"{tmp}/nowhere"_s}, {1}, {u"nowhere"_s});
        row("an address of no kind", {u"show"_s, u"composed:/x"_s}, {2}, {u"composed"_s});
        row("no such Compose file", {u"show"_s, u"compose:{tmp}/nowhere.yml"_s}, {1}, {u"nowhere.yml"_s});
        for (const char *name : {"no-yaml.yml", "empty.yml", "cycle.yml", "aliases.yml", "binary.yml",
                                 "no-kestra.yml", "large.yml"}) {
            const QString file = QString::fromUtf8(name);
            row((QByteArray("show ") + name).constData(), {u"show"_s, u"compose:{tmp}/"_s + file}, {1},
                {file});
            row((QByteArray("run ") + name).constData(),
                {u"run"_s, u"compose:{tmp}/"_s + file, u"--to"_s, u"2.0.8"_s, u"--yes"_s}, {1}, {file});
        }
        row("unknown target", run + QStringList{u"--to"_s, u"2.9.9"_s}, {1, 2}, {u"2.9.9"_s});
        row("target is no version", run + QStringList{u"--to"_s, u"newest"_s}, {2}, {u"newest"_s});
        row("older target", run + QStringList{u"--to"_s, u"0.23.4"_s}, {1, 2}, {u"0.23.4"_s, u"1.0.36"_s});
        row("same version", run + QStringList{u"--to"_s, u"1.0.36"_s}, {1, 2}, {u"1.0.36"_s});
        row("--to missing", run, {2}, {u"--to"_s});
        row("--to without a value", run + QStringList{u"--to"_s}, {2}, {u"--to"_s});
        row("--watch is no number", run + QStringList{u"--to"_s, u"2.0.8"_s, u"--watch"_s, u"long"_s}, {2},
            {u"--watch"_s});
        row("no --yes", {u"run"_s, u"practice:{}"_s, u"--to"_s, u"2.0.8"_s, u"{accepts}"_s}, {4},
            {u"--yes"_s});
        row("findings not answered", {u"run"_s, u"practice:{}"_s, u"--to"_s, u"2.0.8"_s, u"--yes"_s}, {4},
            {u"{accepts}"_s});
        row("an unknown id accepted",
            run + QStringList{u"--to"_s, u"2.0.8"_s, u"--accept"_s, u"no-such-finding"_s}, {2, 4},
            {u"no-such-finding"_s});
        row("an unknown id fixed", run + QStringList{u"--to"_s, u"2.0.8"_s, u"--fix"_s, u"no-such-finding"_s},
            {2}, {u"no-such-finding"_s});
        row("a fix that no plan can make",
            run + QStringList{u"--to"_s, u"2.0.8"_s, u"--fix"_s, u"2.0/foreach-removed"_s}, {2},
            {u"2.0/foreach-removed"_s, u"--accept"_s});
        for (const char *name : {"no-database", "broken-database"})
            row(name,
                {u"run"_s, u"practice:{tmp}/"_s + QString::fromUtf8(name), u"--to"_s, u"2.0.8"_s, u"--yes"_s},
                {1, 4}, {u"kestra.sqlite"_s});
        row("no Docker: run", {u"run"_s, u"compose:{tmp}/good.yml"_s, u"--to"_s, u"2.0.8"_s, u"--yes"_s},
            {1, 4}, {u"docker"_s});
        row("no run to resume", {u"resume"_s, u"last"_s}, {1}, {u"run"_s});
        row("no run to roll back", {u"rollback"_s, u"last"_s, u"--yes"_s}, {1}, {u"run"_s});
        row("rollback without --yes", {u"rollback"_s, u"last"_s}, {4}, {u"--yes"_s});
        row("no such backup", {u"verify"_s, u"{tmp}/nowhere"_s}, {1}, {u"nowhere"_s});
        row("backup into a folder with files", {u"backup"_s, u"practice:{}"_s, u"--into"_s, u"{}"_s}, {1},
            {u"empty"_s});
        row("backup without a folder", {u"backup"_s, u"practice:{}"_s}, {2}, {u"--into"_s});
        row("no such flow", {u"flows"_s, u"{tmp}/nowhere.yaml"_s, u"--to"_s, u"2.0.8"_s}, {1},
            {u"nowhere.yaml"_s});
        row("no such notes", {u"notes"_s, u"--file"_s, u"{tmp}/nowhere.md"_s}, {1}, {u"nowhere.md"_s});
        row("no range", {u"notes"_s, u"1.0.36"_s}, {2}, {u".."_s});
        row("no way back on the route", {u"route"_s, u"2.0.8"_s, u"1.0.36"_s}, {1, 2}, {u"1.0.36"_s});
    }

    void refused()
    {
        QFETCH(QStringList, words);
        QFETCH(QList<int>, codes);
        QFETCH(QStringList, mentions);
        QHash<QString, QString> environment;
        if (QString::fromUtf8(QTest::currentDataTag()).startsWith(u"no Docker"))
            environment.insert(u"PATH"_s, m_folder.filePath(u"nothing"_s));
        const Call call = m_assistant.call(placed(words), environment);
        QVERIFY2(codes.contains(call.code), call.shown());
        QVERIFY2(!call.err.isEmpty(), call.shown());
        for (const QString &mention : placed(mentions))
            QVERIFY2(QString::fromUtf8(call.text()).contains(mention, Qt::CaseInsensitive),
                     mention.toUtf8() + ": " + call.shown());
        QVERIFY2(!call.text().contains("Practice1"), call.shown());
        QCOMPARE(difference(m_before, recorded(m_it)), QString());
        QCOMPARE(m_it.status()[u"version"_s].toString(), u"1.0.36"_s);
        QCOMPARE(m_assistant.call({u"runs"_s}).json(), QJsonValue(QJsonArray()));
    }

    void withoutDockerTheFilesAreStillRead()
    {
        const Call call = m_assistant.call({u"show"_s, u"compose:"_s + m_folder.filePath(u"good.yml"_s)},
                                           {{u"PATH"_s, m_folder.filePath(u"nothing"_s)}});
        QVERIFY2(call.code == 0, call.shown());
        QVERIFY(!call.json()[u"unknown"_s].toArray().isEmpty());
        QCOMPARE(call.json()[u"images"_s][0][u"tag"_s].toString(), u"v1.0.36"_s);
        QVERIFY(call.json()[u"images"_s][0][u"where"_s].toString().endsWith(u"good.yml:3"));
    }

private:
    static QByteArray aliases()
    {
        QByteArray text = "a: &a [x]\n";
        for (char name = 'b'; name < 'j'; ++name) {
            const QByteArray before = "*" + QByteArray(1, char(name - 1));
            text += QByteArray(1, name) + ": &" + name + " [" + (before + ", ").repeated(8) + before + "]\n";
        }
        return text;
    }

    QStringList placed(const QStringList &words) const
    {
        QStringList all;
        for (QString word : words) {
            if (word == u"{accepts}")
                all += m_accepts;
            else
                all.append(word.replace(u"{}"_s, m_it.path()).replace(u"{tmp}"_s, m_folder.path()));
        }
        return all;
    }

    void write(const QString &name, const QByteArray &text) const
    {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }

    /// A practice installation that is down, with this as its database.
    void writeIn(const QString &folder, const QByteArray &database) const
    {
        QVERIFY(QDir(m_folder.path()).mkpath(folder + u"/storage"_s));
        write(folder + u"/practice.yaml"_s, "version: 1.0.36\nmode: all\nport: 1\n");
        QVERIFY(QFile::copy(m_it.path() + u"/application.yaml"_s,
                            m_folder.filePath(folder + u"/application.yaml"_s)));
        if (!database.isEmpty())
            write(folder + u"/kestra.sqlite"_s, database);
    }

    PracticeInstallation m_it;
    QTemporaryDir m_folder;
    Assistant m_assistant{m_folder.filePath(u"home"_s)};
    QStringList m_before;
    QStringList m_accepts;
};

QTEST_GUILESS_MAIN(TestCliRefusals)
#include "tst_clirefusals.moc"
