<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ActCommands</name>
    <message numerus="yes">
        <source>%n thing(s) are not answered. Read them with “findings” and “check”, then accept each by its id:
%1</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%n thing is not answered. Read them with “findings” and “check”, then accept each by its id:
%1</numerusform>
            <numerusform>%n things are not answered. Read them with “findings” and “check”, then accept each by its id:
%1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupModel</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s)</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%n text</numerusform>
            <numerusform>%n texts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangeDetail</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <comment>@info</comment>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangesList</name>
    <message numerus="yes">
        <source>%Ln place(s)</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%Ln place</numerusform>
            <numerusform>%Ln places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln change(s)</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%1, %Ln change</numerusform>
            <numerusform>%1, %Ln changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangesModel</name>
    <message numerus="yes">
        <source>Answer %n more to go on.</source>
        <comment>@info</comment>
        <translation>
            <numerusform>Answer %n more to go on.</numerusform>
            <numerusform>Answer %n more to go on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to answer</source>
        <comment>@status</comment>
        <translation>
            <numerusform>%n to answer</numerusform>
            <numerusform>%n to answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answered</source>
        <comment>@status</comment>
        <translation>
            <numerusform>%n answered</numerusform>
            <numerusform>%n answered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) are not answered yet</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%n change is not answered yet</numerusform>
            <numerusform>%n changes are not answered yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChecksModel</name>
    <message numerus="yes">
        <source>%n check(s) failed</source>
        <comment>@title</comment>
        <translation>
            <numerusform>%n check failed</numerusform>
            <numerusform>%n checks failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) cannot tell</source>
        <comment>@title</comment>
        <translation>
            <numerusform>%n check cannot tell</numerusform>
            <numerusform>%n checks cannot tell</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to answer</source>
        <comment>@status</comment>
        <translation>
            <numerusform>%n to answer</numerusform>
            <numerusform>%n to answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) stand in the way</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%n check stands in the way</numerusform>
            <numerusform>%n checks stand in the way</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing stands in the way, %n warning(s)</source>
        <comment>@title</comment>
        <translation>
            <numerusform>Nothing stands in the way, %n warning</numerusform>
            <numerusform>Nothing stands in the way, %n warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DrainMeter</name>
    <message numerus="yes">
        <source>%Ln task(s) left</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%Ln task left</numerusform>
            <numerusform>%Ln tasks left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left</source>
        <comment>@info tasks</comment>
        <translation>
            <numerusform>%Ln left</numerusform>
            <numerusform>%Ln left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message numerus="yes">
        <source>%n running</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%n running</numerusform>
            <numerusform>%n running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not running</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%n not running</numerusform>
            <numerusform>%n not running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) fewer</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%n row fewer</numerusform>
            <numerusform>%n rows fewer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryCommands</name>
    <message numerus="yes">
        <source>%n file(s) are as the manifest says.</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%n file is as the manifest says.</numerusform>
            <numerusform>%n files are as the manifest says.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The backup is damaged: %n file(s).</source>
        <comment>@info</comment>
        <translation>
            <numerusform>The backup is damaged: %n file.</numerusform>
            <numerusform>The backup is damaged: %n files.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message numerus="yes">
        <source>%n answer(s), by %1</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%n answer, by %1</numerusform>
            <numerusform>%n answers, by %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message numerus="yes">
        <source>%Ln run(s)</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%Ln run</numerusform>
            <numerusform>%Ln runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them can still be rolled back.</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%Ln of them can still be rolled back.</numerusform>
            <numerusform>%Ln of them can still be rolled back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InstallationModel</name>
    <message numerus="yes">
        <source>%n component(s), all running</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%n component, running</numerusform>
            <numerusform>%n components, all running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n component(s), %1 running</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%n component, %1 running</numerusform>
            <numerusform>%n components, %1 running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed migration(s)</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%n failed migration</numerusform>
            <numerusform>%n failed migrations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown fact(s): make known, or go on without</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%n unknown fact: make known, or go on without</numerusform>
            <numerusform>%n unknown facts: make known, or go on without</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 in %n file(s)</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%1, %2 in %n file</numerusform>
            <numerusform>%1, %2 in %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n component(s)</source>
        <comment>@status</comment>
        <translation>
            <numerusform>%1, %n component</numerusform>
            <numerusform>%1, %n components</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n flow(s)</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%n flow</numerusform>
            <numerusform>%n flows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LogPanel</name>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%Ln line</numerusform>
            <numerusform>%Ln lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hit(s)</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%Ln hit</numerusform>
            <numerusform>%Ln hits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln secret(s) masked</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%Ln secret masked</numerusform>
            <numerusform>%Ln secrets masked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <comment>@info lines</comment>
        <translation>
            <numerusform>%Ln new</numerusform>
            <numerusform>%Ln new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergedNotes</name>
    <message numerus="yes">
        <source>%n entries about version numbers, dependencies, builds and tests are left out.</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%n entry about version numbers, dependencies, builds or tests is left out.</numerusform>
            <numerusform>%n entries about version numbers, dependencies, builds and tests are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NotesPage</name>
    <message numerus="yes">
        <source>%Ln release(s) from %1 to %2</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%Ln release from %1 to %2</numerusform>
            <numerusform>%Ln releases from %1 to %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln breaking change(s)</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%Ln breaking change</numerusform>
            <numerusform>%Ln breaking changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanModel</name>
    <message numerus="yes">
        <source>%n step(s), %1. No executions for %2.</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%n step, %1. No executions for %2.</numerusform>
            <numerusform>%n steps, %1. No executions for %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s), %1 file(s)</source>
        <comment>@status</comment>
        <translation>
            <numerusform>%n step, files: %1</numerusform>
            <numerusform>%n steps, files: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stop %n component(s) and upgrade</source>
        <comment>@action</comment>
        <translation>
            <numerusform>Stop %n component and upgrade</numerusform>
            <numerusform>Stop %n components and upgrade</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message numerus="yes">
        <source>%Ln line(s) changed in %1</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%Ln line changed in %1</numerusform>
            <numerusform>%Ln lines changed in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanTree</name>
    <message numerus="yes">
        <source>%1, %Ln step(s), %2</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%1, %Ln step, %2</numerusform>
            <numerusform>%1, %Ln steps, %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s)</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%Ln step</numerusform>
            <numerusform>%Ln steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Preflight</name>
    <message numerus="yes">
        <source>%n component(s) run.</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%n component runs.</numerusform>
            <numerusform>%n components run.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultModel</name>
    <message numerus="yes">
        <source>Loses %n execution(s) that were seen since the backup, and what came after</source>
        <comment>@info</comment>
        <translation>
            <numerusform>Loses %n execution that was seen since the backup, and what came after</numerusform>
            <numerusform>Loses %n executions that were seen since the backup, and what came after</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunModel</name>
    <message numerus="yes">
        <source>%n step(s) taken back.</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%n step taken back.</numerusform>
            <numerusform>%n steps taken back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Waiting for the last %n execution(s)</source>
        <comment>@title</comment>
        <translation>
            <numerusform>Waiting for the last %n execution</numerusform>
            <numerusform>Waiting for the last %n executions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunSummary</name>
    <message numerus="yes">
        <source>It was cut off after %n of its steps.</source>
        <comment>@info</comment>
        <translation>
            <numerusform>It was cut off after %n of its steps.</numerusform>
            <numerusform>It was cut off after %n of its steps.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StandaloneChecks</name>
    <message numerus="yes">
        <source>%n plugin(s) of the old version lie in %1 and are left alone: </source>
        <comment>@info</comment>
        <translation>
            <numerusform>%n plugin of the old version lies in %1 and is left alone: </numerusform>
            <numerusform>%n plugins of the old version lie in %1 and are left alone: </numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TargetModel</name>
    <message numerus="yes">
        <source>%1, %n hop(s)</source>
        <comment>@status</comment>
        <translation>
            <numerusform>%1, %n hop</numerusform>
            <numerusform>%1, %n hops</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2. %n hop(s) to %3.</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%1: %2. %n hop to %3.</numerusform>
            <numerusform>%1: %2. %n hops to %3.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TriggerCommands</name>
    <message numerus="yes">
        <source>%1 is enabled; its flow began %n execution(s) in %2 s.</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%1 is enabled; its flow began %n execution in %2 s.</numerusform>
            <numerusform>%1 is enabled; its flow began %n executions in %2 s.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message numerus="yes">
        <source>%n execution(s) were under way when it was last looked at</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%n execution was under way when it was last looked at</numerusform>
            <numerusform>%n executions were under way when it was last looked at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>When what was in the way is mended. %n step(s) are left, %1.</source>
        <comment>@info</comment>
        <translation>
            <numerusform>When what was in the way is mended. %n step is left, %1.</numerusform>
            <numerusform>When what was in the way is mended. %n steps are left, %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>From where it stopped. %n step(s) are left, %1.</source>
        <comment>@info</comment>
        <translation>
            <numerusform>From where it stopped. %n step is left, %1.</numerusform>
            <numerusform>From where it stopped. %n steps are left, %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WelcomeModel</name>
    <message numerus="yes">
        <source>%n installation(s) found</source>
        <comment>@title</comment>
        <translation>
            <numerusform>%n installation found</numerusform>
            <numerusform>%n installations found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s), %1</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%n step, %1</numerusform>
            <numerusform>%n steps, %1</numerusform>
        </translation>
    </message>
</context>
</TS>
