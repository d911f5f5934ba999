// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/backup/backuplayout.h"
#include "app/base/sqlite.h"
#include "backuprun.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

/// Plays a container engine whose containers see our paths; everything else it is asked for fails.
const QByteArray engine = R"sh(#!/bin/sh
set -eu
[ "$1" != inspect ] || { [ "$4" = 'kestra-1' ]; echo sha256:old; exit 0; }
if [ "$1" = cp ] && [ "$3" = - ]; then
  path=${2#kestra-1:}; exec tar -C "$(dirname -- "$path")" -cf - "$(basename -- "$path")"
elif [ "$1" = cp ] && [ "$2" = - ]; then
  exec tar -C "${3#kestra-1:}" -xf -
elif [ "$1" = run ]; then
  while [ "$1" != --entrypoint ]; do shift; done
  [ "$2" = sh ] && [ "$3" = sha256:old ]; shift 3
  exec sh "$@"
fi
exit 99
)sh";

QByteArray content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("<missing>");
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(path));
    file.write(bytes);
}

} // namespace

/// Storage in a volume that only the engine can reach.
class TestVolumeBackup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void comesBackAfterTheDoor();
    void scriptBringsItBack();
    void changeWhileCopiedFailsTheProof();

private:
    QStringList spoil() const;
    void expectOldStorage() const;

    std::unique_ptr<QTemporaryDir> m_dir;
    Installation m_installation;
    QString m_storage;
    QString m_backup;
};

void TestVolumeBackup::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_storage = m_dir->filePath(u"app it's/storage"_s);
    m_backup = m_dir->filePath(u"backups/one"_s);
    writeFile(m_storage + u"/company/_kv/a b.ion"_s, "7");
    writeFile(m_storage + u"/.hidden"_s, "h");
    writeFile(m_dir->filePath(u"engine"_s), engine);
    QFile::setPermissions(m_dir->filePath(u"engine"_s),
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    auto database = SqliteFile::open(m_dir->filePath(u"kestra.sqlite"_s), SqliteFile::Access::ReadWrite);
    QVERIFY(database && database->runScript(u"create table flows (key text)"_s));

    m_installation = {};
    m_installation.address = u"standalone:/srv/kestra"_s;
    m_installation.kind = InstallationKind::Standalone;
    m_installation.version = Version::of(u"1.0.36"_s);
    m_installation.images = {{u"kestra"_s, u"kestra/kestra"_s, u"v1.0.36"_s, {}, {}, u"sha256:old"_s}};
    m_installation.database.access = {.kind = DatabaseAccess::Kind::Sqlite,
                                      .file = m_dir->filePath(u"kestra.sqlite"_s)};
    m_installation.storage = {.kind = u"local"_s, .basePath = m_storage, .volume = u"kestra-data"_s};
    m_installation.details = {{u"engine"_s, QJsonArray{m_dir->filePath(u"engine"_s)}},
                              {u"storageContainer"_s, u"kestra-1"_s}};
}

QStringList TestVolumeBackup::spoil() const
{
    return {u"sh"_s, u"-c"_s,
            u"set -eu; cd -- \"$1\"; rm -r company; echo changed > .hidden; echo new > new"_s, u"sh"_s,
            m_storage};
}

void TestVolumeBackup::expectOldStorage() const
{
    QCOMPARE(content(m_storage + u"/company/_kv/a b.ion"_s), "7");
    QCOMPARE(content(m_storage + u"/.hidden"_s), "h");
    QVERIFY(!QFile::exists(m_storage + u"/new"_s));
    const QStringList kept =
        QDir(m_storage).entryList({u".kestra-upgrade-newer-*"_s}, QDir::Dirs | QDir::Hidden);
    QCOMPARE(kept.size(), 1);
    QCOMPARE(content(m_storage + u'/' + kept.first() + u"/new"_s), "new\n");
}

void TestVolumeBackup::comesBackAfterTheDoor()
{
    BackupRun run(m_dir->filePath(u"home"_s));
    QVERIFY2(run.forward(m_installation, m_backup, spoil()) == u"upgraded", qPrintable(run.error()));
    QCOMPARE(run.observations()[u"files-before"][u"files"].toInt(), 2);
    QVERIFY2(run.rollback() == u"rolled-back", qPrintable(run.error()));
    expectOldStorage();
    QCOMPARE(run.observations().value(u"files-after"_s), run.observations().value(u"files-before"_s));
    QCOMPARE(QDir(m_dir->filePath(u"backups"_s)).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
             QStringList{u"one"_s});
}

void TestVolumeBackup::scriptBringsItBack()
{
    BackupRun run(m_dir->filePath(u"home"_s));
    QVERIFY2(run.forward(m_installation, m_backup, spoil()) == u"upgraded", qPrintable(run.error()));
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(u"sh"_s, {m_backup + u"/restore.sh"_s, u"--yes"_s});
    QVERIFY(process.waitForFinished(60000));
    const QByteArray output = process.readAll();
    QVERIFY2(process.exitCode() == 0, output.constData());
    expectOldStorage();
}

void TestVolumeBackup::changeWhileCopiedFailsTheProof()
{
    // The engine's copy misses what is written between its two readings: no backup that anybody should trust.
    BackupRun run(m_dir->filePath(u"home"_s));
    run.setBeforeProof(commandStep(u"meddle"_s, u"Meddle"_s, {u"touch"_s, m_storage + u"/late"_s}, 60));
    QCOMPARE(run.forward(m_installation, m_backup, spoil()), u"rolled-back"_s);
    QVERIFY2(run.error().contains(u"not as before"_s), qPrintable(run.error()));
    QCOMPARE(QDir(m_dir->filePath(u"backups"_s)).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
             QStringList{u"one"_s});
}

QTEST_GUILESS_MAIN(TestVolumeBackup)
#include "tst_volumebackup.moc"
