// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/base/secrets.h"
#include "app/installation/driver.h"
#include "app/installation/planparts.h"
#include "app/installation/standalone/standaloneedit.h"
#include "app/installation/standalone/standaloneunit.h"
#include "app/task/job.h"
#include "fakehost.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;

namespace
{

const QString folder = u"/opt/kestra"_s;
const QString units = u"/etc/systemd/system/"_s;

QByteArray configuration(const QByteArray &database = "kestra")
{
    return "datasources:\n  postgres:\n    url: jdbc:postgresql://localhost:5433/" + database +
           "\n    username: kestra\n    password: k3str4-secret\nkestra:\n  server:\n    basic-auth:\n"
           "      username: admin@example.com\n      password: Very-Secret-1\n"
           "  repository: {type: postgres}\n  storage: {type: local, local: {base-path: storage}}\n";
}

/// A line of the process list.
QByteArray process(int pid, const QByteArray &user, const QByteArray &controlGroup, const QByteArray &cwd,
                   const QByteArray &environment, const QByteArrayList &words)
{
    return QByteArray::number(pid) + " 1 " + user + ' ' + ("0::/" + controlGroup).toBase64() + ' ' +
           cwd.toBase64() + ' ' + (environment.isEmpty() ? QByteArray("-") : environment.toBase64()) + ' ' +
           (words.join('\0') + '\0').toBase64() + '\n';
}

QByteArray state(const QByteArray &unit, const QByteArray &active, int pid)
{
    return "Id=" + unit + "\nActiveState=" + active +
           "\nUnitFileState=enabled\nNeedDaemonReload=no\nMainPID=" + QByteArray::number(pid) + "\n\n";
}

/// A unit file as Kestra's own documentation prints it.
QByteArray unitFile(const QByteArray &start, const QByteArray &more = {})
{
    return "[Unit]\nDescription=Kestra Event-Driven Declarative Orchestrator\nAfter=network-online.target\n\n"
           "[Service]\nType=simple\nUser=kestra\nGroup=kestra\nWorkingDirectory=/opt/kestra\nExecStart=" +
           start + "\n" + more +
           "Restart=always\nKillMode=mixed\nTimeoutStopSec=150\nSuccessExitStatus=143\n\n"
           "[Install]\nWantedBy=multi-user.target\n";
}

/// What every machine of these tests answers.
QList<FakeHost::Answer> usualAnswers()
{
    return {{u"id -u"_s, {}, "0\n", 0},
            {u"ls -1 -- /opt/kestra/plugins"_s, {}, "plugin-script-python-1.0.4.jar\nnotes.txt\n", 0},
            {u"sh -c # Java of Kestra"_s,
             {},
             "/usr/lib/jvm/java-21/bin/java\t21.0.8\n/usr/lib/jvm/java-25/bin/java\t25.0.1\n",
             0},
            {u"runuser -u postgres -- psql"_s, u"select 1 as one"_s, R"([{"one":1}])", 0},
            {u"runuser -u postgres -- psql"_s, u"pg_class"_s,
             R"([{"name":"flyway_schema_history"},{"name":"service_instance"}])", 0},
            {u"runuser -u postgres -- psql"_s, u"pg_database_size"_s,
             R"([{"bytes":9000000,"version":"17.6 Debian"}])", 0},
            {u"runuser -u postgres -- psql"_s, u"flyway_schema_history"_s,
             R"([{"version":"1.44","success":true}])", 0},
            {u"runuser -u postgres -- psql"_s, u"as grace"_s, R"([{"grace":300}])", 0},
            {u"runuser -u postgres -- psql"_s, u"service_instance"_s,
             R"([{"type":"EXECUTOR","state":"RUNNING","version":"1.0.36","fresh":true}])", 0}};
}

/// Nothing is shown by processes, nothing by unit files, unless a test says so.
FakeHost *machine(const QByteArray &processes, const QByteArray &unitFiles, const QByteArray &states)
{
    auto *host = new FakeHost;
    host->answers = usualAnswers();
    host->answers.append({u"sh -c # processes of Kestra"_s, {}, processes, 0});
    host->answers.append({u"sh -c # unit files of Kestra"_s, {}, unitFiles, 0});
    if (!states.isEmpty())
        host->answers.append({u"systemctl show --no-pager"_s, {}, states, 0});
    host->files.insert(u"/opt/kestra/application.yml"_s, configuration());
    return host;
}

void addProgram(FakeHost &host, const QString &path, const QString &real)
{
    host.files.insert(path, "jar");
    host.answers.append({u"readlink -f -- "_s + path, {}, real.toUtf8() + '\n', 0});
}

/// One unit that starts a link without a version.
FakeHost *linkedMachine()
{
    FakeHost *host = machine(process(700, "kestra", "system.slice/kestra.service", "/opt/kestra", {},
                                     {"java", "-Xmx2g", "-jar", "/opt/kestra/kestra", "server", "standalone",
                                      "-c", "application.yml"}),
                             "kestra.service\t/etc/systemd/system/kestra.service\n",
                             state("kestra.service", "active", 700));
    host->files.insert(units + u"kestra.service"_s,
                       unitFile("/opt/kestra/kestra server standalone -c application.yml"));
    addProgram(*host, folder + u"/kestra"_s, folder + u"/kestra-1.0.36"_s);
    host->answers.append({u"readlink -- /opt/kestra/kestra"_s, {}, "kestra-1.0.36\n", 0});
    return host;
}

/// Four units in four spellings, each named after something else than its role.
FakeHost *splitMachine()
{
    FakeHost *host =
        machine({},
                "blue.service\t/etc/systemd/system/blue.service\n"
                "blue.service\t/etc/systemd/system/blue.service.d/override.conf\n"
                "green.service\t/etc/systemd/system/green.service\n"
                "red.service\t/etc/systemd/system/red.service\n"
                "kestra@worker.service\t/etc/systemd/system/kestra@worker.service\n",
                state("blue.service", "active", 701) + state("green.service", "active", 702) +
                    state("red.service", "active", 703) + state("kestra@worker.service", "active", 704));
    host->files.insert(units + u"blue.service"_s, unitFile("/opt/kestra/kestra-0.9.0 server local"));
    host->files.insert(
        units + u"blue.service.d/override.conf"_s,
        "[Service]\n# the old one goes\nExecStart=\nExecStart=/usr/bin/java $JAVA_OPTS -jar \\\n"
        "    /opt/kestra/kestra-1.0.36 \\\n    server webserver -c application.yml\n"
        "TimeoutStopSec=10min\n");
    host->files.insert(
        units + u"green.service"_s,
        unitFile("/bin/sh \"/opt/kestra/kestra-1.0.36\" server executor --config=application.yml"));
    host->files.insert(units + u"red.service"_s, unitFile("/opt/kestra/start.sh scheduler"));
    host->files.insert(units + u"kestra@worker.service"_s,
                       unitFile("/bin/sh /opt/kestra/kestra-${KESTRA_VERSION} server %i -c application.yml",
                                "EnvironmentFile=-/etc/default/kestra\n"));
    host->answers.append({u"head -c 65537 -- /etc/default/kestra"_s,
                          {},
                          "# which one\nKESTRA_VERSION=1.0.36\nSECRET_TOKEN=k3str4-token\n",
                          0});
    host->answers.append({u"head -c 65537 -- /opt/kestra/start.sh"_s,
                          {},
                          "#!/bin/sh\nPROGRAM=\"/opt/kestra/kestra-1.0.36\"\n"
                          "exec \"$PROGRAM\" server \"$1\" -c application.yml\n",
                          0});
    addProgram(*host, folder + u"/kestra-1.0.36"_s, folder + u"/kestra-1.0.36"_s);
    return host;
}

/// A process that somebody started by hand.
FakeHost *plainMachine()
{
    FakeHost *host = machine(
        process(900, "kestra", "user.slice/session-3.scope", "/opt/kestra",
                QByteArray("HOME=/home/kestra\0SECRET_TOKEN=k3str4-token\0", 51),
                {"java", "-jar", "./kestra-1.0.36", "server", "standalone", "--config", "application.yml"}),
        {}, {});
    addProgram(*host, folder + u"/kestra-1.0.36"_s, folder + u"/kestra-1.0.36"_s);
    return host;
}

/// A jar whose name says nothing.
FakeHost *namelessMachine()
{
    FakeHost *host = machine({}, "kestra.service\t/etc/systemd/system/kestra.service\n",
                             state("kestra.service", "active", 700));
    host->files.insert(
        units + u"kestra.service"_s,
        unitFile("/usr/bin/java -jar /opt/kestra/kestra.jar server standalone -c application.yml"));
    addProgram(*host, folder + u"/kestra.jar"_s, folder + u"/kestra.jar"_s);
    host->answers.append({u"readlink -- "_s, {}, {}, 1});
    host->answers.append(
        {u"unzip -p /opt/kestra/kestra.jar META-INF/MANIFEST.MF"_s,
         {},
         "Manifest-Version: 1.0\r\nMain-Class: io.kestra.cli.App\r\nX-Kestra-Version: 1.0.36\r\n",
         0});
    return host;
}

using Maker = FakeHost *(*)();

/// Reads from the machine, which is used up by it; calls that nobody expected are an error unless
/// `unexpected` takes them.
template<typename Value, typename Start>
Result<Value> asked(FakeHost *fake, const Start &start, QStringList *unexpected)
{
    Hosts hosts{std::unique_ptr<Host>(fake)};
    SecretStore secrets(false);
    std::optional<Result<Value>> result;
    Job job;
    job.start(start(LookAround{&hosts, &secrets}),
              [&result](Result<Value> value) { result.emplace(std::move(value)); });
    const bool ended = QTest::qWaitFor([&result] { return result.has_value(); }, 5000);
    if (unexpected)
        *unexpected = fake->unexpected;
    else if (!fake->unexpected.isEmpty())
        return failure(ErrorKind::Failed, fake->unexpected.join(u'\n'));
    return ended ? *result : failure(ErrorKind::Failed, u"did not end"_s);
}

Result<Installation> readFrom(FakeHost *fake, QStringList *unexpected = nullptr)
{
    return asked<Installation>(
        fake,
        [](LookAround around) { return driverFor(InstallationKind::Standalone)->read(around, {}, folder); },
        unexpected);
}

Result<QList<Installation>> foundAt(FakeHost *fake, const QString &hint)
{
    return asked<QList<Installation>>(
        fake,
        [&hint](LookAround around) {
            return driverFor(InstallationKind::Standalone)->find(around, {}, hint);
        },
        nullptr);
}

Result<Plan> planFor(const Installation &installation)
{
    const Driver *driver = driverFor(InstallationKind::Standalone);
    const Hop first{
        Version::of(u"1.0.36"), Version::of(u"1.3.44"), false, {{u"migrate"_s, u"metadata"_s, u"kv"_s}}, {}};
    const Hop last{Version::of(u"1.3.44"), Version::of(u"2.0.8"), true, {}, {}};
    Plan plan;
    plan.installation = installation.address;
    plan.backupFolder = u"/backup"_s;
    const QList<Result<Steps>> parts{driver->prepare(installation, {first, last}, plan.files),
                                     driver->stop(installation),
                                     Steps{sealBackup(u"seal"_s, u"Seal"_s, u"/backup"_s, {}, {})},
                                     driver->hop(installation, first, plan.files),
                                     driver->hop(installation, last, plan.files),
                                     driver->start(installation, last)};
    for (const Result<Steps> &part : parts) {
        if (!part)
            return std::unexpected(part.error());
        plan.steps += *part;
    }
    numberSteps(plan);
    if (const Result<void> sound = checkPlan(plan); !sound)
        return std::unexpected(sound.error());
    return plan;
}

QStringList factsOf(const QList<Unknown> &unknown)
{
    QStringList facts;
    for (const Unknown &one : unknown)
        facts.append(one.fact);
    return facts;
}

} // namespace

class TestStandaloneDriver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void commands_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("role");
        QTest::addColumn<QString>("program");
        QTest::newRow("the program") << u"/opt/kestra/kestra server standalone"_s << u"standalone"_s
                                     << u"/opt/kestra/kestra"_s;
        QTest::newRow("Java") << u"java -Xmx2g -jar kestra-1.0.36.jar server worker -t 8"_s << u"worker"_s
                              << u"kestra-1.0.36.jar"_s;
        QTest::newRow("a jar of any name")
            << u"java -jar /srv/flow.jar server executor"_s << u"executor"_s << u"/srv/flow.jar"_s;
        QTest::newRow("one word for a shell")
            << u"/bin/sh -c 'exec /opt/kestra-2.0.8 server local'"_s << u"local"_s << u"/opt/kestra-2.0.8"_s;
        QTest::newRow("an API of another maker")
            << u"/opt/kestra-api-manager server standalone"_s << QString() << QString();
        QTest::newRow("no server") << u"/opt/kestra/kestra migrate metadata kv"_s << QString() << QString();
        QTest::newRow("no role") << u"/opt/kestra/kestra server database"_s << QString() << QString();
    }

    void commands()
    {
        QFETCH(QString, line);
        QFETCH(QString, role);
        QFETCH(QString, program);
        const auto command = KestraCommand::from(wordTexts(commandWords(line.toUtf8())));
        QCOMPARE(command.has_value(), !role.isEmpty());
        QCOMPARE(command ? command->role : QString(), role);
        QCOMPARE(command ? command->programPath() : QString(), program);
    }

    void versionsInPaths_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("named");
        QTest::addColumn<QString>("next");
        QTest::newRow("name") << u"/opt/kestra-1.0.36"_s << u"1.0.36"_s << u"/opt/kestra-1.3.44"_s;
        QTest::newRow("jar") << u"kestra-1.0.36.jar"_s << u"1.0.36"_s << u"kestra-1.3.44.jar"_s;
        QTest::newRow("four numbers") << u"/o/kestra-0.15.10.1"_s << u"0.15.10.1"_s << u"/o/kestra-1.3.44"_s;
        QTest::newRow("candidate") << u"/o/kestra-2.0.0-rc7"_s << u"2.0.0-rc7"_s << u"/o/kestra-1.3.44"_s;
        QTest::newRow("folder") << u"/opt/1.0.36/kestra"_s << u"1.0.36"_s << u"/opt/1.3.44/kestra"_s;
        QTest::newRow("the name before the folder")
            << u"/opt/jdk-21.0.8/kestra-1.0.36"_s << u"1.0.36"_s << u"/opt/jdk-21.0.8/kestra-1.3.44"_s;
        QTest::newRow("none") << u"/opt/kestra/kestra"_s << QString() << QString();
    }

    void versionsInPaths()
    {
        QFETCH(QString, path);
        QFETCH(QString, named);
        QFETCH(QString, next);
        QCOMPARE(versionInPath(path), named);
        if (!named.isEmpty())
            QCOMPARE(pathOfVersion(path, named, Version::of(u"1.3.44")), next);
    }

    void spansOfTime_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("seconds");
        QTest::newRow("plain") << u"150"_s << 150;
        QTest::newRow("words") << u"2min 30s"_s << 150;
        QTest::newRow("minutes") << u"5m"_s << 300;
        QTest::newRow("for ever") << u"infinity"_s << -1;
        QTest::newRow("zero is for ever") << u"0"_s << -1;
    }

    void spansOfTime()
    {
        QFETCH(QString, text);
        QFETCH(int, seconds);
        QCOMPARE(systemdSeconds(text), seconds);
    }

    void aLinkedProgramIsSeen()
    {
        const Result<Installation> read = readFrom(linkedMachine());
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().message));
        QCOMPARE(read->address, u"standalone:/opt/kestra"_s);
        QCOMPARE(read->version, Version::of(u"1.0.36"));
        QVERIFY(!read->versionAssumed);
        QCOMPARE(read->components.size(), 1);
        QCOMPARE(read->components.first().component, Component::Standalone);
        QCOMPARE(read->components.first().state, u"running"_s);
        QCOMPARE(read->images.first().tag, u"1.0.36"_s);
        QCOMPARE(read->images.first().where, u"/opt/kestra/kestra"_s);
        QCOMPARE(read->database.schemaVersion, u"1.44"_s);
        QCOMPARE(read->database.access.psqlCommand.last(), u"5433"_s);
        QCOMPARE(read->storage.hostPath, u"/opt/kestra/storage"_s);
        QCOMPARE(read->javaVersion, u"21.0.8"_s);
        QCOMPARE(read->plugins, QStringList{u"plugin-script-python-1.0.4.jar"_s});
        QCOMPARE(read->api.url, u"http://localhost:8080"_s);
        QCOMPARE(read->api.user, u"admin@example.com"_s);
        const QByteArray shown =
            QJsonDocument(read->toJson()).toJson() + QJsonDocument(read->details).toJson();
        for (const char *secret : {"k3str4-secret", "Very-Secret-1"})
            QVERIFY2(!shown.contains(secret), secret);
    }

    void rolesAreToldByTheCommand()
    {
        const Result<Installation> read = readFrom(splitMachine());
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().message));
        QMap<QString, Component> roles;
        for (const ComponentState &one : read->components)
            roles.insert(one.name, one.component);
        QCOMPARE(roles, (QMap<QString, Component>{{u"blue"_s, Component::Webserver},
                                                  {u"green"_s, Component::Executor},
                                                  {u"red"_s, Component::Scheduler},
                                                  {u"kestra@worker"_s, Component::Worker}}));
        QCOMPARE(read->version, Version::of(u"1.0.36"));
        QMap<QString, QString> places;
        for (const ImageUse &use : read->images)
            places.insert(use.service, use.where);
        QCOMPARE(places.value(u"blue"_s), units + u"blue.service.d/override.conf:4"_s);
        QCOMPARE(places.value(u"red"_s), u"/opt/kestra/start.sh:3"_s);
    }

    void aProcessWithoutAUnitIsSeen()
    {
        const Result<Installation> read = readFrom(plainMachine());
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().message));
        QCOMPARE(read->components.first().name, u"standalone"_s);
        QCOMPARE(read->version, Version::of(u"1.0.36"));
        QVERIFY(!QJsonDocument(read->details).toJson().contains("k3str4-token"));
    }

    void filesAloneAreEnough()
    {
        FakeHost *host = linkedMachine();
        erase_if(host->answers, [](const FakeHost::Answer &answer) {
            return answer.call.startsWith(u"systemctl") || answer.call.startsWith(u"runuser");
        });
        for (FakeHost::Answer &answer : host->answers) {
            if (answer.call.contains(u"# processes"))
                answer.output.clear();
        }
        QStringList unexpected;
        const Result<Installation> read = readFrom(host, &unexpected);
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().message));
        QCOMPARE(read->version, Version::of(u"1.0.36"));
        QVERIFY(read->versionAssumed);
        QCOMPARE(read->components.first().state, u"unknown"_s);
        const QStringList facts = factsOf(read->unknown);
        QVERIFY2(facts.contains(u"systemd"_s), qPrintable(facts.join(u' ')));
        QVERIFY2(facts.contains(u"database"_s), qPrintable(facts.join(u' ')));
        const Result<Plan> plan = planFor(*read);
        QVERIFY2(plan.has_value(), plan ? "" : qPrintable(plan.error().message));
    }

    void anEnvironmentThatIsHiddenStopsThePlan()
    {
        FakeHost *host = plainMachine();
        for (FakeHost::Answer &answer : host->answers) {
            if (answer.call.contains(u"# processes"))
                answer.output = process(900, "kestra", "user.slice/session-3.scope", "/opt/kestra", {},
                                        {"java", "-jar", "/opt/kestra/kestra-1.0.36", "server", "standalone",
                                         "-c", "application.yml"});
        }
        const Result<Installation> read = readFrom(host);
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().message));
        const Result<Plan> plan = planFor(*read);
        QVERIFY(!plan);
        QCOMPARE(plan.error().kind, ErrorKind::NeedsPerson);
    }

    void twoDatabasesInOneFolderStopThePlan()
    {
        FakeHost *host = splitMachine();
        host->files[units + u"green.service"_s].replace("application.yml", "other.yml");
        host->files.insert(u"/opt/kestra/other.yml"_s, configuration("another"));
        const Result<Installation> read = readFrom(host);
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().message));
        const Result<Plan> plan = planFor(*read);
        QVERIFY(!plan);
        QCOMPARE(plan.error().kind, ErrorKind::NeedsPerson);
    }

    void severalInstallationsAreFound()
    {
        FakeHost *host = linkedMachine();
        for (FakeHost::Answer &answer : host->answers) {
            if (answer.call.contains(u"# unit files"))
                answer.output += "test.service\t/etc/systemd/system/test.service\n";
            if (answer.call.startsWith(u"systemctl show"))
                answer.output += state("test.service", "inactive", 0);
        }
        host->files.insert(units + u"test.service"_s,
                           unitFile("/srv/test/kestra-1.3.44 server standalone -c application.yml")
                               .replace("/opt/kestra", "/srv/test"));
        host->files.insert(u"/srv/test/application.yml"_s, configuration("test"));
        addProgram(*host, u"/srv/test/kestra-1.3.44"_s, u"/srv/test/kestra-1.3.44"_s);
        host->answers.append({u"ls -1 -- /srv/test/plugins"_s, {}, {}, 2});
        const Result<QList<Installation>> found = foundAt(host, {});
        QVERIFY2(found.has_value(), found ? "" : qPrintable(found.error().message));
        QStringList addresses;
        for (const Installation &one : *found)
            addresses.append(one.address);
        QCOMPARE(addresses, (QStringList{u"standalone:/opt/kestra"_s, u"standalone:/srv/test"_s}));
        QCOMPARE(found->last().components.first().state, u"stopped"_s);
    }

    void aContainerInAUnitIsNamedForWhatItIs()
    {
        FakeHost *host = machine({}, "agent.service\t/etc/systemd/system/agent.service\n",
                                 state("agent.service", "active", 5));
        host->files.insert(units + u"agent.service"_s,
                           "[Service]\nExecStart=/usr/bin/ctr run \\\n    --net-host \\\n"
                           "    docker.io/kestra/kestra:latest \\\n    agent \\\n"
                           "    /bin/sh -c \"kestra server standalone\"\n");
        const Result<QList<Installation>> found = foundAt(host, units + u"agent.service"_s);
        QVERIFY(!found);
        QCOMPARE(found.error().kind, ErrorKind::NeedsPerson);
        QVERIFY(found.error().message.contains(u"agent.service"_s));
    }

    void plans_data()
    {
        QTest::addColumn<Maker>("make");
        QTest::newRow("link") << Maker(linkedMachine);
        QTest::newRow("split") << Maker(splitMachine);
        QTest::newRow("process") << Maker(plainMachine);
        QTest::newRow("nameless") << Maker(namelessMachine);
    }

    void plans()
    {
        QFETCH(Maker, make);
        const Result<Installation> read = readFrom(make());
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().message));
        const Result<Plan> plan = planFor(*read);
        QVERIFY2(plan.has_value(), plan ? "" : qPrintable(plan.error().message));
        const QByteArray text = QJsonDocument(plan->toJson()).toJson();
        const QByteArray shell = planAsShell(*plan).toUtf8();
        for (const char *never : {"k3str4", "Very-Secret-1", "-KILL", "kill -9", "--version"})
            QVERIFY2(!text.contains(never) && !shell.contains(never), never);
        const QString name = QString::fromUtf8(QTest::currentDataTag());
        compareWithGolden(name + u".json"_s, text);
        compareWithGolden(name + u".sh"_s, shell);
        compareWithGolden(name + u".diff"_s, planAsDiff(*plan));
    }

private:
    void compareWithGolden(const QString &name, const QByteArray &seen)
    {
        QFile file(QStringLiteral(GOLDEN_FOLDER) + u'/' + name);
        if (qEnvironmentVariableIsSet("UPDATE_GOLDEN")) {
            QVERIFY(file.open(QIODevice::WriteOnly));
            QCOMPARE(file.write(seen), seen.size());
            return;
        }
        QVERIFY2(file.open(QIODevice::ReadOnly),
                 qPrintable(u"no golden file %1: run with UPDATE_GOLDEN=1"_s.arg(file.fileName())));
        QCOMPARE(QString::fromUtf8(seen), QString::fromUtf8(file.readAll()));
    }
};

QTEST_GUILESS_MAIN(TestStandaloneDriver)
#include "tst_standalonedriver.moc"
