// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/base/sqlite.h"
#include "app/host/sql.h"
#include "backuprun.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

const QString awkward = u"a 'quoted' \"one\" $(touch pwned) -rf"_s;

void writeFile(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(path));
    file.write(bytes);
}

QByteArray content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("<missing>");
}

} // namespace

/// A folder as the practice program makes it, under a name that a careless shell would stumble over.
class TestSqliteBackup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void comesBackAfterTheDoor();
    void leavesNothingBehind();
    void damageIsRefused_data();
    void damageIsRefused();
    void scriptBringsItBack();
    void scriptRefuses_data();
    void scriptRefuses();

private:
    QString forward(BackupRun &run);
    QJsonObject tables() const;
    int restore(const QStringList &words, QByteArray *output);

    std::unique_ptr<QTemporaryDir> m_dir;
    Installation m_installation;
    QString m_backup;
};

void TestSqliteBackup::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    const QString folder = m_dir->path() + u'/' + awkward;
    m_backup = m_dir->path() + u"/backups of "_s + awkward + u"/one"_s;
    writeFile(folder + u"/storage/company/_kv/limit.ion"_s, "7");
    writeFile(folder + u"/storage/company/name with\nline end"_s, "x");
    QVERIFY(QFile::link(u"company/_kv/limit.ion"_s, folder + u"/storage/link"_s));
    writeFile(folder + u"/application.yaml"_s, "kestra: {}\n");
    auto database = SqliteFile::open(folder + u"/kestra.sqlite"_s, SqliteFile::Access::ReadWrite);
    QVERIFY(database);
    QVERIFY(database->runScript(u"create table flows (key text primary key, value text);"
                                "create table service_instance (key text, value text);"
                                "insert into flows values ('a', 'one'), ('b', null);"
                                "insert into service_instance values ('s', 'now');"_s));

    m_installation = {};
    m_installation.address = u"practice:"_s + folder;
    m_installation.kind = InstallationKind::Practice;
    m_installation.title = awkward;
    m_installation.folder = folder;
    m_installation.version = Version::of(u"1.0.36");
    m_installation.database.kind = u"sqlite"_s;
    m_installation.database.bytes = 20000;
    m_installation.database.access = {.kind = DatabaseAccess::Kind::Sqlite,
                                      .file = folder + u"/kestra.sqlite"_s};
    m_installation.storage = {
        .kind = u"local"_s, .basePath = folder + u"/storage"_s, .hostPath = folder + u"/storage"_s};
    m_installation.configurations = {
        {folder + u"/application.yaml"_s, 1, u"application"_s, u"kestra: {}\n"_s}};
}

/// What a newer version does: migrates the schema, rewrites rows, writes and removes files, leaves a log
/// behind.
QString TestSqliteBackup::forward(BackupRun &run)
{
    const QString script = uR"(set -eu
sqlite3 "$1/kestra.sqlite" 'alter table flows add column extra text; update flows set value = 2; create table newer (x)'
printf stale > "$1/kestra.sqlite-wal"
rm -r -- "$1/storage/company"
printf new > "$1/storage/new"
printf 'changed: 1\n' > "$1/application.yaml")"_s;
    return run.forward(m_installation, m_backup, {u"sh"_s, u"-c"_s, script, u"sh"_s, m_installation.folder});
}

QJsonObject TestSqliteBackup::tables() const
{
    const std::unique_ptr<Host> host = localHost();
    return BackupRun::await(digestTables(host.get(), m_installation.database.access, {}))
        .value_or(QJsonObject());
}

void TestSqliteBackup::comesBackAfterTheDoor()
{
    const QJsonObject before = tables();
    QCOMPARE(before.size(), 2);
    BackupRun run(m_dir->filePath(u"home"_s));
    QVERIFY2(forward(run) == u"upgraded", qPrintable(run.error()));
    QVERIFY(tables() != before);
    QVERIFY2(run.rollback() == u"rolled-back", qPrintable(run.error()));
    QCOMPARE(tables(), before);
    QCOMPARE(content(m_installation.folder + u"/storage/company/_kv/limit.ion"_s), "7");
    QCOMPARE(content(m_installation.folder + u"/storage/company/name with\nline end"_s), "x");
    QVERIFY(!QFile::exists(m_installation.folder + u"/storage/new"_s));
    QVERIFY(QFileInfo(m_installation.folder + u"/storage/link"_s).isSymLink());
    const QJsonObject seen = run.observations();
    QCOMPARE(seen.value(u"tables-after"_s), seen.value(u"tables-before"_s));
    QCOMPARE(seen.value(u"files-after"_s), seen.value(u"files-before"_s));
}

void TestSqliteBackup::leavesNothingBehind()
{
    BackupRun run(m_dir->filePath(u"home"_s));
    QVERIFY2(forward(run) == u"upgraded", qPrintable(run.error()));
    const QDir::Filters all = QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot;
    QCOMPARE(QFileInfo(m_backup).dir().entryList(all), QStringList{u"one"_s});
    const QStringList expected{u"README.md"_s,     u"SHA256SUMS"_s, u"configuration"_s, u"database"_s,
                               u"manifest.json"_s, u"restore.sh"_s, u"storage"_s};
    QStringList there = QDir(m_backup).entryList(all);
    there.sort();
    QCOMPARE(there, expected);
    QCOMPARE(QFile::permissions(m_backup) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    QCOMPARE(content(m_backup + u"/configuration/01-application.yaml"_s), "kestra: {}\n");
    QVERIFY(content(m_backup + u"/README.md"_s).contains("Kestra 1.0.36"));
    QVERIFY(!QFile::exists(u"pwned"_s));
}

void TestSqliteBackup::damageIsRefused_data()
{
    QTest::addColumn<QString>("damage");
    QTest::newRow("one byte of the database")
        << u"printf X | dd of=database/kestra.sqlite bs=1 seek=100 conv=notrunc status=none"_s;
    QTest::newRow("cut database") << u"truncate -s -1 database/kestra.sqlite"_s;
    QTest::newRow("file of the storage missing") << u"rm storage/company/_kv/limit.ion"_s;
    QTest::newRow("configuration changed") << u"printf x >> configuration/01-application.yaml"_s;
    QTest::newRow("manifest missing") << u"rm manifest.json"_s;
    QTest::newRow("fact in the manifest changed") << u"sed -i s/1.0.36/1.0.37/ manifest.json"_s;
}

void TestSqliteBackup::damageIsRefused()
{
    QFETCH(QString, damage);
    BackupRun run(m_dir->filePath(u"home"_s));
    QVERIFY2(forward(run) == u"upgraded", qPrintable(run.error()));
    const QJsonObject newer = tables();
    QProcess process;
    process.setWorkingDirectory(m_backup);
    process.start(u"sh"_s, {u"-ec"_s, damage});
    QVERIFY(process.waitForFinished() && process.exitCode() == 0);
    QCOMPARE(run.rollback(), u"needs-help"_s);
    QVERIFY2(run.error().contains(u"damaged"_s), qPrintable(run.error()));
    QCOMPARE(tables(), newer);
    QCOMPARE(content(m_installation.folder + u"/storage/new"_s), "new");
}

/// Runs restore.sh where nothing of ours is but a stand-in for practice-kestra that notes its words.
int TestSqliteBackup::restore(const QStringList &words, QByteArray *output)
{
    const QString bin = m_dir->filePath(u"bin"_s);
    writeFile(bin + u"/practice-kestra"_s, "#!/bin/sh\nfor word in \"$@\"; do printf '[%s]' \"$word\"; done "
                                           ">> \"$CALLS\"\necho >> \"$CALLS\"\n");
    QFile::setPermissions(bin + u"/practice-kestra"_s,
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QProcess process;
    QProcessEnvironment environment;
    environment.insert(u"PATH"_s, bin + u":/usr/bin:/bin"_s);
    environment.insert(u"CALLS"_s, m_dir->filePath(u"calls"_s));
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setStandardInputFile(QProcess::nullDevice());
    process.setWorkingDirectory(m_dir->path());
    process.start(u"sh"_s, QStringList{m_backup + u"/restore.sh"_s} + words);
    const bool ended = process.waitForFinished(60000);
    *output = process.readAll();
    return ended ? process.exitCode() : -1;
}

void TestSqliteBackup::scriptBringsItBack()
{
    const QJsonObject before = tables();
    BackupRun run(m_dir->filePath(u"home"_s));
    QVERIFY2(forward(run) == u"upgraded", qPrintable(run.error()));
    QByteArray output;
    QVERIFY2(restore({u"--yes"_s}, &output) == 0, output.constData());
    QCOMPARE(tables(), before);
    QCOMPARE(content(m_installation.folder + u"/storage/company/_kv/limit.ion"_s), "7");
    QVERIFY(!QFile::exists(m_installation.folder + u"/storage/new"_s));
    QCOMPARE(content(m_installation.folder + u"/application.yaml"_s), "kestra: {}\n");
    const QByteArray folder = m_installation.folder.toUtf8();
    QCOMPARE(content(m_dir->filePath(u"calls"_s)),
             "[down][" + folder + "]\n[up][" + folder + "][--version][1.0.36][--components][all]\n");
    // What it took the place of is still there.
    QCOMPARE(QDir(m_installation.folder).entryList({u"*.newer-*"_s}).size(), 4);
    QVERIFY(!QFile::exists(m_dir->filePath(u"pwned"_s)));
    // A second time is as good as the first.
    QVERIFY2(restore({u"-y"_s}, &output) == 0, output.constData());
    QCOMPARE(tables(), before);
}

void TestSqliteBackup::scriptRefuses_data()
{
    QTest::addColumn<QString>("damage");
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("nobody to ask") << u":"_s << QStringList() << 1 << QByteArray("nothing was changed");
    QTest::newRow("unknown word") << u":"_s << QStringList{u"--force"_s} << 2
                                  << QByteArray("unknown word: --force");
    QTest::newRow("cut database") << u"truncate -s -1 database/kestra.sqlite"_s << QStringList{u"--yes"_s}
                                  << 1 << QByteArray("damaged");
    QTest::newRow("file missing") << u"rm storage/company/_kv/limit.ion"_s << QStringList{u"--yes"_s} << 1
                                  << QByteArray("damaged");
    QTest::newRow("sums missing") << u"rm SHA256SUMS"_s << QStringList{u"--yes"_s} << 1
                                  << QByteArray("damaged");
}

void TestSqliteBackup::scriptRefuses()
{
    QFETCH(QString, damage);
    QFETCH(QStringList, words);
    QFETCH(int, code);
    QFETCH(QByteArray, says);
    BackupRun run(m_dir->filePath(u"home"_s));
    QVERIFY2(forward(run) == u"upgraded", qPrintable(run.error()));
    const QJsonObject newer = tables();
    QProcess process;
    process.setWorkingDirectory(m_backup);
    process.start(u"sh"_s, {u"-ec"_s, damage});
    QVERIFY(process.waitForFinished() && process.exitCode() == 0);
    QByteArray output;
    QCOMPARE(restore(words, &output), code);
    QVERIFY2(output.contains(says), output.constData());
    QCOMPARE(tables(), newer);
    QVERIFY(!QFile::exists(m_dir->filePath(u"calls"_s)));
}

QTEST_GUILESS_MAIN(TestSqliteBackup)
#include "tst_sqlitebackup.moc"
