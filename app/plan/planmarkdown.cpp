// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/plan/diff.h"
#include "app/plan/plan.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("PlanMarkdown", text, "@info");
}

/// Foreign text inside a table cell.
QString cell(QString text)
{
    return text.replace(u'\\', u"\\\\"_s)
        .replace(u'|', u"\\|"_s)
        .replace(u'<', u"&lt;"_s)
        .replace(u'\n', u' ');
}

QString reversalText(Reversal reversal)
{
    switch (reversal) {
    case Reversal::NotNeeded:
        return tr("nothing to take back");
    case Reversal::Automatic:
        return tr("by itself");
    case Reversal::FromBackup:
        return tr("from the backup");
    case Reversal::ByPerson:
        return tr("by a person");
    }
    return {};
}

QString stepRows(const Steps &steps, const QString &door)
{
    QString text = u"| "_s + tr("Step") + u" | "_s + tr("What") + u" | "_s + tr("Where") + u" | "_s +
                   tr("About") + u" | "_s + tr("Way back") + u" |\n|---|---|---|---|---|\n"_s;
    for (const Step &step : steps) {
        if (step.id == door && !door.isEmpty())
            text += u"| | **"_s + tr("Point of no return: from here on the way back needs the backup.") +
                    u"** | | | |\n"_s;
        text += u"| `%1` | %2 | %3 | %4 s | %5 |\n"_s.arg(
            step.id, cell(step.title), step.host.isEmpty() ? tr("this machine") : cell(step.host),
            QString::number(step.expectedSeconds), reversalText(step.reversal));
    }
    return text + u'\n';
}

QString fileBlocks(const QList<FileChange> &files)
{
    QString text;
    for (const FileChange &file : files) {
        // The changed lines only: the rest of a file may hold passwords.
        const QByteArray hunks =
            file.hunks.isEmpty() ? hunksWithoutContext(lineEdits(file.before, file.after)) : file.hunks;
        QString fence = u"```"_s;
        while (hunks.contains(fence.toUtf8()))
            fence += u'`';
        text += u"### `%1`\n\n"_s.arg(file.path) + fence + u"diff\n"_s + QString::fromUtf8(hunks) + fence +
                u"\n\n"_s;
    }
    return text;
}

} // namespace

QString planAsMarkdown(const Plan &plan)
{
    QStringList stops{plan.from.toString()};
    for (const Version &stop : plan.route)
        stops.append(stop.toString());
    QString text = u"# "_s +
                   tr("Upgrade of %1").arg(cell(plan.title.isEmpty() ? plan.installation : plan.title)) +
                   u"\n\n"_s;
    text += u"- "_s + tr("Installation: `%1`").arg(plan.installation) + u'\n';
    text += u"- "_s + tr("Route: %1").arg(stops.join(u" → "_s)) + u'\n';
    text += u"- "_s +
            (plan.backupFolder.isEmpty() ? tr("Backup: none is taken")
                                         : tr("Backup: `%1`").arg(plan.backupFolder)) +
            u'\n';
    text += u"- "_s +
            (plan.pointOfNoReturn.isEmpty() ? tr("Point of no return: there is none")
                                            : tr("Point of no return: `%1`").arg(plan.pointOfNoReturn)) +
            u"\n\n"_s;
    if (!plan.assumed.isEmpty()) {
        text += u"## "_s + tr("Assumed, not seen") + u"\n\n"_s;
        for (const QString &line : plan.assumed)
            text += u"- "_s + cell(line) + u'\n';
        text += u'\n';
    }
    text += u"## "_s + tr("Steps") + u"\n\n"_s + stepRows(plan.steps, plan.pointOfNoReturn);
    QString instructions;
    for (const Step &step : plan.steps) {
        if (!step.instruction.isEmpty())
            instructions += u"- `%1`: %2\n"_s.arg(step.id, cell(step.instruction));
    }
    if (!instructions.isEmpty())
        text += u"## "_s + tr("For a person") + u"\n\n"_s + instructions + u'\n';
    if (!plan.afterRollback.isEmpty())
        text += u"## "_s + tr("Looked at after a rollback") + u"\n\n"_s + stepRows(plan.afterRollback, {});
    if (!plan.afterKeep.isEmpty())
        text += u"## "_s + tr("Removed once the run is kept") + u"\n\n"_s + stepRows(plan.afterKeep, {});
    if (!plan.files.isEmpty())
        text += u"## "_s + tr("Files that change") + u"\n\n"_s + fileBlocks(plan.files);
    return text;
}
