// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

/// Reads the include lines of the whole source tree against the table of app/README.md.
class LayersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void includesFollowTheTable_data();
    void includesFollowTheTable();
    void onlyOneUserOf_data();
    void onlyOneUserOf();
    void engineKnowsNoGui();
    void ruleWouldBeSeenBroken();
};

namespace
{

struct Include {
    QString file; ///< from the root
    int line = 0;
    QString target;
    bool own = false; ///< "…" rather than <…>
};

QList<Include> includesOf(const QString &text, const QString &file)
{
    static const QRegularExpression shape(u"^\\s*#\\s*include\\s*([\"<])([^\">]+)[\">]"_s);
    QList<Include> result;
    int number = 0;
    for (const QString &line : text.split(u'\n')) {
        ++number;
        if (const auto match = shape.match(line); match.hasMatch())
            result.append({file, number, match.captured(2), match.captured(1) == u"\""});
    }
    return result;
}

QList<Include> includesBelow(const QString &folder)
{
    const QDir root(QStringLiteral(SOURCE_ROOT));
    QList<Include> result;
    QDirIterator files(root.filePath(folder), {u"*.h"_s, u"*.cpp"_s}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            result += includesOf(QString::fromUtf8(file.readAll()), root.relativeFilePath(file.fileName()));
    }
    return result;
}

/// The room of an own include: "app/base/result.h" -> "app/base", "ui/pages/x.h" -> "ui".
QString roomOf(const QString &path)
{
    return path.startsWith(u"ui/") ? u"ui"_s : path.section(u'/', 0, 1);
}

QStringList broken(const QList<Include> &includes, const QString &room, const QStringList &allowed)
{
    QStringList result;
    for (const Include &include : includes) {
        const bool ours = include.target.startsWith(u"app/") || include.target.startsWith(u"ui/") ||
                          include.target.startsWith(u"translations/") ||
                          include.target.startsWith(u"resources/");
        const bool generated = include.target.endsWith(u".moc");
        if (include.own && !ours && !generated)
            result.append(u"%1:%2 includes \"%3\" without its path from the root"_s.arg(include.file)
                              .arg(include.line)
                              .arg(include.target));
        const QString target = roomOf(include.target);
        if (ours && target != room && !allowed.contains(target) && !allowed.contains(include.target))
            result.append(u"%1:%2 includes %3"_s.arg(include.file).arg(include.line).arg(include.target));
    }
    return result;
}

} // namespace

void LayersTest::includesFollowTheTable_data()
{
    QTest::addColumn<QStringList>("allowed");
    const QStringList facts{u"app/base"_s, u"app/task"_s, u"app/host"_s, u"app/plan"_s};
    QTest::newRow("app/base") << QStringList{};
    QTest::newRow("app/task") << QStringList{u"app/base"_s};
    QTest::newRow("app/host") << QStringList{u"app/base"_s, u"app/task"_s};
    QTest::newRow("app/plan") << QStringList{u"app/base"_s};
    QTest::newRow("app/run") << facts;
    QTest::newRow("app/releases") << QStringList{u"app/base"_s, u"app/task"_s, u"resources/resources.h"_s};
    QTest::newRow("app/installation") << facts;
    QTest::newRow("app/backup") << facts + QStringList{u"app/installation"_s};
    QTest::newRow("app/knowledge") << QStringList{u"resources/resources.h"_s, u"app/base"_s, u"app/plan"_s,
                                                  u"app/installation/installation.h"_s};
    QTest::newRow("app/wizard") << facts + QStringList{u"app/run"_s, u"app/releases"_s, u"app/knowledge"_s,
                                                       u"app/installation"_s, u"app/backup"_s};
    QTest::newRow("app/cli") << facts + QStringList{u"app/run"_s,
                                                    u"app/releases"_s,
                                                    u"app/knowledge"_s,
                                                    u"app/installation"_s,
                                                    u"app/backup"_s,
                                                    u"app/wizard"_s,
                                                    u"translations/translations.h"_s};
    QTest::newRow("app/practice") << QStringList{u"app/base"_s};
    QTest::newRow("ui") << QStringList{u"app/wizard"_s, u"app/base"_s, u"app/plan"_s,
                                       u"app/installation/installation.h"_s,
                                       u"translations/translations.h"_s};
}

void LayersTest::includesFollowTheTable()
{
    QFETCH(QStringList, allowed);
    const QString room = QString::fromUtf8(QTest::currentDataTag());
    const QList<Include> includes = includesBelow(room);
    QVERIFY2(!includes.isEmpty(), "nothing was read");
    const QStringList found = broken(includes, room, allowed);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

void LayersTest::onlyOneUserOf_data()
{
    QTest::addColumn<QString>("shape");
    QTest::addColumn<QString>("home");
    QTest::newRow("processes") << u"^QProcess$"_s << u"app/task/"_s;
    QTest::newRow("network") << u"^QNetworkAccessManager$"_s << u"app/task/"_s;
    QTest::newRow("databases") << u"^QSql"_s << u"app/base/sqlite"_s;
    QTest::newRow("keyring") << u"keychain"_s << u"app/base/secrets"_s;
    QTest::newRow("Markdown") << u"^cmark"_s << u"app/releases/"_s;
}

void LayersTest::onlyOneUserOf()
{
    QFETCH(QString, shape);
    QFETCH(QString, home);
    const QRegularExpression wanted(shape);
    int seen = 0;
    QStringList others;
    for (const Include &include : includesBelow(u"app"_s) + includesBelow(u"ui"_s)) {
        // The practice installation is another program with a database and processes of its own.
        if (include.own || include.file.startsWith(u"app/practice/") ||
            !wanted.match(include.target).hasMatch())
            continue;
        if (include.file.startsWith(home))
            ++seen;
        else
            others.append(u"%1:%2 includes %3"_s.arg(include.file).arg(include.line).arg(include.target));
    }
    QVERIFY(seen > 0);
    QVERIFY2(others.isEmpty(), qPrintable(others.join(u'\n')));
}

void LayersTest::engineKnowsNoGui()
{
    static const QRegularExpression gui(
        u"^(QtGui|QtWidgets|QWidget|QApplication|QGuiApplication|QPainter|QColor|QIcon|QPixmap|"
        "QFont|QTextDocument|QtCore$|QtNetwork$|QDialog|QLabel|QPushButton)"_s);
    QStringList found;
    for (const Include &include : includesBelow(u"app"_s)) {
        if (!include.own && gui.match(include.target).hasMatch())
            found.append(u"%1:%2 includes %3"_s.arg(include.file).arg(include.line).arg(include.target));
    }
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

void LayersTest::ruleWouldBeSeenBroken()
{
    const auto includes = includesOf(
        u"#include \"app/run/executor.h\"\n#include <QString>\n#include \"step.h\"\n"_s, u"app/plan/x.cpp"_s);
    QCOMPARE(broken(includes, u"app/plan"_s, {u"app/base"_s}).size(), 2);
}

QTEST_GUILESS_MAIN(LayersTest)
#include "tst_layers.moc"
