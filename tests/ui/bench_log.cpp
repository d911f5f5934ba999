// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/logview.h"

#include <QElapsedTimer>
#include <QFile>
#include <QPlainTextEdit>
#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;

/// How many lines a second the log takes while it is on screen and follows, beside the text widget of Qt; and
/// that its length costs neither memory nor time.
class BenchLog : public QObject
{
    Q_OBJECT

private:
    static constexpr int batch = 1000; ///< what comes in one turn of the event loop of a busy run

    static LogEntry entry(int i)
    {
        return {
            QTime(0, 0).addMSecs(i % 86'400'000), i % 3 ? u"worker"_s : u"executor"_s,
            i % 50 ? LogLevel::Info : LogLevel::Warning,
            u"execution %1 of flow company.team.load_orders ended, SUCCESS in %2 ms"_s.arg(i).arg(i % 977)};
    }

    static qint64 megabytes()
    {
        QFile status(u"/proc/self/status"_s);
        if (!status.open(QIODevice::ReadOnly))
            return -1;
        const QByteArray all = status.readAll();
        const qsizetype at = all.indexOf("VmRSS:");
        return at < 0 ? -1 : all.sliced(at + 6, all.indexOf("kB", at) - at - 6).trimmed().toLongLong() / 1024;
    }

    /// Lines a second, painted after each batch.
    template<typename Append>
    static double rate(const char *name, int lines, Append append)
    {
        const qint64 before = megabytes();
        QElapsedTimer clock;
        clock.start();
        for (int i = 0; i < lines; i += batch) {
            append(i);
            QCoreApplication::processEvents();
        }
        const double perSecond = lines * 1000.0 / double(std::max<qint64>(1, clock.elapsed()));
        std::printf("%-16s %9d lines  %10.0f lines/s  %+5lld MB\n", name, lines, perSecond,
                    static_cast<long long>(megabytes() - before));
        return perSecond;
    }

    static double rateOfView(int lines)
    {
        LogView view;
        view.resize(460, 540);
        view.show();
        const double perSecond = rate("the log view", lines, [&view](int from) {
            QList<LogEntry> entries;
            for (int i = 0; i < batch; ++i)
                entries << entry(from + i);
            view.append(entries);
        });
        QElapsedTimer clock;
        clock.start();
        view.setSearch(u"load_[a-z]+ ended.* 976 ms"_s, true);
        while (view.hits() < lines / 977 - 1 && clock.elapsed() < 120'000)
            QCoreApplication::processEvents();
        std::printf("%-16s %9d lines  %10.0f lines/s  %lld hits\n", "  its regex", lines,
                    lines * 1000.0 / double(std::max<qint64>(1, clock.elapsed())),
                    static_cast<long long>(view.hits()));
        return perSecond;
    }

private Q_SLOTS:
    void linesPerSecond()
    {
        QPlainTextEdit edit;
        edit.setReadOnly(true);
        edit.resize(460, 540);
        edit.show();
        const double theirs = rate("QPlainTextEdit", 100'000, [&edit](int from) {
            for (int i = 0; i < batch; ++i) {
                const LogEntry one = entry(from + i);
                edit.appendPlainText(one.time.toString(u"HH:mm:ss"_s) + u'\t' + one.component + u'\t' +
                                     one.text);
            }
        });
        const double ours = rateOfView(100'000);
        const double longer = rateOfView(1'000'000);
        std::fflush(stdout);
        QVERIFY(ours > theirs);
        QVERIFY(longer > ours / 3); // its length costs next to nothing
    }
};

QTEST_MAIN(BenchLog)
#include "bench_log.moc"
