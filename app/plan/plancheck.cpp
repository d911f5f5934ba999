// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/plan/plan.h"
#include "app/plan/steps.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("Plan", text, "@error");
}

/// What is wrong with one step alone; empty when nothing is.
QString troubleOf(const Step &step)
{
    if (!stepKinds().contains(step.kind))
        return tr("its kind “%1” is not known").arg(step.kind);
    if (step.kind == u"ask-person" && step.instruction.isEmpty())
        return tr("it asks a person and says nothing of what to do");
    if (step.reversal == Reversal::ByPerson && step.instruction.isEmpty())
        return tr("a person must take it back and there is no instruction how");
    if (step.reversal == Reversal::Automatic && step.inverse.isEmpty() && !kindUndoesItself(step.kind))
        return tr("it is to be taken back by itself and nothing says how");
    if (step.reversal == Reversal::NotNeeded && !step.inverse.isEmpty())
        return tr("it has steps that take it back and says that none are needed");
    if (step.reversal == Reversal::NotNeeded && step.changesData)
        return tr("it changes data and says that nothing need be taken back");
    for (const QJsonValue &value : step.inverse) {
        const Step back = Step::fromJson(value.toObject());
        if (!stepKinds().contains(back.kind))
            return tr("the kind “%1” that would take it back is not known").arg(back.kind);
        if (back.host != step.host)
            return tr("what takes it back would run on another machine");
    }
    return {};
}

Result<void> broken(const Step &step, const QString &trouble)
{
    return failure(ErrorKind::Failed,
                   tr("The plan is not sound at step %1: %2. Nothing was done.").arg(step.id, trouble));
}

Result<void> checkData(const Plan &plan)
{
    bool proven = false;
    const Step *first = nullptr;
    for (const Step &step : plan.steps) {
        proven = proven || step.kind == u"seal-backup" || step.kind == u"verify-backup";
        if (step.changesData && !first) {
            first = &step;
            if (!plan.backupFolder.isEmpty() && !proven)
                return broken(step, tr("it changes data before the backup is proven"));
            if (plan.backupFolder.isEmpty() && step.reversal != Reversal::ByPerson)
                return broken(step,
                              tr("it changes data without a backup, so only a person can take it back"));
            if (step.reversal == Reversal::FromBackup && step.inverse.isEmpty())
                return broken(step, tr("nothing says how the backup is restored"));
        }
        // Later ones lean on the restore of the first: the way back passes it in any case.
        if (step.reversal == Reversal::FromBackup && step.inverse.isEmpty() && !first)
            return broken(step, tr("nothing says how the backup is restored"));
    }
    if (plan.pointOfNoReturn != (first ? first->id : QString()))
        return broken(first ? *first : plan.steps.first(), tr("the point of no return is marked elsewhere"));
    return {};
}

} // namespace

Result<void> checkPlan(const Plan &plan)
{
    if (plan.steps.isEmpty())
        return failure(ErrorKind::Failed, tr("The plan for %1 has no steps.").arg(plan.installation));
    QSet<QString> seen;
    QString previous;
    for (const Steps *list : {&plan.steps, &plan.afterRollback, &plan.afterKeep}) {
        for (const Step &step : *list) {
            if (step.id.isEmpty() || seen.contains(step.id))
                return broken(step, tr("its number is not its own"));
            if (step.id < previous)
                return broken(step, tr("its number is not in order"));
            seen.insert(step.id);
            previous = step.id;
            if (const QString trouble = troubleOf(step); !trouble.isEmpty())
                return broken(step, trouble);
        }
    }
    return checkData(plan);
}
