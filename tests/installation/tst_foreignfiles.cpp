// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/foreignfiles.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestForeignFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shapesAreNamed_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *path, const QByteArray &text, const QString &said) {
            QTest::newRow(path) << QString::fromLatin1(path) << text << said;
        };
        row("/k/kestra.nix", "{ ... }:\n{ services.kestra.enable = true; }\n",
            u"/k/kestra.nix:2: A Nix module"_s);
        row("/k/main.tf", "resource \"docker_container\" \"kestra\" {\n}\n", u"/k/main.tf:1: Terraform"_s);
        row("/k/cloud.tf", "user_data = <<EOT\n  docker run --rm kestra/kestra:latest\nEOT\n",
            u"/k/cloud.tf:2: Terraform"_s);
        row("/k/job.hcl", "job \"kestra\" {\n}\n", u":1: A Nomad job"_s);
        row("/k/kestra.container", "[Container]\nImage=docker.io/kestra/kestra:v1.0.36\n",
            u":2: A Podman quadlet"_s);
        row("/k/kestra.service", "[Service]\nExecStart=/usr/bin/ctr run docker.io/kestra/kestra:latest k\n",
            u":2: A unit"_s);
        row("/k/caprover.yml", "captainVersion: 4\nservices:\n  k: {image: 'kestra/kestra:1'}\n",
            u":1: A CapRover"_s);
        row("/k/railway.toml", "[deploy]\nstartCommand = \"kestra server standalone\"\n",
            u":2: A deployment of a platform"_s);
        row("/k/render.yaml", "services:\n  - type: web\n    name: kestra\n", u":2: A Render blueprint"_s);
        row("/k/play.yml", "- community.docker.docker_container:\n    image: kestra/kestra:latest\n",
            u":1: An Ansible playbook"_s);
        row("/k/Dockerfile.kestra", "# own\nFROM kestra/kestra:v1.0.36\n", u":2: A Dockerfile"_s);
        row("/k/start.sh", "#!/bin/sh\nnerdctl run kestra/kestra:latest\n", u":2: A script"_s);
        row("/k/compose.yml.j2", "services:\n  k:\n    image: kestra/kestra:{{ tag }}\n",
            u":3: A template"_s);
        row("/k/other.nix", "{ services.nginx.enable = true; }\n", QString());
        row("/k/flow.yml", "id: kestra\ntasks: []\n", QString());
    }

    void shapesAreNamed()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, text);
        QFETCH(QString, said);
        const QString found = foreignFile(path, text);
        QCOMPARE(found.isEmpty(), said.isEmpty());
        QVERIFY2(found.contains(said), qPrintable(found));
    }

    void anEmptyPlaceSaysWhatWasLookedFor()
    {
        QVERIFY(whatWasLookedFor(u"/k"_s).contains(u"Nothing in /k"_s));
    }
};

QTEST_APPLESS_MAIN(TestForeignFiles)
#include "tst_foreignfiles.moc"
