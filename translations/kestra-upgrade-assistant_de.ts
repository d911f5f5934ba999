<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ActCommands</name>
    <message>
        <source>%1 changes the installation; say so with --yes.</source>
        <comment>@info</comment>
        <translation>%1 ändert die Installation; bestätigen Sie das mit --yes.</translation>
    </message>
    <message>
        <source>Run %1</source>
        <comment>@info</comment>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>Reading the installation…</source>
        <comment>@info</comment>
        <translation>Die Installation wird gelesen…</translation>
    </message>
    <message>
        <source>Checking…</source>
        <comment>@info</comment>
        <translation>Es wird geprüft…</translation>
    </message>
    <message>
        <source>(%1 must be mended)</source>
        <comment>@info</comment>
        <translation>(%1 sind zu beheben)</translation>
    </message>
    <message>
        <source>run</source>
        <comment>@info</comment>
        <translation>run</translation>
    </message>
    <message>
        <source>%1 runs and was seen to work. Keep it with “commit %2 --yes” or take it back with “rollback %2 --yes”.</source>
        <comment>@info</comment>
        <translation>%1 läuft, und es wurde gesehen, dass es arbeitet. Behalten Sie es mit „commit %2 --yes“ oder nehmen Sie es mit „rollback %2 --yes“ zurück.</translation>
    </message>
    <message>
        <source>Name the folder with --into.</source>
        <comment>@info</comment>
        <translation>Nennen Sie den Ordner mit --into.</translation>
    </message>
    <message>
        <source>The backup in %1 is proven.</source>
        <comment>@info</comment>
        <translation>Die Sicherung in %1 ist nachgewiesen.</translation>
    </message>
    <message>
        <source>Everything is back as it was.</source>
        <comment>@info</comment>
        <translation>Alles ist wieder wie zuvor.</translation>
    </message>
    <message>
        <source>%1 runs and was seen to work.</source>
        <comment>@info</comment>
        <translation>%1 läuft, und es wurde gesehen, dass es arbeitet.</translation>
    </message>
    <message>
        <source>rollback</source>
        <comment>@info</comment>
        <translation>rollback</translation>
    </message>
    <message>
        <source>Everything is back at %1, compared with the state before.</source>
        <comment>@info</comment>
        <translation>Alles ist wieder bei %1, verglichen mit dem Stand davor.</translation>
    </message>
    <message>
        <source>commit</source>
        <comment>@info</comment>
        <translation>commit</translation>
    </message>
    <message>
        <source>Kept. The backup stays until you delete it.</source>
        <comment>@info</comment>
        <translation>Behalten. Die Sicherung bleibt, bis Sie sie löschen.</translation>
    </message>
    <message>
        <source>--accept %1 names no finding and no check of this upgrade. “findings” and “check” list them.</source>
        <comment>@info</comment>
        <translation>--accept %1 nennt weder einen Befund noch eine Prüfung dieses Upgrades. „findings“ und „check“ zeigen sie.</translation>
    </message>
    <message>
        <source>After it this program cannot roll the run back any more. The backup stays.</source>
        <comment>@info</comment>
        <translation>Danach kann dieses Programm den Lauf nicht mehr zurückrollen. Die Sicherung bleibt.</translation>
    </message>
    <message>
        <source>--fix %1 or --accept %1</source>
        <comment>@info</comment>
        <translation>--fix %1 oder --accept %1</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) are not answered. Read them with “findings” and “check”, then accept each by its id:
%1</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%n Punkt ist nicht beantwortet. Lesen Sie ihn mit „findings“ und „check“, dann nehmen Sie ihn über seine Id hin:
%1</numerusform>
            <numerusform>%n Punkte sind nicht beantwortet. Lesen Sie sie mit „findings“ und „check“, dann nehmen Sie jeden über seine Id hin:
%1</numerusform>
        </translation>
    </message>
    <message>
        <source>What was kept beside it is removed. The backup stays until you delete it.</source>
        <comment>@info</comment>
        <translation>Was daneben aufbewahrt wurde, ist entfernt. Die Sicherung bleibt, bis Sie sie löschen.</translation>
    </message>
</context>
<context>
    <name>AddMenu</name>
    <message>
        <source>A &amp;folder…</source>
        <comment>@action</comment>
        <translation>Ein &amp;Ordner…</translation>
    </message>
    <message>
        <source>A &amp;Compose or values file…</source>
        <comment>@action</comment>
        <translation>Eine &amp;Compose- oder Values-Datei…</translation>
    </message>
    <message>
        <source>A Docker co&amp;ntainer…</source>
        <comment>@action</comment>
        <translation>Ein Docker-Co&amp;ntainer…</translation>
    </message>
    <message>
        <source>Another &amp;machine, over SSH…</source>
        <comment>@action</comment>
        <translation>Ein anderer &amp;Rechner, über SSH…</translation>
    </message>
    <message>
        <source>A &amp;Helm release…</source>
        <comment>@action</comment>
        <translation>Ein &amp;Helm-Release…</translation>
    </message>
    <message>
        <source>An &amp;address…</source>
        <comment>@action</comment>
        <translation>Eine &amp;Adresse…</translation>
    </message>
    <message>
        <source>Folder of the installation</source>
        <comment>@title</comment>
        <translation>Ordner der Installation</translation>
    </message>
    <message>
        <source>Compose or values file</source>
        <comment>@title</comment>
        <translation>Compose- oder Values-Datei</translation>
    </message>
    <message>
        <source>YAML files (*.yml *.yaml);;All files (*)</source>
        <comment>@item</comment>
        <translation>YAML-Dateien (*.yml *.yaml);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Docker container</source>
        <comment>@title</comment>
        <translation>Docker-Container</translation>
    </message>
    <message>
        <source>Name of the container that runs Kestra:</source>
        <comment>@label</comment>
        <translation>Name des Containers, der Kestra ausführt:</translation>
    </message>
    <message>
        <source>Another machine</source>
        <comment>@title</comment>
        <translation>Anderer Rechner</translation>
    </message>
    <message>
        <source>Name or user@name[:port], as you would give it to ssh. It is asked with your own SSH keys; looking changes nothing there.</source>
        <comment>@label</comment>
        <translation>Name oder user@name[:port], wie Sie es ssh angeben würden. Er wird mit Ihren eigenen SSH-Schlüsseln befragt; das Nachsehen ändert dort nichts.</translation>
    </message>
    <message>
        <source>Address of the installation</source>
        <comment>@title</comment>
        <translation>Adresse der Installation</translation>
    </message>
    <message>
        <source>For instance compose:/srv/kestra/docker-compose.yml, standalone:/opt/kestra,
helm:context/namespace/release or ssh://deploy@kestra-01/compose:/opt/kestra/docker-compose.yml</source>
        <comment>@label</comment>
        <translation>Zum Beispiel compose:/srv/kestra/docker-compose.yml, standalone:/opt/kestra,
helm:context/namespace/release oder ssh://deploy@kestra-01/compose:/opt/kestra/docker-compose.yml</translation>
    </message>
    <message>
        <source>Helm release</source>
        <comment>@title</comment>
        <translation>Helm-Release</translation>
    </message>
    <message>
        <source>Context of kubectl:</source>
        <comment>@label</comment>
        <translation>Kontext von kubectl:</translation>
    </message>
    <message>
        <source>Namespace:</source>
        <comment>@label</comment>
        <translation>Namespace:</translation>
    </message>
    <message>
        <source>Release:</source>
        <comment>@label</comment>
        <translation>Release:</translation>
    </message>
    <message>
        <source>Look at it</source>
        <comment>@action</comment>
        <translation>Ansehen</translation>
    </message>
</context>
<context>
    <name>Address</name>
    <message>
        <source>“%1” is no address of an installation. Addresses look like compose:FILE, practice:DIR, docker:NAME, standalone:DIR or helm:CONTEXT/NAMESPACE/RELEASE; “find” lists those that are here.</source>
        <comment>@error</comment>
        <translation>„%1“ ist keine Adresse einer Installation. Adressen haben die Form compose:DATEI, practice:ORDNER, docker:NAME, standalone:ORDNER oder helm:KONTEXT/NAMESPACE/RELEASE; „find“ zeigt, was hier ist.</translation>
    </message>
</context>
<context>
    <name>ApiHandler</name>
    <message>
        <source>%1 was answered with %2.</source>
        <comment>@error</comment>
        <translation>%1 wurde mit %2 beantwortet.</translation>
    </message>
    <message>
        <source>The answer to %1 is not as expected: %2.</source>
        <comment>@error</comment>
        <translation>Die Antwort auf %1 ist nicht wie erwartet: %2.</translation>
    </message>
</context>
<context>
    <name>ApiRead</name>
    <message>
        <source>%1 does not answer.</source>
        <comment>@info</comment>
        <translation>%1 antwortet nicht.</translation>
    </message>
    <message>
        <source>Start Kestra, or look at its ports.</source>
        <comment>@info</comment>
        <translation>Starten Sie Kestra oder prüfen Sie seine Ports.</translation>
    </message>
    <message>
        <source>%1 asks for a login that is not known.</source>
        <comment>@info</comment>
        <translation>%1 verlangt eine Anmeldung, die nicht bekannt ist.</translation>
    </message>
    <message>
        <source>Give the user name and password of Kestra&apos;s basic authentication.</source>
        <comment>@info</comment>
        <translation>Geben Sie Benutzername und Passwort der Basic-Authentifizierung von Kestra an.</translation>
    </message>
</context>
<context>
    <name>Arguments</name>
    <message>
        <source>installations here; HINT: folder, file, ssh://user@host[:port]</source>
        <translation>Installationen hier; HINT: Ordner, Datei, ssh://user@host[:port]</translation>
    </message>
    <message>
        <source>every fact with its evidence</source>
        <translation>jede Tatsache mit ihrem Beleg</translation>
    </message>
    <message>
        <source>known versions, newest first</source>
        <translation>bekannte Versionen, neueste zuerst</translation>
    </message>
    <message>
        <source>the stops and why</source>
        <translation>die Halte und ihre Gründe</translation>
    </message>
    <message>
        <source>merged notes, breaking first; or one release&apos;s notes from a file</source>
        <translation>zusammengeführte Notizen, Brüche zuerst; oder die Notizen eines Release aus einer Datei</translation>
    </message>
    <message>
        <source>breaking changes matched against it</source>
        <translation>Brüche, mit der Installation abgeglichen</translation>
    </message>
    <message>
        <source>every flow in files and folders matched alone</source>
        <translation>jeder Flow in Dateien und Ordnern, für sich abgeglichen</translation>
    </message>
    <message>
        <source>pre-flight checks</source>
        <translation>Prüfungen vor dem Upgrade</translation>
    </message>
    <message>
        <source>takes a backup and proves it</source>
        <translation>erstellt eine Sicherung und weist sie nach</translation>
    </message>
    <message>
        <source>checks every byte against the manifest</source>
        <translation>prüft jedes Byte gegen das Manifest</translation>
    </message>
    <message>
        <source>what would be done, nothing is</source>
        <translation>was getan würde; getan wird nichts</translation>
    </message>
    <message>
        <source>upgrade</source>
        <translation>Upgrade</translation>
    </message>
    <message>
        <source>goes on with an interrupted run</source>
        <translation>setzt einen unterbrochenen Lauf fort</translation>
    </message>
    <message>
        <source>brings application and data back</source>
        <translation>bringt Anwendung und Daten zurück</translation>
    </message>
    <message>
        <source>keeps the new version</source>
        <translation>behält die neue Version</translation>
    </message>
    <message>
        <source>history</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>evidence, HTML by default</source>
        <translation>Belege, ohne weitere Angabe als HTML</translation>
    </message>
    <message>
        <source>--%1 takes no value.</source>
        <comment>@error</comment>
        <translation>--%1 nimmt keinen Wert.</translation>
    </message>
    <message>
        <source>%1 does not know the option --%2.</source>
        <comment>@error</comment>
        <translation>%1 kennt die Option --%2 nicht.</translation>
    </message>
    <message>
        <source>--%1 needs a value.</source>
        <comment>@error</comment>
        <translation>--%1 braucht einen Wert.</translation>
    </message>
    <message>
        <source>There is no command “%1”.</source>
        <comment>@error</comment>
        <translation>Es gibt keinen Befehl „%1“.</translation>
    </message>
    <message>
        <source>--home needs a folder.</source>
        <comment>@error</comment>
        <translation>--home braucht einen Ordner.</translation>
    </message>
    <message>
        <source>Unknown option %1.</source>
        <comment>@error</comment>
        <translation>Unbekannte Option %1.</translation>
    </message>
    <message>
        <source>A command is missing.</source>
        <comment>@error</comment>
        <translation>Es fehlt ein Befehl.</translation>
    </message>
    <message>
        <source>%1 is called with other words.</source>
        <comment>@error</comment>
        <translation>%1 wird mit anderen Wörtern aufgerufen.</translation>
    </message>
    <message>
        <source>Usage: kestra-upgrade [--home DIR] [--json] COMMAND</source>
        <comment>@info</comment>
        <translation>Aufruf: kestra-upgrade [--home DIR] [--json] COMMAND</translation>
    </message>
    <message>
        <source>triggers that an upgrade disabled; enables one and watches it</source>
        <translation>Trigger, die ein Upgrade deaktiviert hat; aktiviert einen und beobachtet ihn</translation>
    </message>
</context>
<context>
    <name>Backup</name>
    <message>
        <source>There is no way yet to back up the database of %1 (%2). Back it up with its own tools, then go on without a backup of ours.</source>
        <comment>@error</comment>
        <translation>Die Datenbank von %1 (%2) lässt sich hier noch nicht sichern. Sichern Sie sie mit ihren eigenen Werkzeugen und fahren Sie dann ohne unsere Sicherung fort.</translation>
    </message>
    <message>
        <source>unknown kind</source>
        <comment>@error</comment>
        <translation>unbekannte Art</translation>
    </message>
    <message>
        <source>There is no way yet to back up internal storage of the kind %1. Copy the bucket with its provider&apos;s tools or see that it keeps versions, then go on without a backup of ours.</source>
        <comment>@error</comment>
        <translation>Interner Speicher der Art %1 lässt sich hier noch nicht sichern. Kopieren Sie den Bucket mit den Werkzeugen des Anbieters oder sorgen Sie dafür, dass er Versionen behält, und fahren Sie dann ohne unsere Sicherung fort.</translation>
    </message>
    <message>
        <source>It is not known how to start psql for the database %1. Make the database&apos;s container or its tools reachable, then look again.</source>
        <comment>@error</comment>
        <translation>Es ist nicht bekannt, wie psql für die Datenbank %1 zu starten ist. Machen Sie den Container der Datenbank oder ihre Werkzeuge erreichbar, dann sehen Sie erneut nach.</translation>
    </message>
    <message>
        <source>The internal storage is neither a folder that can be read here nor in a container that is known. Start the installation once and look again.</source>
        <comment>@error</comment>
        <translation>Der interne Speicher ist weder ein hier lesbarer Ordner noch in einem bekannten Container. Starten Sie die Installation einmal und sehen Sie erneut nach.</translation>
    </message>
</context>
<context>
    <name>BackupChecks</name>
    <message>
        <source>df gave an answer that cannot be understood.</source>
        <comment>@info</comment>
        <translation>df gab eine Antwort, die nicht zu verstehen ist.</translation>
    </message>
    <message>
        <source>The free space could not be seen: %1</source>
        <comment>@info</comment>
        <translation>Der freie Platz war nicht zu sehen: %1</translation>
    </message>
    <message>
        <source>%1 free on %2, at most %3 needed.</source>
        <comment>@info</comment>
        <translation>%1 frei auf %2, höchstens %3 nötig.</translation>
    </message>
    <message>
        <source>%1 free on %2; how much is needed could not be seen.</source>
        <comment>@info</comment>
        <translation>%1 frei auf %2; wie viel nötig ist, war nicht zu sehen.</translation>
    </message>
    <message>
        <source>Compare it with the size of your database and storage yourself.</source>
        <comment>@info</comment>
        <translation>Vergleichen Sie es selbst mit der Größe von Datenbank und Speicher.</translation>
    </message>
    <message>
        <source>Room for the backup</source>
        <comment>@info</comment>
        <translation>Platz für die Sicherung</translation>
    </message>
    <message>
        <source>Choose another folder or make room, then check again.</source>
        <comment>@info</comment>
        <translation>Wählen Sie einen anderen Ordner oder schaffen Sie Platz, dann prüfen Sie erneut.</translation>
    </message>
    <message>
        <source>Backup on a disk of its own</source>
        <comment>@info</comment>
        <translation>Sicherung auf eigenem Datenträger</translation>
    </message>
    <message>
        <source>The backup would lie on the same disk as the data (%1).</source>
        <comment>@info</comment>
        <translation>Die Sicherung läge auf demselben Datenträger wie die Daten (%1).</translation>
    </message>
    <message>
        <source>It helps against a failed upgrade, not against a failed disk: copy it elsewhere, or choose another folder.</source>
        <comment>@info</comment>
        <translation>Sie hilft gegen ein gescheitertes Upgrade, nicht gegen einen defekten Datenträger: Kopieren Sie sie an einen anderen Ort oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Data on %1, backup on %2.</source>
        <comment>@info</comment>
        <translation>Daten auf %1, Sicherung auf %2.</translation>
    </message>
    <message>
        <source>Database answers</source>
        <comment>@info</comment>
        <translation>Datenbank antwortet</translation>
    </message>
    <message>
        <source>The database %1 answers and lets us in.</source>
        <comment>@info</comment>
        <translation>Die Datenbank %1 antwortet und gewährt Zugang.</translation>
    </message>
    <message>
        <source>Give the right user and password, then check again.</source>
        <comment>@info</comment>
        <translation>Geben Sie den richtigen Benutzer und das Passwort an, dann prüfen Sie erneut.</translation>
    </message>
    <message>
        <source>Start the database, see that it can be reached, then check again.</source>
        <comment>@info</comment>
        <translation>Starten Sie die Datenbank und sorgen Sie dafür, dass sie erreichbar ist, dann prüfen Sie erneut.</translation>
    </message>
    <message>
        <source>No failed migration</source>
        <comment>@info</comment>
        <translation>Keine gescheiterte Migration</translation>
    </message>
    <message>
        <source>%1 migrations of the schema have failed earlier.</source>
        <comment>@info</comment>
        <translation>%1 Migrationen des Schemas sind früher gescheitert.</translation>
    </message>
    <message>
        <source>Repair the schema first: a newer version would migrate on top of a broken one.</source>
        <comment>@info</comment>
        <translation>Reparieren Sie zuerst das Schema: Eine neuere Version würde auf einem beschädigten migrieren.</translation>
    </message>
    <message>
        <source>The history of migrations could not be read: %1</source>
        <comment>@info</comment>
        <translation>Der Verlauf der Migrationen war nicht zu lesen: %1</translation>
    </message>
    <message>
        <source>Look at the migration history yourself.</source>
        <comment>@info</comment>
        <translation>Sehen Sie sich den Verlauf der Migrationen selbst an.</translation>
    </message>
    <message>
        <source>The migration history holds no failure.</source>
        <comment>@info</comment>
        <translation>Der Verlauf der Migrationen enthält keinen Fehler.</translation>
    </message>
    <message>
        <source>Running executions</source>
        <comment>@info</comment>
        <translation>Laufende Ausführungen</translation>
    </message>
    <message>
        <source>Running executions could not be counted.</source>
        <comment>@info</comment>
        <translation>Laufende Ausführungen waren nicht zu zählen.</translation>
    </message>
    <message>
        <source>Look at the executions page.</source>
        <comment>@info</comment>
        <translation>Sehen Sie auf der Seite der Ausführungen nach.</translation>
    </message>
    <message>
        <source>Nothing runs.</source>
        <comment>@info</comment>
        <translation>Nichts läuft.</translation>
    </message>
    <message>
        <source>%1 executions are under way.</source>
        <comment>@info</comment>
        <translation>%1 Ausführungen sind unterwegs.</translation>
    </message>
    <message>
        <source>Workers are given their time to finish; choose a quieter hour if tasks run longer than that.</source>
        <comment>@info</comment>
        <translation>Worker bekommen ihre Zeit zum Abschließen; wählen Sie eine ruhigere Stunde, wenn Aufgaben länger laufen.</translation>
    </message>
    <message>
        <source>pg_dump fits the server</source>
        <comment>@info</comment>
        <translation>pg_dump passt zum Server</translation>
    </message>
    <message>
        <source>pg_dump could not be started: %1</source>
        <comment>@info</comment>
        <translation>pg_dump war nicht zu starten: %1</translation>
    </message>
    <message>
        <source>Install the PostgreSQL client tools of the server&apos;s version beside psql.</source>
        <comment>@info</comment>
        <translation>Installieren Sie die PostgreSQL-Clientwerkzeuge in der Version des Servers neben psql.</translation>
    </message>
    <message>
        <source>pg_dump %1 is older than the server, which is %2.</source>
        <comment>@info</comment>
        <translation>pg_dump %1 ist älter als der Server mit %2.</translation>
    </message>
    <message>
        <source>Install the client tools of PostgreSQL %1.</source>
        <comment>@info</comment>
        <translation>Installieren Sie die Clientwerkzeuge von PostgreSQL %1.</translation>
    </message>
    <message>
        <source>pg_dump %1, server %2.</source>
        <comment>@info</comment>
        <translation>pg_dump %1, Server %2.</translation>
    </message>
    <message>
        <source>A throw-away database may be made</source>
        <comment>@info</comment>
        <translation>Eine Wegwerf-Datenbank darf angelegt werden</translation>
    </message>
    <message>
        <source>The user may create databases.</source>
        <comment>@info</comment>
        <translation>Der Benutzer darf Datenbanken anlegen.</translation>
    </message>
    <message>
        <source>The user may not create databases: a backup could be taken, neither proven nor swapped in.</source>
        <comment>@info</comment>
        <translation>Der Benutzer darf keine Datenbanken anlegen: Eine Sicherung ließe sich erstellen, aber weder nachweisen noch einsetzen.</translation>
    </message>
    <message>
        <source>Give it the right: alter role … createdb;</source>
        <comment>@info</comment>
        <translation>Geben Sie ihm das Recht: alter role … createdb;</translation>
    </message>
    <message>
        <source>Room at the database for the proof</source>
        <comment>@info</comment>
        <translation>Platz bei der Datenbank für den Nachweis</translation>
    </message>
    <message>
        <source>Make room where the database lies, then check again.</source>
        <comment>@info</comment>
        <translation>Schaffen Sie Platz, wo die Datenbank liegt, dann prüfen Sie erneut.</translation>
    </message>
    <message>
        <source>Internal storage can be read</source>
        <comment>@info</comment>
        <translation>Interner Speicher ist lesbar</translation>
    </message>
    <message>
        <source>Where the internal storage lies is not known.</source>
        <comment>@info</comment>
        <translation>Wo der interne Speicher liegt, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Files of executions and namespaces would be missing in the backup: look at kestra.storage.</source>
        <comment>@info</comment>
        <translation>Dateien von Ausführungen und Namespaces würden in der Sicherung fehlen: Prüfen Sie kestra.storage.</translation>
    </message>
    <message>
        <source>Internal storage of the kind %1 is not part of the backup.</source>
        <comment>@info</comment>
        <translation>Interner Speicher der Art %1 ist nicht Teil der Sicherung.</translation>
    </message>
    <message>
        <source>Copy the bucket, or see that it keeps versions.</source>
        <comment>@info</comment>
        <translation>Kopieren Sie den Bucket oder sorgen Sie dafür, dass er Versionen behält.</translation>
    </message>
    <message>
        <source>It is read through the container %1.</source>
        <comment>@info</comment>
        <translation>Er wird über den Container %1 gelesen.</translation>
    </message>
    <message>
        <source>It lies in %1.</source>
        <comment>@info</comment>
        <translation>Er liegt in %1.</translation>
    </message>
    <message>
        <source>%1 is not there.</source>
        <comment>@info</comment>
        <translation>%1 ist nicht da.</translation>
    </message>
    <message>
        <source>Mount it, or see that the path is right.</source>
        <comment>@info</comment>
        <translation>Binden Sie ihn ein oder prüfen Sie den Pfad.</translation>
    </message>
    <message>
        <source>Kestra keeps %1 to itself while it runs; what is in it is seen once it has stopped.</source>
        <comment>@info</comment>
        <translation>Kestra hält %1 verschlossen, solange es läuft; was darin ist, zeigt sich erst, wenn es angehalten ist.</translation>
    </message>
    <message>
        <source>Running executions and failed migrations cannot be seen before: look at Kestra&apos;s own pages.</source>
        <comment>@info</comment>
        <translation>Laufende Ausführungen und gescheiterte Migrationen sind vorher nicht zu sehen: Sehen Sie auf den Seiten von Kestra nach.</translation>
    </message>
    <message>
        <source>Nothing but Kestra in its database</source>
        <comment>@info</comment>
        <translation>Nichts außer Kestra in seiner Datenbank</translation>
    </message>
    <message>
        <source>Other schemas could not be seen: %1</source>
        <comment>@info</comment>
        <translation>Andere Schemas waren nicht zu sehen: %1</translation>
    </message>
    <message>
        <source>Look at the schemas of the database yourself.</source>
        <comment>@info</comment>
        <translation>Sehen Sie sich die Schemas der Datenbank selbst an.</translation>
    </message>
    <message>
        <source>No other schema with tables lies in %1.</source>
        <comment>@info</comment>
        <translation>Kein anderes Schema mit Tabellen liegt in %1.</translation>
    </message>
    <message>
        <source>%1 also holds the schemas %2: going back would set them back in time too.</source>
        <comment>@info</comment>
        <translation>%1 enthält auch die Schemas %2: Der Weg zurück würde auch sie auf den alten Stand zurücksetzen.</translation>
    </message>
    <message>
        <source>Move them to a database of their own, or name Kestra&apos;s own schema by currentSchema in its URL.</source>
        <comment>@info</comment>
        <translation>Verschieben Sie sie in eine eigene Datenbank, oder nennen Sie das Schema von Kestra mit currentSchema in seiner URL.</translation>
    </message>
    <message>
        <source>The dump tool is there</source>
        <comment>@info</comment>
        <translation>Das Dump-Werkzeug ist da</translation>
    </message>
    <message>
        <source>%1 could not be started: %2</source>
        <comment>@info</comment>
        <translation>%1 war nicht zu starten: %2</translation>
    </message>
    <message>
        <source>Install the client tools of the server&apos;s version.</source>
        <comment>@info</comment>
        <translation>Installieren Sie die Clientwerkzeuge in der Version des Servers.</translation>
    </message>
    <message>
        <source>A throw-away schema may be made</source>
        <comment>@info</comment>
        <translation>Ein Wegwerf-Schema darf angelegt werden</translation>
    </message>
    <message>
        <source>The user may create schemas.</source>
        <comment>@info</comment>
        <translation>Der Benutzer darf Schemas anlegen.</translation>
    </message>
    <message>
        <source>The user may not create schemas: a backup could be taken, neither proven nor swapped in.</source>
        <comment>@info</comment>
        <translation>Der Benutzer darf keine Schemas anlegen: Eine Sicherung ließe sich erstellen, aber weder nachweisen noch einsetzen.</translation>
    </message>
    <message>
        <source>Give it the right on schemas of that name: grant all on `kestra%`.* to …;</source>
        <comment>@info</comment>
        <translation>Geben Sie ihm das Recht auf Schemas dieses Namens: grant all on `kestra%`.* to …;</translation>
    </message>
</context>
<context>
    <name>BackupHandlers</name>
    <message>
        <source>The backup cannot be sealed: “%1” was never seen in this run.</source>
        <comment>@error</comment>
        <translation>Die Sicherung lässt sich nicht versiegeln: „%1“ wurde in diesem Lauf nie gesehen.</translation>
    </message>
    <message>
        <source>The backup %1 is damaged and is not used: %2.</source>
        <comment>@error</comment>
        <translation>Die Sicherung %1 ist beschädigt und wird nicht verwendet: %2.</translation>
    </message>
</context>
<context>
    <name>BackupModel</name>
    <message>
        <source>Backing up and proving it</source>
        <comment>@title</comment>
        <translation>Sicherung und Nachweis laufen</translation>
    </message>
    <message>
        <source>The backup is proven</source>
        <comment>@title</comment>
        <translation>Die Sicherung ist nachgewiesen</translation>
    </message>
    <message>
        <source>Going on without a backup</source>
        <comment>@title</comment>
        <translation>Es geht ohne Sicherung weiter</translation>
    </message>
    <message>
        <source>A backup that is proven before anything changes</source>
        <comment>@title</comment>
        <translation>Eine Sicherung, die nachgewiesen ist, bevor sich etwas ändert</translation>
    </message>
    <message>
        <source>There is no proven backup yet</source>
        <comment>@title</comment>
        <translation>Es gibt noch keine nachgewiesene Sicherung</translation>
    </message>
    <message>
        <source>Restored into a throw-away place and compared with what runs. It is taken once more when Kestra stands still.</source>
        <comment>@info</comment>
        <translation>An einem vorübergehenden Ort wiederhergestellt und mit dem verglichen, was läuft. Sie wird noch einmal erstellt, wenn Kestra stillsteht.</translation>
    </message>
    <message>
        <source>Database, internal storage, configuration and the old image; restored into a throw-away place and compared.</source>
        <comment>@info</comment>
        <translation>Datenbank, interner Speicher, Konfiguration und das alte Image; an einem vorübergehenden Ort wiederhergestellt und verglichen.</translation>
    </message>
    <message>
        <source>under way</source>
        <comment>@status</comment>
        <translation>unterwegs</translation>
    </message>
    <message>
        <source>proven</source>
        <comment>@status</comment>
        <translation>nachgewiesen</translation>
    </message>
    <message>
        <source>none, accepted</source>
        <comment>@status</comment>
        <translation>keine, hingenommen</translation>
    </message>
    <message>
        <source>Take and prove a backup first</source>
        <comment>@info</comment>
        <translation>Erstellen Sie zuerst eine Sicherung mit Nachweis</translation>
    </message>
    <message>
        <source>about %1, %2</source>
        <comment>@info</comment>
        <translation>etwa %1, %2</translation>
    </message>
    <message>
        <source>at least %1: not every size is known</source>
        <comment>@info</comment>
        <translation>mindestens %1: nicht jede Größe ist bekannt</translation>
    </message>
    <message>
        <source>%1 free</source>
        <comment>@info</comment>
        <translation>%1 frei</translation>
    </message>
    <message>
        <source>free space unknown</source>
        <comment>@info</comment>
        <translation>freier Platz unbekannt</translation>
    </message>
    <message>
        <source>Database</source>
        <comment>@label</comment>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>copy of the file</source>
        <comment>@info</comment>
        <translation>Kopie der Datei</translation>
    </message>
    <message>
        <source>Internal storage</source>
        <comment>@label</comment>
        <translation>Interner Speicher</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>Configuration</source>
        <comment>@label</comment>
        <translation>Konfiguration</translation>
    </message>
    <message numerus="yes">
        <source>%n text(s)</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%n Text</numerusform>
            <numerusform>%n Texte</numerusform>
        </translation>
    </message>
    <message>
        <source>Old version</source>
        <comment>@label</comment>
        <translation>Alte Version</translation>
    </message>
    <message>
        <source>kept, not removed</source>
        <comment>@info</comment>
        <translation>bleibt, wird nicht entfernt</translation>
    </message>
    <message>
        <source>Backing up…</source>
        <comment>@status</comment>
        <translation>Sicherung läuft…</translation>
    </message>
    <message>
        <source>without backup</source>
        <comment>@info typed word</comment>
        <translation>ohne Sicherung</translation>
    </message>
</context>
<context>
    <name>BackupPage</name>
    <message>
        <source>Back up again</source>
        <comment>@action</comment>
        <translation>Erneut sichern</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <comment>@action</comment>
        <translation>Anderer Ordner…</translation>
    </message>
    <message>
        <source>Go on without a backup…</source>
        <comment>@action</comment>
        <translation>Ohne Sicherung weiter…</translation>
    </message>
    <message>
        <source>Show the commands</source>
        <comment>@action</comment>
        <translation>Befehle anzeigen</translation>
    </message>
    <message>
        <source>What is saved</source>
        <comment>@title</comment>
        <translation>Was gesichert wird</translation>
    </message>
    <message>
        <source>Where</source>
        <comment>@title</comment>
        <translation>Wo</translation>
    </message>
    <message>
        <source>The proof</source>
        <comment>@title</comment>
        <translation>Der Nachweis</translation>
    </message>
    <message>
        <source>Progress of the backup</source>
        <comment>@label</comment>
        <translation>Fortschritt der Sicherung</translation>
    </message>
    <message>
        <source>in the installation</source>
        <comment>@title:column</comment>
        <translation>in der Installation</translation>
    </message>
    <message>
        <source>in the restored copy</source>
        <comment>@title:column</comment>
        <translation>in der wiederhergestellten Kopie</translation>
    </message>
    <message>
        <source>A copy of everything the upgrade may change, and the proof that it can be restored: it is restored into a throw-away place and counted there. The installation is only read.</source>
        <comment>@info</comment>
        <translation>Eine Kopie von allem, was das Upgrade ändern kann, und der Nachweis, dass sie sich wiederherstellen lässt: Sie wird an einem vorübergehenden Ort wiederhergestellt und dort gezählt. Die Installation wird nur gelesen.</translation>
    </message>
    <message>
        <source>Back up now</source>
        <comment>@action</comment>
        <translation>Jetzt sichern</translation>
    </message>
    <message>
        <source>equal</source>
        <comment>@info proof</comment>
        <translation>gleich</translation>
    </message>
    <message>
        <source>differs</source>
        <comment>@info proof</comment>
        <translation>weicht ab</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>@info proof</comment>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>%1 of %2 equal</source>
        <comment>@info</comment>
        <translation>%1 von %2 gleich</translation>
    </message>
    <message>
        <source>Not taken yet. Afterwards this place shows every count of the original beside that of the restored copy.</source>
        <comment>@info</comment>
        <translation>Noch nicht erstellt. Danach steht hier jede Zählung des Originals neben der der wiederhergestellten Kopie.</translation>
    </message>
    <message>
        <source>Restored into a throw-away place, counted, and removed again.</source>
        <comment>@info</comment>
        <translation>An einem vorübergehenden Ort wiederhergestellt, gezählt und wieder entfernt.</translation>
    </message>
    <message>
        <source>Expected: %1</source>
        <comment>@info</comment>
        <translation>Erwartet: %1</translation>
    </message>
    <message>
        <source>Folder for the backup</source>
        <comment>@title</comment>
        <translation>Ordner für die Sicherung</translation>
    </message>
    <message>
        <source>Go on without a backup</source>
        <comment>@title</comment>
        <translation>Ohne Sicherung weiter</translation>
    </message>
    <message>
        <source>Behind the one-way door there is no way back then.</source>
        <comment>@info</comment>
        <translation>Hinter der Einbahntür gibt es dann keinen Weg zurück.</translation>
    </message>
    <message>
        <source>What the new version writes into the database stays.</source>
        <comment>@info</comment>
        <translation>Was die neue Version in die Datenbank schreibt, bleibt.</translation>
    </message>
    <message>
        <source>Go on without a backup</source>
        <comment>@action</comment>
        <translation>Ohne Sicherung weiter</translation>
    </message>
    <message>
        <source>What was run for the backup</source>
        <comment>@title</comment>
        <translation>Was für die Sicherung ausgeführt wurde</translation>
    </message>
</context>
<context>
    <name>Catalogue</name>
    <message>
        <source>The catalogue of releases is missing from this program. Install it again.</source>
        <comment>@error</comment>
        <translation>Der Katalog der Releases fehlt in diesem Programm. Installieren Sie es neu.</translation>
    </message>
    <message>
        <source>The catalogue of releases cannot be read. Install this program again.</source>
        <comment>@error</comment>
        <translation>Der Katalog der Releases ist nicht zu lesen. Installieren Sie dieses Programm neu.</translation>
    </message>
</context>
<context>
    <name>ChangeDetail</name>
    <message>
        <source>Source</source>
        <comment>@title</comment>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Where it hits</source>
        <comment>@title</comment>
        <translation>Wo es trifft</translation>
    </message>
    <message>
        <source>What to do</source>
        <comment>@title</comment>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Fix</source>
        <comment>@title</comment>
        <translation>Korrektur</translation>
    </message>
    <message>
        <source>Your answer</source>
        <comment>@title</comment>
        <translation>Ihre Antwort</translation>
    </message>
    <message>
        <source>Answer and show the &amp;next</source>
        <comment>@action</comment>
        <translation>Antworten und &amp;nächste zeigen</translation>
    </message>
    <message>
        <source>Answer, show &amp;next</source>
        <comment>@action</comment>
        <translation>Antworten, &amp;nächste zeigen</translation>
    </message>
    <message>
        <source>since %1</source>
        <comment>@info version</comment>
        <translation>seit %1</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <comment>@info</comment>
        <translation>
            <numerusform>und %Ln weitere</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Why it cannot be told</source>
        <comment>@title</comment>
        <translation>Warum es sich nicht sagen lässt</translation>
    </message>
    <message>
        <source>Why it does not hit you</source>
        <comment>@title</comment>
        <translation>Warum es Sie nicht trifft</translation>
    </message>
    <message>
        <source>Put this fix into the plan</source>
        <comment>@option</comment>
        <translation>Diese Korrektur in den Plan aufnehmen</translation>
    </message>
    <message>
        <source>I change it myself before the run</source>
        <comment>@option</comment>
        <translation>Ich ändere es selbst vor dem Lauf</translation>
    </message>
    <message>
        <source>I have looked: go on</source>
        <comment>@option</comment>
        <translation>Ich habe nachgesehen: weiter</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <comment>@option</comment>
        <translation>So lassen, wie es ist</translation>
    </message>
</context>
<context>
    <name>ChangesList</name>
    <message>
        <source>Hits you</source>
        <comment>@title group</comment>
        <translation>Trifft Sie</translation>
    </message>
    <message>
        <source>Cannot tell</source>
        <comment>@title group</comment>
        <translation>Nicht zu sagen</translation>
    </message>
    <message>
        <source>Does not hit you</source>
        <comment>@title group</comment>
        <translation>Trifft Sie nicht</translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s)</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%Ln Stelle</numerusform>
            <numerusform>%Ln Stellen</numerusform>
        </translation>
    </message>
    <message>
        <source>to answer</source>
        <comment>@info change</comment>
        <translation>zu beantworten</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln change(s)</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%1, %Ln Änderung</numerusform>
            <numerusform>%1, %Ln Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Breaking changes</source>
        <comment>@label</comment>
        <translation>Brüche</translation>
    </message>
</context>
<context>
    <name>ChangesModel</name>
    <message>
        <source>fix in the plan</source>
        <comment>@status</comment>
        <translation>Korrektur im Plan</translation>
    </message>
    <message>
        <source>you do it</source>
        <comment>@status</comment>
        <translation>Sie erledigen es</translation>
    </message>
    <message>
        <source>accepted</source>
        <comment>@status</comment>
        <translation>hingenommen</translation>
    </message>
    <message>
        <source>What changes for you</source>
        <comment>@title</comment>
        <translation>Was sich für Sie ändert</translation>
    </message>
    <message>
        <source>What changes cannot be told</source>
        <comment>@title</comment>
        <translation>Was sich ändert, lässt sich nicht sagen</translation>
    </message>
    <message>
        <source>%1 of %2 changes hit this installation, %3 cannot be told.</source>
        <comment>@info</comment>
        <translation>%1 von %2 Änderungen treffen diese Installation, bei %3 ist es nicht zu sagen.</translation>
    </message>
    <message numerus="yes">
        <source>Answer %n more to go on.</source>
        <comment>@info</comment>
        <translation>
            <numerusform>Beantworten Sie noch %n, um weiterzugehen.</numerusform>
            <numerusform>Beantworten Sie noch %n, um weiterzugehen.</numerusform>
        </translation>
    </message>
    <message>
        <source>All are answered.</source>
        <comment>@info</comment>
        <translation>Alle sind beantwortet.</translation>
    </message>
    <message numerus="yes">
        <source>%n to answer</source>
        <comment>@status</comment>
        <translation>
            <numerusform>%n zu beantworten</numerusform>
            <numerusform>%n zu beantworten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answered</source>
        <comment>@status</comment>
        <translation>
            <numerusform>%n beantwortet</numerusform>
            <numerusform>%n beantwortet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) are not answered yet</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%n Änderung ist noch nicht beantwortet</numerusform>
            <numerusform>%n Änderungen sind noch nicht beantwortet</numerusform>
        </translation>
    </message>
    <message>
        <source>handled by the plan</source>
        <comment>@status</comment>
        <translation>vom Plan erledigt</translation>
    </message>
</context>
<context>
    <name>ChangesPage</name>
    <message>
        <source>All notes, merged</source>
        <comment>@title:tab</comment>
        <translation>Alle Notizen, zusammengeführt</translation>
    </message>
    <message>
        <source>Filter changes (Ctrl+F)</source>
        <comment>@label</comment>
        <translation>Änderungen filtern (Strg+F)</translation>
    </message>
    <message>
        <source>Filter changes</source>
        <comment>@label</comment>
        <translation>Änderungen filtern</translation>
    </message>
    <message>
        <source>Every breaking change between the two versions, held against this installation. Each one that hits, or where it cannot be told, wants your answer by name.

Up and down: change · 1 to 3 answer · Ctrl+Down next without an answer · Ctrl+Tab notes · Ctrl+F filter</source>
        <comment>@info</comment>
        <translation>Jeder Bruch zwischen den beiden Versionen, mit dieser Installation abgeglichen. Jeder, der trifft oder bei dem es nicht zu sagen ist, braucht Ihre Antwort.

Auf und ab: Änderung · 1 bis 3 antworten · Strg+Ab nächste ohne Antwort · Strg+Tab Notizen · Strg+F filtern</translation>
    </message>
    <message>
        <source>Changes  %1</source>
        <comment>@title:tab</comment>
        <translation>Änderungen  %1</translation>
    </message>
</context>
<context>
    <name>CheckRowView</name>
    <message>
        <source>Failed: %1</source>
        <comment>@info check</comment>
        <translation>Fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <comment>@info check</comment>
        <translation>Warnung: %1</translation>
    </message>
    <message>
        <source>Not known: %1</source>
        <comment>@info check</comment>
        <translation>Nicht bekannt: %1</translation>
    </message>
    <message>
        <source>Running: %1</source>
        <comment>@info check</comment>
        <translation>Läuft: %1</translation>
    </message>
    <message>
        <source>Check again: %1</source>
        <comment>@action</comment>
        <translation>Erneut prüfen: %1</translation>
    </message>
    <message>
        <source>accepted</source>
        <comment>@info check</comment>
        <translation>hingenommen</translation>
    </message>
    <message>
        <source>Accept</source>
        <comment>@action check</comment>
        <translation>Hinnehmen</translation>
    </message>
    <message>
        <source>Accept: %1</source>
        <comment>@action</comment>
        <translation>Hinnehmen: %1</translation>
    </message>
    <message>
        <source>Check again</source>
        <comment>@action</comment>
        <translation>Erneut prüfen</translation>
    </message>
</context>
<context>
    <name>ChecksModel</name>
    <message>
        <source>Looking before anything is touched</source>
        <comment>@title</comment>
        <translation>Nachsehen, bevor etwas angefasst wird</translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) failed</source>
        <comment>@title</comment>
        <translation>
            <numerusform>%n Prüfung fehlgeschlagen</numerusform>
            <numerusform>%n Prüfungen fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) cannot tell</source>
        <comment>@title</comment>
        <translation>
            <numerusform>%n Prüfung ohne Ergebnis</numerusform>
            <numerusform>%n Prüfungen ohne Ergebnis</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was checked yet</source>
        <comment>@title</comment>
        <translation>Noch wurde nichts geprüft</translation>
    </message>
    <message>
        <source>Everything that was checked is in order</source>
        <comment>@title</comment>
        <translation>Alles Geprüfte ist in Ordnung</translation>
    </message>
    <message>
        <source>%1 of %2 passed. Nothing was changed.</source>
        <comment>@info</comment>
        <translation>%1 von %2 bestanden. Nichts wurde geändert.</translation>
    </message>
    <message numerus="yes">
        <source>%n to answer</source>
        <comment>@status</comment>
        <translation>
            <numerusform>%n zu beantworten</numerusform>
            <numerusform>%n zu beantworten</numerusform>
        </translation>
    </message>
    <message>
        <source>all answered</source>
        <comment>@status</comment>
        <translation>alle beantwortet</translation>
    </message>
    <message>
        <source>Run the checks first</source>
        <comment>@info</comment>
        <translation>Führen Sie zuerst die Prüfungen aus</translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) stand in the way</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%n Prüfung steht im Weg</numerusform>
            <numerusform>%n Prüfungen stehen im Weg</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking the installation…</source>
        <comment>@status</comment>
        <translation>Die Installation wird befragt…</translation>
    </message>
    <message numerus="yes">
        <source>Nothing stands in the way, %n warning(s)</source>
        <comment>@title</comment>
        <translation>
            <numerusform>Nichts steht im Weg, %n Warnung</numerusform>
            <numerusform>Nichts steht im Weg, %n Warnungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChecksPage</name>
    <message>
        <source>Run all again</source>
        <comment>@action</comment>
        <translation>Alle erneut ausführen</translation>
    </message>
    <message>
        <source>What has to be true before anything is touched. Checks only read. A failed one has to pass; a warning can be accepted.

F5 runs all again · A accepts the one with the focus</source>
        <comment>@info</comment>
        <translation>Was stimmen muss, bevor etwas angefasst wird. Prüfungen lesen nur. Eine fehlgeschlagene muss bestehen; eine Warnung lässt sich hinnehmen.

F5 führt alle erneut aus · A nimmt die mit dem Fokus hin</translation>
    </message>
    <message>
        <source>Passed  %1</source>
        <comment>@title</comment>
        <translation>Bestanden  %1</translation>
    </message>
</context>
<context>
    <name>CommandHandler</name>
    <message>
        <source>“%1” ended with %2: %3</source>
        <comment>@error</comment>
        <translation>„%1“ endete mit %2: %3</translation>
    </message>
    <message>
        <source>The command said that it was done, but that is not what is seen: %1.</source>
        <comment>@error</comment>
        <translation>Der Befehl meldete sich als erledigt, aber das ist nicht zu sehen: %1.</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>“%1” is no version. Versions look like 1.3.44.</source>
        <comment>@error</comment>
        <translation>„%1“ ist keine Version. Versionen haben die Form 1.3.44.</translation>
    </message>
    <message>
        <source>Name the version with --%1.</source>
        <comment>@error</comment>
        <translation>Nennen Sie die Version mit --%1.</translation>
    </message>
</context>
<context>
    <name>ComponentLanes</name>
    <message>
        <source>unknown</source>
        <comment>@label state</comment>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>running</source>
        <comment>@label state</comment>
        <translation>läuft</translation>
    </message>
    <message>
        <source>draining</source>
        <comment>@label state</comment>
        <translation>läuft aus</translation>
    </message>
    <message>
        <source>stopped</source>
        <comment>@label state</comment>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>migrating</source>
        <comment>@label state</comment>
        <translation>migriert</translation>
    </message>
    <message>
        <source>starting</source>
        <comment>@label state</comment>
        <translation>startet</translation>
    </message>
    <message>
        <source>healthy</source>
        <comment>@label state</comment>
        <translation>gesund</translation>
    </message>
    <message>
        <source>failed</source>
        <comment>@label state</comment>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>Components over time</source>
        <comment>@label</comment>
        <translation>Komponenten im Zeitverlauf</translation>
    </message>
    <message>
        <source>%1 expected from %2 to %3</source>
        <comment>@info</comment>
        <translation>%1 erwartet von %2 bis %3</translation>
    </message>
    <message>
        <source>%1 from %2 to %3</source>
        <comment>@info</comment>
        <translation>%1 von %2 bis %3</translation>
    </message>
    <message>
        <source>%1: %2 now. %3.</source>
        <comment>@info</comment>
        <translation>%1: jetzt %2. %3.</translation>
    </message>
    <message>
        <source>%1: %2, %3 to %4</source>
        <comment>@info:tooltip</comment>
        <translation>%1: %2, %3 bis %4</translation>
    </message>
    <message>
        <source>now %1</source>
        <comment>@label clock</comment>
        <translation>jetzt %1</translation>
    </message>
    <message>
        <source>one-way door</source>
        <comment>@label station</comment>
        <translation>Einbahntür</translation>
    </message>
    <message>
        <source>dashed: expected</source>
        <comment>@label</comment>
        <translation>gestrichelt: erwartet</translation>
    </message>
</context>
<context>
    <name>ComposeCalls</name>
    <message>
        <source>See %1 at work on %2</source>
        <comment>@action</comment>
        <translation>Sehen, dass %1 mit %2 arbeitet</translation>
    </message>
    <message>
        <source>the container of %1 to run</source>
        <comment>@info</comment>
        <translation>dass der Container von %1 läuft</translation>
    </message>
    <message>
        <source>See %1 run</source>
        <comment>@action</comment>
        <translation>Sehen, dass %1 läuft</translation>
    </message>
    <message>
        <source>Note how %1 ended (0 and 143: by itself; 137: killed)</source>
        <comment>@action</comment>
        <translation>Festhalten, wie %1 endete (0 und 143: von selbst; 137: beendet)</translation>
    </message>
    <message>
        <source>Run %1</source>
        <comment>@action</comment>
        <translation>%1 ausführen</translation>
    </message>
    <message>
        <source>Build the image of %1</source>
        <comment>@action</comment>
        <translation>Das Image von %1 bauen</translation>
    </message>
    <message>
        <source>Build the image of %1 again from the old Dockerfile: docker compose build %1</source>
        <comment>@info</comment>
        <translation>Bauen Sie das Image von %1 aus dem alten Dockerfile neu: docker compose build %1</translation>
    </message>
    <message>
        <source>Give %1 its old image back</source>
        <comment>@action</comment>
        <translation>%1 sein altes Image zurückgeben</translation>
    </message>
    <message>
        <source>Keep the running image under the name %1</source>
        <comment>@action</comment>
        <translation>Das laufende Image unter dem Namen %1 behalten</translation>
    </message>
</context>
<context>
    <name>ComposeEdit</name>
    <message>
        <source>%1: the service %2 has `image` twice. Take one of them away, then try again.</source>
        <comment>@error</comment>
        <translation>%1: Der Dienst %2 hat `image` zweimal. Entfernen Sie eines davon, dann versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The image of the service %1 (%2) is put together from several places and cannot be changed in one. Write it as one plain text, then try again.</source>
        <comment>@error</comment>
        <translation>Das Image des Dienstes %1 (%2) ist aus mehreren Stellen zusammengesetzt und lässt sich nicht an einer ändern. Schreiben Sie es als einen einfachen Text, dann versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The service %1 is built here, and its Dockerfile could not be read (%2). Put the target into its FROM line by hand.</source>
        <comment>@error</comment>
        <translation>Der Dienst %1 wird hier gebaut, und sein Dockerfile war nicht zu lesen (%2). Tragen Sie das Ziel von Hand in seine FROM-Zeile ein.</translation>
    </message>
    <message>
        <source>Nothing in the files says which image the service %1 runs (%2).</source>
        <comment>@error</comment>
        <translation>Nichts in den Dateien sagt, welches Image der Dienst %1 ausführt (%2).</translation>
    </message>
</context>
<context>
    <name>ComposeFacts</name>
    <message>
        <source>Mend the file, then look again.</source>
        <comment>@info</comment>
        <translation>Korrigieren Sie die Datei, dann sehen Sie erneut nach.</translation>
    </message>
    <message>
        <source>The service %1 has no command, so its container only prints a help text and ends.</source>
        <comment>@info</comment>
        <translation>Der Dienst %1 hat keinen Befehl; sein Container gibt nur einen Hilfetext aus und endet.</translation>
    </message>
    <message>
        <source>What the service %1 starts is hidden in a script or is no server.</source>
        <comment>@info</comment>
        <translation>Was der Dienst %1 startet, ist in einem Skript verborgen oder kein Server.</translation>
    </message>
    <message>
        <source>Write `command: server standalone`, or start it once and look again.</source>
        <comment>@info</comment>
        <translation>Schreiben Sie `command: server standalone`, oder starten Sie ihn einmal und sehen Sie erneut nach.</translation>
    </message>
    <message>
        <source>The files only name a tag that moves.</source>
        <comment>@info</comment>
        <translation>Die Dateien nennen nur ein Tag, das wandert.</translation>
    </message>
    <message>
        <source>Start Kestra and look again, or say the version with --from.</source>
        <comment>@info</comment>
        <translation>Starten Sie Kestra und sehen Sie erneut nach, oder nennen Sie die Version mit --from.</translation>
    </message>
    <message>
        <source>No configuration that names the database was found.</source>
        <comment>@info</comment>
        <translation>Es wurde keine Konfiguration gefunden, die die Datenbank nennt.</translation>
    </message>
    <message>
        <source>A database of the kind %1 cannot be read here.</source>
        <comment>@info</comment>
        <translation>Eine Datenbank der Art %1 ist hier nicht zu lesen.</translation>
    </message>
    <message>
        <source>Back it up with its own tools before the upgrade.</source>
        <comment>@info</comment>
        <translation>Sichern Sie sie vor dem Upgrade mit ihren eigenen Werkzeugen.</translation>
    </message>
    <message>
        <source>The database %1 has no container now.</source>
        <comment>@info</comment>
        <translation>Die Datenbank %1 hat gerade keinen Container.</translation>
    </message>
    <message>
        <source>The database %1 is not part of this Compose project.</source>
        <comment>@info</comment>
        <translation>Die Datenbank %1 gehört nicht zu diesem Compose-Projekt.</translation>
    </message>
    <message>
        <source>Start it and look again.</source>
        <comment>@info</comment>
        <translation>Starten Sie sie und sehen Sie erneut nach.</translation>
    </message>
    <message>
        <source>Give access to it, or back it up with its own tools.</source>
        <comment>@info</comment>
        <translation>Gewähren Sie Zugang, oder sichern Sie sie mit ihren eigenen Werkzeugen.</translation>
    </message>
    <message>
        <source>%1 is not on a volume: the internal storage is lost when the container is made anew.</source>
        <comment>@info</comment>
        <translation>%1 liegt nicht auf einem Volume: Der interne Speicher geht verloren, wenn der Container neu angelegt wird.</translation>
    </message>
    <message>
        <source>Copy it out and mount a volume there before the upgrade.</source>
        <comment>@info</comment>
        <translation>Kopieren Sie ihn heraus und binden Sie dort vor dem Upgrade ein Volume ein.</translation>
    </message>
</context>
<context>
    <name>ComposePins</name>
    <message>
        <source>Two services want different texts in the same place of the Compose files. Give each its own image line, then try again.</source>
        <comment>@error</comment>
        <translation>Zwei Dienste verlangen verschiedene Texte an derselben Stelle der Compose-Dateien. Geben Sie jedem eine eigene image-Zeile, dann versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>an image of its own</source>
        <comment>@error</comment>
        <translation>ein eigenes Image</translation>
    </message>
    <message>
        <source>%4: the service %1 runs %2, which is built elsewhere: its tags are not Kestra&apos;s. Build one on %3 and give it to the service, then try again.</source>
        <comment>@error</comment>
        <translation>%4: Der Dienst %1 nutzt %2, das anderswo gebaut wird: Dessen Tags sind nicht die von Kestra. Bauen Sie eines auf %3, geben Sie es dem Dienst, und versuchen Sie es erneut.</translation>
    </message>
</context>
<context>
    <name>ComposePlan</name>
    <message>
        <source>No service of %1 is seen to run a Kestra server. Start it once, then try again.</source>
        <comment>@error</comment>
        <translation>Kein Dienst von %1 führt sichtbar einen Kestra-Server aus. Starten Sie ihn einmal, dann versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The internal storage %1 lies inside the container and would be lost when it is made anew. Copy it out, mount a volume there, then try again.</source>
        <comment>@error</comment>
        <translation>Der interne Speicher %1 liegt im Container und ginge verloren, wenn dieser neu angelegt wird. Kopieren Sie ihn heraus, binden Sie dort ein Volume ein, dann versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>A variable outside of the files decides the image of %1. Write it into .env, then try again.</source>
        <comment>@error</comment>
        <translation>Eine Variable außerhalb der Dateien bestimmt das Image von %1. Schreiben Sie sie in .env, dann versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Write %1 into %2</source>
        <comment>@action</comment>
        <translation>%1 in %2 schreiben</translation>
    </message>
    <message>
        <source>Write what runs now into %1, so that nothing else can start</source>
        <comment>@action</comment>
        <translation>In %1 schreiben, was jetzt läuft, damit nichts anderes starten kann</translation>
    </message>
    <message>
        <source>Start %1 alone: %2 migrates the database</source>
        <comment>@action</comment>
        <translation>%1 allein starten: %2 migriert die Datenbank</translation>
    </message>
</context>
<context>
    <name>ComposeRead</name>
    <message>
        <source>Docker does not answer: %1</source>
        <comment>@info</comment>
        <translation>Docker antwortet nicht: %1</translation>
    </message>
    <message>
        <source>Start Docker and look again; until then only the files are known.</source>
        <comment>@info</comment>
        <translation>Starten Sie Docker und sehen Sie erneut nach; bis dahin sind nur die Dateien bekannt.</translation>
    </message>
    <message>
        <source>`docker compose config` gives no answer: %1</source>
        <comment>@info</comment>
        <translation>`docker compose config` gibt keine Antwort: %1</translation>
    </message>
    <message>
        <source>Install Docker Compose, or mend the file.</source>
        <comment>@info</comment>
        <translation>Installieren Sie Docker Compose oder korrigieren Sie die Datei.</translation>
    </message>
    <message>
        <source>Compose would run %1 for %2, the files read here say %3: a variable outside of them decides.</source>
        <comment>@info</comment>
        <translation>Compose würde %1 für %2 ausführen, die hier gelesenen Dateien sagen %3: Eine Variable außerhalb entscheidet.</translation>
    </message>
    <message>
        <source>Write the variable into .env.</source>
        <comment>@info</comment>
        <translation>Schreiben Sie die Variable in .env.</translation>
    </message>
    <message>
        <source>The host %1 cannot be reached.</source>
        <comment>@error</comment>
        <translation>Der Rechner %1 ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>There is no Compose file %1.</source>
        <comment>@error</comment>
        <translation>Es gibt keine Compose-Datei %1.</translation>
    </message>
    <message>
        <source>No service in %1 runs Kestra.</source>
        <comment>@error</comment>
        <translation>Kein Dienst in %1 führt Kestra aus.</translation>
    </message>
</context>
<context>
    <name>ComposeReader</name>
    <message>
        <source>It looks like a template: change it in the system that fills it in, or give the file that comes out of it.</source>
        <comment>@error</comment>
        <translation>Sie sieht wie eine Vorlage aus: Ändern Sie sie in dem System, das sie ausfüllt, oder geben Sie die Datei an, die dabei entsteht.</translation>
    </message>
    <message>
        <source>The Compose file %1 does not exist.</source>
        <comment>@error</comment>
        <translation>Die Compose-Datei %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>The Compose file %1 is empty.</source>
        <comment>@error</comment>
        <translation>Die Compose-Datei %1 ist leer.</translation>
    </message>
    <message>
        <source>%1, line %2: `services` is not a map, so this is no Compose file.</source>
        <comment>@error</comment>
        <translation>%1, Zeile %2: `services` ist keine Map, also ist dies keine Compose-Datei.</translation>
    </message>
    <message>
        <source>%1 has no `services`, so it is no Compose file.</source>
        <comment>@error</comment>
        <translation>%1 hat kein `services`, also ist es keine Compose-Datei.</translation>
    </message>
    <message>
        <source>%1 is a template: what fills it in decides what runs.</source>
        <comment>@error</comment>
        <translation>%1 ist eine Vorlage: Was sie ausfüllt, entscheidet, was läuft.</translation>
    </message>
    <message>
        <source>%1: `%2` stands twice in the same map, in lines %3 and %4. Newer Compose refuses the file; older ones take the last.</source>
        <comment>@error</comment>
        <translation>%1: `%2` steht zweimal in derselben Map, in den Zeilen %3 und %4. Neuere Compose-Versionen lehnen die Datei ab; ältere nehmen den letzten Eintrag.</translation>
    </message>
</context>
<context>
    <name>ConfigRead</name>
    <message>
        <source>Mend Kestra&apos;s configuration.</source>
        <comment>@info</comment>
        <translation>Korrigieren Sie die Konfiguration von Kestra.</translation>
    </message>
</context>
<context>
    <name>Connection</name>
    <message>
        <source>%1 When the machine can be reached again, resume: it goes on where it was.</source>
        <comment>@error</comment>
        <translation>%1 Sobald der Rechner wieder erreichbar ist, setzen Sie fort: Es geht dort weiter, wo es war.</translation>
    </message>
</context>
<context>
    <name>ContainerAlive</name>
    <message>
        <source>The container does not run the image that was fetched for it.</source>
        <comment>@info</comment>
        <translation>Der Container führt nicht das Image aus, das für ihn geholt wurde.</translation>
    </message>
    <message>
        <source>%1 to report as %2</source>
        <comment>@info</comment>
        <translation>dass %1 sich als %2 meldet</translation>
    </message>
</context>
<context>
    <name>DatabaseRead</name>
    <message>
        <source>Look whether the database user may read Kestra&apos;s tables.</source>
        <comment>@info</comment>
        <translation>Prüfen Sie, ob der Datenbankbenutzer die Tabellen von Kestra lesen darf.</translation>
    </message>
    <message>
        <source>The stored flows with all their revisions are larger than 64 MB.</source>
        <comment>@info</comment>
        <translation>Die gespeicherten Flows mit allen Revisionen sind größer als 64 MB.</translation>
    </message>
    <message>
        <source>Export the flows and match them with `kestra-upgrade flows`.</source>
        <comment>@info</comment>
        <translation>Exportieren Sie die Flows und gleichen Sie sie mit `kestra-upgrade flows` ab.</translation>
    </message>
</context>
<context>
    <name>DetachedHandler</name>
    <message>
        <source>%1 ended with %2; its last words are in the log.</source>
        <comment>@error</comment>
        <translation>%1 endete mit %2; die letzten Worte stehen im Protokoll.</translation>
    </message>
    <message>
        <source>The command was ended from outside before it was done; its state is in %1.</source>
        <comment>@error</comment>
        <translation>Der Befehl wurde von außen beendet, bevor er fertig war; sein Stand liegt in %1.</translation>
    </message>
    <message>
        <source>The command was not started; its state is in %1.</source>
        <comment>@error</comment>
        <translation>Der Befehl wurde nicht gestartet; sein Stand liegt in %1.</translation>
    </message>
    <message>
        <source>The command did not end within %1 s and was ended.</source>
        <comment>@error</comment>
        <translation>Der Befehl endete nicht innerhalb von %1 s und wurde beendet.</translation>
    </message>
</context>
<context>
    <name>DiffView</name>
    <message>
        <source>Changed lines</source>
        <comment>@label</comment>
        <translation>Geänderte Zeilen</translation>
    </message>
</context>
<context>
    <name>Difference</name>
    <message>
        <source>%1: %2 before, %3 now</source>
        <comment>@info</comment>
        <translation>%1: davor %2, jetzt %3</translation>
    </message>
    <message>
        <source>value</source>
        <comment>@info</comment>
        <translation>Wert</translation>
    </message>
    <message>
        <source>nothing</source>
        <comment>@info</comment>
        <translation>nichts</translation>
    </message>
</context>
<context>
    <name>DockerCalls</name>
    <message>
        <source>Keep %1 from starting by itself</source>
        <comment>@action</comment>
        <translation>%1 daran hindern, von selbst zu starten</translation>
    </message>
    <message>
        <source>Give %1 its restart policy back</source>
        <comment>@action</comment>
        <translation>%1 seine Neustartregel zurückgeben</translation>
    </message>
    <message>
        <source>Set %1 aside as %2</source>
        <comment>@action</comment>
        <translation>%1 als %2 beiseitestellen</translation>
    </message>
    <message>
        <source>Give %1 its name back</source>
        <comment>@action</comment>
        <translation>%1 seinen Namen zurückgeben</translation>
    </message>
    <message>
        <source>Create %1 from %2</source>
        <comment>@action</comment>
        <translation>%1 aus %2 anlegen</translation>
    </message>
    <message>
        <source>Remove the new %1</source>
        <comment>@action</comment>
        <translation>Den neuen Container %1 entfernen</translation>
    </message>
    <message>
        <source>Join %1 to the network %2</source>
        <comment>@action</comment>
        <translation>%1 mit dem Netzwerk %2 verbinden</translation>
    </message>
    <message>
        <source>See %1 at work on %2</source>
        <comment>@action</comment>
        <translation>Sehen, dass %1 mit %2 arbeitet</translation>
    </message>
    <message>
        <source>the container of %1 to run</source>
        <comment>@info</comment>
        <translation>dass der Container von %1 läuft</translation>
    </message>
    <message>
        <source>See %1 run</source>
        <comment>@action</comment>
        <translation>Sehen, dass %1 läuft</translation>
    </message>
    <message>
        <source>Note how %1 ended (0 and 143: by itself; 137: killed)</source>
        <comment>@action</comment>
        <translation>Festhalten, wie %1 endete (0 und 143: von selbst; 137: beendet)</translation>
    </message>
    <message>
        <source>Run %1</source>
        <comment>@action</comment>
        <translation>%1 ausführen</translation>
    </message>
    <message>
        <source>Remove the old container %1</source>
        <comment>@action</comment>
        <translation>Den alten Container %1 entfernen</translation>
    </message>
</context>
<context>
    <name>DockerPlan</name>
    <message>
        <source>%1 was started with --rm: the engine removes it as soon as it stops, and nothing could go back to it. </source>
        <comment>@error</comment>
        <translation>%1 wurde mit --rm gestartet: Die Engine entfernt ihn, sobald er anhält, und nichts könnte zu ihm zurück. </translation>
    </message>
    <message>
        <source>The internal storage %1 lies inside the container and is lost with it. </source>
        <comment>@error</comment>
        <translation>Der interne Speicher %1 liegt im Container und geht mit ihm verloren. </translation>
    </message>
    <message>
        <source>The database %1 lies inside the container and is lost with it. </source>
        <comment>@error</comment>
        <translation>Die Datenbank %1 liegt im Container und geht mit ihm verloren. </translation>
    </message>
    <message>
        <source>Copy it out with `docker cp` while Kestra runs, start Kestra with a volume in its place and without --rm, then try again.</source>
        <comment>@error</comment>
        <translation>Kopieren Sie den Inhalt mit `docker cp` heraus, während Kestra läuft, starten Sie Kestra mit einem Volume an dieser Stelle und ohne --rm, dann versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Start it again with the same arguments but without --rm, then try again.</source>
        <comment>@error</comment>
        <translation>Starten Sie ihn erneut mit denselben Argumenten, aber ohne --rm, dann versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>No container of %1 is seen to run a Kestra server. Start it once, then try again.</source>
        <comment>@error</comment>
        <translation>Kein Container von %1 führt sichtbar einen Kestra-Server aus. Starten Sie ihn einmal, dann versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Only %1 is there, which an upgrade set aside that did not end. Resume that one or roll it back, or give the container its name back.</source>
        <comment>@error</comment>
        <translation>Nur %1 ist da, beiseitegestellt von einem Upgrade, das nicht endete. Setzen Sie dieses fort oder rollen Sie es zurück, oder geben Sie dem Container seinen Namen zurück.</translation>
    </message>
    <message>
        <source>The container %1 runs %2, which is built elsewhere: its tags are not Kestra&apos;s. Build one on the new version and start the container from it by hand.</source>
        <comment>@error</comment>
        <translation>Der Container %1 führt %2 aus, das anderswo gebaut wird: Seine Tags sind nicht die von Kestra. Bauen Sie eines auf der neuen Version und starten Sie den Container von Hand daraus.</translation>
    </message>
    <message>
        <source>These settings of the container %1 cannot be given to a new one: %2. Start it once without them, then try again.</source>
        <comment>@error</comment>
        <translation>Diese Einstellungen des Containers %1 lassen sich keinem neuen geben: %2. Starten Sie ihn einmal ohne sie, dann versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The container %1 is left from an earlier upgrade. Remove or rename it (docker rename %1 …), then try again.</source>
        <comment>@error</comment>
        <translation>Der Container %1 ist von einem früheren Upgrade übrig. Entfernen Sie ihn oder benennen Sie ihn um (docker rename %1 …), dann versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Other containers hang on the very container that would be replaced: %1. Start them without that, then try again.</source>
        <comment>@error</comment>
        <translation>Andere Container hängen an genau dem Container, der ersetzt würde: %1. Starten Sie sie ohne diese Bindung, dann versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Finding %1 changes %2, and a variable of a container cannot be edited. Start the container once with the new text, or answer the finding otherwise.</source>
        <comment>@error</comment>
        <translation>Der Befund %1 ändert %2, und eine Variable eines Containers lässt sich nicht bearbeiten. Starten Sie den Container einmal mit dem neuen Text, oder beantworten Sie den Befund anders.</translation>
    </message>
    <message>
        <source>Change %1 for %2</source>
        <comment>@action</comment>
        <translation>%1 für %2 ändern</translation>
    </message>
    <message>
        <source>Start %1 alone: %2 migrates the database</source>
        <comment>@action</comment>
        <translation>%1 allein starten: %2 migriert die Datenbank</translation>
    </message>
</context>
<context>
    <name>DockerRead</name>
    <message>
        <source>container %1</source>
        <comment>@info</comment>
        <translation>Container %1</translation>
    </message>
    <message>
        <source>The containers only name a tag that moves.</source>
        <comment>@info</comment>
        <translation>Die Container nennen nur ein Tag, das wandert.</translation>
    </message>
    <message>
        <source>Start Kestra and look again, or say the version with --from.</source>
        <comment>@info</comment>
        <translation>Starten Sie Kestra und sehen Sie erneut nach, oder nennen Sie die Version mit --from.</translation>
    </message>
    <message>
        <source>%1 is not on a volume that outlives the container: the internal storage is lost with it.</source>
        <comment>@info</comment>
        <translation>%1 liegt nicht auf einem Volume, das den Container überdauert: Der interne Speicher geht mit ihm verloren.</translation>
    </message>
    <message>
        <source>Copy it out and mount a volume there before the upgrade.</source>
        <comment>@info</comment>
        <translation>Kopieren Sie ihn heraus und binden Sie dort vor dem Upgrade ein Volume ein.</translation>
    </message>
    <message>
        <source>The database %1 is not on a volume that outlives the container.</source>
        <comment>@info</comment>
        <translation>Die Datenbank %1 liegt nicht auf einem Volume, das den Container überdauert.</translation>
    </message>
    <message>
        <source>The database %1 is in no container of this engine.</source>
        <comment>@info</comment>
        <translation>Die Datenbank %1 ist in keinem Container dieser Engine.</translation>
    </message>
    <message>
        <source>No configuration that names the database was found.</source>
        <comment>@info</comment>
        <translation>Es wurde keine Konfiguration gefunden, die die Datenbank nennt.</translation>
    </message>
    <message>
        <source>A database of the kind %1 cannot be read here.</source>
        <comment>@info</comment>
        <translation>Eine Datenbank der Art %1 ist hier nicht zu lesen.</translation>
    </message>
    <message>
        <source>Give access to it, or back it up with its own tools.</source>
        <comment>@info</comment>
        <translation>Gewähren Sie Zugang, oder sichern Sie sie mit ihren eigenen Werkzeugen.</translation>
    </message>
    <message>
        <source>Back it up with its own tools before the upgrade.</source>
        <comment>@info</comment>
        <translation>Sichern Sie sie vor dem Upgrade mit ihren eigenen Werkzeugen.</translation>
    </message>
    <message>
        <source>The host %1 cannot be reached.</source>
        <comment>@error</comment>
        <translation>Der Rechner %1 ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The container %1 runs no Kestra server of its own: it belongs to Compose, a swarm or a pod, or does something else. “find” lists what is here.</source>
        <comment>@error</comment>
        <translation>Der Container %1 führt keinen eigenen Kestra-Server aus: Er gehört zu Compose, einem Swarm oder einem Pod oder tut etwas anderes. „find“ zeigt, was hier ist.</translation>
    </message>
    <message>
        <source>There is no container %1. “find” lists what is here.</source>
        <comment>@error</comment>
        <translation>Es gibt keinen Container %1. „find“ zeigt, was hier ist.</translation>
    </message>
</context>
<context>
    <name>DrainMeter</name>
    <message>
        <source>Tasks that the worker still runs</source>
        <comment>@label</comment>
        <translation>Aufgaben, die der Worker noch ausführt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s) left</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%Ln Aufgabe übrig</numerusform>
            <numerusform>%Ln Aufgaben übrig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left</source>
        <comment>@info tasks</comment>
        <translation>
            <numerusform>%Ln übrig</numerusform>
            <numerusform>%Ln übrig</numerusform>
        </translation>
    </message>
    <message>
        <source>grace ends %1</source>
        <comment>@info</comment>
        <translation>Frist endet %1</translation>
    </message>
</context>
<context>
    <name>DrainWatch</name>
    <message>
        <source>What is not done by then is cut off when the worker stops, and 2.0 does not take it up: start it again by hand afterwards.</source>
        <comment>@info</comment>
        <translation>Was bis dahin nicht fertig ist, wird abgebrochen, wenn der Worker anhält, und 2.0 nimmt es nicht wieder auf: Starten Sie es danach von Hand neu.</translation>
    </message>
    <message>
        <source>What is not done by then is cut off when the worker stops, and runs again after the start.</source>
        <comment>@info</comment>
        <translation>Was bis dahin nicht fertig ist, wird abgebrochen, wenn der Worker anhält, und läuft nach dem Start erneut.</translation>
    </message>
</context>
<context>
    <name>DurableFile</name>
    <message>
        <source>The folder %1 cannot be opened: %2</source>
        <comment>@error</comment>
        <translation>Der Ordner %1 lässt sich nicht öffnen: %2</translation>
    </message>
    <message>
        <source>The folder %1 cannot be written to disk: %2</source>
        <comment>@error</comment>
        <translation>Der Ordner %1 lässt sich nicht auf den Datenträger schreiben: %2</translation>
    </message>
    <message>
        <source>The file %1 cannot be written: %2</source>
        <comment>@error</comment>
        <translation>Die Datei %1 lässt sich nicht schreiben: %2</translation>
    </message>
    <message>
        <source>The file %1 cannot be given its permissions: %2</source>
        <comment>@error</comment>
        <translation>Die Datei %1 kann ihre Rechte nicht bekommen: %2</translation>
    </message>
    <message>
        <source>The file %1 cannot be given its owner: %2</source>
        <comment>@error</comment>
        <translation>Die Datei %1 kann ihren Besitzer nicht bekommen: %2</translation>
    </message>
    <message>
        <source>The file %1 cannot be written to disk: %2</source>
        <comment>@error</comment>
        <translation>Die Datei %1 lässt sich nicht auf den Datenträger schreiben: %2</translation>
    </message>
    <message>
        <source>The file %1 cannot be put in place: %2</source>
        <comment>@error</comment>
        <translation>Die Datei %1 lässt sich nicht an ihren Platz setzen: %2</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <comment>@error</comment>
        <translation>Es gibt keine Datei %1.</translation>
    </message>
    <message>
        <source>%1 is a folder, a file was expected.</source>
        <comment>@error</comment>
        <translation>%1 ist ein Ordner, erwartet war eine Datei.</translation>
    </message>
    <message>
        <source>The file %1 cannot be read: %2</source>
        <comment>@error</comment>
        <translation>Die Datei %1 ist nicht zu lesen: %2</translation>
    </message>
    <message>
        <source>The file %1 is too large to be read here (%2 MB, at most %3 MB).</source>
        <comment>@error</comment>
        <translation>Die Datei %1 ist zu groß, um hier gelesen zu werden (%2 MB, höchstens %3 MB).</translation>
    </message>
</context>
<context>
    <name>Durations</name>
    <message>
        <source>%1 s</source>
        <comment>@info seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>@info minutes</comment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <comment>@info minutes and seconds</comment>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <comment>@info hours and minutes</comment>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>about %1</source>
        <comment>@info duration</comment>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>@info day, time</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>EditFileHandler</name>
    <message>
        <source>The file %1 was changed since the plan was made. Look at it, then make a new plan.</source>
        <comment>@error</comment>
        <translation>Die Datei %1 wurde seit dem Plan geändert. Sehen Sie sie sich an, dann erstellen Sie einen neuen Plan.</translation>
    </message>
    <message>
        <source>The change of %1 in the plan does not fit the file. Make a new plan.</source>
        <comment>@error</comment>
        <translation>Die Änderung von %1 im Plan passt nicht zur Datei. Erstellen Sie einen neuen Plan.</translation>
    </message>
    <message>
        <source>The file %1 does not hold what was written to it.</source>
        <comment>@error</comment>
        <translation>Die Datei %1 enthält nicht, was in sie geschrieben wurde.</translation>
    </message>
    <message>
        <source>The file %1 was changed by somebody else after this program wrote it, so it is left alone. The original is %2: take over by hand what should stay, then roll back again.</source>
        <comment>@error</comment>
        <translation>Die Datei %1 wurde von jemand anderem geändert, nachdem dieses Programm sie geschrieben hat; sie bleibt daher unberührt. Das Original ist %2: Übernehmen Sie von Hand, was bleiben soll, dann rollen Sie erneut zurück.</translation>
    </message>
    <message>
        <source>The file %1 was changed by somebody else after this program made it. Remove it by hand, then roll back again.</source>
        <comment>@error</comment>
        <translation>Die Datei %1 wurde von jemand anderem geändert, nachdem dieses Programm sie angelegt hat. Entfernen Sie sie von Hand, dann rollen Sie erneut zurück.</translation>
    </message>
    <message>
        <source>The kept original %1 of %2 is missing or damaged. Put the file back from the backup by hand.</source>
        <comment>@error</comment>
        <translation>Das aufbewahrte Original %1 von %2 fehlt oder ist beschädigt. Setzen Sie die Datei von Hand aus der Sicherung zurück.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <comment>@error</comment>
        <translation>Der Ordner %1 lässt sich nicht anlegen.</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>There is no %1. Name a folder, a Compose file or an address.</source>
        <comment>@error</comment>
        <translation>Es gibt kein %1. Nennen Sie einen Ordner, eine Compose-Datei oder eine Adresse.</translation>
    </message>
    <message>
        <source>Installations of the kind “%1” at “%2” cannot be read yet.</source>
        <comment>@error</comment>
        <translation>Installationen der Art „%1“ auf „%2“ lassen sich noch nicht lesen.</translation>
    </message>
    <message>
        <source>this machine</source>
        <comment>@info</comment>
        <translation>dieser Rechner</translation>
    </message>
    <message>
        <source>Which version runs is not known. Start Kestra, or say it with --from.</source>
        <comment>@error</comment>
        <translation>Welche Version läuft, ist nicht bekannt. Starten Sie Kestra, oder nennen Sie sie mit --from.</translation>
    </message>
    <message>
        <source>“%1” names no machine. Machines are named like ssh://user@host or ssh://user@host:2222.</source>
        <comment>@error</comment>
        <translation>„%1“ nennt keinen Rechner. Rechner werden wie ssh://user@host oder ssh://user@host:2222 genannt.</translation>
    </message>
</context>
<context>
    <name>EngineKnowledge</name>
    <message>
        <source>What this program knows of Kestra cannot be read. Install it again.</source>
        <comment>@error</comment>
        <translation>Was dieses Programm über Kestra weiß, ist nicht zu lesen. Installieren Sie es neu.</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>Executions</source>
        <translation>Ausführungen</translation>
    </message>
    <message>
        <source>Flows, all revisions</source>
        <translation>Flows, alle Revisionen</translation>
    </message>
    <message>
        <source>Task logs</source>
        <translation>Aufgabenprotokolle</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>Triggers</source>
        <translation>Trigger</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Table %1</source>
        <comment>@info</comment>
        <translation>Tabelle %1</translation>
    </message>
    <message>
        <source>Version, asked over the API</source>
        <comment>@info</comment>
        <translation>Version, über die API erfragt</translation>
    </message>
    <message>
        <source>not seen</source>
        <comment>@info</comment>
        <translation>nicht gesehen</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>@info</comment>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>as planned</source>
        <comment>@info</comment>
        <translation>wie geplant</translation>
    </message>
    <message>
        <source>expected %1</source>
        <comment>@info</comment>
        <translation>erwartet %1</translation>
    </message>
    <message>
        <source>Components</source>
        <comment>@info</comment>
        <translation>Komponenten</translation>
    </message>
    <message>
        <source>all of them</source>
        <comment>@info</comment>
        <translation>alle</translation>
    </message>
    <message>
        <source>Login</source>
        <comment>@info</comment>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>no login known</source>
        <comment>@info</comment>
        <translation>keine Anmeldung bekannt</translation>
    </message>
    <message>
        <source>works</source>
        <comment>@info</comment>
        <translation>geht</translation>
    </message>
    <message>
        <source>refused</source>
        <comment>@info</comment>
        <translation>abgewiesen</translation>
    </message>
    <message>
        <source>equal, checksum too</source>
        <comment>@info</comment>
        <translation>gleich, auch die Prüfsumme</translation>
    </message>
    <message>
        <source>differs from the fingerprint before</source>
        <comment>@info</comment>
        <translation>weicht vom Fingerabdruck davor ab</translation>
    </message>
    <message>
        <source>nothing missing</source>
        <comment>@info</comment>
        <translation>nichts fehlt</translation>
    </message>
    <message>
        <source>Trial execution</source>
        <comment>@info</comment>
        <translation>Probeausführung</translation>
    </message>
    <message>
        <source>not run before</source>
        <comment>@info</comment>
        <translation>davor nicht ausgeführt</translation>
    </message>
    <message>
        <source>not run</source>
        <comment>@info</comment>
        <translation>nicht ausgeführt</translation>
    </message>
    <message>
        <source>seen to its end</source>
        <comment>@info</comment>
        <translation>bis zum Ende gesehen</translation>
    </message>
    <message>
        <source>did not end well</source>
        <comment>@info</comment>
        <translation>endete nicht gut</translation>
    </message>
    <message>
        <source>Files in storage</source>
        <comment>@info</comment>
        <translation>Dateien im Speicher</translation>
    </message>
    <message>
        <source>Bytes in storage</source>
        <comment>@info</comment>
        <translation>Bytes im Speicher</translation>
    </message>
    <message>
        <source>SHA-256 over all files</source>
        <comment>@info</comment>
        <translation>SHA-256 über alle Dateien</translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%n läuft</numerusform>
            <numerusform>%n laufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not running</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%n läuft nicht</numerusform>
            <numerusform>%n laufen nicht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) fewer</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%n Zeile weniger</numerusform>
            <numerusform>%n Zeilen weniger</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EvidenceTable</name>
    <message>
        <source>good</source>
        <comment>@info evidence</comment>
        <translation>gut</translation>
    </message>
    <message>
        <source>attention</source>
        <comment>@info evidence</comment>
        <translation>beachten</translation>
    </message>
    <message>
        <source>bad</source>
        <comment>@info evidence</comment>
        <translation>schlecht</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>@info evidence</comment>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Evidence before and after</source>
        <comment>@label</comment>
        <translation>Belege davor und danach</translation>
    </message>
</context>
<context>
    <name>Executor</name>
    <message>
        <source>The run %1 is finished; there is nothing to resume.</source>
        <comment>@error</comment>
        <translation>Der Lauf %1 ist abgeschlossen; es gibt nichts fortzusetzen.</translation>
    </message>
    <message>
        <source>The step “%1” failed after the point of no return: %2 Resume to try it again, or roll back to bring application and data back from the backup.</source>
        <comment>@error</comment>
        <translation>Der Schritt „%1“ schlug nach dem Punkt ohne Umkehr fehl: %2 Setzen Sie fort, um ihn erneut zu versuchen, oder rollen Sie zurück, um Anwendung und Daten aus der Sicherung zurückzubringen.</translation>
    </message>
    <message>
        <source>Stopped after the point of no return. Resume to go on, or roll back to bring application and data back from the backup.</source>
        <comment>@error</comment>
        <translation>Nach dem Punkt ohne Umkehr angehalten. Setzen Sie fort, oder rollen Sie zurück, um Anwendung und Daten aus der Sicherung zurückzubringen.</translation>
    </message>
    <message>
        <source>Stopped after the step in hand. Resume to go on, or roll back.</source>
        <comment>@error</comment>
        <translation>Nach dem laufenden Schritt angehalten. Setzen Sie fort oder rollen Sie zurück.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <comment>@error</comment>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Stopped on the way back. Resume to go on.</source>
        <comment>@error</comment>
        <translation>Auf dem Weg zurück angehalten. Setzen Sie fort.</translation>
    </message>
    <message>
        <source>“%1” could not be taken back: %2</source>
        <comment>@error</comment>
        <translation>„%1“ ließ sich nicht zurücknehmen: %2</translation>
    </message>
    <message>
        <source>Everything was taken back, but what is seen is not as before: %1 Look at it, then roll back again.</source>
        <comment>@error</comment>
        <translation>Alles wurde zurückgenommen, aber was zu sehen ist, ist nicht wie zuvor: %1 Sehen Sie es sich an, dann rollen Sie erneut zurück.</translation>
    </message>
    <message>
        <source>The run %1 cannot be rolled back: it did nothing.</source>
        <comment>@error</comment>
        <translation>Der Lauf %1 lässt sich nicht zurückrollen: Er hat nichts getan.</translation>
    </message>
    <message>
        <source>The run %1 cannot be rolled back any more: it was kept, and what going back needs was removed. The backup&apos;s own restore.sh still brings the old version back.</source>
        <comment>@error</comment>
        <translation>Der Lauf %1 lässt sich nicht mehr zurückrollen: Er wurde behalten, und was der Weg zurück braucht, wurde entfernt. restore.sh in der Sicherung bringt die alte Version weiterhin zurück.</translation>
    </message>
    <message>
        <source>The run %1 is %2; only an upgraded or a rolled-back one can be kept.</source>
        <comment>@error</comment>
        <translation>Der Lauf %1 ist %2; nur ein upgegradeter oder zurückgerollter lässt sich behalten.</translation>
    </message>
    <message>
        <source>Stopped before everything was removed. Commit it again to remove the rest.</source>
        <comment>@error</comment>
        <translation>Angehalten, bevor alles entfernt war. Führen Sie commit erneut aus, um den Rest zu entfernen.</translation>
    </message>
    <message>
        <source>“%1” could not be done: %2 Nothing that runs needs it; commit the run again to try once more.</source>
        <comment>@error</comment>
        <translation>„%1“ ließ sich nicht ausführen: %2 Nichts, was läuft, braucht es; führen Sie commit für den Lauf erneut aus, um es noch einmal zu versuchen.</translation>
    </message>
</context>
<context>
    <name>FactCardView</name>
    <message>
        <source>Evidence</source>
        <comment>@action</comment>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>How %1 is known</source>
        <comment>@info</comment>
        <translation>Woher %1 bekannt ist</translation>
    </message>
    <message>
        <source>Log in…</source>
        <comment>@action</comment>
        <translation>Anmelden…</translation>
    </message>
    <message>
        <source>Goes on without it</source>
        <comment>@info</comment>
        <translation>Geht ohne weiter</translation>
    </message>
    <message>
        <source>Go on without</source>
        <comment>@action</comment>
        <translation>Ohne weiter</translation>
    </message>
    <message>
        <source>How this is known</source>
        <comment>@title</comment>
        <translation>Woher dies bekannt ist</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <comment>@action</comment>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>Hide evidence</source>
        <comment>@action</comment>
        <translation>Beleg ausblenden</translation>
    </message>
</context>
<context>
    <name>FileFacts</name>
    <message>
        <source>There is no folder %1.</source>
        <comment>@error</comment>
        <translation>Es gibt keinen Ordner %1.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be read.</source>
        <comment>@error</comment>
        <translation>Der Ordner %1 ist nicht zu lesen.</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>Concerns the Enterprise Edition only; this is the open-source edition.</source>
        <comment>@info</comment>
        <translation>Betrifft nur die Enterprise Edition; dies ist die Open-Source-Edition.</translation>
    </message>
    <message>
        <source>Concerns the open-source edition only; this is the Enterprise Edition.</source>
        <comment>@info</comment>
        <translation>Betrifft nur die Open-Source-Edition; dies ist die Enterprise Edition.</translation>
    </message>
    <message>
        <source>It would hit the Enterprise Edition; which edition this is was not seen.</source>
        <comment>@info</comment>
        <translation>Es träfe die Enterprise Edition; welche Edition dies ist, war nicht zu sehen.</translation>
    </message>
    <message>
        <source>Which edition this is was not seen.</source>
        <comment>@info</comment>
        <translation>Welche Edition dies ist, war nicht zu sehen.</translation>
    </message>
    <message>
        <source>The database is %1.</source>
        <comment>@info</comment>
        <translation>Die Datenbank ist %1.</translation>
    </message>
    <message>
        <source>Which database it uses was not seen.</source>
        <comment>@info</comment>
        <translation>Welche Datenbank verwendet wird, war nicht zu sehen.</translation>
    </message>
    <message>
        <source>The internal storage is %1.</source>
        <comment>@info</comment>
        <translation>Der interne Speicher ist %1.</translation>
    </message>
    <message>
        <source>Which internal storage it uses was not seen.</source>
        <comment>@info</comment>
        <translation>Welcher interne Speicher verwendet wird, war nicht zu sehen.</translation>
    </message>
    <message>
        <source>This is an installation of kind %1.</source>
        <comment>@info</comment>
        <translation>Dies ist eine Installation der Art %1.</translation>
    </message>
    <message>
        <source>Concerns every installation.</source>
        <comment>@info</comment>
        <translation>Betrifft jede Installation.</translation>
    </message>
    <message>
        <source>Concerns what this program cannot see: clients, roles and monitors outside of the installation.</source>
        <comment>@info</comment>
        <translation>Betrifft, was dieses Programm nicht sehen kann: Clients, Rollen und Überwachung außerhalb der Installation.</translation>
    </message>
    <message>
        <source>%1 is set.</source>
        <comment>@info</comment>
        <translation>%1 ist gesetzt.</translation>
    </message>
    <message>
        <source>No configuration was seen.</source>
        <comment>@info</comment>
        <translation>Es wurde keine Konfiguration gesehen.</translation>
    </message>
    <message>
        <source>%1 could not be read.</source>
        <comment>@info</comment>
        <translation>%1 war nicht zu lesen.</translation>
    </message>
    <message>
        <source>%1 is not set.</source>
        <comment>@info</comment>
        <translation>%1 ist nicht gesetzt.</translation>
    </message>
    <message>
        <source>The configuration has it.</source>
        <comment>@info</comment>
        <translation>Die Konfiguration enthält es.</translation>
    </message>
    <message>
        <source>%1 does not stand in the configuration that was read.</source>
        <comment>@info</comment>
        <translation>%1 steht nicht in der gelesenen Konfiguration.</translation>
    </message>
    <message>
        <source>Flows use it.</source>
        <comment>@info</comment>
        <translation>Flows verwenden es.</translation>
    </message>
    <message>
        <source>The stored flows were not all seen.</source>
        <comment>@info</comment>
        <translation>Die gespeicherten Flows wurden nicht alle gesehen.</translation>
    </message>
    <message>
        <source>These flows could not be read: %1.</source>
        <comment>@info</comment>
        <translation>Diese Flows waren nicht zu lesen: %1.</translation>
    </message>
    <message>
        <source>None of %1 stored flows uses it.</source>
        <comment>@info</comment>
        <translation>Keiner von %1 gespeicherten Flows verwendet es.</translation>
    </message>
    <message>
        <source>No images are used here.</source>
        <comment>@info</comment>
        <translation>Hier werden keine Images verwendet.</translation>
    </message>
    <message>
        <source>No images were seen.</source>
        <comment>@info</comment>
        <translation>Es wurden keine Images gesehen.</translation>
    </message>
    <message>
        <source>An image has such a tag.</source>
        <comment>@info</comment>
        <translation>Ein Image hat ein solches Tag.</translation>
    </message>
    <message>
        <source>No image has such a tag.</source>
        <comment>@info</comment>
        <translation>Kein Image hat ein solches Tag.</translation>
    </message>
    <message>
        <source>The Java of this installation comes with it.</source>
        <comment>@info</comment>
        <translation>Das Java dieser Installation kommt mit ihr.</translation>
    </message>
    <message>
        <source>Its Java version was not seen.</source>
        <comment>@info</comment>
        <translation>Die Java-Version war nicht zu sehen.</translation>
    </message>
    <message>
        <source>Java %1 was seen.</source>
        <comment>@info</comment>
        <translation>Java %1 wurde gesehen.</translation>
    </message>
    <message>
        <source>It stands in what was read.</source>
        <comment>@info</comment>
        <translation>Es steht in dem, was gelesen wurde.</translation>
    </message>
    <message>
        <source>Configuration or flows were not all seen.</source>
        <comment>@info</comment>
        <translation>Konfiguration oder Flows wurden nicht vollständig gesehen.</translation>
    </message>
    <message>
        <source>It stands in no configuration and no flow.</source>
        <comment>@info</comment>
        <translation>Es steht in keiner Konfiguration und keinem Flow.</translation>
    </message>
    <message>
        <source>%1 has changed: line %2 does not hold “%3” any more. Look at the findings again.</source>
        <comment>@error</comment>
        <translation>%1 hat sich geändert: Zeile %2 enthält „%3“ nicht mehr. Sehen Sie sich die Befunde erneut an.</translation>
    </message>
</context>
<context>
    <name>Flow</name>
    <message>
        <source>The flow&apos;s id is missing or no valid one.</source>
        <comment>@info</comment>
        <translation>Die Id des Flows fehlt oder ist nicht gültig.</translation>
    </message>
    <message>
        <source>The namespace is missing or not in lower case.</source>
        <comment>@info</comment>
        <translation>Der Namespace fehlt oder ist nicht kleingeschrieben.</translation>
    </message>
    <message>
        <source>The flow id `%1` is reserved.</source>
        <comment>@info</comment>
        <translation>Die Flow-Id `%1` ist reserviert.</translation>
    </message>
    <message>
        <source>The flow has no tasks.</source>
        <comment>@info</comment>
        <translation>Der Flow hat keine Aufgaben.</translation>
    </message>
    <message>
        <source>Two triggers have the id `%1`.</source>
        <comment>@info</comment>
        <translation>Zwei Trigger haben die Id `%1`.</translation>
    </message>
    <message>
        <source>The task id `%1` is no valid one.</source>
        <comment>@info</comment>
        <translation>Die Aufgaben-Id `%1` ist nicht gültig.</translation>
    </message>
    <message>
        <source>Two tasks have the id `%1`.</source>
        <comment>@info</comment>
        <translation>Zwei Aufgaben haben die Id `%1`.</translation>
    </message>
    <message>
        <source>Assets belong to the Enterprise Edition.</source>
        <comment>@info</comment>
        <translation>Assets gehören zur Enterprise Edition.</translation>
    </message>
    <message>
        <source>The flow calls itself.</source>
        <comment>@info</comment>
        <translation>Der Flow ruft sich selbst auf.</translation>
    </message>
    <message>
        <source>`%1`: %2.</source>
        <comment>@info</comment>
        <translation>`%1`: %2.</translation>
    </message>
    <message>
        <source>Worker groups belong to the Enterprise Edition.</source>
        <comment>@info</comment>
        <translation>Worker-Gruppen gehören zur Enterprise Edition.</translation>
    </message>
    <message>
        <source>The tag `%1` is no label in lower case.</source>
        <comment>@info</comment>
        <translation>Das Tag `%1` ist kein kleingeschriebenes Label.</translation>
    </message>
    <message>
        <source>Input `%1` has defaults and may not say required: false.</source>
        <comment>@info</comment>
        <translation>Die Eingabe `%1` hat einen Vorgabewert und darf nicht required: false angeben.</translation>
    </message>
    <message>
        <source>Input `%1` has defaults and may not have a prefill.</source>
        <comment>@info</comment>
        <translation>Die Eingabe `%1` hat einen Vorgabewert und darf kein prefill haben.</translation>
    </message>
    <message>
        <source>The default of input `%1` is not of its type.</source>
        <comment>@info</comment>
        <translation>Der Vorgabewert der Eingabe `%1` ist nicht von ihrem Typ.</translation>
    </message>
    <message>
        <source>The default of input `%1` does not fit: %2.</source>
        <comment>@info</comment>
        <translation>Der Vorgabewert der Eingabe `%1` passt nicht: %2.</translation>
    </message>
    <message>
        <source>Trigger `%1`: %2.</source>
        <comment>@info</comment>
        <translation>Trigger `%1`: %2.</translation>
    </message>
    <message>
        <source>Trigger `%1` does not supply the input `%2`, which is mandatory.</source>
        <comment>@info</comment>
        <translation>Trigger `%1` liefert die Eingabe `%2` nicht, die Pflicht ist.</translation>
    </message>
    <message>
        <source>Trigger `%1` supplies a value that does not fit the input `%2`: %3.</source>
        <comment>@info</comment>
        <translation>Trigger `%1` liefert einen Wert, der nicht zur Eingabe `%2` passt: %3.</translation>
    </message>
    <message>
        <source>Trigger `%1` waits for its own flow.</source>
        <comment>@info</comment>
        <translation>Trigger `%1` wartet auf den eigenen Flow.</translation>
    </message>
    <message>
        <source>a flow</source>
        <comment>@info</comment>
        <translation>ein Flow</translation>
    </message>
    <message>
        <source>`%1` of trigger `%2` is no longer known and is dropped without a word: the trigger then fires always.</source>
        <comment>@info</comment>
        <translation>`%1` des Triggers `%2` ist nicht mehr bekannt und entfällt ohne ein Wort: Der Trigger löst dann immer aus.</translation>
    </message>
    <message>
        <source>`%1` is no longer a property of %2: it is dropped from a stored flow.</source>
        <comment>@info</comment>
        <translation>`%1` ist keine Eigenschaft von %2 mehr: Sie entfällt aus einem gespeicherten Flow.</translation>
    </message>
    <message>
        <source>`%1` is no property of %2.</source>
        <comment>@info</comment>
        <translation>`%1` ist keine Eigenschaft von %2.</translation>
    </message>
    <message>
        <source>a list</source>
        <comment>@info</comment>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>a single value</source>
        <comment>@info</comment>
        <translation>ein einzelner Wert</translation>
    </message>
    <message>
        <source>a mapping</source>
        <comment>@info</comment>
        <translation>eine Map</translation>
    </message>
    <message>
        <source>`%1` cannot hold anything.</source>
        <comment>@info</comment>
        <translation>`%1` kann nichts enthalten.</translation>
    </message>
    <message>
        <source>`%1` must be %2.</source>
        <comment>@info</comment>
        <translation>`%1` muss sein: %2.</translation>
    </message>
    <message>
        <source>a single word</source>
        <comment>@info</comment>
        <translation>ein einzelnes Wort</translation>
    </message>
    <message>
        <source>`%1` is no value of `%2`.</source>
        <comment>@info</comment>
        <translation>`%1` ist kein Wert von `%2`.</translation>
    </message>
    <message>
        <source>An entry of `%1` has no type.</source>
        <comment>@info</comment>
        <translation>Ein Eintrag von `%1` hat keinen Typ.</translation>
    </message>
    <message>
        <source>`%1` is no type of `%2`.</source>
        <comment>@info</comment>
        <translation>`%1` ist kein Typ von `%2`.</translation>
    </message>
    <message>
        <source>`%1` of type %2</source>
        <comment>@info</comment>
        <translation>`%1` vom Typ %2</translation>
    </message>
    <message>
        <source>The type `%1` is not known.</source>
        <comment>@info</comment>
        <translation>Der Typ `%1` ist nicht bekannt.</translation>
    </message>
    <message>
        <source>`%1` belongs to a plugin, whose own properties are not known here.</source>
        <comment>@info</comment>
        <translation>`%1` gehört zu einem Plugin, dessen eigene Eigenschaften hier nicht bekannt sind.</translation>
    </message>
    <message>
        <source>This is no flow: it is no mapping.</source>
        <comment>@info</comment>
        <translation>Dies ist kein Flow: Es ist keine Map.</translation>
    </message>
    <message>
        <source>There is no flow in it.</source>
        <comment>@info</comment>
        <translation>Es ist kein Flow darin.</translation>
    </message>
    <message>
        <source>The key `%1` stands twice in one mapping.</source>
        <comment>@info</comment>
        <translation>Der Schlüssel `%1` steht zweimal in einer Map.</translation>
    </message>
    <message>
        <source>it is less than %1</source>
        <comment>@info</comment>
        <translation>es ist kleiner als %1</translation>
    </message>
    <message>
        <source>it is more than %1</source>
        <comment>@info</comment>
        <translation>es ist größer als %1</translation>
    </message>
    <message>
        <source>it is none of the values</source>
        <comment>@info</comment>
        <translation>es ist keiner der Werte</translation>
    </message>
    <message>
        <source>it does not match %1</source>
        <comment>@info</comment>
        <translation>es passt nicht zu %1</translation>
    </message>
    <message>
        <source>`%1` is no %2</source>
        <comment>@info</comment>
        <translation>`%1` ist kein %2</translation>
    </message>
    <message>
        <source>`%1` is no e-mail address</source>
        <comment>@info</comment>
        <translation>`%1` ist keine E-Mail-Adresse</translation>
    </message>
    <message>
        <source>the cron expression has %1 fields instead of %2</source>
        <comment>@info</comment>
        <translation>der Cron-Ausdruck hat %1 Felder statt %2</translation>
    </message>
</context>
<context>
    <name>FlowCommands</name>
    <message>
        <source>There is no %1.</source>
        <comment>@info</comment>
        <translation>Es gibt kein %1.</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>&amp;Back</source>
        <comment>@action</comment>
        <translation>&amp;Zurück</translation>
    </message>
</context>
<context>
    <name>ForeignFiles</name>
    <message>
        <source>Take a backup of its database, change the tag there, and let that system apply it while nothing else writes.</source>
        <translation>Sichern Sie die Datenbank, ändern Sie das Tag dort, und lassen Sie dieses System die Änderung anwenden, während sonst nichts schreibt.</translation>
    </message>
    <message>
        <source>Stop it in that platform, take a backup of its database, change the image there, and deploy again.</source>
        <translation>Halten Sie es auf dieser Plattform an, sichern Sie die Datenbank, ändern Sie dort das Image, und stellen Sie es erneut bereit.</translation>
    </message>
    <message>
        <source>It is a script: change the tag in it, and name the container that it made (docker:NAME) or its folder.</source>
        <translation>Das ist ein Skript: Ändern Sie das Tag darin, und nennen Sie den Container, den es angelegt hat (docker:NAME), oder dessen Ordner.</translation>
    </message>
    <message>
        <source>A Nix module that runs Kestra.</source>
        <translation>Ein Nix-Modul, das Kestra betreibt.</translation>
    </message>
    <message>
        <source>Terraform that runs a Kestra container.</source>
        <translation>Terraform, das einen Kestra-Container betreibt.</translation>
    </message>
    <message>
        <source>A Nomad job that runs Kestra.</source>
        <translation>Ein Nomad-Job, der Kestra betreibt.</translation>
    </message>
    <message>
        <source>A Podman quadlet that runs Kestra.</source>
        <translation>Ein Podman-Quadlet, das Kestra betreibt.</translation>
    </message>
    <message>
        <source>A unit that starts Kestra in a container.</source>
        <translation>Eine Unit, die Kestra in einem Container startet.</translation>
    </message>
    <message>
        <source>A CapRover template that runs Kestra.</source>
        <translation>Eine CapRover-Vorlage, die Kestra betreibt.</translation>
    </message>
    <message>
        <source>A deployment of a platform that runs Kestra.</source>
        <translation>Eine Bereitstellung auf einer Plattform, die Kestra betreibt.</translation>
    </message>
    <message>
        <source>A Render blueprint that runs Kestra.</source>
        <translation>Ein Render-Blueprint, der Kestra betreibt.</translation>
    </message>
    <message>
        <source>An Ansible playbook that runs Kestra.</source>
        <translation>Ein Ansible-Playbook, das Kestra betreibt.</translation>
    </message>
    <message>
        <source>A CloudFormation template that runs Kestra.</source>
        <translation>Eine CloudFormation-Vorlage, die Kestra betreibt.</translation>
    </message>
    <message>
        <source>A Dockerfile that builds on Kestra.</source>
        <translation>Ein Dockerfile, das auf Kestra aufbaut.</translation>
    </message>
    <message>
        <source>Name the Compose file or the container that uses it; the target goes into its FROM line.</source>
        <translation>Nennen Sie die Compose-Datei oder den Container, der es nutzt; das Ziel kommt in dessen FROM-Zeile.</translation>
    </message>
    <message>
        <source>A script that starts Kestra in a container.</source>
        <translation>Ein Skript, das Kestra in einem Container startet.</translation>
    </message>
    <message>
        <source>A template that Kestra is made from.</source>
        <translation>Eine Vorlage, aus der Kestra entsteht.</translation>
    </message>
    <message>
        <source>Give the file that comes out of it, or change it in the system that fills it in.</source>
        <translation>Geben Sie die Datei an, die daraus entsteht, oder ändern Sie sie in dem System, das sie ausfüllt.</translation>
    </message>
    <message>
        <source>Nothing in %1 runs Kestra. Looked for: Compose files, values, charts and manifests, jars and units, and files of Nix, Terraform, Nomad, Podman, Ansible and hosting platforms.</source>
        <comment>@info</comment>
        <translation>Nichts in %1 betreibt Kestra. Gesucht wurde nach: Compose-Dateien, Values, Charts und Manifesten, Jars und Units sowie Dateien von Nix, Terraform, Nomad, Podman, Ansible und Hosting-Plattformen.</translation>
    </message>
</context>
<context>
    <name>Handled</name>
    <message>
        <source>Handled by the plan: it runs %1 at %2.</source>
        <comment>@info</comment>
        <translation>Vom Plan erledigt: Er führt %1 bei %2 aus.</translation>
    </message>
    <message>
        <source>Handled already: %1 runs.</source>
        <comment>@info</comment>
        <translation>Schon erledigt: %1 läuft.</translation>
    </message>
    <message>
        <source>Handled by the plan: it stops at %1 on the way.</source>
        <comment>@info</comment>
        <translation>Vom Plan erledigt: Er macht unterwegs bei %1 halt.</translation>
    </message>
    <message>
        <source>Handled by the plan: it moves the internal storage at %1.</source>
        <comment>@info</comment>
        <translation>Vom Plan erledigt: Er verschiebt den internen Speicher bei %1.</translation>
    </message>
</context>
<context>
    <name>Handler</name>
    <message>
        <source>The password “%1” is not known. Enter it, then resume.</source>
        <comment>@error</comment>
        <translation>Das Passwort „%1“ ist nicht bekannt. Geben Sie es ein, dann setzen Sie fort.</translation>
    </message>
</context>
<context>
    <name>Hash</name>
    <message>
        <source>The file %1 cannot be read: %2</source>
        <comment>@error</comment>
        <translation>Die Datei %1 ist nicht zu lesen: %2</translation>
    </message>
</context>
<context>
    <name>HeaderBar</name>
    <message>
        <source>Release notes</source>
        <comment>@action</comment>
        <translation>Release-Notizen</translation>
    </message>
    <message>
        <source>History</source>
        <comment>@action</comment>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Installation and route</source>
        <comment>@label</comment>
        <translation>Installation und Route</translation>
    </message>
    <message>
        <source>Menu</source>
        <comment>@action</comment>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Route %1, now on %2</source>
        <comment>@info</comment>
        <translation>Route %1, jetzt auf %2</translation>
    </message>
</context>
<context>
    <name>HelmCalls</name>
    <message>
        <source>See that the context %1 still leads to the same cluster</source>
        <comment>@action</comment>
        <translation>Sehen, dass der Kontext %1 noch zum selben Cluster führt</translation>
    </message>
    <message>
        <source>See that nobody upgraded the release %1 since</source>
        <comment>@action</comment>
        <translation>Sehen, dass seither niemand das Release %1 upgegradet hat</translation>
    </message>
    <message>
        <source>Repair the release that an interrupted helm left as %1: back to revision %2</source>
        <comment>@action</comment>
        <translation>Das Release reparieren, das ein unterbrochenes helm als %1 hinterließ: zurück auf Revision %2</translation>
    </message>
    <message>
        <source>the pods of %1 to end</source>
        <comment>@info</comment>
        <translation>dass die Pods von %1 enden</translation>
    </message>
    <message>
        <source>See every pod of %1 ended</source>
        <comment>@action</comment>
        <translation>Sehen, dass jeder Pod von %1 beendet ist</translation>
    </message>
    <message>
        <source>%1 to be ready</source>
        <comment>@info</comment>
        <translation>dass %1 bereit ist</translation>
    </message>
    <message>
        <source>See %1 ready</source>
        <comment>@action</comment>
        <translation>Sehen, dass %1 bereit ist</translation>
    </message>
    <message>
        <source>%1 to report as %2</source>
        <comment>@info</comment>
        <translation>dass %1 sich als %2 meldet</translation>
    </message>
    <message>
        <source>See %1 at work on %2</source>
        <comment>@action</comment>
        <translation>Sehen, dass %1 mit %2 arbeitet</translation>
    </message>
    <message>
        <source>Take the release %1 back to revision %2</source>
        <comment>@action</comment>
        <translation>Das Release %1 auf Revision %2 zurücksetzen</translation>
    </message>
    <message>
        <source>Take the release %1 back to exactly what ran (%2)</source>
        <comment>@action</comment>
        <translation>Das Release %1 auf genau das zurücksetzen, was lief (%2)</translation>
    </message>
    <message>
        <source>Fetch %1 with a pod that does nothing</source>
        <comment>@action</comment>
        <translation>%1 mit einem Pod holen, der nichts tut</translation>
    </message>
    <message>
        <source>Note the digest of what was fetched</source>
        <comment>@action</comment>
        <translation>Den Digest des Geholten festhalten</translation>
    </message>
    <message>
        <source>See that every server runs exactly what was fetched</source>
        <comment>@action</comment>
        <translation>Sehen, dass jeder Server genau das ausführt, was geholt wurde</translation>
    </message>
    <message>
        <source>Note what it said and remove the job %1</source>
        <comment>@action</comment>
        <translation>Festhalten, was er ausgab, und den Job %1 entfernen</translation>
    </message>
    <message>
        <source>the job %1 to end</source>
        <comment>@info</comment>
        <translation>dass der Job %1 endet</translation>
    </message>
    <message>
        <source>See the job %1 succeed</source>
        <comment>@action</comment>
        <translation>Sehen, dass der Job %1 gelingt</translation>
    </message>
    <message>
        <source>Keep KEDA from scaling %1</source>
        <comment>@action</comment>
        <translation>KEDA daran hindern, %1 zu skalieren</translation>
    </message>
    <message>
        <source>Let KEDA scale %1 again</source>
        <comment>@action</comment>
        <translation>KEDA %1 wieder skalieren lassen</translation>
    </message>
    <message>
        <source>Note the autoscalers: they leave alone whatever has no replicas</source>
        <comment>@action</comment>
        <translation>Die Autoscaler festhalten: Sie lassen unberührt, was keine Replicas hat</translation>
    </message>
</context>
<context>
    <name>HelmData</name>
    <message>
        <source>No configuration that names the database was found.</source>
        <comment>@info</comment>
        <translation>Es wurde keine Konfiguration gefunden, die die Datenbank nennt.</translation>
    </message>
    <message>
        <source>A database of the kind %1 inside of the pod cannot be read from here.</source>
        <comment>@info</comment>
        <translation>Eine Datenbank der Art %1 im Pod ist von hier nicht zu lesen.</translation>
    </message>
    <message>
        <source>Back it up with its own tools before the upgrade.</source>
        <comment>@info</comment>
        <translation>Sichern Sie sie vor dem Upgrade mit ihren eigenen Werkzeugen.</translation>
    </message>
    <message>
        <source>%1 is not on a volume: the internal storage is lost whenever the pod is replaced.</source>
        <comment>@info</comment>
        <translation>%1 liegt nicht auf einem Volume: Der interne Speicher geht verloren, sobald der Pod ersetzt wird.</translation>
    </message>
    <message>
        <source>Copy it out and mount a persistent volume there before the upgrade.</source>
        <comment>@info</comment>
        <translation>Kopieren Sie ihn heraus und binden Sie dort vor dem Upgrade ein persistentes Volume ein.</translation>
    </message>
</context>
<context>
    <name>HelmFacts</name>
    <message>
        <source>The plan begins with `helm rollback` to revision %1, if that is accepted.</source>
        <comment>@info</comment>
        <translation>Der Plan beginnt mit `helm rollback` auf Revision %1, wenn das hingenommen wird.</translation>
    </message>
    <message>
        <source>It was never installed whole: `helm uninstall` it and install it again.</source>
        <comment>@info</comment>
        <translation>Es wurde nie vollständig installiert: Entfernen Sie es mit `helm uninstall` und installieren Sie es neu.</translation>
    </message>
    <message>
        <source>It already runs another image than revision %1, and going back could put an older Kestra on a newer database: end that upgrade yourself first.</source>
        <comment>@info</comment>
        <translation>Es führt schon ein anderes Image aus als Revision %1, und der Weg zurück könnte ein älteres Kestra auf eine neuere Datenbank setzen: Schließen Sie dieses Upgrade zuerst selbst ab.</translation>
    </message>
    <message>
        <source>An interrupted helm left the release %1 as %2; until that is repaired every other change is refused.</source>
        <comment>@info</comment>
        <translation>Ein unterbrochenes helm hinterließ das Release %1 als %2; bis das repariert ist, wird jede andere Änderung abgewiesen.</translation>
    </message>
    <message>
        <source>This login may not do everything that an upgrade does. Missing in the namespace %1: %2.</source>
        <comment>@info</comment>
        <translation>Diese Anmeldung darf nicht alles, was ein Upgrade tut. Im Namespace %1 fehlt: %2.</translation>
    </message>
    <message>
        <source>Ask for these rights, then look again (`kubectl auth can-i VERB RESOURCE`).</source>
        <comment>@info</comment>
        <translation>Bitten Sie um diese Rechte, dann sehen Sie erneut nach (`kubectl auth can-i VERB RESOURCE`).</translation>
    </message>
    <message>
        <source>The pod %1 does not run: %2</source>
        <comment>@info</comment>
        <translation>Der Pod %1 läuft nicht: %2</translation>
    </message>
    <message>
        <source>Mend it before the upgrade.</source>
        <comment>@info</comment>
        <translation>Beheben Sie das vor dem Upgrade.</translation>
    </message>
    <message>
        <source>No workload of this release runs a Kestra server.</source>
        <comment>@info</comment>
        <translation>Kein Workload dieses Releases führt einen Kestra-Server aus.</translation>
    </message>
    <message>
        <source>Start it once and look again.</source>
        <comment>@info</comment>
        <translation>Starten Sie ihn einmal und sehen Sie erneut nach.</translation>
    </message>
</context>
<context>
    <name>HelmFiles</name>
    <message>
        <source>Values of Kestra&apos;s chart: they say how a release is made, not which one.</source>
        <comment>@info</comment>
        <translation>Values für das Chart von Kestra: Sie sagen, wie ein Release angelegt wird, nicht welches.</translation>
    </message>
    <message>
        <source>A Helm chart that brings Kestra (version %1).</source>
        <comment>@info</comment>
        <translation>Ein Helm-Chart, das Kestra mitbringt (Version %1).</translation>
    </message>
    <message>
        <source>A HelmRelease: Flux installs Kestra from it (chart %1).</source>
        <comment>@info</comment>
        <translation>Ein HelmRelease: Flux installiert Kestra daraus (Chart %1).</translation>
    </message>
    <message>
        <source>An Application: Argo CD installs Kestra from it (chart %1).</source>
        <comment>@info</comment>
        <translation>Eine Application: Argo CD installiert Kestra daraus (Chart %1).</translation>
    </message>
    <message>
        <source>A Kustomization that Kestra is a part of.</source>
        <comment>@info</comment>
        <translation>Eine Kustomization, zu der Kestra gehört.</translation>
    </message>
    <message>
        <source>A plain manifest that runs Kestra.</source>
        <comment>@info</comment>
        <translation>Ein einfaches Manifest, das Kestra ausführt.</translation>
    </message>
    <message>
        <source>Terraform that makes a release of Kestra.</source>
        <comment>@info</comment>
        <translation>Terraform, das ein Release von Kestra anlegt.</translation>
    </message>
    <message>
        <source>Helm does not know it, so this assistant cannot upgrade it. Take a backup of its database, set replicas to 0, change the tag in this file, apply it, and set replicas back.</source>
        <comment>@info</comment>
        <translation>Helm kennt es nicht, daher kann dieser Assistent es nicht upgraden. Sichern Sie seine Datenbank, setzen Sie replicas auf 0, ändern Sie das Tag in dieser Datei, wenden Sie sie an und setzen Sie replicas zurück.</translation>
    </message>
    <message>
        <source>Name the release itself: %1. What the file owns is never changed behind its back: the plan asks for the change in the repository and watches it arrive.</source>
        <comment>@info</comment>
        <translation>Nennen Sie das Release selbst: %1. Was der Datei gehört, wird nie hinter ihrem Rücken geändert: Der Plan bittet um die Änderung im Repository und beobachtet, wie sie ankommt.</translation>
    </message>
    <message>
        <source>Name the release itself: %1. `helm list -A` shows what runs.</source>
        <comment>@info</comment>
        <translation>Nennen Sie das Release selbst: %1. `helm list -A` zeigt, was läuft.</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <comment>@error</comment>
        <translation>Es gibt keine Datei %1.</translation>
    </message>
    <message>
        <source>Nothing in %1 installs Kestra on Kubernetes.</source>
        <comment>@error</comment>
        <translation>Nichts in %1 installiert Kestra auf Kubernetes.</translation>
    </message>
</context>
<context>
    <name>HelmLook</name>
    <message>
        <source>There is no context %1 in the kubeconfig. `kubectl config get-contexts` lists those that are there.</source>
        <comment>@error</comment>
        <translation>Es gibt keinen Kontext %1 in der kubeconfig. `kubectl config get-contexts` zeigt die vorhandenen.</translation>
    </message>
    <message>
        <source>The context %1 leads to a cluster that has no namespace %2.</source>
        <comment>@error</comment>
        <translation>Der Kontext %1 führt zu einem Cluster, der keinen Namespace %2 hat.</translation>
    </message>
    <message>
        <source>The API server of the context %1 does not let us look: %2</source>
        <comment>@error</comment>
        <translation>Der API-Server des Kontexts %1 lässt das Nachsehen nicht zu: %2</translation>
    </message>
    <message>
        <source>The API server of the context %1 does not answer: %2</source>
        <comment>@error</comment>
        <translation>Der API-Server des Kontexts %1 antwortet nicht: %2</translation>
    </message>
    <message>
        <source>Not everything may be seen: %1</source>
        <comment>@info</comment>
        <translation>Nicht alles darf gesehen werden: %1</translation>
    </message>
    <message>
        <source>Ask for the right to list it.</source>
        <comment>@info</comment>
        <translation>Bitten Sie um das Recht, es aufzulisten.</translation>
    </message>
    <message>
        <source>Helm does not say what it installed: %1</source>
        <comment>@info</comment>
        <translation>Helm sagt nicht, was es installiert hat: %1</translation>
    </message>
    <message>
        <source>Install helm here, or ask for the right to list secrets in the namespace.</source>
        <comment>@info</comment>
        <translation>Installieren Sie helm hier, oder bitten Sie um das Recht, Secrets im Namespace aufzulisten.</translation>
    </message>
    <message>
        <source>Kestra&apos;s configuration cannot be read: %1</source>
        <comment>@info</comment>
        <translation>Die Konfiguration von Kestra ist nicht zu lesen: %1</translation>
    </message>
    <message>
        <source>Ask for the right to read ConfigMaps and Secrets in the namespace.</source>
        <comment>@info</comment>
        <translation>Bitten Sie um das Recht, ConfigMaps und Secrets im Namespace zu lesen.</translation>
    </message>
</context>
<context>
    <name>HelmMigration</name>
    <message>
        <source>The chart 1.x brings no %1 and would remove the one that runs. Run it by itself first (its own chart, on the same volume), say where it is in the configuration, and set %1.enabled to false in the 0.x chart.</source>
        <comment>@info</comment>
        <translation>Das Chart 1.x bringt kein %1 mit und würde das laufende entfernen. Betreiben Sie es zuerst für sich (eigenes Chart, dasselbe Volume), geben Sie in der Konfiguration an, wo es ist, und setzen Sie %1.enabled im Chart 0.x auf false.</translation>
    </message>
    <message>
        <source>The chart 1.x writes the command itself. Put more arguments into extraArgs.</source>
        <comment>@info</comment>
        <translation>Das Chart 1.x schreibt den Befehl selbst. Setzen Sie weitere Argumente in extraArgs.</translation>
    </message>
    <message>
        <source>The chart 1.x decides it by itself.</source>
        <comment>@info</comment>
        <translation>Das Chart 1.x entscheidet es selbst.</translation>
    </message>
    <message>
        <source>The operator has a chart of its own: kestra-operator.</source>
        <comment>@info</comment>
        <translation>Der Operator hat ein eigenes Chart: kestra-operator.</translation>
    </message>
    <message>
        <source>No key of the chart 1.x means the same. It would be ignored without a word.</source>
        <comment>@info</comment>
        <translation>Kein Schlüssel des Charts 1.x bedeutet dasselbe. Er würde stillschweigend ignoriert.</translation>
    </message>
    <message>
        <source>The values are no map of keys.</source>
        <comment>@error</comment>
        <translation>Die Values sind keine Map von Schlüsseln.</translation>
    </message>
    <message>
        <source>The values cannot be understood: %1</source>
        <comment>@error</comment>
        <translation>Die Values sind nicht zu verstehen: %1</translation>
    </message>
</context>
<context>
    <name>HelmPlace</name>
    <message>
        <source>“%1” names no release. It looks like CONTEXT/NAMESPACE/RELEASE; `kubectl config get-contexts` lists the contexts, `helm list -A` the releases.</source>
        <comment>@error</comment>
        <translation>„%1“ nennt kein Release. Es sieht aus wie CONTEXT/NAMESPACE/RELEASE; `kubectl config get-contexts` zeigt die Kontexte, `helm list -A` die Releases.</translation>
    </message>
</context>
<context>
    <name>HelmPlan</name>
    <message>
        <source>No workload of the release %1 runs a Kestra server. Start it once, then try again.</source>
        <comment>@error</comment>
        <translation>Kein Workload des Releases %1 führt einen Kestra-Server aus. Starten Sie ihn einmal, dann versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>%1 is a DaemonSet, which cannot be scaled to nothing. Make it a Deployment in the values, then try again.</source>
        <comment>@error</comment>
        <translation>%1 ist ein DaemonSet und lässt sich nicht auf null skalieren. Machen Sie in den Values ein Deployment daraus, dann versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The internal storage %1 lies inside the pod and would be lost when it is replaced. Copy it out, mount a persistent volume there, then try again.</source>
        <comment>@error</comment>
        <translation>Der interne Speicher %1 liegt im Pod und ginge verloren, wenn dieser ersetzt wird. Kopieren Sie ihn heraus, binden Sie dort ein persistentes Volume ein, dann versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The release %1 was never installed whole. `helm uninstall` it and install it again.</source>
        <comment>@error</comment>
        <translation>Das Release %1 wurde nie vollständig installiert. Entfernen Sie es mit `helm uninstall` und installieren Sie es neu.</translation>
    </message>
    <message>
        <source>An upgrade of %1 was interrupted after it had changed what runs. End it with `helm upgrade`, or go back with the database of before; then try again.</source>
        <comment>@error</comment>
        <translation>Ein Upgrade von %1 wurde unterbrochen, nachdem es geändert hatte, was läuft. Schließen Sie es mit `helm upgrade` ab, oder gehen Sie mit der Datenbank von davor zurück; dann versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>No key of the values decides the image of %1, so helm cannot change it. Let the chart read image.tag, then try again.</source>
        <comment>@error</comment>
        <translation>Kein Schlüssel der Values bestimmt das Image von %1, daher kann helm es nicht ändern. Lassen Sie das Chart image.tag lesen, dann versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Where the chart %1 %2 comes from is not known here. Add its repository with `helm repo add`, then try again.</source>
        <comment>@error</comment>
        <translation>Woher das Chart %1 %2 kommt, ist hier nicht bekannt. Fügen Sie sein Repository mit `helm repo add` hinzu, dann versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Run %1 of %2 in a pod of its own</source>
        <comment>@action</comment>
        <translation>%1 von %2 in einem eigenen Pod ausführen</translation>
    </message>
    <message>
        <source>See that the chart renders for %1 in this cluster</source>
        <comment>@action</comment>
        <translation>Sehen, dass sich das Chart für %1 in diesem Cluster rendern lässt</translation>
    </message>
    <message>
        <source>The change of finding %1 belongs into the values of the release. Make it there with `helm upgrade`, or in the repository that owns them, then look again.</source>
        <comment>@error</comment>
        <translation>Die Änderung zum Befund %1 gehört in die Values des Releases. Nehmen Sie sie dort mit `helm upgrade` vor, oder im Repository, dem sie gehören, dann sehen Sie erneut nach.</translation>
    </message>
    <message>
        <source>Write %1 into the release, nothing starts yet</source>
        <comment>@action</comment>
        <translation>%1 in das Release schreiben, noch startet nichts</translation>
    </message>
    <message>
        <source>Start %1 alone on %2</source>
        <comment>@action</comment>
        <translation>%1 allein mit %2 starten</translation>
    </message>
    <message>
        <source>Write the old numbers of replicas back into the release</source>
        <comment>@action</comment>
        <translation>Die alte Zahl der Replicas in das Release zurückschreiben</translation>
    </message>
</context>
<context>
    <name>HelmRead</name>
    <message>
        <source>Where the chart %1 %2 comes from is not known here.</source>
        <comment>@info</comment>
        <translation>Woher das Chart %1 %2 kommt, ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>Add its repository (`helm repo add`), or name the chart in the variable KESTRA_UPGRADE_CHART.</source>
        <comment>@info</comment>
        <translation>Fügen Sie sein Repository hinzu (`helm repo add`), oder nennen Sie das Chart in der Variable KESTRA_UPGRADE_CHART.</translation>
    </message>
    <message>
        <source>Mend Kestra&apos;s configuration.</source>
        <comment>@info</comment>
        <translation>Korrigieren Sie die Konfiguration von Kestra.</translation>
    </message>
    <message>
        <source>Make %1 reachable from this machine, or back it up with its own tools before the upgrade.</source>
        <comment>@info</comment>
        <translation>Machen Sie %1 von diesem Rechner aus erreichbar, oder sichern Sie die Datenbank vor dem Upgrade mit ihren eigenen Werkzeugen.</translation>
    </message>
    <message>
        <source>The host %1 cannot be reached.</source>
        <comment>@error</comment>
        <translation>Der Rechner %1 ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>There is no release %1 in the namespace %2 of the context %3.</source>
        <comment>@error</comment>
        <translation>Es gibt kein Release %1 im Namespace %2 des Kontexts %3.</translation>
    </message>
    <message>
        <source>Helm cannot list the releases of the context %1: %2</source>
        <comment>@error</comment>
        <translation>Helm kann die Releases des Kontexts %1 nicht auflisten: %2</translation>
    </message>
    <message>
        <source>The chart %1 has the layout of 1.x, the release the one of 0.x.</source>
        <comment>@info</comment>
        <translation>Das Chart %1 hat den Aufbau von 1.x, das Release den von 0.x.</translation>
    </message>
    <message>
        <source>Move to the new chart first, with the Kestra that runs: the plan shows the values in its layout. Then look again.</source>
        <comment>@info</comment>
        <translation>Wechseln Sie zuerst auf das neue Chart, mit dem Kestra, das läuft: Der Plan zeigt die Values in dessen Aufbau. Dann sehen Sie erneut nach.</translation>
    </message>
    <message>
        <source>The chart cannot be rendered with the values of this release: %1</source>
        <comment>@info</comment>
        <translation>Das Chart lässt sich mit den Values dieses Releases nicht rendern: %1</translation>
    </message>
    <message>
        <source>Mend the values, or name a chart that fits them, then look again.</source>
        <comment>@info</comment>
        <translation>Korrigieren Sie die Values, oder nennen Sie ein Chart, das zu ihnen passt, dann sehen Sie erneut nach.</translation>
    </message>
</context>
<context>
    <name>HelmRequests</name>
    <message>
        <source>%1 owns this release (%2): the change belongs into its repository. Make it in the values there and commit; it is watched from here.</source>
        <comment>@info</comment>
        <translation>%1 verwaltet dieses Release (%2): Die Änderung gehört in dessen Repository. Nehmen Sie sie dort in den Values vor und committen Sie; von hier wird sie beobachtet.</translation>
    </message>
    <message>
        <source>The way back: revert this commit, and see that the old state arrives.</source>
        <comment>@info</comment>
        <translation>Der Weg zurück: Machen Sie diesen Commit rückgängig und sehen Sie, dass der alte Stand ankommt.</translation>
    </message>
    <message>
        <source>Ask for the commit that stops Kestra</source>
        <comment>@action</comment>
        <translation>Um den Commit bitten, der Kestra anhält</translation>
    </message>
    <message>
        <source>Ask for the commit that brings %1</source>
        <comment>@action</comment>
        <translation>Um den Commit bitten, der %1 bringt</translation>
    </message>
    <message>
        <source>Ask for the commit that starts Kestra as %1</source>
        <comment>@action</comment>
        <translation>Um den Commit bitten, der Kestra als %1 startet</translation>
    </message>
    <message>
        <source>the commit to arrive in the cluster</source>
        <comment>@info</comment>
        <translation>dass der Commit im Cluster ankommt</translation>
    </message>
    <message>
        <source>Watch %1 arrive</source>
        <comment>@action</comment>
        <translation>Beobachten, wie %1 ankommt</translation>
    </message>
</context>
<context>
    <name>HistoryCommands</name>
    <message>
        <source>No run yet.</source>
        <comment>@info</comment>
        <translation>Noch kein Lauf.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>@info</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 names no machine.</source>
        <comment>@info</comment>
        <translation>%1 nennt keinen Rechner.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are as the manifest says.</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%n Datei ist, wie das Manifest sagt.</numerusform>
            <numerusform>%n Dateien sind, wie das Manifest sagt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The backup is damaged: %n file(s).</source>
        <comment>@info</comment>
        <translation>
            <numerusform>Die Sicherung ist beschädigt: %n Datei.</numerusform>
            <numerusform>Die Sicherung ist beschädigt: %n Dateien.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>backup of %1</source>
        <comment>@info</comment>
        <translation>Sicherung von %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>@info</comment>
        <translation>%1 nach %2</translation>
    </message>
    <message>
        <source>proven</source>
        <comment>@status</comment>
        <translation>nachgewiesen</translation>
    </message>
    <message>
        <source>Began</source>
        <comment>@label</comment>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Ended</source>
        <comment>@label</comment>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Last sign</source>
        <comment>@label</comment>
        <translation>Letztes Lebenszeichen</translation>
    </message>
    <message>
        <source>%1, after %2; %3 of %4 steps</source>
        <comment>@info</comment>
        <translation>%1, nach %2; %3 von %4 Schritten</translation>
    </message>
    <message>
        <source>Slowest</source>
        <comment>@label</comment>
        <translation>Am langsamsten</translation>
    </message>
    <message>
        <source>“%1”, %2</source>
        <comment>@info step, time</comment>
        <translation>„%1“, %2</translation>
    </message>
    <message>
        <source>Accepted</source>
        <comment>@label</comment>
        <translation>Hingenommen</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s), by %1</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%n Antwort, von %1</numerusform>
            <numerusform>%n Antworten, von %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Backup</source>
        <comment>@label</comment>
        <translation>Sicherung</translation>
    </message>
    <message>
        <source>Takes</source>
        <comment>@label</comment>
        <translation>Dauert</translation>
    </message>
    <message>
        <source>%1 without Kestra</source>
        <comment>@info</comment>
        <translation>%1 ohne Kestra</translation>
    </message>
    <message>
        <source>Loses</source>
        <comment>@label</comment>
        <translation>Verliert</translation>
    </message>
    <message>
        <source>what was done since the backup</source>
        <comment>@info</comment>
        <translation>was seit der Sicherung getan wurde</translation>
    </message>
    <message>
        <source>nothing</source>
        <comment>@info</comment>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Needs</source>
        <comment>@label</comment>
        <translation>Braucht</translation>
    </message>
    <message>
        <source>the backup and the old version</source>
        <comment>@info</comment>
        <translation>die Sicherung und die alte Version</translation>
    </message>
    <message>
        <source>the old version</source>
        <comment>@info</comment>
        <translation>die alte Version</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Search runs</source>
        <comment>@label</comment>
        <translation>Läufe suchen</translation>
    </message>
    <message>
        <source>Runs, newest first</source>
        <comment>@label</comment>
        <translation>Läufe, neueste zuerst</translation>
    </message>
    <message>
        <source>Save the report</source>
        <comment>@title</comment>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>Every run with its outcome. As long as its backup and the old version are there it can be taken back.

Ctrl+F searches</source>
        <comment>@info</comment>
        <translation>Jeder Lauf mit seinem Ausgang. Solange seine Sicherung und die alte Version da sind, lässt er sich zurücknehmen.

Strg+F sucht</translation>
    </message>
    <message>
        <source>History</source>
        <comment>@title</comment>
        <translation>Verlauf</translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s)</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%Ln Lauf</numerusform>
            <numerusform>%Ln Läufe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them can still be rolled back.</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%Ln davon lässt sich noch zurückrollen.</numerusform>
            <numerusform>%Ln davon lassen sich noch zurückrollen.</numerusform>
        </translation>
    </message>
    <message>
        <source>can be rolled back</source>
        <comment>@info</comment>
        <translation>lässt sich zurückrollen</translation>
    </message>
    <message>
        <source>Take this run back</source>
        <comment>@title</comment>
        <translation>Diesen Lauf zurücknehmen</translation>
    </message>
    <message>
        <source>Roll back</source>
        <comment>@action</comment>
        <translation>Zurückrollen</translation>
    </message>
    <message>
        <source>Nothing has been upgraded or backed up from here yet. Each run stays here with what was done, what was seen before and after, and its way back.</source>
        <comment>@info</comment>
        <translation>Von hier wurde noch nichts upgegradet oder gesichert. Jeder Lauf bleibt hier mit dem, was getan wurde, was davor und danach gesehen wurde, und seinem Weg zurück.</translation>
    </message>
    <message>
        <source>&amp;Practise one</source>
        <comment>@action</comment>
        <translation>Upgrade ü&amp;ben</translation>
    </message>
    <message>
        <source>No run yet</source>
        <comment>@title</comment>
        <translation>Noch kein Lauf</translation>
    </message>
    <message>
        <source>None of them can be rolled back any more.</source>
        <comment>@info</comment>
        <translation>Keiner davon lässt sich noch zurückrollen.</translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message>
        <source>The folder %1 cannot be made. Choose another one with --home.</source>
        <comment>@error</comment>
        <translation>Der Ordner %1 lässt sich nicht anlegen. Wählen Sie mit --home einen anderen.</translation>
    </message>
    <message>
        <source>The folder %1 is on a network file system, where the journal is not safe. Choose a local one with --home.</source>
        <comment>@error</comment>
        <translation>Der Ordner %1 liegt auf einem Netzwerk-Dateisystem, wo das Journal nicht sicher ist. Wählen Sie mit --home einen lokalen.</translation>
    </message>
</context>
<context>
    <name>HomeLock</name>
    <message>
        <source>Another assistant (process %1 on %2) is at work in %3. Wait for it to end, or end it there.</source>
        <comment>@error</comment>
        <translation>Ein anderer Assistent (Prozess %1 auf %2) arbeitet in %3. Warten Sie, bis er endet, oder beenden Sie ihn dort.</translation>
    </message>
    <message>
        <source>The lock file %1 cannot be opened: %2</source>
        <comment>@error</comment>
        <translation>Die Sperrdatei %1 lässt sich nicht öffnen: %2</translation>
    </message>
    <message>
        <source>The lock file %1 cannot be locked: %2</source>
        <comment>@error</comment>
        <translation>Die Sperrdatei %1 lässt sich nicht sperren: %2</translation>
    </message>
    <message>
        <source>The lock file %1 cannot be written: %2</source>
        <comment>@error</comment>
        <translation>Die Sperrdatei %1 lässt sich nicht schreiben: %2</translation>
    </message>
</context>
<context>
    <name>Host</name>
    <message>
        <source>%1 ended with %2: %3</source>
        <comment>@error</comment>
        <translation>%1 endete mit %2: %3</translation>
    </message>
</context>
<context>
    <name>Http</name>
    <message>
        <source>%1 is no web address.</source>
        <comment>@error</comment>
        <translation>%1 ist keine Webadresse.</translation>
    </message>
    <message>
        <source>The answer of %1 is too large.</source>
        <comment>@error</comment>
        <translation>Die Antwort von %1 ist zu groß.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted.</source>
        <comment>@error</comment>
        <translation>Dem Zertifikat von %1 wird nicht vertraut.</translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <comment>@error</comment>
        <translation>%1 antwortet nicht.</translation>
    </message>
</context>
<context>
    <name>HumanText</name>
    <message>
        <source>unknown size</source>
        <comment>@info</comment>
        <translation>Größe unbekannt</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>@info</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <comment>@info</comment>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>@info</comment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <comment>@info</comment>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>about %1 s</source>
        <comment>@info</comment>
        <translation>etwa %1 s</translation>
    </message>
    <message>
        <source>about %1</source>
        <comment>@info</comment>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>today at %1</source>
        <comment>@info</comment>
        <translation>heute um %1</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>@info</comment>
        <translation>%1 um %2</translation>
    </message>
</context>
<context>
    <name>ImageDigests</name>
    <message>
        <source>Docker&apos;s buildx is needed to ask for it.</source>
        <comment>@info</comment>
        <translation>Um danach zu fragen, wird buildx von Docker gebraucht.</translation>
    </message>
    <message>
        <source>Which digest %1 has in its registry is not known: %2</source>
        <comment>@info</comment>
        <translation>Welchen Digest %1 in seiner Registry hat, ist nicht bekannt: %2</translation>
    </message>
    <message>
        <source>Look whether the registry lets you in; the image is fetched before anything stops.</source>
        <comment>@info</comment>
        <translation>Prüfen Sie, ob die Registry Zugang gewährt; das Image wird geholt, bevor etwas anhält.</translation>
    </message>
    <message>
        <source>%1 has moved in its registry since %2 was started: %3 runs, %4 is there now.</source>
        <comment>@info</comment>
        <translation>%1 ist in seiner Registry gewandert, seit %2 gestartet wurde: %3 läuft, %4 ist jetzt dort.</translation>
    </message>
    <message>
        <source>The way back starts what runs now.</source>
        <comment>@info</comment>
        <translation>Der Weg zurück startet, was jetzt läuft.</translation>
    </message>
    <message>
        <source>Fetch %1</source>
        <comment>@action</comment>
        <translation>%1 holen</translation>
    </message>
    <message>
        <source>%1 has moved since the plan was made, nothing was stopped. Make a new plan. Planned: %2. Fetched:</source>
        <comment>@info</comment>
        <translation>%1 ist gewandert, seit der Plan erstellt wurde; angehalten wurde nichts. Erstellen Sie einen neuen Plan. Geplant: %2. Geholt:</translation>
    </message>
    <message>
        <source>the planned image under the name %1</source>
        <comment>@info</comment>
        <translation>das geplante Image unter dem Namen %1</translation>
    </message>
    <message>
        <source>See that %1 is what was planned</source>
        <comment>@action</comment>
        <translation>Sehen, dass %1 ist, was geplant war</translation>
    </message>
</context>
<context>
    <name>InstallationLock</name>
    <message>
        <source>Another assistant, with another home, is at work on %1. Wait for it to end, or end it there.</source>
        <comment>@error</comment>
        <translation>Ein anderer Assistent, mit anderem Home, arbeitet an %1. Warten Sie, bis er endet, oder beenden Sie ihn dort.</translation>
    </message>
</context>
<context>
    <name>InstallationModel</name>
    <message>
        <source>%1, at %2</source>
        <comment>@info</comment>
        <translation>%1, auf %2</translation>
    </message>
    <message>
        <source>Unknown</source>
        <comment>@info</comment>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>None</source>
        <comment>@info</comment>
        <translation>Keine</translation>
    </message>
    <message numerus="yes">
        <source>%n component(s), all running</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%n Komponente, läuft</numerusform>
            <numerusform>%n Komponenten, alle laufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n component(s), %1 running</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%n Komponente, %1 läuft</numerusform>
            <numerusform>%n Komponenten, %1 laufen</numerusform>
        </translation>
    </message>
    <message>
        <source>Components</source>
        <comment>@label</comment>
        <translation>Komponenten</translation>
    </message>
    <message>
        <source>Schema %1</source>
        <comment>@info</comment>
        <translation>Schema %1</translation>
    </message>
    <message numerus="yes">
        <source>%n failed migration(s)</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%n gescheiterte Migration</numerusform>
            <numerusform>%n gescheiterte Migrationen</numerusform>
        </translation>
    </message>
    <message>
        <source>no failed migration</source>
        <comment>@info</comment>
        <translation>keine gescheiterte Migration</translation>
    </message>
    <message>
        <source>Database</source>
        <comment>@label</comment>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>@info</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Local folder</source>
        <comment>@info</comment>
        <translation>Lokaler Ordner</translation>
    </message>
    <message>
        <source>Volume %1, mounted at %2</source>
        <comment>@info</comment>
        <translation>Volume %1, eingebunden in %2</translation>
    </message>
    <message>
        <source>Internal storage</source>
        <comment>@label</comment>
        <translation>Interner Speicher</translation>
    </message>
    <message>
        <source>written in %1</source>
        <comment>@info</comment>
        <translation>geschrieben in %1</translation>
    </message>
    <message>
        <source>%1, written in %2</source>
        <comment>@info</comment>
        <translation>%1, geschrieben in %2</translation>
    </message>
    <message>
        <source>Image</source>
        <comment>@label</comment>
        <translation>Image</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <comment>@title</comment>
        <translation>%1 wird gelesen</translation>
    </message>
    <message>
        <source>Nothing is known about it yet</source>
        <comment>@title</comment>
        <translation>Noch ist nichts darüber bekannt</translation>
    </message>
    <message>
        <source>This is what runs in %1</source>
        <comment>@title</comment>
        <translation>Das läuft in %1</translation>
    </message>
    <message>
        <source>%1 of %2 facts are known. Nothing was changed to find them.</source>
        <comment>@info</comment>
        <translation>%1 von %2 Tatsachen sind bekannt. Um sie zu finden, wurde nichts geändert.</translation>
    </message>
    <message>
        <source>unknown facts</source>
        <comment>@status</comment>
        <translation>unbekannte Tatsachen</translation>
    </message>
    <message>
        <source>Choose an installation first</source>
        <comment>@info</comment>
        <translation>Wählen Sie zuerst eine Installation</translation>
    </message>
    <message>
        <source>Which version runs is not known: start Kestra and look again</source>
        <comment>@info</comment>
        <translation>Welche Version läuft, ist nicht bekannt: Starten Sie Kestra und sehen Sie erneut nach</translation>
    </message>
    <message numerus="yes">
        <source>%n unknown fact(s): make known, or go on without</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%n unbekannte Tatsache: bekannt machen oder ohne weiter</numerusform>
            <numerusform>%n unbekannte Tatsachen: bekannt machen oder ohne weiter</numerusform>
        </translation>
    </message>
    <message>
        <source>Version</source>
        <comment>@label</comment>
        <translation>Version</translation>
    </message>
    <message>
        <source>Login</source>
        <comment>@label</comment>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>seen to work</source>
        <comment>@info</comment>
        <translation>arbeitet sichtbar</translation>
    </message>
    <message>
        <source>Flows</source>
        <comment>@label</comment>
        <translation>Flows</translation>
    </message>
    <message>
        <source>Plugins</source>
        <comment>@label</comment>
        <translation>Plugins</translation>
    </message>
    <message>
        <source>those of the image</source>
        <comment>@info</comment>
        <translation>die des Images</translation>
    </message>
    <message>
        <source>Where</source>
        <comment>@label</comment>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <comment>@status</comment>
        <translation>%1 wird befragt…</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 in %n file(s)</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%1, %2 in %n Datei</numerusform>
            <numerusform>%1, %2 in %n Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n component(s)</source>
        <comment>@status</comment>
        <translation>
            <numerusform>%1, %n Komponente</numerusform>
            <numerusform>%1, %n Komponenten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n flow(s)</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%n Flow</numerusform>
            <numerusform>%n Flows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InstallationPage</name>
    <message>
        <source>Look again</source>
        <comment>@action</comment>
        <translation>Erneut nachsehen</translation>
    </message>
    <message>
        <source>What is known about this installation, and how. Nothing was changed to find it. What could not be seen is shown as unknown; make it known, or go on without it.

F5 looks again · Space shows the evidence</source>
        <comment>@info</comment>
        <translation>Was über diese Installation bekannt ist, und woher. Um es zu finden, wurde nichts geändert. Was nicht zu sehen war, steht als unbekannt da; machen Sie es bekannt, oder gehen Sie ohne weiter.

F5 sieht erneut nach · Leertaste zeigt den Beleg</translation>
    </message>
    <message>
        <source>Log in to Kestra</source>
        <comment>@title</comment>
        <translation>Bei Kestra anmelden</translation>
    </message>
    <message>
        <source>Keep it in the keyring</source>
        <comment>@option</comment>
        <translation>Im Schlüsselbund behalten</translation>
    </message>
    <message>
        <source>User:</source>
        <comment>@label</comment>
        <translation>Benutzer:</translation>
    </message>
    <message>
        <source>Password:</source>
        <comment>@label</comment>
        <translation>Passwort:</translation>
    </message>
    <message>
        <source>Log in and look again</source>
        <comment>@action</comment>
        <translation>Anmelden und erneut nachsehen</translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message>
        <source>The journal could not be written, so nothing more was done: %1 Free disk space or make it writable, then resume.</source>
        <comment>@error</comment>
        <translation>Das Journal war nicht zu schreiben, daher wurde nichts weiter getan: %1 Schaffen Sie Platz auf dem Datenträger oder machen Sie es beschreibbar, dann setzen Sie fort.</translation>
    </message>
    <message>
        <source>The journal %1 cannot be read. Look at its owner and permissions.</source>
        <comment>@error</comment>
        <translation>Das Journal %1 ist nicht zu lesen. Prüfen Sie Besitzer und Rechte.</translation>
    </message>
    <message>
        <source>The journal %1 cannot be written. Look at its owner and permissions, or choose another home with --home.</source>
        <comment>@error</comment>
        <translation>Das Journal %1 ist nicht zu schreiben. Prüfen Sie Besitzer und Rechte, oder wählen Sie mit --home einen anderen Ort.</translation>
    </message>
    <message>
        <source>The journal was damaged. It was set aside as %1 and a new one was begun; backups are not touched.</source>
        <comment>@error</comment>
        <translation>Das Journal war beschädigt. Es wurde als %1 beiseitegelegt und ein neues begonnen; Sicherungen bleiben unberührt.</translation>
    </message>
    <message>
        <source>The journal %1 cannot be understood.</source>
        <comment>@error</comment>
        <translation>Das Journal %1 ist nicht zu verstehen.</translation>
    </message>
    <message>
        <source>There is no run yet.</source>
        <comment>@error</comment>
        <translation>Es gibt noch keinen Lauf.</translation>
    </message>
    <message>
        <source>There is no run %1. See all with: runs</source>
        <comment>@error</comment>
        <translation>Es gibt keinen Lauf %1. Alle zeigt: runs</translation>
    </message>
    <message>
        <source>The history in %1 was changed from outside at row %2.</source>
        <comment>@error</comment>
        <translation>Der Verlauf in %1 wurde in Zeile %2 von außen geändert.</translation>
    </message>
    <message>
        <source>%1 is a database of another program. Choose another home with --home.</source>
        <comment>@error</comment>
        <translation>%1 ist die Datenbank eines anderen Programms. Wählen Sie mit --home einen anderen Ort.</translation>
    </message>
    <message>
        <source>%1 was written by a newer version of this program. Use that version, or choose another home with --home.</source>
        <comment>@error</comment>
        <translation>%1 wurde von einer neueren Version dieses Programms geschrieben. Verwenden Sie diese, oder wählen Sie mit --home einen anderen Ort.</translation>
    </message>
    <message>
        <source>The journal %1 cannot be written safely: this disk does not allow it. Choose another home with --home.</source>
        <comment>@error</comment>
        <translation>Das Journal %1 ist nicht sicher zu schreiben: Dieser Datenträger lässt es nicht zu. Wählen Sie mit --home einen anderen Ort.</translation>
    </message>
    <message>
        <source>The journal %1 is damaged and cannot be set aside. Move it away by hand.</source>
        <comment>@error</comment>
        <translation>Das Journal %1 ist beschädigt und lässt sich nicht beiseitelegen. Verschieben Sie es von Hand.</translation>
    </message>
    <message>
        <source>%1 cannot be moved away. Move it by hand.</source>
        <comment>@error</comment>
        <translation>%1 lässt sich nicht verschieben. Verschieben Sie es von Hand.</translation>
    </message>
</context>
<context>
    <name>KestraRead</name>
    <message>
        <source>Start the database and look again.</source>
        <comment>@info</comment>
        <translation>Starten Sie die Datenbank und sehen Sie erneut nach.</translation>
    </message>
    <message>
        <source>No port of the API is known.</source>
        <comment>@info</comment>
        <translation>Kein Port der API ist bekannt.</translation>
    </message>
    <message>
        <source>Start Kestra and look again.</source>
        <comment>@info</comment>
        <translation>Starten Sie Kestra und sehen Sie erneut nach.</translation>
    </message>
</context>
<context>
    <name>KubeHost</name>
    <message>
        <source>The program kubectl is not installed here.</source>
        <comment>@error</comment>
        <translation>Das Programm kubectl ist hier nicht installiert.</translation>
    </message>
    <message>
        <source>The service %1 of the namespace %2 cannot be reached: %3</source>
        <comment>@error</comment>
        <translation>Der Dienst %1 des Namespace %2 ist nicht erreichbar: %3</translation>
    </message>
    <message>
        <source>kubectl opened no tunnel.</source>
        <comment>@error</comment>
        <translation>kubectl hat keinen Tunnel geöffnet.</translation>
    </message>
</context>
<context>
    <name>LogPanel</name>
    <message>
        <source>Follow</source>
        <comment>@action log</comment>
        <translation>Mitlaufen</translation>
    </message>
    <message>
        <source>Search</source>
        <comment>@label log</comment>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search in the log</source>
        <comment>@label</comment>
        <translation>Im Protokoll suchen</translation>
    </message>
    <message>
        <source>All components</source>
        <comment>@item</comment>
        <translation>Alle Komponenten</translation>
    </message>
    <message>
        <source>Show only this component</source>
        <comment>@label</comment>
        <translation>Nur diese Komponente zeigen</translation>
    </message>
    <message>
        <source>Copy the log</source>
        <comment>@action</comment>
        <translation>Protokoll kopieren</translation>
    </message>
    <message>
        <source>Save the log…</source>
        <comment>@action</comment>
        <translation>Protokoll speichern…</translation>
    </message>
    <message>
        <source>assistant</source>
        <comment>@label component</comment>
        <translation>Assistent</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hit(s)</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%Ln Treffer</numerusform>
            <numerusform>%Ln Treffer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln secret(s) masked</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%Ln Geheimnis verdeckt</numerusform>
            <numerusform>%Ln Geheimnisse verdeckt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <comment>@info lines</comment>
        <translation>
            <numerusform>%Ln neue</numerusform>
            <numerusform>%Ln neue</numerusform>
        </translation>
    </message>
    <message>
        <source>last line %1 ago</source>
        <comment>@info</comment>
        <translation>letzte Zeile vor %1</translation>
    </message>
    <message>
        <source>Save the log</source>
        <comment>@title</comment>
        <translation>Protokoll speichern</translation>
    </message>
    <message>
        <source>The log was not saved</source>
        <comment>@title</comment>
        <translation>Das Protokoll wurde nicht gespeichert</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2. Choose another folder.</source>
        <comment>@error</comment>
        <translation>%1 lässt sich nicht schreiben: %2. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Search by regular expression</source>
        <comment>@action</comment>
        <translation>Mit regulärem Ausdruck suchen</translation>
    </message>
    <message>
        <source>Search by regular expression</source>
        <comment>@info:tooltip</comment>
        <translation>Mit regulärem Ausdruck suchen</translation>
    </message>
    <message>
        <source>no sound expression: %1</source>
        <comment>@info</comment>
        <translation>kein gültiger Ausdruck: %1</translation>
    </message>
</context>
<context>
    <name>LogView</name>
    <message>
        <source>Live log</source>
        <comment>@label</comment>
        <translation>Laufendes Protokoll</translation>
    </message>
    <message>
        <source>No output yet.</source>
        <comment>@info</comment>
        <translation>Noch keine Ausgabe.</translation>
    </message>
    <message>
        <source>No line passes the filter.</source>
        <comment>@info</comment>
        <translation>Keine Zeile passt zum Filter.</translation>
    </message>
</context>
<context>
    <name>LookCommands</name>
    <message>
        <source>version unknown</source>
        <comment>@info</comment>
        <translation>Version unbekannt</translation>
    </message>
    <message>
        <source>schema</source>
        <comment>@info</comment>
        <translation>Schema</translation>
    </message>
    <message>
        <source>No installation was found.</source>
        <comment>@info</comment>
        <translation>Es wurde keine Installation gefunden.</translation>
    </message>
    <message>
        <source>--as is json, shell, markdown or diff.</source>
        <comment>@info</comment>
        <translation>--as ist json, shell, markdown oder diff.</translation>
    </message>
    <message>
        <source>can be mended by the plan: --fix %1</source>
        <comment>@info</comment>
        <translation>vom Plan zu beheben: --fix %1</translation>
    </message>
</context>
<context>
    <name>LookHandlers</name>
    <message>
        <source>Waiting was ended on request: %1</source>
        <comment>@error</comment>
        <translation>Das Warten wurde auf Wunsch beendet: %1</translation>
    </message>
    <message>
        <source>Waiting is in vain: %1. Seen: %2</source>
        <comment>@error</comment>
        <translation>Das Warten ist vergeblich: %1. Gesehen: %2</translation>
    </message>
    <message>
        <source>It was so for %1 s and then no more: %2. %3</source>
        <comment>@error</comment>
        <translation>Es war %1 s lang so und dann nicht mehr: %2. %3</translation>
    </message>
    <message>
        <source>Not seen within %1 s: %2. %3</source>
        <comment>@error</comment>
        <translation>Innerhalb von %1 s nicht gesehen: %2. %3</translation>
    </message>
    <message>
        <source>%1 is not as it must be: %2.</source>
        <comment>@error</comment>
        <translation>%1 ist nicht, wie es sein muss: %2.</translation>
    </message>
    <message>
        <source>%1 cannot be compared: “%2” was never seen in this run.</source>
        <comment>@error</comment>
        <translation>%1 lässt sich nicht vergleichen: „%2“ wurde in diesem Lauf nie gesehen.</translation>
    </message>
    <message>
        <source>%1: not as before. %2</source>
        <comment>@error</comment>
        <translation>%1: nicht wie zuvor. %2</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>--watch takes a number of seconds.</source>
        <comment>@error</comment>
        <translation>--watch nimmt eine Anzahl Sekunden.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Kestra Upgrade Assistant</source>
        <comment>@title:window</comment>
        <translation>Kestra Upgrade Assistant</translation>
    </message>
    <message>
        <source>&amp;Release notes</source>
        <comment>@action</comment>
        <translation>&amp;Release-Notizen</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <comment>@action</comment>
        <translation>&amp;Verlauf</translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <comment>@action</comment>
        <translation>&amp;Erneut nachsehen</translation>
    </message>
    <message>
        <source>&amp;What this page means</source>
        <comment>@action</comment>
        <translation>&amp;Was diese Seite bedeutet</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <comment>@action</comment>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Return to the start</source>
        <comment>@action</comment>
        <translation>Zurück zum Anfang</translation>
    </message>
    <message>
        <source>Return to the upgrade</source>
        <comment>@action</comment>
        <translation>Zurück zum Upgrade</translation>
    </message>
    <message>
        <source>%1 — Kestra Upgrade Assistant</source>
        <comment>@title:window</comment>
        <translation>%1 — Kestra Upgrade Assistant</translation>
    </message>
    <message>
        <source>What this page means</source>
        <comment>@title</comment>
        <translation>Was diese Seite bedeutet</translation>
    </message>
    <message>
        <source>Everywhere: Alt+Left back · Ctrl+Return main button · Ctrl+1 to 8 steps · Ctrl+R release notes · Ctrl+H history · F5 look again · F6 next part of the window</source>
        <comment>@info</comment>
        <translation>Überall: Alt+Links zurück · Strg+Eingabe Hauptknopf · Strg+1 bis 8 Schritte · Strg+R Release-Notizen · Strg+H Verlauf · F5 erneut nachsehen · F6 nächster Teil des Fensters</translation>
    </message>
    <message>
        <source>The run is not finished</source>
        <comment>@title</comment>
        <translation>Der Lauf ist nicht abgeschlossen</translation>
    </message>
    <message>
        <source>Close the window in the middle of the run? What runs detached goes on; the next start finds this run and offers to resume it or take it back.</source>
        <comment>@info</comment>
        <translation>Das Fenster mitten im Lauf schließen? Was abgelöst läuft, läuft weiter; der nächste Start findet diesen Lauf und bietet an, ihn fortzusetzen oder zurückzunehmen.</translation>
    </message>
    <message>
        <source>Close the window</source>
        <comment>@action</comment>
        <translation>Fenster schließen</translation>
    </message>
    <message>
        <source>Stay</source>
        <comment>@action</comment>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>This computer stays awake until the run ends, also with its lid closed.</source>
        <comment>@info</comment>
        <translation>Dieser Computer bleibt wach, bis der Lauf endet, auch mit zugeklapptem Deckel.</translation>
    </message>
    <message>
        <source>This computer cannot be kept awake: see that it does not go to sleep.</source>
        <comment>@info</comment>
        <translation>Dieser Computer lässt sich nicht wach halten: Sorgen Sie dafür, dass er nicht in den Ruhezustand geht.</translation>
    </message>
    <message>
        <source>Kestra is being upgraded</source>
        <comment>@info</comment>
        <translation>Kestra wird upgegradet</translation>
    </message>
    <message>
        <source>Drop to look at %1</source>
        <comment>@info file</comment>
        <translation>Ablegen, um %1 anzusehen</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <comment>@title:menu</comment>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>As the &amp;desktop</source>
        <comment>@action</comment>
        <translation>Wie die &amp;Arbeitsumgebung</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <comment>@action</comment>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>Da&amp;rk</source>
        <comment>@action</comment>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <comment>@action</comment>
        <translation>Hoher &amp;Kontrast</translation>
    </message>
</context>
<context>
    <name>Manifest</name>
    <message>
        <source>missing</source>
        <comment>@info</comment>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>shortened: %1 of %2 bytes</source>
        <comment>@info</comment>
        <translation>gekürzt: %1 von %2 Byte</translation>
    </message>
    <message>
        <source>changed</source>
        <comment>@info</comment>
        <translation>geändert</translation>
    </message>
    <message>
        <source>not in the manifest</source>
        <comment>@info</comment>
        <translation>nicht im Manifest</translation>
    </message>
    <message>
        <source>cannot be understood</source>
        <comment>@info</comment>
        <translation>nicht zu verstehen</translation>
    </message>
</context>
<context>
    <name>MergedNotes</name>
    <message>
        <source>Breaking changes</source>
        <comment>@title</comment>
        <translation>Brüche</translation>
    </message>
    <message>
        <source>What must be done or run</source>
        <comment>@title</comment>
        <translation>Was zu tun oder auszuführen ist</translation>
    </message>
    <message>
        <source>Removed, deprecated or announced</source>
        <comment>@title</comment>
        <translation>Entfernt, veraltet oder angekündigt</translation>
    </message>
    <message>
        <source>Could not be told apart: please read</source>
        <comment>@title</comment>
        <translation>Nicht einzuordnen: bitte lesen</translation>
    </message>
    <message>
        <source>New</source>
        <comment>@title</comment>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Fixed</source>
        <comment>@title</comment>
        <translation>Behoben</translation>
    </message>
    <message>
        <source>Other changes</source>
        <comment>@title</comment>
        <translation>Weitere Änderungen</translation>
    </message>
    <message>
        <source>Kestra %1 to %2: what changes</source>
        <comment>@title</comment>
        <translation>Kestra %1 nach %2: was sich ändert</translation>
    </message>
    <message>
        <source>From the notes of %1.</source>
        <comment>@info</comment>
        <translation>Aus den Notizen von %1.</translation>
    </message>
    <message>
        <source>The notes of these lines could not be read; what is said of them is our own digest: %1.</source>
        <comment>@info</comment>
        <translation>Die Notizen dieser Linien waren nicht zu lesen; was über sie gesagt wird, ist unsere eigene Zusammenfassung: %1.</translation>
    </message>
    <message>
        <source>; our digest</source>
        <comment>@info</comment>
        <translation>; unsere Zusammenfassung</translation>
    </message>
    <message numerus="yes">
        <source>%n entries about version numbers, dependencies, builds and tests are left out.</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%n Eintrag zu Versionsnummern, Abhängigkeiten, Builds und Tests ist ausgelassen.</numerusform>
            <numerusform>%n Einträge zu Versionsnummern, Abhängigkeiten, Builds und Tests sind ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Note</source>
        <comment>@title</comment>
        <translation>Notiz</translation>
    </message>
</context>
<context>
    <name>NoteView</name>
    <message>
        <source>Release notes</source>
        <comment>@label</comment>
        <translation>Release-Notizen</translation>
    </message>
</context>
<context>
    <name>NotesModel</name>
    <message>
        <source>New in this line</source>
        <comment>@title</comment>
        <translation>Neu in dieser Linie</translation>
    </message>
    <message>
        <source>What must be run</source>
        <comment>@title</comment>
        <translation>Was auszuführen ist</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <comment>@status</comment>
        <translation>zurückgezogen</translation>
    </message>
    <message>
        <source>Read from GitHub %1</source>
        <comment>@info</comment>
        <translation>Von GitHub gelesen %1</translation>
    </message>
    <message>
        <source>Our own summary; the published notes were not fetched yet</source>
        <comment>@info</comment>
        <translation>Unsere eigene Zusammenfassung; die veröffentlichten Notizen wurden noch nicht geholt</translation>
    </message>
</context>
<context>
    <name>NotesPage</name>
    <message>
        <source>&amp;Breaking only</source>
        <comment>@option</comment>
        <translation>Nur &amp;Brüche</translation>
    </message>
    <message>
        <source>Compare two…</source>
        <comment>@action</comment>
        <translation>Zwei vergleichen…</translation>
    </message>
    <message>
        <source>Search all notes</source>
        <comment>@label</comment>
        <translation>Alle Notizen durchsuchen</translation>
    </message>
    <message>
        <source>Releases</source>
        <comment>@label</comment>
        <translation>Releases</translation>
    </message>
    <message>
        <source>Fetch new ones</source>
        <comment>@action</comment>
        <translation>Neue holen</translation>
    </message>
    <message>
        <source>Every release with its notes, breaking changes first. All of it can be read offline.

Up and down: version · Space scrolls · N and P: next and previous unread · B: next heading · C: compare</source>
        <comment>@info</comment>
        <translation>Jedes Release mit seinen Notizen, Brüche zuerst. Alles lässt sich offline lesen.

Auf und ab: Version · Leertaste blättert · N und P: nächste und vorige ungelesene · B: nächste Überschrift · C: vergleichen</translation>
    </message>
    <message>
        <source>Release notes</source>
        <comment>@title</comment>
        <translation>Release-Notizen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln release(s) from %1 to %2</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%Ln Release von %1 bis %2</numerusform>
            <numerusform>%Ln Releases von %1 bis %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Fetching new releases…</source>
        <comment>@status</comment>
        <translation>Neue Releases werden geholt…</translation>
    </message>
    <message>
        <source>LTS</source>
        <comment>@label</comment>
        <translation>LTS</translation>
    </message>
    <message numerus="yes">
        <source>%Ln breaking change(s)</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%Ln Bruch</numerusform>
            <numerusform>%Ln Brüche</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, unread</source>
        <comment>@info</comment>
        <translation>%1, ungelesen</translation>
    </message>
    <message>
        <source>Compare two versions</source>
        <comment>@title</comment>
        <translation>Zwei Versionen vergleichen</translation>
    </message>
    <message>
        <source>From:</source>
        <comment>@label</comment>
        <translation>Von:</translation>
    </message>
    <message>
        <source>To:</source>
        <comment>@label</comment>
        <translation>Bis:</translation>
    </message>
    <message>
        <source>Show all between</source>
        <comment>@action</comment>
        <translation>Alles dazwischen zeigen</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Cancel</source>
        <comment>@action wait</comment>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1 (%2; it may be slow or not reachable)</source>
        <comment>@status</comment>
        <translation>%1 (%2; vielleicht langsam oder nicht erreichbar)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>@status</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>Place</name>
    <message>
        <source>The backup lies on %1, beside the installation. Name an absolute folder there, not %2.</source>
        <comment>@error</comment>
        <translation>Die Sicherung liegt auf %1, neben der Installation. Nennen Sie dort einen absoluten Ordner, nicht %2.</translation>
    </message>
    <message>
        <source>The backup lies on the machine of the installation. Name a folder there, not %1.</source>
        <comment>@error</comment>
        <translation>Die Sicherung liegt auf dem Rechner der Installation. Nennen Sie dort einen Ordner, nicht %1.</translation>
    </message>
    <message>
        <source>The folder %1 is not empty; name a new one.</source>
        <comment>@error</comment>
        <translation>Der Ordner %1 ist nicht leer; nennen Sie einen neuen.</translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message>
        <source>its kind “%1” is not known</source>
        <comment>@error</comment>
        <translation>seine Art „%1“ ist nicht bekannt</translation>
    </message>
    <message>
        <source>it asks a person and says nothing of what to do</source>
        <comment>@error</comment>
        <translation>er bittet einen Menschen und sagt nicht, was zu tun ist</translation>
    </message>
    <message>
        <source>a person must take it back and there is no instruction how</source>
        <comment>@error</comment>
        <translation>ein Mensch muss ihn zurücknehmen, und es gibt keine Anweisung dazu</translation>
    </message>
    <message>
        <source>it is to be taken back by itself and nothing says how</source>
        <comment>@error</comment>
        <translation>er soll von selbst zurückgenommen werden, und nichts sagt wie</translation>
    </message>
    <message>
        <source>it has steps that take it back and says that none are needed</source>
        <comment>@error</comment>
        <translation>er hat Schritte zum Zurücknehmen und sagt, dass keine nötig sind</translation>
    </message>
    <message>
        <source>it changes data and says that nothing need be taken back</source>
        <comment>@error</comment>
        <translation>er ändert Daten und sagt, dass nichts zurückzunehmen ist</translation>
    </message>
    <message>
        <source>the kind “%1” that would take it back is not known</source>
        <comment>@error</comment>
        <translation>die Art „%1“, die ihn zurücknähme, ist nicht bekannt</translation>
    </message>
    <message>
        <source>The plan is not sound at step %1: %2. Nothing was done.</source>
        <comment>@error</comment>
        <translation>Der Plan ist bei Schritt %1 nicht stimmig: %2. Nichts wurde getan.</translation>
    </message>
    <message>
        <source>it changes data before the backup is proven</source>
        <comment>@error</comment>
        <translation>er ändert Daten, bevor die Sicherung nachgewiesen ist</translation>
    </message>
    <message>
        <source>it changes data without a backup, so only a person can take it back</source>
        <comment>@error</comment>
        <translation>er ändert Daten ohne Sicherung, also kann ihn nur ein Mensch zurücknehmen</translation>
    </message>
    <message>
        <source>nothing says how the backup is restored</source>
        <comment>@error</comment>
        <translation>nichts sagt, wie die Sicherung wiederhergestellt wird</translation>
    </message>
    <message>
        <source>the point of no return is marked elsewhere</source>
        <comment>@error</comment>
        <translation>der Punkt ohne Umkehr ist an anderer Stelle markiert</translation>
    </message>
    <message>
        <source>The plan for %1 has no steps.</source>
        <comment>@error</comment>
        <translation>Der Plan für %1 hat keine Schritte.</translation>
    </message>
    <message>
        <source>its number is not its own</source>
        <comment>@error</comment>
        <translation>seine Nummer gehört nicht ihm</translation>
    </message>
    <message>
        <source>its number is not in order</source>
        <comment>@error</comment>
        <translation>seine Nummer ist nicht in der Reihenfolge</translation>
    </message>
    <message>
        <source>what takes it back would run on another machine</source>
        <comment>@error</comment>
        <translation>was ihn zurücknimmt, liefe auf einem anderen Rechner</translation>
    </message>
</context>
<context>
    <name>PlanMarkdown</name>
    <message>
        <source>nothing to take back</source>
        <comment>@info</comment>
        <translation>nichts zurückzunehmen</translation>
    </message>
    <message>
        <source>by itself</source>
        <comment>@info</comment>
        <translation>von selbst</translation>
    </message>
    <message>
        <source>from the backup</source>
        <comment>@info</comment>
        <translation>aus der Sicherung</translation>
    </message>
    <message>
        <source>by a person</source>
        <comment>@info</comment>
        <translation>durch einen Menschen</translation>
    </message>
    <message>
        <source>Step</source>
        <comment>@info</comment>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>What</source>
        <comment>@info</comment>
        <translation>Was</translation>
    </message>
    <message>
        <source>Where</source>
        <comment>@info</comment>
        <translation>Wo</translation>
    </message>
    <message>
        <source>About</source>
        <comment>@info</comment>
        <translation>Etwa</translation>
    </message>
    <message>
        <source>Way back</source>
        <comment>@info</comment>
        <translation>Weg zurück</translation>
    </message>
    <message>
        <source>Point of no return: from here on the way back needs the backup.</source>
        <comment>@info</comment>
        <translation>Punkt ohne Umkehr: Ab hier braucht der Weg zurück die Sicherung.</translation>
    </message>
    <message>
        <source>this machine</source>
        <comment>@info</comment>
        <translation>dieser Rechner</translation>
    </message>
    <message>
        <source>Upgrade of %1</source>
        <comment>@info</comment>
        <translation>Upgrade von %1</translation>
    </message>
    <message>
        <source>Installation: `%1`</source>
        <comment>@info</comment>
        <translation>Installation: `%1`</translation>
    </message>
    <message>
        <source>Route: %1</source>
        <comment>@info</comment>
        <translation>Route: %1</translation>
    </message>
    <message>
        <source>Backup: none is taken</source>
        <comment>@info</comment>
        <translation>Sicherung: es wird keine erstellt</translation>
    </message>
    <message>
        <source>Backup: `%1`</source>
        <comment>@info</comment>
        <translation>Sicherung: `%1`</translation>
    </message>
    <message>
        <source>Point of no return: there is none</source>
        <comment>@info</comment>
        <translation>Punkt ohne Umkehr: es gibt keinen</translation>
    </message>
    <message>
        <source>Point of no return: `%1`</source>
        <comment>@info</comment>
        <translation>Punkt ohne Umkehr: `%1`</translation>
    </message>
    <message>
        <source>Assumed, not seen</source>
        <comment>@info</comment>
        <translation>Angenommen, nicht gesehen</translation>
    </message>
    <message>
        <source>Steps</source>
        <comment>@info</comment>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>For a person</source>
        <comment>@info</comment>
        <translation>Für einen Menschen</translation>
    </message>
    <message>
        <source>Looked at after a rollback</source>
        <comment>@info</comment>
        <translation>Nach dem Zurückrollen geprüft</translation>
    </message>
    <message>
        <source>Files that change</source>
        <comment>@info</comment>
        <translation>Dateien, die sich ändern</translation>
    </message>
    <message>
        <source>Removed once the run is kept</source>
        <comment>@info</comment>
        <translation>Wird entfernt, sobald der Lauf behalten ist</translation>
    </message>
</context>
<context>
    <name>PlanModel</name>
    <message>
        <source>Prepare</source>
        <comment>@title phase</comment>
        <translation>Vorbereiten</translation>
    </message>
    <message>
        <source>Stop</source>
        <comment>@title phase</comment>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Back up</source>
        <comment>@title phase</comment>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>Prove the backup</source>
        <comment>@title phase</comment>
        <translation>Sicherung nachweisen</translation>
    </message>
    <message>
        <source>Start</source>
        <comment>@title phase</comment>
        <translation>Starten</translation>
    </message>
    <message>
        <source>See that it works</source>
        <comment>@title phase</comment>
        <translation>Sehen, dass es arbeitet</translation>
    </message>
    <message>
        <source>Hop to %1</source>
        <comment>@title phase</comment>
        <translation>Etappe nach %1</translation>
    </message>
    <message>
        <source>nothing to undo</source>
        <comment>@status</comment>
        <translation>nichts rückgängig zu machen</translation>
    </message>
    <message>
        <source>put back</source>
        <comment>@status</comment>
        <translation>zurücksetzen</translation>
    </message>
    <message>
        <source>restart</source>
        <comment>@status</comment>
        <translation>Neustart</translation>
    </message>
    <message>
        <source>backup</source>
        <comment>@status</comment>
        <translation>Sicherung</translation>
    </message>
    <message>
        <source>by a person</source>
        <comment>@status</comment>
        <translation>durch einen Menschen</translation>
    </message>
    <message>
        <source>The plan</source>
        <comment>@title</comment>
        <translation>Der Plan</translation>
    </message>
    <message>
        <source>There is no plan yet</source>
        <comment>@title</comment>
        <translation>Es gibt noch keinen Plan</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s), %1. No executions for %2.</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%n Schritt, %1. %2 lang keine Ausführungen.</numerusform>
            <numerusform>%n Schritte, %1. %2 lang keine Ausführungen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s), %1 file(s)</source>
        <comment>@status</comment>
        <translation>
            <numerusform>%n Schritt, Dateien: %1</numerusform>
            <numerusform>%n Schritte, Dateien: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Tick “I have read the plan” first</source>
        <comment>@info</comment>
        <translation>Setzen Sie zuerst den Haken „Ich habe den Plan gelesen“</translation>
    </message>
    <message>
        <source>One-way door</source>
        <comment>@title</comment>
        <translation>Einbahntür</translation>
    </message>
    <message numerus="yes">
        <source>Stop %n component(s) and upgrade</source>
        <comment>@action</comment>
        <translation>
            <numerusform>%n Komponente anhalten und upgraden</numerusform>
            <numerusform>%n Komponenten anhalten und upgraden</numerusform>
        </translation>
    </message>
    <message>
        <source>Step %1 lets a newer version at the database.
From here, going back restores the backup: %2.</source>
        <comment>@info</comment>
        <translation>Schritt %1 lässt eine neuere Version an die Datenbank.
Ab hier stellt der Weg zurück die Sicherung wieder her: %2.</translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message>
        <source>I have &amp;read the plan</source>
        <comment>@option</comment>
        <translation>Ich habe den Plan &amp;gelesen</translation>
    </message>
    <message>
        <source>Step</source>
        <comment>@title:column</comment>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Going back</source>
        <comment>@title:column</comment>
        <translation>Weg zurück</translation>
    </message>
    <message>
        <source>Time</source>
        <comment>@title:column</comment>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>What the step does</source>
        <comment>@label</comment>
        <translation>Was der Schritt tut</translation>
    </message>
    <message>
        <source>As shell script…</source>
        <comment>@action</comment>
        <translation>Als Shell-Skript…</translation>
    </message>
    <message>
        <source>Save the plan…</source>
        <comment>@action</comment>
        <translation>Plan speichern…</translation>
    </message>
    <message>
        <source>The plan as a shell script</source>
        <comment>@title</comment>
        <translation>Der Plan als Shell-Skript</translation>
    </message>
    <message>
        <source>Save the plan</source>
        <comment>@title</comment>
        <translation>Plan speichern</translation>
    </message>
    <message>
        <source>Everything that will be done, in order, and nothing else. The door stands before the first step after which going back needs the backup.

Up and down: step · left and right: phase · D jumps to the door</source>
        <comment>@info</comment>
        <translation>Alles, was getan wird, der Reihe nach, und nichts sonst. Die Tür steht vor dem ersten Schritt, nach dem der Weg zurück die Sicherung braucht.

Auf und ab: Schritt · links und rechts: Phase · D springt zur Tür</translation>
    </message>
    <message>
        <source>Assumed, because it could not be seen: %1</source>
        <comment>@info</comment>
        <translation>Angenommen, weil es nicht zu sehen war: %1</translation>
    </message>
    <message>
        <source>This step</source>
        <comment>@title:tab</comment>
        <translation>Dieser Schritt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) changed in %1</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%Ln Zeile geändert in %1</numerusform>
            <numerusform>%Ln Zeilen geändert in %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <comment>@info</comment>
        <translation>Schritt %1: %2</translation>
    </message>
    <message>
        <source>Choose a step to read what it does</source>
        <comment>@info</comment>
        <translation>Wählen Sie einen Schritt, um zu lesen, was er tut</translation>
    </message>
</context>
<context>
    <name>PlanParts</name>
    <message>
        <source>The change of finding %1 does not fit %2 any more: the text is not there.</source>
        <comment>@error</comment>
        <translation>Die Änderung zum Befund %1 passt nicht mehr zu %2: Der Text ist nicht da.</translation>
    </message>
    <message>
        <source>The change of finding %1 fits more than one place of %2. Make it by hand.</source>
        <comment>@error</comment>
        <translation>Die Änderung zum Befund %1 passt an mehr als eine Stelle von %2. Nehmen Sie sie von Hand vor.</translation>
    </message>
    <message>
        <source>Stop %1</source>
        <comment>@action</comment>
        <translation>%1 anhalten</translation>
    </message>
    <message>
        <source>Start %1</source>
        <comment>@action</comment>
        <translation>%1 starten</translation>
    </message>
    <message>
        <source>the end of all executions under way</source>
        <comment>@action</comment>
        <translation>das Ende aller laufenden Ausführungen</translation>
    </message>
    <message>
        <source>Let executions under way end</source>
        <comment>@action</comment>
        <translation>Laufende Ausführungen enden lassen</translation>
    </message>
</context>
<context>
    <name>PlanTree</name>
    <message numerus="yes">
        <source>%1, %Ln step(s), %2</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%1, %Ln Schritt, %2</numerusform>
            <numerusform>%1, %Ln Schritte, %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Step %1: %2, going back: %3, %4</source>
        <comment>@info</comment>
        <translation>Schritt %1: %2, Weg zurück: %3, %4</translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s)</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%Ln Schritt</numerusform>
            <numerusform>%Ln Schritte</numerusform>
        </translation>
    </message>
    <message>
        <source>Steps of the plan</source>
        <comment>@label</comment>
        <translation>Schritte des Plans</translation>
    </message>
</context>
<context>
    <name>Planner</name>
    <message>
        <source>Version %1 was not seen running; it was handed in or read from a tag.</source>
        <comment>@info</comment>
        <translation>Version %1 wurde nicht laufend gesehen; sie wurde angegeben oder aus einem Tag gelesen.</translation>
    </message>
    <message>
        <source>Count the rows of every table again</source>
        <comment>@info</comment>
        <translation>Die Zeilen jeder Tabelle erneut zählen</translation>
    </message>
    <message>
        <source>There is no backup: the database and the storage must be restored by a person from what they have.</source>
        <comment>@error</comment>
        <translation>Es gibt keine Sicherung: Datenbank und Speicher muss ein Mensch aus dem wiederherstellen, was vorhanden ist.</translation>
    </message>
    <message>
        <source>Restore by hand with restore.sh in %1.</source>
        <comment>@error</comment>
        <translation>Stellen Sie von Hand mit restore.sh in %1 wieder her.</translation>
    </message>
    <message>
        <source>Installations of the kind “%1” cannot be upgraded yet.</source>
        <comment>@error</comment>
        <translation>Installationen der Art „%1“ lassen sich noch nicht upgraden.</translation>
    </message>
    <message>
        <source>It is not known which version of Kestra runs. Start it, or say it with --from.</source>
        <comment>@error</comment>
        <translation>Welche Version von Kestra läuft, ist nicht bekannt. Starten Sie es, oder nennen Sie sie mit --from.</translation>
    </message>
    <message>
        <source>There is no version to go to. Choose one that is newer than %1.</source>
        <comment>@error</comment>
        <translation>Es gibt keine Version, zu der es gehen könnte. Wählen Sie eine, die neuer als %1 ist.</translation>
    </message>
    <message>
        <source>Remove the image that was kept as %1</source>
        <comment>@action</comment>
        <translation>Das Image entfernen, das als %1 behalten wurde</translation>
    </message>
    <message>
        <source>The trigger %1 would fire always under %2 and cannot be disabled by the plan: a person disables it before.</source>
        <comment>@info</comment>
        <translation>Der Trigger %1 würde unter %2 immer auslösen und lässt sich vom Plan nicht deaktivieren: Ein Mensch deaktiviert ihn vorher.</translation>
    </message>
</context>
<context>
    <name>PracticeDriver</name>
    <message>
        <source>%1 has no `version:` line.</source>
        <comment>@error</comment>
        <translation>%1 hat keine Zeile `version:`.</translation>
    </message>
    <message>
        <source>%1 names no components.</source>
        <comment>@error</comment>
        <translation>%1 nennt keine Komponenten.</translation>
    </message>
    <message>
        <source>Write %1 into %2</source>
        <comment>@action</comment>
        <translation>%1 in %2 schreiben</translation>
    </message>
    <message>
        <source>Start %1 alone: %2 migrates the database</source>
        <comment>@action</comment>
        <translation>%1 allein starten: %2 migriert die Datenbank</translation>
    </message>
    <message>
        <source>Run %1</source>
        <comment>@action</comment>
        <translation>%1 ausführen</translation>
    </message>
</context>
<context>
    <name>PracticeRead</name>
    <message>
        <source>%1 has no `version:`, so it is no practice installation.</source>
        <comment>@error</comment>
        <translation>%1 hat kein `version:`, also ist es keine Übungsinstallation.</translation>
    </message>
    <message>
        <source>`practice-kestra status` does not answer.</source>
        <comment>@info</comment>
        <translation>`practice-kestra status` antwortet nicht.</translation>
    </message>
    <message>
        <source>Put practice-kestra beside this program, or into PATH.</source>
        <comment>@info</comment>
        <translation>Legen Sie practice-kestra neben dieses Programm oder in PATH.</translation>
    </message>
    <message>
        <source>Start the installation once.</source>
        <comment>@info</comment>
        <translation>Starten Sie die Installation einmal.</translation>
    </message>
    <message>
        <source>The host %1 cannot be reached.</source>
        <comment>@error</comment>
        <translation>Der Rechner %1 ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>There is no practice installation in %1 (no practice.yaml in it).</source>
        <comment>@error</comment>
        <translation>In %1 gibt es keine Übungsinstallation (keine practice.yaml darin).</translation>
    </message>
    <message>
        <source>Mend the file.</source>
        <comment>@info</comment>
        <translation>Korrigieren Sie die Datei.</translation>
    </message>
</context>
<context>
    <name>Practising</name>
    <message>
        <source>The practice installation did not start: %1 Try again, or remove its folder.</source>
        <comment>@error</comment>
        <translation>Die Übungsinstallation startete nicht: %1 Versuchen Sie es erneut, oder entfernen Sie ihren Ordner.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <comment>@error</comment>
        <translation>Der Ordner %1 lässt sich nicht anlegen.</translation>
    </message>
</context>
<context>
    <name>Preflight</name>
    <message>
        <source>The running version was seen</source>
        <comment>@info</comment>
        <translation>Die laufende Version wurde gesehen</translation>
    </message>
    <message>
        <source>%1 was seen running.</source>
        <comment>@info</comment>
        <translation>%1 wurde laufend gesehen.</translation>
    </message>
    <message>
        <source>Which version runs is not known.</source>
        <comment>@info</comment>
        <translation>Welche Version läuft, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Start Kestra and look again, or say the version with --from.</source>
        <comment>@info</comment>
        <translation>Starten Sie Kestra und sehen Sie erneut nach, oder nennen Sie die Version mit --from.</translation>
    </message>
    <message>
        <source>%1 was not seen running; it was handed in or read from a tag.</source>
        <comment>@info</comment>
        <translation>%1 wurde nicht laufend gesehen; die Version wurde angegeben oder aus einem Tag gelesen.</translation>
    </message>
    <message>
        <source>Start Kestra and look again.</source>
        <comment>@info</comment>
        <translation>Starten Sie Kestra und sehen Sie erneut nach.</translation>
    </message>
    <message>
        <source>Every component runs</source>
        <comment>@info</comment>
        <translation>Jede Komponente läuft</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>@info</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Which components run was not seen.</source>
        <comment>@info</comment>
        <translation>Welche Komponenten laufen, war nicht zu sehen.</translation>
    </message>
    <message>
        <source>Not running: %1. It will be started with the new version.</source>
        <comment>@info</comment>
        <translation>Läuft nicht: %1. Der Start erfolgt mit der neuen Version.</translation>
    </message>
    <message>
        <source>All components are of one version</source>
        <comment>@info</comment>
        <translation>Alle Komponenten haben eine Version</translation>
    </message>
    <message>
        <source>No mixed versions were seen.</source>
        <comment>@info</comment>
        <translation>Es wurden keine gemischten Versionen gesehen.</translation>
    </message>
    <message>
        <source>%1 is %2, the installation is %3.</source>
        <comment>@info</comment>
        <translation>%1 ist %2, die Installation ist %3.</translation>
    </message>
    <message>
        <source>Bring all components to one version before upgrading.</source>
        <comment>@info</comment>
        <translation>Bringen Sie vor dem Upgrade alle Komponenten auf eine Version.</translation>
    </message>
    <message>
        <source>The API lets us in</source>
        <comment>@info</comment>
        <translation>Die API gewährt Zugang</translation>
    </message>
    <message>
        <source>%1 answers and the login works; a trial execution can be run.</source>
        <comment>@info</comment>
        <translation>%1 antwortet, und die Anmeldung geht; eine Probeausführung ist möglich.</translation>
    </message>
    <message>
        <source>The API is not reachable from here.</source>
        <comment>@info</comment>
        <translation>Die API ist von hier nicht erreichbar.</translation>
    </message>
    <message>
        <source>No login for the API is known to work.</source>
        <comment>@info</comment>
        <translation>Keine gültige Anmeldung für die API ist bekannt.</translation>
    </message>
    <message>
        <source>Give the user and password of the web page; without them no trial execution can prove that the new version works.</source>
        <comment>@info</comment>
        <translation>Geben Sie Benutzer und Passwort der Weboberfläche an; ohne sie kann keine Probeausführung zeigen, dass die neue Version arbeitet.</translation>
    </message>
    <message>
        <source>The way is a safe one</source>
        <comment>@info</comment>
        <translation>Der Weg ist sicher</translation>
    </message>
    <message>
        <source>Every stop is the newest known patch of its line.</source>
        <comment>@info</comment>
        <translation>Jeder Halt ist der neueste bekannte Patch seiner Linie.</translation>
    </message>
    <message>
        <source>The container engine answers</source>
        <comment>@info</comment>
        <translation>Die Container-Engine antwortet</translation>
    </message>
    <message>
        <source>It answered.</source>
        <comment>@info</comment>
        <translation>Sie hat geantwortet.</translation>
    </message>
    <message>
        <source>What runs was made from the files as they are</source>
        <comment>@info</comment>
        <translation>Was läuft, entstand aus den Dateien, wie sie sind</translation>
    </message>
    <message>
        <source>Every variable is the one its container was made with.</source>
        <comment>@info</comment>
        <translation>Jede Variable ist die, mit der ihr Container entstand.</translation>
    </message>
    <message>
        <source>Compose did not say what it would run.</source>
        <comment>@info</comment>
        <translation>Compose hat nicht gesagt, was es starten würde.</translation>
    </message>
    <message>
        <source>Install Docker Compose, or mend the file, and look again.</source>
        <comment>@info</comment>
        <translation>Docker Compose installieren oder die Datei richtigstellen, dann neu nachsehen.</translation>
    </message>
    <message>
        <source>Changed in the files since the container was made: %1. A password or an address in it was never tried.</source>
        <comment>@info</comment>
        <translation>In den Dateien geändert, seit der Container entstand: %1. Ein Passwort oder eine Adresse darin wurde nie erprobt.</translation>
    </message>
    <message>
        <source>Put the old value back, or see that Kestra starts with the new one, then look again.</source>
        <comment>@info</comment>
        <translation>Den alten Wert zurücksetzen oder sehen, dass Kestra mit dem neuen startet, dann neu nachsehen.</translation>
    </message>
    <message numerus="yes">
        <source>%n component(s) run.</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%n Komponente läuft.</numerusform>
            <numerusform>%n Komponenten laufen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Whoever stops it waits as long as Kestra does</source>
        <comment>@info</comment>
        <translation>Wer Kestra anhält, wartet so lange wie Kestra selbst</translation>
    </message>
    <message>
        <source>%1 is killed after %2 s</source>
        <comment>@info</comment>
        <translation>%1 wird nach %2 s hart beendet</translation>
    </message>
    <message>
        <source>Kestra gives its tasks %1 s, and nobody else stops it.</source>
        <comment>@info</comment>
        <translation>Kestra lässt seinen Aufgaben %1 s, und sonst hält es niemand an.</translation>
    </message>
    <message>
        <source>Kestra gives its tasks %1 s; how long its platform waits was not seen.</source>
        <comment>@info</comment>
        <translation>Kestra lässt seinen Aufgaben %1 s; wie lange seine Plattform wartet, war nicht zu sehen.</translation>
    </message>
    <message>
        <source>See that whoever stops Kestra waits longer than that.</source>
        <comment>@info</comment>
        <translation>Sorgen Sie dafür, dass länger wartet, wer Kestra anhält.</translation>
    </message>
    <message>
        <source>Kestra gives its tasks %1 s, and its platform waits at least as long.</source>
        <comment>@info</comment>
        <translation>Kestra lässt seinen Aufgaben %1 s, und seine Plattform wartet mindestens so lange.</translation>
    </message>
    <message>
        <source>Kestra gives its tasks %1 s, but %2.</source>
        <comment>@info</comment>
        <translation>Kestra lässt seinen Aufgaben %1 s, aber %2.</translation>
    </message>
    <message>
        <source>The plan writes a longer limit before it stops anything.</source>
        <comment>@info</comment>
        <translation>Der Plan schreibt eine längere Frist, bevor er etwas anhält.</translation>
    </message>
    <message>
        <source>Raise it above %1 s; tasks that run longer would be cut off.</source>
        <comment>@info</comment>
        <translation>Erhöhen Sie die Frist auf über %1 s; Aufgaben, die länger laufen, würden abgebrochen.</translation>
    </message>
    <message>
        <source>The login may do everything that the plan does</source>
        <comment>@info</comment>
        <translation>Die Anmeldung darf alles, was der Plan tut</translation>
    </message>
    <message>
        <source>The API server says so for every verb.</source>
        <comment>@info</comment>
        <translation>Der API-Server bestätigt es für jedes Verb.</translation>
    </message>
    <message>
        <source>Helm is not in the middle of something</source>
        <comment>@info</comment>
        <translation>Helm steckt nicht mitten in einem Vorgang</translation>
    </message>
    <message>
        <source>The last revision is whole.</source>
        <comment>@info</comment>
        <translation>Die letzte Revision ist vollständig.</translation>
    </message>
    <message>
        <source>The chart is known and renders</source>
        <comment>@info</comment>
        <translation>Das Chart ist bekannt und lässt sich rendern</translation>
    </message>
    <message>
        <source>It renders with the values of the release.</source>
        <comment>@info</comment>
        <translation>Es lässt sich mit den Values des Release rendern.</translation>
    </message>
</context>
<context>
    <name>Probes</name>
    <message>
        <source>nothing</source>
        <comment>@error</comment>
        <translation>nichts</translation>
    </message>
    <message>
        <source>The plan asks a question of the unknown kind “%1”.</source>
        <comment>@error</comment>
        <translation>Der Plan stellt eine Frage der unbekannten Art „%1“.</translation>
    </message>
    <message>
        <source>%1 should be: %2 %3, and is %4</source>
        <comment>@error</comment>
        <translation>%1 sollte sein: %2 %3, und ist %4</translation>
    </message>
    <message>
        <source>the answer</source>
        <comment>@error</comment>
        <translation>die Antwort</translation>
    </message>
</context>
<context>
    <name>Process</name>
    <message>
        <source>The program %1 is not installed here.</source>
        <comment>@error</comment>
        <translation>Das Programm %1 ist hier nicht installiert.</translation>
    </message>
    <message>
        <source>%1 wrote more than can be taken in and was ended.</source>
        <comment>@error</comment>
        <translation>%1 schrieb mehr, als sich aufnehmen lässt, und wurde beendet.</translation>
    </message>
    <message>
        <source>%1 cannot be started: %2</source>
        <comment>@error</comment>
        <translation>%1 lässt sich nicht starten: %2</translation>
    </message>
    <message>
        <source>%1 did not end within %2 s and was ended.</source>
        <comment>@error</comment>
        <translation>%1 endete nicht innerhalb von %2 s und wurde beendet.</translation>
    </message>
</context>
<context>
    <name>ReleaseCommands</name>
    <message>
        <source>“%1” is no version. Versions look like 1.3.44.</source>
        <comment>@info</comment>
        <translation>„%1“ ist keine Version. Versionen haben die Form 1.3.44.</translation>
    </message>
    <message>
        <source>Asking GitHub for the releases…</source>
        <comment>@info</comment>
        <translation>GitHub wird nach den Releases gefragt…</translation>
    </message>
    <message>
        <source>--format is md or html.</source>
        <comment>@info</comment>
        <translation>--format ist md oder html.</translation>
    </message>
    <message>
        <source>Name a range such as 1.0.36..2.0.8, or a file with --file.</source>
        <comment>@info</comment>
        <translation>Nennen Sie einen Bereich wie 1.0.36..2.0.8 oder eine Datei mit --file.</translation>
    </message>
</context>
<context>
    <name>ReleaseNote</name>
    <message>
        <source>In a comment of the note: %1</source>
        <comment>@info</comment>
        <translation>In einem Kommentar der Notiz: %1</translation>
    </message>
    <message>
        <source>“%1” stands in the note with nothing below it.</source>
        <comment>@info</comment>
        <translation>„%1“ steht in der Notiz, mit nichts darunter.</translation>
    </message>
    <message>
        <source>This release has no note.</source>
        <comment>@info</comment>
        <translation>Dieses Release hat keine Notiz.</translation>
    </message>
    <message>
        <source>This is no text: give a release note in Markdown or plain text.</source>
        <comment>@error</comment>
        <translation>Dies ist kein Text: Geben Sie eine Release-Notiz in Markdown oder als einfachen Text an.</translation>
    </message>
</context>
<context>
    <name>ReleaseSource</name>
    <message>
        <source>The answer is no list of releases. Check the address of the API.</source>
        <comment>@error</comment>
        <translation>Die Antwort ist keine Liste von Releases. Prüfen Sie die Adresse der API.</translation>
    </message>
    <message>
        <source>The kept list of releases is damaged. Refresh it to make it anew.</source>
        <comment>@error</comment>
        <translation>Die aufbewahrte Liste der Releases ist beschädigt. Aktualisieren Sie sie, um sie neu anzulegen.</translation>
    </message>
    <message>
        <source>%1 cannot be read. Check its permissions.</source>
        <comment>@error</comment>
        <translation>%1 ist nicht zu lesen. Prüfen Sie die Rechte.</translation>
    </message>
    <message>
        <source>The limit of requests to the list of releases is used up until %1. What was read before is still there; refresh again after that, or set an access token.</source>
        <comment>@error</comment>
        <translation>Das Kontingent an Anfragen an die Liste der Releases ist bis %1 aufgebraucht. Was zuvor gelesen wurde, ist noch da; aktualisieren Sie danach erneut, oder hinterlegen Sie ein Zugriffstoken.</translation>
    </message>
    <message>
        <source>%1 refuses the request. Check the access token.</source>
        <comment>@error</comment>
        <translation>%1 lehnt die Anfrage ab. Prüfen Sie das Zugriffstoken.</translation>
    </message>
    <message>
        <source>There is no list of releases at %1. Check the address.</source>
        <comment>@error</comment>
        <translation>Unter %1 gibt es keine Liste von Releases. Prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <source>%1 has a failure of its own. Try again later.</source>
        <comment>@error</comment>
        <translation>%1 hat selbst eine Störung. Versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>%1 gives an unexpected answer. Check the address.</source>
        <comment>@error</comment>
        <translation>%1 gibt eine unerwartete Antwort. Prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <source>There is nothing to export yet: refresh the list of releases first.</source>
        <comment>@error</comment>
        <translation>Es gibt noch nichts zu exportieren: Aktualisieren Sie zuerst die Liste der Releases.</translation>
    </message>
    <message>
        <source>This is no exported list of releases. Export one on a machine with a network.</source>
        <comment>@error</comment>
        <translation>Dies ist keine exportierte Liste von Releases. Exportieren Sie eine auf einem Rechner mit Netzwerk.</translation>
    </message>
</context>
<context>
    <name>ResultModel</name>
    <message>
        <source>Looking at it from outside</source>
        <comment>@title</comment>
        <translation>Ein Blick von außen</translation>
    </message>
    <message>
        <source>%1 runs, but something is not as planned</source>
        <comment>@title</comment>
        <translation>%1 läuft, aber etwas ist nicht wie geplant</translation>
    </message>
    <message>
        <source>%1 runs, and everything is there</source>
        <comment>@title</comment>
        <translation>%1 läuft, und alles ist da</translation>
    </message>
    <message>
        <source>Back at %1, but something differs</source>
        <comment>@title</comment>
        <translation>Wieder bei %1, aber etwas weicht ab</translation>
    </message>
    <message>
        <source>Back at %1, as it was before</source>
        <comment>@title</comment>
        <translation>Wieder bei %1, wie zuvor</translation>
    </message>
    <message>
        <source>A person is needed</source>
        <comment>@title</comment>
        <translation>Ein Mensch wird gebraucht</translation>
    </message>
    <message>
        <source>Nothing has run yet</source>
        <comment>@title</comment>
        <translation>Noch ist nichts gelaufen</translation>
    </message>
    <message>
        <source>The upgrade is not finished</source>
        <comment>@title</comment>
        <translation>Das Upgrade ist nicht abgeschlossen</translation>
    </message>
    <message>
        <source>Seen from outside at %1.</source>
        <comment>@info</comment>
        <translation>Um %1 von außen gesehen.</translation>
    </message>
    <message>
        <source>to decide</source>
        <comment>@status</comment>
        <translation>zu entscheiden</translation>
    </message>
    <message>
        <source>Keep %1</source>
        <comment>@action</comment>
        <translation>%1 behalten</translation>
    </message>
    <message>
        <source>Takes effect at once, Kestra keeps running</source>
        <comment>@info</comment>
        <translation>Wirkt sofort, Kestra läuft weiter</translation>
    </message>
    <message>
        <source>The backup stays in %1 until you delete it</source>
        <comment>@info</comment>
        <translation>Die Sicherung bleibt in %1, bis Sie sie löschen</translation>
    </message>
    <message>
        <source>Roll back to %1…</source>
        <comment>@action</comment>
        <translation>Zu %1 zurückrollen…</translation>
    </message>
    <message>
        <source>%1 without Kestra</source>
        <comment>@info</comment>
        <translation>%1 ohne Kestra</translation>
    </message>
    <message>
        <source>Loses nothing: the data was not touched</source>
        <comment>@info</comment>
        <translation>Verliert nichts: Die Daten wurden nicht angefasst</translation>
    </message>
    <message>
        <source>Loses what was done since the backup; how much is not known</source>
        <comment>@info</comment>
        <translation>Verliert, was seit der Sicherung getan wurde; wie viel, ist nicht bekannt</translation>
    </message>
    <message numerus="yes">
        <source>Loses %n execution(s) that were seen since the backup, and what came after</source>
        <comment>@info</comment>
        <translation>
            <numerusform>Verliert %n Ausführung, die seit der Sicherung gesehen wurde, und was danach kam</numerusform>
            <numerusform>Verliert %n Ausführungen, die seit der Sicherung gesehen wurden, und was danach kam</numerusform>
        </translation>
    </message>
    <message>
        <source>What is newer now is kept beside it, under another name</source>
        <comment>@info</comment>
        <translation>Was jetzt neuer ist, wird unter anderem Namen daneben aufbewahrt</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <comment>@status</comment>
        <translation>%1 wird befragt…</translation>
    </message>
    <message>
        <source>Remove what was kept beside</source>
        <comment>@action</comment>
        <translation>Daneben Aufbewahrtes entfernen</translation>
    </message>
    <message>
        <source>Kestra keeps running. %1</source>
        <comment>@info</comment>
        <translation>Kestra läuft weiter. %1</translation>
    </message>
    <message>
        <source>No rolling back by this program any more; the backup&apos;s restore.sh still can</source>
        <comment>@info</comment>
        <translation>Dieses Programm kann dann nicht mehr zurückrollen; restore.sh der Sicherung kann es weiterhin</translation>
    </message>
    <message>
        <source>No execution had come in since the backup when it was looked at; what came after that is lost</source>
        <comment>@info</comment>
        <translation>Beim Nachsehen war seit der Sicherung keine Ausführung hinzugekommen; was danach kam, geht verloren</translation>
    </message>
    <message>
        <source>Trigger %1</source>
        <comment>@label</comment>
        <translation>Trigger %1</translation>
    </message>
    <message>
        <source>enabled</source>
        <comment>@status</comment>
        <translation>aktiviert</translation>
    </message>
    <message>
        <source>disabled</source>
        <comment>@status</comment>
        <translation>deaktiviert</translation>
    </message>
    <message>
        <source>gone</source>
        <comment>@status</comment>
        <translation>nicht mehr da</translation>
    </message>
    <message>
        <source>not seen</source>
        <comment>@status</comment>
        <translation>nicht gesehen</translation>
    </message>
    <message>
        <source>would fire always: rewrite it, then kestra-upgrade triggers %1 --enable %2</source>
        <comment>@info</comment>
        <translation>würde immer auslösen: umschreiben, dann kestra-upgrade triggers %1 --enable %2</translation>
    </message>
    <message>
        <source>Removing what was kept beside…</source>
        <comment>@status</comment>
        <translation>Daneben Aufbewahrtes wird entfernt…</translation>
    </message>
    <message>
        <source>%1 runs, but not everything could be seen</source>
        <comment>@title</comment>
        <translation>%1 läuft, aber nicht alles war zu sehen</translation>
    </message>
    <message>
        <source>%1 runs, and something waits for you</source>
        <comment>@title</comment>
        <translation>%1 läuft, und etwas wartet auf Sie</translation>
    </message>
    <message>
        <source>Back at %1, but not everything could be seen</source>
        <comment>@title</comment>
        <translation>Zurück bei %1, aber nicht alles war zu sehen</translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>Look again</source>
        <comment>@action</comment>
        <translation>Erneut nachsehen</translation>
    </message>
    <message>
        <source>Save the &amp;report…</source>
        <comment>@action</comment>
        <translation>&amp;Bericht speichern…</translation>
    </message>
    <message>
        <source>Save the report</source>
        <comment>@title</comment>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>Resume</source>
        <comment>@action</comment>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>What is there now, seen from outside, beside what was there before. Then decide: keep it, or take it back. Going back says first what it costs.</source>
        <comment>@info</comment>
        <translation>Was jetzt da ist, von außen gesehen, neben dem, was zuvor da war. Dann entscheiden Sie: behalten oder zurücknehmen. Der Weg zurück sagt zuerst, was er kostet.</translation>
    </message>
    <message>
        <source>before</source>
        <comment>@title:column</comment>
        <translation>davor</translation>
    </message>
    <message>
        <source>before, %1</source>
        <comment>@title:column</comment>
        <translation>davor, %1</translation>
    </message>
    <message>
        <source>now</source>
        <comment>@title:column</comment>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>now, %1</source>
        <comment>@title:column</comment>
        <translation>jetzt, %1</translation>
    </message>
    <message>
        <source>%1 of %2 as before</source>
        <comment>@info</comment>
        <translation>%1 von %2 wie zuvor</translation>
    </message>
    <message>
        <source>Keep it or take it back</source>
        <comment>@title</comment>
        <translation>Behalten oder zurücknehmen</translation>
    </message>
    <message>
        <source>What you can do</source>
        <comment>@title</comment>
        <translation>Was Sie tun können</translation>
    </message>
    <message>
        <source>Stay on the new version</source>
        <comment>@title</comment>
        <translation>Bei der neuen Version bleiben</translation>
    </message>
    <message>
        <source>Go on with the run</source>
        <comment>@title</comment>
        <translation>Den Lauf fortsetzen</translation>
    </message>
    <message>
        <source>Take it back</source>
        <comment>@title</comment>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>It went back by itself, because: %1</source>
        <comment>@info</comment>
        <translation>Es ging von selbst zurück. Grund: %1</translation>
    </message>
    <message>
        <source>What is left over</source>
        <comment>@title</comment>
        <translation>Was übrig ist</translation>
    </message>
    <message>
        <source>What is not needed any more</source>
        <comment>@title</comment>
        <translation>Was nicht mehr gebraucht wird</translation>
    </message>
</context>
<context>
    <name>Route</name>
    <message>
        <source>This is no version: name one such as 1.3.44.</source>
        <comment>@error</comment>
        <translation>Dies ist keine Version: Nennen Sie eine wie 1.3.44.</translation>
    </message>
    <message>
        <source>%1 is already what runs: choose another target.</source>
        <comment>@error</comment>
        <translation>%1 läuft bereits: Wählen Sie ein anderes Ziel.</translation>
    </message>
    <message>
        <source>%1 is older than %2. Kestra cannot go back by an upgrade: restore a backup of that version instead.</source>
        <comment>@error</comment>
        <translation>%1 ist älter als %2. Kestra kann durch ein Upgrade nicht zurückgehen: Stellen Sie stattdessen eine Sicherung jener Version wieder her.</translation>
    </message>
    <message>
        <source>There is no known Kestra %1. The newest known version is %2; refresh the list of releases if it came out lately.</source>
        <comment>@error</comment>
        <translation>Ein Kestra %1 ist nicht bekannt. Die neueste bekannte Version ist %2; aktualisieren Sie die Liste der Releases, wenn es kürzlich erschien.</translation>
    </message>
    <message>
        <source>There is no known Kestra %1. The newest known patch of %2 is %3; refresh the list of releases if it came out lately.</source>
        <comment>@error</comment>
        <translation>Ein Kestra %1 ist nicht bekannt. Der neueste bekannte Patch von %2 ist %3; aktualisieren Sie die Liste der Releases, wenn es kürzlich erschien.</translation>
    </message>
    <message>
        <source>Newest patch of %1, the line that runs now: %2.</source>
        <comment>@info</comment>
        <translation>Neuester Patch von %1, der Linie, die jetzt läuft: %2.</translation>
    </message>
    <message>
        <source>Newest patch of %1: %2.</source>
        <comment>@info</comment>
        <translation>Neuester Patch von %1: %2.</translation>
    </message>
    <message>
        <source>The target: a patch of the same line, no stop is needed.</source>
        <comment>@info</comment>
        <translation>Das Ziel: ein Patch derselben Linie, kein Halt ist nötig.</translation>
    </message>
    <message>
        <source>The target: %1.</source>
        <comment>@info</comment>
        <translation>Das Ziel: %1.</translation>
    </message>
    <message>
        <source>The target.</source>
        <comment>@info</comment>
        <translation>Das Ziel.</translation>
    </message>
    <message>
        <source>%1 is risky: %2 Take %3.</source>
        <comment>@info</comment>
        <translation>%1 ist riskant: %2 Nehmen Sie %3.</translation>
    </message>
    <message>
        <source>%1 is not the newest patch of its line: a late patch of an older line can bring database scripts that it does not know. The newest is %2.</source>
        <comment>@info</comment>
        <translation>%1 ist nicht der neueste Patch seiner Linie: Ein später Patch einer älteren Linie kann Datenbankskripte mitbringen, die er nicht kennt. Der neueste ist %2.</translation>
    </message>
    <message>
        <source>%1 is a pre-release: a database that it migrated cannot be taken over by the final one.</source>
        <comment>@info</comment>
        <translation>%1 ist eine Vorabversion: Eine von ihr migrierte Datenbank kann die endgültige nicht übernehmen.</translation>
    </message>
    <message>
        <source>%1 cannot be reached from %2 in one step: stop at %3 first. %4</source>
        <comment>@error</comment>
        <translation>%1 ist von %2 nicht in einem Schritt erreichbar: Halten Sie zuerst bei %3. %4</translation>
    </message>
</context>
<context>
    <name>RouteView</name>
    <message>
        <source>Stops of the route</source>
        <comment>@label</comment>
        <translation>Halte der Route</translation>
    </message>
</context>
<context>
    <name>Rule</name>
    <message>
        <source>The rules in %1 cannot be read.</source>
        <comment>@error</comment>
        <translation>Die Regeln in %1 sind nicht zu lesen.</translation>
    </message>
</context>
<context>
    <name>RunDetail</name>
    <message>
        <source>&amp;Roll back…</source>
        <comment>@action</comment>
        <translation>Zu&amp;rückrollen…</translation>
    </message>
    <message>
        <source>R&amp;esume</source>
        <comment>@action</comment>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Look</source>
        <comment>@action</comment>
        <translation>&amp;Nachsehen</translation>
    </message>
    <message>
        <source>Save re&amp;port…</source>
        <comment>@action</comment>
        <translation>Berich&amp;t speichern…</translation>
    </message>
    <message>
        <source>Shows what happened and what can be done; changes nothing</source>
        <comment>@info:tooltip</comment>
        <translation>Zeigt, was geschehen ist und was sich tun lässt; ändert nichts</translation>
    </message>
    <message>
        <source>Open the folder with its log</source>
        <comment>@action</comment>
        <translation>Ordner mit dem Protokoll öffnen</translation>
    </message>
    <message>
        <source>What was seen</source>
        <comment>@title</comment>
        <translation>Was gesehen wurde</translation>
    </message>
    <message>
        <source>Going back now</source>
        <comment>@title</comment>
        <translation>Jetzt zurückgehen</translation>
    </message>
    <message>
        <source>%1, then %2</source>
        <comment>@info</comment>
        <translation>%1, dann %2</translation>
    </message>
</context>
<context>
    <name>RunLog</name>
    <message>
        <source>The log %1 cannot be opened: %2</source>
        <comment>@error</comment>
        <translation>Das Protokoll %1 lässt sich nicht öffnen: %2</translation>
    </message>
    <message>
        <source>The log %1 could not be written: %2. Free disk space, then resume.</source>
        <comment>@error</comment>
        <translation>Das Protokoll %1 war nicht zu schreiben: %2. Schaffen Sie Platz auf dem Datenträger, dann setzen Sie fort.</translation>
    </message>
</context>
<context>
    <name>RunModel</name>
    <message>
        <source>Going back to %1</source>
        <comment>@title</comment>
        <translation>Zurück zu %1</translation>
    </message>
    <message>
        <source>The run begins</source>
        <comment>@title</comment>
        <translation>Der Lauf beginnt</translation>
    </message>
    <message>
        <source>%1 runs</source>
        <comment>@title</comment>
        <translation>%1 läuft</translation>
    </message>
    <message>
        <source>Back at %1</source>
        <comment>@title</comment>
        <translation>Wieder bei %1</translation>
    </message>
    <message>
        <source>Nothing has run yet</source>
        <comment>@title</comment>
        <translation>Noch ist nichts gelaufen</translation>
    </message>
    <message>
        <source>The run stopped</source>
        <comment>@title</comment>
        <translation>Der Lauf hielt an</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) taken back.</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%n Schritt zurückgenommen.</numerusform>
            <numerusform>%n Schritte zurückgenommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Step %1 of %2.</source>
        <comment>@info</comment>
        <translation>Schritt %1 von %2.</translation>
    </message>
    <message>
        <source>going back</source>
        <comment>@status</comment>
        <translation>auf dem Weg zurück</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <comment>@status</comment>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>finished</source>
        <comment>@status</comment>
        <translation>abgeschlossen</translation>
    </message>
    <message>
        <source>stopped</source>
        <comment>@status</comment>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>The run is not finished</source>
        <comment>@info</comment>
        <translation>Der Lauf ist nicht abgeschlossen</translation>
    </message>
    <message>
        <source>%1 left</source>
        <comment>@info</comment>
        <translation>noch %1</translation>
    </message>
    <message numerus="yes">
        <source>Waiting for the last %n execution(s)</source>
        <comment>@title</comment>
        <translation>
            <numerusform>Warten auf noch %n Ausführung</numerusform>
            <numerusform>Warten auf die letzten %n Ausführungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunPage</name>
    <message>
        <source>Progress of the run</source>
        <comment>@label</comment>
        <translation>Fortschritt des Laufs</translation>
    </message>
    <message>
        <source>Components</source>
        <comment>@title:tab</comment>
        <translation>Komponenten</translation>
    </message>
    <message>
        <source>Log</source>
        <comment>@title:tab</comment>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>One lane for each component, on a common clock: solid is measured, dashed is expected. The log holds every word of the tools, without secrets. “Stop safely” finishes the step under way, then asks.

Ctrl+L follow · Ctrl+F search, F3 next hit · Ctrl+S save the log · Ctrl+. stop safely</source>
        <comment>@info</comment>
        <translation>Eine Spur für jede Komponente, auf gemeinsamer Uhr: durchgezogen ist gemessen, gestrichelt ist erwartet. Das Protokoll enthält jedes Wort der Werkzeuge, ohne Geheimnisse. „Sicher anhalten“ beendet den laufenden Schritt, dann fragt es.

Strg+L mitlaufen · Strg+F suchen, F3 nächster Treffer · Strg+S Protokoll speichern · Strg+. sicher anhalten</translation>
    </message>
    <message>
        <source>%1 of grace left</source>
        <comment>@info</comment>
        <translation>noch %1 Frist</translation>
    </message>
    <message>
        <source>&amp;Give 5 more min</source>
        <comment>@action</comment>
        <translation>Noch 5 min &amp;geben</translation>
    </message>
    <message>
        <source>What you can &amp;do</source>
        <comment>@action</comment>
        <translation>&amp;Was Sie tun können</translation>
    </message>
    <message>
        <source>What still runs</source>
        <comment>@title</comment>
        <translation>Was noch läuft</translation>
    </message>
    <message>
        <source>What still runs gets five more minutes before it is cut off</source>
        <comment>@info:tooltip</comment>
        <translation>Was noch läuft, bekommt fünf weitere Minuten, bevor es abgebrochen wird</translation>
    </message>
    <message>
        <source>Save a &amp;report for support…</source>
        <comment>@action</comment>
        <translation>&amp;Bericht für den Support speichern…</translation>
    </message>
    <message>
        <source>Save the report</source>
        <comment>@title</comment>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>done around %1</source>
        <comment>@info time</comment>
        <translation>fertig gegen %1</translation>
    </message>
</context>
<context>
    <name>RunSummary</name>
    <message>
        <source>%1 runs and was seen to work. It waits for your decision.</source>
        <comment>@info</comment>
        <translation>%1 läuft, und es wurde gesehen, dass es arbeitet. Es wartet auf Ihre Entscheidung.</translation>
    </message>
    <message>
        <source>%1 runs and was kept.</source>
        <comment>@info</comment>
        <translation>%1 läuft und wurde behalten.</translation>
    </message>
    <message>
        <source>Everything is back at %1.</source>
        <comment>@info</comment>
        <translation>Alles ist wieder bei %1.</translation>
    </message>
    <message>
        <source>Going back stopped: %1</source>
        <comment>@info</comment>
        <translation>Der Weg zurück hielt an: %1</translation>
    </message>
    <message>
        <source>Step “%1” failed: %2</source>
        <comment>@info</comment>
        <translation>Schritt „%1“ schlug fehl: %2</translation>
    </message>
    <message>
        <source>%1, loses what was done since the backup</source>
        <comment>@info</comment>
        <translation>%1, verliert, was seit der Sicherung getan wurde</translation>
    </message>
    <message>
        <source>%1, loses nothing</source>
        <comment>@info</comment>
        <translation>%1, verliert nichts</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>not finished</source>
        <translation>nicht abgeschlossen</translation>
    </message>
    <message>
        <source>upgraded, to be decided</source>
        <translation>upgegradet, zu entscheiden</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>behalten</translation>
    </message>
    <message>
        <source>rolled back</source>
        <translation>zurückgerollt</translation>
    </message>
    <message>
        <source>needs a person</source>
        <translation>braucht einen Menschen</translation>
    </message>
    <message>
        <source>did not begin</source>
        <translation>begann nicht</translation>
    </message>
    <message>
        <source>Report of run %1</source>
        <comment>@info</comment>
        <translation>Bericht zum Lauf %1</translation>
    </message>
    <message>
        <source>%1: %2 to %3</source>
        <comment>@info</comment>
        <translation>%1: %2 nach %3</translation>
    </message>
    <message>
        <source>Run</source>
        <comment>@info</comment>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Installation</source>
        <comment>@info</comment>
        <translation>Installation</translation>
    </message>
    <message>
        <source>Outcome</source>
        <comment>@info</comment>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Started</source>
        <comment>@info</comment>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Ended</source>
        <comment>@info</comment>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>not ended</source>
        <comment>@info</comment>
        <translation>nicht beendet</translation>
    </message>
    <message>
        <source>Backup</source>
        <comment>@info</comment>
        <translation>Sicherung</translation>
    </message>
    <message>
        <source>Accepted, by whom</source>
        <comment>@info</comment>
        <translation>Hingenommen, von wem</translation>
    </message>
    <message>
        <source>What was done, when</source>
        <comment>@info</comment>
        <translation>Was getan wurde, wann</translation>
    </message>
    <message>
        <source>What was seen</source>
        <comment>@info</comment>
        <translation>Was gesehen wurde</translation>
    </message>
    <message numerus="yes">
        <source>It was cut off after %n of its steps.</source>
        <comment>@info</comment>
        <translation>
            <numerusform>Der Lauf wurde nach %n Schritt unterbrochen.</numerusform>
            <numerusform>Der Lauf wurde nach %n Schritten unterbrochen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Runaways</name>
    <message>
        <source>Disable %1 of flow %2: %3 would let it run away</source>
        <comment>@action</comment>
        <translation>%1 des Flows %2 deaktivieren: Mit %3 geriete er außer Kontrolle</translation>
    </message>
    <message>
        <source>Enable them again</source>
        <comment>@action</comment>
        <translation>Wieder aktivieren</translation>
    </message>
    <message>
        <source>The flow has no trigger %1 any more.</source>
        <comment>@error</comment>
        <translation>Der Flow hat keinen Trigger %1 mehr.</translation>
    </message>
    <message>
        <source>The trigger %1 still has `%2`, which is no longer read: enabled, it would fire always. Write `when` or `dependsOn` instead, save the flow, then enable it.</source>
        <comment>@error</comment>
        <translation>Der Trigger %1 hat noch `%2`, das nicht mehr gelesen wird: Aktiviert würde er immer auslösen. Schreiben Sie stattdessen `when` oder `dependsOn`, speichern Sie den Flow, dann aktivieren Sie den Trigger.</translation>
    </message>
    <message>
        <source>Enable the trigger %1 by hand: its `disabled` is written in an unusual way.</source>
        <comment>@error</comment>
        <translation>Aktivieren Sie den Trigger %1 von Hand: Sein `disabled` ist ungewöhnlich geschrieben.</translation>
    </message>
</context>
<context>
    <name>Runner</name>
    <message>
        <source>Run %1 is not interrupted; there is nothing to resume.</source>
        <comment>@error</comment>
        <translation>Lauf %1 ist nicht unterbrochen; es gibt nichts fortzusetzen.</translation>
    </message>
    <message>
        <source>Run %1 is %2; there is nothing to roll back.</source>
        <comment>@error</comment>
        <translation>Lauf %1 ist %2; es gibt nichts zurückzurollen.</translation>
    </message>
</context>
<context>
    <name>SecretStore</name>
    <message>
        <source>The keyring did not store it; it is kept until this program ends.</source>
        <comment>@error</comment>
        <translation>Der Schlüsselbund hat es nicht gespeichert; es bleibt, bis dieses Programm endet.</translation>
    </message>
    <message>
        <source>No password is known for %1.</source>
        <comment>@error</comment>
        <translation>Für %1 ist kein Passwort bekannt.</translation>
    </message>
</context>
<context>
    <name>Signs</name>
    <message>
        <source>“%1” is no name of a namespace.</source>
        <comment>@error</comment>
        <translation>„%1“ ist kein Name eines Namespace.</translation>
    </message>
    <message>
        <source>Remove the rows that the trial left behind</source>
        <comment>@action</comment>
        <translation>Die Zeilen entfernen, die die Probe hinterließ</translation>
    </message>
</context>
<context>
    <name>Sql</name>
    <message>
        <source>The database %1 did not answer the question: %2</source>
        <comment>@error</comment>
        <translation>Die Datenbank %1 hat die Frage nicht beantwortet: %2</translation>
    </message>
    <message>
        <source>The database %1 gave an answer that is no list of rows.</source>
        <comment>@error</comment>
        <translation>Die Datenbank %1 gab eine Antwort, die keine Liste von Zeilen ist.</translation>
    </message>
    <message>
        <source>It is not known how to reach the database.</source>
        <comment>@error</comment>
        <translation>Es ist nicht bekannt, wie die Datenbank zu erreichen ist.</translation>
    </message>
    <message>
        <source>The password “%1” holds a line break, which no tool of the database takes.</source>
        <comment>@error</comment>
        <translation>Das Passwort „%1“ enthält einen Zeilenumbruch, den kein Werkzeug der Datenbank annimmt.</translation>
    </message>
    <message>
        <source>The file %1 is in use by Kestra itself and cannot be asked while it runs.</source>
        <comment>@error</comment>
        <translation>Die Datei %1 wird von Kestra selbst verwendet und lässt sich nicht befragen, solange es läuft.</translation>
    </message>
</context>
<context>
    <name>Sqlite</name>
    <message>
        <source>There is no database file %1.</source>
        <comment>@error</comment>
        <translation>Es gibt keine Datenbankdatei %1.</translation>
    </message>
    <message>
        <source>The database file %1 cannot be opened.</source>
        <comment>@error</comment>
        <translation>Die Datenbankdatei %1 lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>The database file %1 refused a statement.</source>
        <comment>@error</comment>
        <translation>Die Datenbankdatei %1 hat eine Anweisung abgewiesen.</translation>
    </message>
</context>
<context>
    <name>SshHost</name>
    <message>
        <source>The program %1 is not installed on %2.</source>
        <comment>@error</comment>
        <translation>Das Programm %1 ist auf %2 nicht installiert.</translation>
    </message>
    <message>
        <source>The folder %1 on %2 cannot be entered.</source>
        <comment>@error</comment>
        <translation>Der Ordner %1 auf %2 lässt sich nicht betreten.</translation>
    </message>
    <message>
        <source>The file %1 on %2 cannot be read.</source>
        <comment>@error</comment>
        <translation>Die Datei %1 auf %2 ist nicht zu lesen.</translation>
    </message>
    <message>
        <source>The file %1 on %2 cannot be written.</source>
        <comment>@error</comment>
        <translation>Die Datei %1 auf %2 lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>%1 lets us in but runs no commands: %2</source>
        <comment>@error</comment>
        <translation>%1 gewährt Zugang, führt aber keine Befehle aus: %2</translation>
    </message>
    <message>
        <source>The connection to %1 was lost while %2 was running there; whether it came to its end is not known.</source>
        <comment>@error</comment>
        <translation>Die Verbindung zu %1 riss ab, während dort %2 lief; ob es bis zum Ende lief, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>%1 cannot be said to a shell.</source>
        <comment>@error</comment>
        <translation>%1 lässt sich einer Shell nicht übergeben.</translation>
    </message>
    <message>
        <source>There is no file %1 on %2.</source>
        <comment>@error</comment>
        <translation>Es gibt keine Datei %1 auf %2.</translation>
    </message>
    <message>
        <source>%1 on %2 is a folder, a file was expected.</source>
        <comment>@error</comment>
        <translation>%1 auf %2 ist ein Ordner, erwartet war eine Datei.</translation>
    </message>
    <message>
        <source>The file %1 on %2 is too large to be read.</source>
        <comment>@error</comment>
        <translation>Die Datei %1 auf %2 ist zu groß, um gelesen zu werden.</translation>
    </message>
    <message>
        <source>The file %1 on %2 cannot be written: %3</source>
        <comment>@error</comment>
        <translation>Die Datei %1 auf %2 lässt sich nicht schreiben: %3</translation>
    </message>
    <message>
        <source>%1 is no web address.</source>
        <comment>@error</comment>
        <translation>%1 ist keine Webadresse.</translation>
    </message>
    <message>
        <source>The SSH server of %1 forwards no ports. Set AllowTcpForwarding to yes or local there.</source>
        <comment>@error</comment>
        <translation>Der SSH-Server von %1 leitet keine Ports weiter. Setzen Sie dort AllowTcpForwarding auf yes oder local.</translation>
    </message>
    <message>
        <source>On %1: %2</source>
        <comment>@error</comment>
        <translation>Auf %1: %2</translation>
    </message>
</context>
<context>
    <name>SshMaster</name>
    <message>
        <source>The program ssh is not installed here. Install the OpenSSH client.</source>
        <comment>@error</comment>
        <translation>Das Programm ssh ist hier nicht installiert. Installieren Sie den OpenSSH-Client.</translation>
    </message>
    <message>
        <source>No private folder for the connection can be made: %1</source>
        <comment>@error</comment>
        <translation>Für die Verbindung lässt sich kein privater Ordner anlegen: %1</translation>
    </message>
    <message>
        <source>The host key of %1 has changed: the machine was set up anew, or somebody stands in between. Ask who runs it for the new fingerprint; only when it is right, remove the old key with “ssh-keygen -R” and connect once by hand with “ssh %1”.</source>
        <comment>@error</comment>
        <translation>Der Host-Schlüssel von %1 hat sich geändert: Der Rechner wurde neu aufgesetzt, oder jemand steht dazwischen. Fragen Sie den Betreiber nach dem neuen Fingerabdruck; nur wenn er stimmt, entfernen Sie den alten Schlüssel mit „ssh-keygen -R“ und verbinden Sie sich einmal von Hand mit „ssh %1“.</translation>
    </message>
    <message>
        <source>The host key of %1 is not known here. Connect once by hand with “ssh %1”, compare the fingerprint that it shows with the one of the machine, then look again.</source>
        <comment>@error</comment>
        <translation>Der Host-Schlüssel von %1 ist hier nicht bekannt. Verbinden Sie sich einmal von Hand mit „ssh %1“, vergleichen Sie den angezeigten Fingerabdruck mit dem des Rechners, dann sehen Sie erneut nach.</translation>
    </message>
    <message>
        <source>%1 does not let us in. See that “ssh %1” works without a question: the key must be in the agent or without a passphrase, and in authorized_keys there.</source>
        <comment>@error</comment>
        <translation>%1 gewährt keinen Zugang. Sorgen Sie dafür, dass „ssh %1“ ohne Rückfrage funktioniert: Der Schlüssel muss im Agent liegen oder ohne Passphrase sein und dort in authorized_keys stehen.</translation>
    </message>
    <message>
        <source>%1 cannot be reached: %2</source>
        <comment>@error</comment>
        <translation>%1 ist nicht erreichbar: %2</translation>
    </message>
    <message>
        <source>no answer in time.</source>
        <comment>@error</comment>
        <translation>keine rechtzeitige Antwort.</translation>
    </message>
    <message>
        <source>%1 of %2 cannot be reached through SSH.</source>
        <comment>@error</comment>
        <translation>%1 von %2 ist über SSH nicht erreichbar.</translation>
    </message>
</context>
<context>
    <name>StandaloneCalls</name>
    <message>
        <source>See %1 at work on %2</source>
        <comment>@action</comment>
        <translation>Sehen, dass %1 mit %2 arbeitet</translation>
    </message>
    <message>
        <source>%1 to report as %2</source>
        <comment>@info</comment>
        <translation>dass %1 sich als %2 meldet</translation>
    </message>
    <message>
        <source>%1 to run</source>
        <comment>@info</comment>
        <translation>dass %1 läuft</translation>
    </message>
    <message>
        <source>See %1 run</source>
        <comment>@action</comment>
        <translation>Sehen, dass %1 läuft</translation>
    </message>
    <message>
        <source>Note how %1 ended (0 and 143: by itself; 9: killed)</source>
        <comment>@action</comment>
        <translation>Festhalten, wie %1 endete (0 und 143: von selbst; 9: hart beendet)</translation>
    </message>
    <message>
        <source>Remove the notes of how %1 was started</source>
        <comment>@action</comment>
        <translation>Die Notizen zum Start von %1 entfernen</translation>
    </message>
    <message>
        <source>Run %1</source>
        <comment>@action</comment>
        <translation>%1 ausführen</translation>
    </message>
    <message>
        <source>Fetch Kestra %1 to %2</source>
        <comment>@action</comment>
        <translation>Kestra %1 nach %2 holen</translation>
    </message>
    <message>
        <source>Keep the program that runs as %1</source>
        <comment>@action</comment>
        <translation>Das laufende Programm als %1 behalten</translation>
    </message>
    <message>
        <source>Let %1 point to %2</source>
        <comment>@action</comment>
        <translation>%1 auf %2 zeigen lassen</translation>
    </message>
    <message>
        <source>Put %1 in the place of %2</source>
        <comment>@action</comment>
        <translation>%1 an die Stelle von %2 setzen</translation>
    </message>
    <message>
        <source>Let systemd read its files</source>
        <comment>@action</comment>
        <translation>systemd seine Dateien lesen lassen</translation>
    </message>
    <message>
        <source>Make the folder %1</source>
        <comment>@action</comment>
        <translation>Den Ordner %1 anlegen</translation>
    </message>
    <message>
        <source>Remove the folder %1 when it is empty</source>
        <comment>@action</comment>
        <translation>Den Ordner %1 entfernen, wenn er leer ist</translation>
    </message>
</context>
<context>
    <name>StandaloneChecks</name>
    <message>
        <source>%1 (%2)</source>
        <comment>@info</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Java fits every stop</source>
        <comment>@info</comment>
        <translation>Java passt zu jedem Halt</translation>
    </message>
    <message>
        <source>%1 needs Java %2: it is there.</source>
        <comment>@info</comment>
        <translation>%1 braucht Java %2: Es ist da.</translation>
    </message>
    <message>
        <source>%1 needs Java %2: it is not what Kestra runs on.</source>
        <comment>@info</comment>
        <translation>%1 braucht Java %2: Kestra läuft nicht darauf.</translation>
    </message>
    <message>
        <source>Kestra runs on %1 (%2).</source>
        <comment>@info</comment>
        <translation>Kestra läuft auf %1 (%2).</translation>
    </message>
    <message>
        <source>Which Java Kestra runs on was not seen.</source>
        <comment>@info</comment>
        <translation>Auf welchem Java Kestra läuft, war nicht zu sehen.</translation>
    </message>
    <message>
        <source>Install Java %1 and let Kestra run on it first.</source>
        <comment>@info</comment>
        <translation>Installieren Sie Java %1 und lassen Sie Kestra zuerst darauf laufen.</translation>
    </message>
    <message>
        <source>Let Kestra run on %1 first, by PATH in its unit or environment: restart it once on the old version and look again.</source>
        <comment>@info</comment>
        <translation>Lassen Sie Kestra zuerst auf %1 laufen, über PATH in der Unit oder Umgebung: Starten Sie es einmal mit der alten Version neu und sehen Sie erneut nach.</translation>
    </message>
    <message>
        <source>We may stop and start its units</source>
        <comment>@info</comment>
        <translation>Wir dürfen die Units anhalten und starten</translation>
    </message>
    <message>
        <source>No unit of systemd starts it.</source>
        <comment>@info</comment>
        <translation>Keine Unit von systemd startet es.</translation>
    </message>
    <message>
        <source>We are root there.</source>
        <comment>@info</comment>
        <translation>Wir sind dort root.</translation>
    </message>
    <message>
        <source>Its units belong to the machine, and only root may stop them and edit their files.</source>
        <comment>@info</comment>
        <translation>Die Units gehören dem Rechner, und nur root darf sie anhalten und ihre Dateien ändern.</translation>
    </message>
    <message>
        <source>Run this as root, or over SSH as somebody who may use sudo.</source>
        <comment>@info</comment>
        <translation>Führen Sie dies als root aus oder über SSH als jemand, der sudo verwenden darf.</translation>
    </message>
    <message>
        <source>Plugins fit the new version</source>
        <comment>@info</comment>
        <translation>Die Plugins passen zur neuen Version</translation>
    </message>
    <message>
        <source>No plugins lie in %1.</source>
        <comment>@info</comment>
        <translation>In %1 liegen keine Plugins.</translation>
    </message>
    <message numerus="yes">
        <source>%n plugin(s) of the old version lie in %1 and are left alone: </source>
        <comment>@info</comment>
        <translation>
            <numerusform>%n Plugin der alten Version liegt in %1 und bleibt unberührt: </numerusform>
            <numerusform>%n Plugins der alten Version liegen in %1 und bleiben unberührt: </numerusform>
        </translation>
    </message>
    <message>
        <source>Look up for each which version fits the target, and install that beside or instead with `kestra plugins install` of the new program once it runs.</source>
        <comment>@info</comment>
        <translation>Sehen Sie für jedes nach, welche Version zum Ziel passt, und installieren Sie diese daneben oder stattdessen mit `kestra plugins install` des neuen Programms, sobald es läuft.</translation>
    </message>
</context>
<context>
    <name>StandaloneDatabase</name>
    <message>
        <source>No configuration that names the database was found.</source>
        <comment>@info</comment>
        <translation>Es wurde keine Konfiguration gefunden, die die Datenbank nennt.</translation>
    </message>
    <message>
        <source>A database of the kind %1 cannot be read here.</source>
        <comment>@info</comment>
        <translation>Eine Datenbank der Art %1 ist hier nicht zu lesen.</translation>
    </message>
    <message>
        <source>Back it up with its own tools before the upgrade.</source>
        <comment>@info</comment>
        <translation>Sichern Sie sie vor dem Upgrade mit ihren eigenen Werkzeugen.</translation>
    </message>
</context>
<context>
    <name>StandaloneDriver</name>
    <message>
        <source>GitHub did not say the SHA-256 of Kestra %1 beforehand.</source>
        <comment>@info</comment>
        <translation>GitHub hat den SHA-256 von Kestra %1 nicht vorab genannt.</translation>
    </message>
    <message>
        <source>It is compared with the list of checksums that is published with the release.</source>
        <comment>@info</comment>
        <translation>Das Programm wird mit der Liste der Prüfsummen verglichen, die mit dem Release veröffentlicht ist.</translation>
    </message>
</context>
<context>
    <name>StandaloneEdit</name>
    <message>
        <source>The path %1 that %2 starts does not stand anywhere as it is. Write it out in the unit file, then look again.</source>
        <comment>@error</comment>
        <translation>Der Pfad %1, den %2 startet, steht nirgends so, wie er ist. Schreiben Sie ihn in der Unit-Datei aus, dann sehen Sie erneut nach.</translation>
    </message>
    <message>
        <source>The version in the paths of %1 cannot be changed without changing something else. Write the paths out in the unit files, then look again.</source>
        <comment>@error</comment>
        <translation>Die Version in den Pfaden von %1 lässt sich nicht ändern, ohne anderes mit zu ändern. Schreiben Sie die Pfade in den Unit-Dateien aus, dann sehen Sie erneut nach.</translation>
    </message>
</context>
<context>
    <name>StandaloneLook</name>
    <message>
        <source>No configuration of %1 could be read; looked at: %2.</source>
        <comment>@info</comment>
        <translation>Keine Konfiguration von %1 war zu lesen; nachgesehen in: %2.</translation>
    </message>
    <message>
        <source>Look again as a user who may read it.</source>
        <comment>@info</comment>
        <translation>Sehen Sie als ein Benutzer erneut nach, der sie lesen darf.</translation>
    </message>
    <message>
        <source>Mend Kestra&apos;s configuration.</source>
        <comment>@info</comment>
        <translation>Korrigieren Sie die Konfiguration von Kestra.</translation>
    </message>
</context>
<context>
    <name>StandalonePlan</name>
    <message>
        <source>Nothing is seen to start a Kestra server from %1. Start it once, then try again.</source>
        <comment>@error</comment>
        <translation>Nichts startet sichtbar einen Kestra-Server aus %1. Starten Sie ihn einmal, dann versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Several installations with different databases start from %1. Give each of them a folder of its own, then try again.</source>
        <comment>@error</comment>
        <translation>Mehrere Installationen mit verschiedenen Datenbanken starten aus %1. Geben Sie jeder einen eigenen Ordner, dann versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>How the process %1 was started can only be read by its own user and root. Run this as one of them.</source>
        <comment>@error</comment>
        <translation>Wie der Prozess %1 gestartet wurde, können nur sein eigener Benutzer und root lesen. Führen Sie dies als einer von beiden aus.</translation>
    </message>
    <message>
        <source>%1 processes of %2 run without units and cannot be told apart. Make a unit for each, then try again.</source>
        <comment>@error</comment>
        <translation>%1 Prozesse von %2 laufen ohne Units und sind nicht zu unterscheiden. Legen Sie für jeden eine Unit an, dann versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Bring the plugins to the new folder</source>
        <comment>@action</comment>
        <translation>Die Plugins in den neuen Ordner bringen</translation>
    </message>
    <message>
        <source>Kestra %1 will run from %2 and look for its plugins there: put those that fit it into %2/plugins.</source>
        <comment>@info</comment>
        <translation>Kestra %1 wird aus %2 laufen und dort nach seinen Plugins suchen: Legen Sie die passenden in %2/plugins.</translation>
    </message>
    <message>
        <source>Write %1: time to stop beyond Kestra&apos;s own grace</source>
        <comment>@action</comment>
        <translation>%1 schreiben: Zeit zum Anhalten über Kestras eigene Frist hinaus</translation>
    </message>
    <message>
        <source>Write %1 into %2</source>
        <comment>@action</comment>
        <translation>%1 in %2 schreiben</translation>
    </message>
    <message>
        <source>Run %1</source>
        <comment>@action</comment>
        <translation>%1 ausführen</translation>
    </message>
    <message>
        <source>%1 sets variables of its own. With the same ones, as the user %2, run: %3 %4</source>
        <comment>@info</comment>
        <translation>%1 setzt eigene Variablen. Führen Sie mit denselben, als Benutzer %2, aus: %3 %4</translation>
    </message>
    <message>
        <source>Start %1 alone: %2 migrates the database</source>
        <comment>@action</comment>
        <translation>%1 allein starten: %2 migriert die Datenbank</translation>
    </message>
</context>
<context>
    <name>StandaloneRead</name>
    <message>
        <source>There is no program %1.</source>
        <comment>@info</comment>
        <translation>Es gibt kein Programm %1.</translation>
    </message>
    <message>
        <source>Put it there, or mend what starts it.</source>
        <comment>@info</comment>
        <translation>Legen Sie es dorthin oder korrigieren Sie, was es startet.</translation>
    </message>
    <message>
        <source>Neither names nor the jar say which version it is.</source>
        <comment>@info</comment>
        <translation>Weder Namen noch das JAR sagen, welche Version es ist.</translation>
    </message>
    <message>
        <source>Start Kestra and look again, or say the version with --from.</source>
        <comment>@info</comment>
        <translation>Starten Sie Kestra und sehen Sie erneut nach, oder nennen Sie die Version mit --from.</translation>
    </message>
    <message>
        <source>The servers of this folder use different databases: they are several installations.</source>
        <comment>@info</comment>
        <translation>Die Server dieses Ordners verwenden verschiedene Datenbanken: Es sind mehrere Installationen.</translation>
    </message>
    <message>
        <source>Give each of them a folder of its own, with its own link to the program.</source>
        <comment>@info</comment>
        <translation>Geben Sie jeder einen eigenen Ordner mit eigener Verknüpfung zum Programm.</translation>
    </message>
    <message>
        <source>No configuration says where the internal storage is.</source>
        <comment>@info</comment>
        <translation>Keine Konfiguration sagt, wo der interne Speicher ist.</translation>
    </message>
    <message>
        <source>Set kestra.storage.local.base-path, then look again.</source>
        <comment>@info</comment>
        <translation>Setzen Sie kestra.storage.local.base-path, dann sehen Sie erneut nach.</translation>
    </message>
    <message>
        <source>The Java that Kestra runs on was not found.</source>
        <comment>@info</comment>
        <translation>Das Java, auf dem Kestra läuft, wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>Install the Java that the target needs.</source>
        <comment>@info</comment>
        <translation>Installieren Sie das Java, das das Ziel braucht.</translation>
    </message>
    <message>
        <source>No program of Kestra lies in %1, and nothing starts one from there.</source>
        <comment>@error</comment>
        <translation>In %1 liegt kein Programm von Kestra, und nichts startet eines von dort.</translation>
    </message>
    <message>
        <source>Neither a unit of systemd nor a process starts %1.</source>
        <comment>@info</comment>
        <translation>Weder eine Unit von systemd noch ein Prozess startet %1.</translation>
    </message>
    <message>
        <source>Start it once the usual way, then look again.</source>
        <comment>@info</comment>
        <translation>Starten Sie es einmal auf die übliche Weise, dann sehen Sie erneut nach.</translation>
    </message>
    <message>
        <source>%1 runs Kestra in a container by a command of its own. Change the tag in that command by hand, after a backup, or turn it into a Compose file.</source>
        <comment>@error</comment>
        <translation>%1 führt Kestra mit einem eigenen Befehl in einem Container aus. Ändern Sie das Tag in diesem Befehl von Hand, nach einer Sicherung, oder machen Sie daraus eine Compose-Datei.</translation>
    </message>
    <message>
        <source>The host %1 cannot be reached.</source>
        <comment>@error</comment>
        <translation>Der Rechner %1 ist nicht erreichbar.</translation>
    </message>
</context>
<context>
    <name>StandaloneServers</name>
    <message>
        <source>%1 belongs to the own systemd of %2, not to the machine&apos;s.</source>
        <comment>@info</comment>
        <translation>%1 gehört zum eigenen systemd von %2, nicht zu dem des Rechners.</translation>
    </message>
    <message>
        <source>Stop it there and start it as a unit of the machine, or upgrade it by hand.</source>
        <comment>@info</comment>
        <translation>Halten Sie es dort an und starten Sie es als Unit des Rechners, oder upgraden Sie von Hand.</translation>
    </message>
    <message>
        <source>The environment of %1 is only shown to %2 and root.</source>
        <comment>@info</comment>
        <translation>Die Umgebung von %1 wird nur %2 und root gezeigt.</translation>
    </message>
    <message>
        <source>Look again as root.</source>
        <comment>@info</comment>
        <translation>Sehen Sie als root erneut nach.</translation>
    </message>
    <message>
        <source>The files of %1 were changed and systemd has not read them since.</source>
        <comment>@info</comment>
        <translation>Die Dateien von %1 wurden geändert, und systemd hat sie seitdem nicht gelesen.</translation>
    </message>
    <message>
        <source>Call systemctl daemon-reload, restart it, and look again.</source>
        <comment>@info</comment>
        <translation>Rufen Sie systemctl daemon-reload auf, starten Sie neu und sehen Sie erneut nach.</translation>
    </message>
    <message>
        <source>systemd does not answer: %1</source>
        <comment>@info</comment>
        <translation>systemd antwortet nicht: %1</translation>
    </message>
    <message>
        <source>Look again where systemd runs; until then only files are known.</source>
        <comment>@info</comment>
        <translation>Sehen Sie erneut nach, wo systemd läuft; bis dahin sind nur Dateien bekannt.</translation>
    </message>
    <message>
        <source>The processes of the machine could not be seen.</source>
        <comment>@info</comment>
        <translation>Die Prozesse des Rechners waren nicht zu sehen.</translation>
    </message>
    <message>
        <source>See that /proc is mounted, then look again.</source>
        <comment>@info</comment>
        <translation>Prüfen Sie, dass /proc eingebunden ist, dann sehen Sie erneut nach.</translation>
    </message>
</context>
<context>
    <name>StepRail</name>
    <message>
        <source>%1, step %2 of %3</source>
        <comment>@info</comment>
        <translation>%1, Schritt %2 von %3</translation>
    </message>
    <message>
        <source>current</source>
        <comment>@info step</comment>
        <translation>aktuell</translation>
    </message>
    <message>
        <source>Steps of the upgrade</source>
        <comment>@label</comment>
        <translation>Schritte des Upgrades</translation>
    </message>
</context>
<context>
    <name>StepRunner</name>
    <message>
        <source>This version does not know how to do a step of the kind “%1”.</source>
        <comment>@error</comment>
        <translation>Diese Version kann keinen Schritt der Art „%1“ ausführen.</translation>
    </message>
    <message>
        <source>The machine %1 of the step “%2” cannot be reached.</source>
        <comment>@error</comment>
        <translation>Der Rechner %1 des Schritts „%2“ ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The journal could not be written.</source>
        <comment>@error</comment>
        <translation>Das Journal war nicht zu schreiben.</translation>
    </message>
</context>
<context>
    <name>TargetModel</name>
    <message>
        <source>Where to go from %1</source>
        <comment>@title</comment>
        <translation>Wohin von %1</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n hop(s)</source>
        <comment>@status</comment>
        <translation>
            <numerusform>%1, %n Etappe</numerusform>
            <numerusform>%1, %n Etappen</numerusform>
        </translation>
    </message>
    <message>
        <source>not chosen yet</source>
        <comment>@status</comment>
        <translation>noch nicht gewählt</translation>
    </message>
    <message>
        <source>Choose a version first</source>
        <comment>@info</comment>
        <translation>Wählen Sie zuerst eine Version</translation>
    </message>
    <message>
        <source>Upgrade to %1</source>
        <comment>@title</comment>
        <translation>Upgrade auf %1</translation>
    </message>
    <message>
        <source>Every stop is the newest patch of its line.</source>
        <comment>@info</comment>
        <translation>Jeder Halt ist der neueste Patch seiner Linie.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2. %n hop(s) to %3.</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%1: %2. %n Etappe bis %3.</numerusform>
            <numerusform>%1: %2. %n Etappen bis %3.</numerusform>
        </translation>
    </message>
    <message>
        <source>With all plugins.</source>
        <comment>@info</comment>
        <translation>Mit allen Plugins.</translation>
    </message>
    <message>
        <source>Without plugins: each one that a flow uses is installed by you.</source>
        <comment>@info</comment>
        <translation>Ohne Plugins: Jedes, das ein Flow verwendet, installieren Sie selbst.</translation>
    </message>
    <message>
        <source>Was called -no-plugins until 1.3.</source>
        <comment>@info</comment>
        <translation>Hieß bis 1.3 -no-plugins.</translation>
    </message>
    <message>
        <source>The same as what runs now.</source>
        <comment>@info</comment>
        <translation>Dieselbe wie die, die jetzt läuft.</translation>
    </message>
    <message>
        <source>Not what runs now, so the plan does not take it.</source>
        <comment>@info</comment>
        <translation>Nicht die, die jetzt läuft, daher nimmt der Plan sie nicht.</translation>
    </message>
    <message>
        <source>There is no image here: the program itself becomes %1.</source>
        <comment>@info</comment>
        <translation>Hier gibt es kein Image: Das Programm selbst wird zu %1.</translation>
    </message>
    <message>
        <source>Your file says %1; the plan writes the new tag in its place.</source>
        <comment>@info</comment>
        <translation>In Ihrer Datei steht %1; der Plan schreibt das neue Tag an diese Stelle.</translation>
    </message>
    <message>
        <source>Your file says %1. The plan writes an exact tag instead: a rolling one brings another version at any restart.</source>
        <comment>@info</comment>
        <translation>In Ihrer Datei steht %1. Der Plan schreibt stattdessen ein genaues Tag: Ein wanderndes kann bei jedem Neustart eine andere Version bringen.</translation>
    </message>
    <message>
        <source>no tag, which means latest</source>
        <comment>@info</comment>
        <translation>kein Tag, also latest</translation>
    </message>
</context>
<context>
    <name>TargetPage</name>
    <message>
        <source>Another &amp;version…</source>
        <comment>@action</comment>
        <translation>Andere &amp;Version…</translation>
    </message>
    <message>
        <source>The route, and why it stops</source>
        <comment>@title</comment>
        <translation>Die Route, und warum sie hält</translation>
    </message>
    <message>
        <source>Which version to go to. Long-term lines get fixes for a year. The way may stop at a version in between, each stop with its reason.

Ctrl+F another version</source>
        <comment>@info</comment>
        <translation>Zu welcher Version es geht. Linien mit langer Unterstützung erhalten ein Jahr lang Korrekturen. Der Weg kann bei einer Version dazwischen halten, jeder Halt mit seinem Grund.

Strg+F andere Version</translation>
    </message>
    <message>
        <source>Runs now. It is kept, so that going back starts the same bytes.</source>
        <comment>@info</comment>
        <translation>Läuft jetzt. Sie wird aufbewahrt, damit der Weg zurück dieselben Bytes startet.</translation>
    </message>
    <message>
        <source>Another version</source>
        <comment>@title</comment>
        <translation>Andere Version</translation>
    </message>
    <message>
        <source>Filter versions</source>
        <comment>@label</comment>
        <translation>Versionen filtern</translation>
    </message>
    <message>
        <source>Known versions, newest first</source>
        <comment>@label</comment>
        <translation>Bekannte Versionen, neueste zuerst</translation>
    </message>
    <message>
        <source>Go to this version</source>
        <comment>@action</comment>
        <translation>Zu dieser Version</translation>
    </message>
    <message>
        <source>Image variant</source>
        <comment>@title</comment>
        <translation>Image-Variante</translation>
    </message>
</context>
<context>
    <name>TextSheet</name>
    <message>
        <source>Copy</source>
        <comment>@action</comment>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Save…</source>
        <comment>@action</comment>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Close</source>
        <comment>@action</comment>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Not saved</source>
        <comment>@title</comment>
        <translation>Nicht gespeichert</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2. Choose another folder.</source>
        <comment>@error</comment>
        <translation>%1 lässt sich nicht schreiben: %2. Wählen Sie einen anderen Ordner.</translation>
    </message>
</context>
<context>
    <name>TreeHandlers</name>
    <message>
        <source>The disk of %1 is full. Free space there, then resume.</source>
        <comment>@error</comment>
        <translation>Der Datenträger von %1 ist voll. Schaffen Sie dort Platz, dann setzen Sie fort.</translation>
    </message>
    <message>
        <source>Copying %1 to %2 was not allowed: %3</source>
        <comment>@error</comment>
        <translation>%1 nach %2 zu kopieren war nicht erlaubt: %3</translation>
    </message>
    <message>
        <source>Copying %1 to %2 failed: %3</source>
        <comment>@error</comment>
        <translation>%1 nach %2 zu kopieren schlug fehl: %3</translation>
    </message>
    <message>
        <source>%1 is there already and is not from this run. Move it away first.</source>
        <comment>@error</comment>
        <translation>%1 ist schon da und stammt nicht aus diesem Lauf. Verschieben Sie es zuerst.</translation>
    </message>
</context>
<context>
    <name>TriggerCommands</name>
    <message>
        <source>Enabling it and watching its flow…</source>
        <comment>@info</comment>
        <translation>Er wird aktiviert und sein Flow beobachtet…</translation>
    </message>
    <message>
        <source>%1 is enabled. What it does cannot be counted from here.</source>
        <comment>@info</comment>
        <translation>%1 ist aktiviert. Was er tut, lässt sich von hier nicht zählen.</translation>
    </message>
    <message numerus="yes">
        <source>%1 is enabled; its flow began %n execution(s) in %2 s.</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%1 ist aktiviert; sein Flow begann in %2 s %n Ausführung.</numerusform>
            <numerusform>%1 ist aktiviert; sein Flow begann in %2 s %n Ausführungen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Run %1 disabled no trigger.</source>
        <comment>@info</comment>
        <translation>Lauf %1 hat keinen Trigger deaktiviert.</translation>
    </message>
</context>
<context>
    <name>TriggerSwitch</name>
    <message>
        <source>The flow %1 is not there any more.</source>
        <comment>@error</comment>
        <translation>Der Flow %1 ist nicht mehr da.</translation>
    </message>
    <message>
        <source>Kestra does not take the flow %1: status %2.</source>
        <comment>@error</comment>
        <translation>Kestra nimmt den Flow %1 nicht an: Status %2.</translation>
    </message>
    <message>
        <source>The API of %1 does not let us in. Enable the trigger in Kestra&apos;s own page.</source>
        <comment>@error</comment>
        <translation>Die API von %1 gewährt keinen Zugang. Aktivieren Sie den Trigger auf der Weboberfläche von Kestra.</translation>
    </message>
    <message>
        <source>Run %1 disabled no trigger %2.</source>
        <comment>@error</comment>
        <translation>Lauf %1 hat keinen Trigger %2 deaktiviert.</translation>
    </message>
    <message>
        <source>The trigger %1 began %2 executions in %3 s and was disabled again. Look at what holds it back.</source>
        <comment>@error</comment>
        <translation>Der Trigger %1 begann %2 Ausführungen in %3 s und wurde wieder deaktiviert. Sehen Sie nach, was ihn zurückhält.</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>The data is as it was: no newer version has touched it</source>
        <comment>@info</comment>
        <translation>Die Daten sind, wie sie waren: Keine neuere Version hat sie angefasst</translation>
    </message>
    <message>
        <source>The one-way door was passed at %1</source>
        <comment>@info</comment>
        <translation>Die Einbahntür wurde um %1 durchschritten</translation>
    </message>
    <message>
        <source>The backup of %1 is proven and untouched</source>
        <comment>@info</comment>
        <translation>Die Sicherung von %1 ist nachgewiesen und unberührt</translation>
    </message>
    <message>
        <source>There is no backup</source>
        <comment>@info</comment>
        <translation>Es gibt keine Sicherung</translation>
    </message>
    <message>
        <source>The backup of this run is not finished</source>
        <comment>@info</comment>
        <translation>Die Sicherung dieses Laufs ist nicht abgeschlossen</translation>
    </message>
    <message>
        <source>Going back has begun; it only goes back from here</source>
        <comment>@info</comment>
        <translation>Der Weg zurück hat begonnen; von hier geht es nur noch zurück</translation>
    </message>
    <message>
        <source>%1 of %2 steps are done</source>
        <comment>@info</comment>
        <translation>%1 von %2 Schritten sind getan</translation>
    </message>
    <message>
        <source>Kestra has been away since %1, %2 so far</source>
        <comment>@info</comment>
        <translation>Kestra ist seit %1 weg, bisher %2</translation>
    </message>
    <message>
        <source>Kestra&apos;s web page was not stopped</source>
        <comment>@info</comment>
        <translation>Die Weboberfläche von Kestra wurde nicht angehalten</translation>
    </message>
    <message>
        <source>No execution was under way when it was looked at</source>
        <comment>@info</comment>
        <translation>Beim Nachsehen war keine Ausführung unterwegs</translation>
    </message>
    <message numerus="yes">
        <source>%n execution(s) were under way when it was last looked at</source>
        <comment>@info</comment>
        <translation>
            <numerusform>Beim letzten Nachsehen war %n Ausführung unterwegs</numerusform>
            <numerusform>Beim letzten Nachsehen waren %n Ausführungen unterwegs</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on with going back</source>
        <comment>@info</comment>
        <translation>Weiter zurückgehen</translation>
    </message>
    <message>
        <source>What is taken back already stays so. Takes %1.</source>
        <comment>@info</comment>
        <translation>Was schon zurückgenommen ist, bleibt so. Dauert %1.</translation>
    </message>
    <message>
        <source>Go on going back to %1…</source>
        <comment>@action</comment>
        <translation>Weiter zurück zu %1…</translation>
    </message>
    <message>
        <source>Go back to %1</source>
        <comment>@info</comment>
        <translation>Zurück zu %1</translation>
    </message>
    <message>
        <source>Restores the backup: %1.</source>
        <comment>@info</comment>
        <translation>Stellt die Sicherung wieder her: %1.</translation>
    </message>
    <message>
        <source>Starts what was stopped: %1.</source>
        <comment>@info</comment>
        <translation>Startet, was angehalten wurde: %1.</translation>
    </message>
    <message>
        <source>Roll back to %1…</source>
        <comment>@action</comment>
        <translation>Zu %1 zurückrollen…</translation>
    </message>
    <message>
        <source>Try again</source>
        <comment>@info</comment>
        <translation>Erneut versuchen</translation>
    </message>
    <message numerus="yes">
        <source>When what was in the way is mended. %n step(s) are left, %1.</source>
        <comment>@info</comment>
        <translation>
            <numerusform>Wenn behoben ist, was im Weg war. Es bleibt %n Schritt, %1.</numerusform>
            <numerusform>Wenn behoben ist, was im Weg war. Es bleiben %n Schritte, %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Try step %1 again</source>
        <comment>@action</comment>
        <translation>Schritt %1 erneut versuchen</translation>
    </message>
    <message>
        <source>Go on</source>
        <comment>@info</comment>
        <translation>Weiter</translation>
    </message>
    <message numerus="yes">
        <source>From where it stopped. %n step(s) are left, %1.</source>
        <comment>@info</comment>
        <translation>
            <numerusform>Von dort, wo es anhielt. Es bleibt %n Schritt, %1.</numerusform>
            <numerusform>Von dort, wo es anhielt. Es bleiben %n Schritte, %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Resume at step %1</source>
        <comment>@action</comment>
        <translation>Bei Schritt %1 fortsetzen</translation>
    </message>
    <message>
        <source>Nothing is lost, and there is no hurry.</source>
        <comment>@info</comment>
        <translation>Nichts ist verloren, und es eilt nicht.</translation>
    </message>
    <message>
        <source>Going back needs a person</source>
        <comment>@title</comment>
        <translation>Der Weg zurück braucht einen Menschen</translation>
    </message>
    <message>
        <source>Step %1 waits for a person</source>
        <comment>@title</comment>
        <translation>Schritt %1 wartet auf einen Menschen</translation>
    </message>
    <message>
        <source>“%1”.</source>
        <comment>@info</comment>
        <translation>„%1“.</translation>
    </message>
    <message>
        <source>waiting since %1</source>
        <comment>@status</comment>
        <translation>wartet seit %1</translation>
    </message>
    <message>
        <source>needs a person</source>
        <comment>@status</comment>
        <translation>braucht einen Menschen</translation>
    </message>
    <message>
        <source>It is done</source>
        <comment>@info</comment>
        <translation>Es ist getan</translation>
    </message>
    <message>
        <source>Say so when the above is done. It is written down with your name, and the run goes on.</source>
        <comment>@info</comment>
        <translation>Bestätigen Sie, wenn das Obige getan ist. Es wird mit Ihrem Namen festgehalten, und der Lauf geht weiter.</translation>
    </message>
    <message>
        <source>It is done: go on</source>
        <comment>@action</comment>
        <translation>Es ist getan: weiter</translation>
    </message>
    <message>
        <source>Keeping %1 is not finished</source>
        <comment>@title</comment>
        <translation>Das Behalten von %1 ist nicht abgeschlossen</translation>
    </message>
    <message>
        <source>stopped at %1</source>
        <comment>@status</comment>
        <translation>angehalten um %1</translation>
    </message>
    <message>
        <source>not finished</source>
        <comment>@status</comment>
        <translation>nicht abgeschlossen</translation>
    </message>
    <message>
        <source>What only the way back needed was being removed. The decision stands; a part of it is still there.</source>
        <comment>@info</comment>
        <translation>Entfernt wurde gerade, was nur der Weg zurück brauchte; ein Teil davon ist noch da. Die Entscheidung gilt.</translation>
    </message>
    <message>
        <source>Kestra keeps running, the new version stays</source>
        <comment>@info</comment>
        <translation>Kestra läuft weiter, die neue Version bleibt</translation>
    </message>
    <message>
        <source>Removes what is left of it.</source>
        <comment>@info</comment>
        <translation>Entfernt, was davon übrig ist.</translation>
    </message>
    <message>
        <source>Go on</source>
        <comment>@action</comment>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Step %1 failed: %2</source>
        <comment>@title</comment>
        <translation>Schritt %1 schlug fehl: %2</translation>
    </message>
    <message>
        <source>failed at %1</source>
        <comment>@status</comment>
        <translation>fehlgeschlagen um %1</translation>
    </message>
    <message>
        <source>failed at step %1</source>
        <comment>@status</comment>
        <translation>fehlgeschlagen bei Schritt %1</translation>
    </message>
    <message>
        <source>Going back is not finished</source>
        <comment>@title</comment>
        <translation>Der Weg zurück ist nicht abgeschlossen</translation>
    </message>
    <message>
        <source>Stopped before step %1</source>
        <comment>@title</comment>
        <translation>Vor Schritt %1 angehalten</translation>
    </message>
    <message>
        <source>stopped at step %1</source>
        <comment>@status</comment>
        <translation>angehalten bei Schritt %1</translation>
    </message>
    <message>
        <source>The last step that began is “%1”. The run was stopped there, or this program was ended; what goes on by itself on the machine went on.</source>
        <comment>@info</comment>
        <translation>Der letzte begonnene Schritt ist „%1“. Der Lauf wurde dort angehalten, oder dieses Programm wurde beendet; was auf dem Rechner von selbst weiterläuft, lief weiter.</translation>
    </message>
    <message>
        <source>Step %1 shows no sign of life</source>
        <comment>@title</comment>
        <translation>Schritt %1 zeigt kein Lebenszeichen</translation>
    </message>
    <message>
        <source>Step %1 waits for %2</source>
        <comment>@title</comment>
        <translation>Schritt %1 wartet. Erwartet: %2</translation>
    </message>
    <message>
        <source>No output for %1.</source>
        <comment>@info</comment>
        <translation>Seit %1 keine Ausgabe.</translation>
    </message>
    <message>
        <source>stalled since %1</source>
        <comment>@status</comment>
        <translation>stockt seit %1</translation>
    </message>
    <message>
        <source>stalled at step %1</source>
        <comment>@status</comment>
        <translation>stockt bei Schritt %1</translation>
    </message>
    <message>
        <source>“%1” takes longer than it was expected to. It was expected to take %2.</source>
        <comment>@info</comment>
        <translation>„%1“ dauert länger als erwartet. Erwartet war: %2.</translation>
    </message>
    <message>
        <source>Wait</source>
        <comment>@info</comment>
        <translation>Warten</translation>
    </message>
    <message>
        <source>The run goes on by itself as soon as it can.</source>
        <comment>@info</comment>
        <translation>Der Lauf geht von selbst weiter, sobald er kann.</translation>
    </message>
    <message>
        <source>Keep waiting</source>
        <comment>@action</comment>
        <translation>Weiter warten</translation>
    </message>
</context>
<context>
    <name>TroubleView</name>
    <message>
        <source>What happened</source>
        <comment>@title</comment>
        <translation>Was geschehen ist</translation>
    </message>
    <message>
        <source>What is asked of you</source>
        <comment>@title</comment>
        <translation>Was von Ihnen gebraucht wird</translation>
    </message>
    <message>
        <source>What is true now</source>
        <comment>@title</comment>
        <translation>Was jetzt gilt</translation>
    </message>
    <message>
        <source>What you can do</source>
        <comment>@title</comment>
        <translation>Was Sie tun können</translation>
    </message>
    <message>
        <source>Show the log</source>
        <comment>@action</comment>
        <translation>Protokoll zeigen</translation>
    </message>
    <message>
        <source>Show what the tool said</source>
        <comment>@action</comment>
        <translation>Zeigen, was das Werkzeug meldete</translation>
    </message>
</context>
<context>
    <name>TypedSheet</name>
    <message>
        <source>Type %1 to go on:</source>
        <comment>@label</comment>
        <translation>Geben Sie %1 ein, um weiterzugehen:</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <comment>@action</comment>
        <translation>So lassen, wie es ist</translation>
    </message>
</context>
<context>
    <name>UnfinishedCard</name>
    <message>
        <source>Or choose an installation below; this run keeps waiting here.</source>
        <comment>@info</comment>
        <translation>Oder wählen Sie unten eine Installation; dieser Lauf wartet hier weiter.</translation>
    </message>
    <message>
        <source>See what is &amp;needed</source>
        <comment>@action</comment>
        <translation>Sehen, was &amp;nötig ist</translation>
    </message>
    <message>
        <source>Take this run back</source>
        <comment>@title</comment>
        <translation>Diesen Lauf zurücknehmen</translation>
    </message>
    <message>
        <source>Look without changing anything</source>
        <comment>@action</comment>
        <translation>Nachsehen, ohne etwas zu ändern</translation>
    </message>
    <message>
        <source>Still to do</source>
        <comment>@label</comment>
        <translation>Noch zu tun</translation>
    </message>
    <message>
        <source>Going back instead</source>
        <comment>@label</comment>
        <translation>Stattdessen zurückgehen</translation>
    </message>
</context>
<context>
    <name>UpgradeOptions</name>
    <message>
        <source>--fix %1 names no finding of this upgrade. “findings” lists them.</source>
        <comment>@info</comment>
        <translation>--fix %1 nennt keinen Befund dieses Upgrades. „findings“ zeigt sie.</translation>
    </message>
    <message>
        <source>The plan cannot mend %1. %2 Then accept it with --accept %1.</source>
        <comment>@info</comment>
        <translation>Der Plan kann %1 nicht beheben. %2 Dann akzeptieren Sie es mit --accept %1.</translation>
    </message>
</context>
<context>
    <name>Verification</name>
    <message>
        <source>the webserver to answer as %1</source>
        <comment>@info</comment>
        <translation>dass der Webserver als %1 antwortet</translation>
    </message>
    <message>
        <source>See that %1 answers</source>
        <comment>@info</comment>
        <translation>Sehen, dass %1 antwortet</translation>
    </message>
    <message>
        <source>a fresh sign of life of every component</source>
        <comment>@info</comment>
        <translation>ein frisches Lebenszeichen jeder Komponente</translation>
    </message>
    <message>
        <source>Watch every component for %1 s</source>
        <comment>@info</comment>
        <translation>Jede Komponente %1 s lang beobachten</translation>
    </message>
    <message>
        <source>Save a trial flow</source>
        <comment>@info</comment>
        <translation>Einen Probe-Flow speichern</translation>
    </message>
    <message>
        <source>Run a trial execution to SUCCESS</source>
        <comment>@info</comment>
        <translation>Eine Probeausführung bis SUCCESS laufen lassen</translation>
    </message>
    <message>
        <source>Remove the trial execution</source>
        <comment>@info</comment>
        <translation>Die Probeausführung entfernen</translation>
    </message>
    <message>
        <source>Remove the trial flow</source>
        <comment>@info</comment>
        <translation>Den Probe-Flow entfernen</translation>
    </message>
    <message>
        <source>The version cannot be asked over the API: its address is not known.</source>
        <comment>@info</comment>
        <translation>Die Version lässt sich nicht über die API erfragen: Ihre Adresse ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Signs of life cannot be read: the database is not reachable from here.</source>
        <comment>@info</comment>
        <translation>Lebenszeichen sind nicht zu lesen: Die Datenbank ist von hier nicht erreichbar.</translation>
    </message>
    <message>
        <source>No trial execution: no login for the API is known.</source>
        <comment>@info</comment>
        <translation>Keine Probeausführung: Es ist keine Anmeldung für die API bekannt.</translation>
    </message>
    <message>
        <source>See that the scheduler does not loop over an error</source>
        <comment>@info</comment>
        <translation>Sehen, dass der Scheduler nicht in einer Fehlerschleife hängt</translation>
    </message>
</context>
<context>
    <name>VersionTimeLine</name>
    <message>
        <source>Versions over time</source>
        <comment>@label</comment>
        <translation>Versionen im Zeitverlauf</translation>
    </message>
    <message>
        <source>%1: newest %2, %3</source>
        <comment>@info version line</comment>
        <translation>%1: neueste %2, %3</translation>
    </message>
    <message>
        <source>today</source>
        <comment>@label</comment>
        <translation>heute</translation>
    </message>
    <message>
        <source>LTS</source>
        <comment>@label</comment>
        <translation>LTS</translation>
    </message>
    <message>
        <source>%1 you are here</source>
        <comment>@info</comment>
        <translation>%1 hier sind Sie</translation>
    </message>
    <message>
        <source>%1 your target</source>
        <comment>@info</comment>
        <translation>%1 Ihr Ziel</translation>
    </message>
    <message>
        <source>%1 on the way</source>
        <comment>@info</comment>
        <translation>%1 auf dem Weg</translation>
    </message>
</context>
<context>
    <name>WayBackGauge</name>
    <message>
        <source>Nothing has been touched</source>
        <comment>@info</comment>
        <translation>Nichts wurde angefasst</translation>
    </message>
    <message>
        <source>nothing touched</source>
        <comment>@label station</comment>
        <translation>nichts angefasst</translation>
    </message>
    <message>
        <source>restart</source>
        <comment>@label station</comment>
        <translation>Neustart</translation>
    </message>
    <message>
        <source>one-way door</source>
        <comment>@label station</comment>
        <translation>Einbahntür</translation>
    </message>
    <message>
        <source>needs the backup</source>
        <comment>@label station</comment>
        <translation>braucht die Sicherung</translation>
    </message>
    <message>
        <source>door closed</source>
        <comment>@label station</comment>
        <translation>Tür geschlossen</translation>
    </message>
    <message>
        <source>Way back: %1</source>
        <comment>@label</comment>
        <translation>Weg zurück: %1</translation>
    </message>
</context>
<context>
    <name>WelcomeModel</name>
    <message>
        <source>An upgrade is waiting for you</source>
        <comment>@title</comment>
        <translation>Ein Upgrade wartet auf Sie</translation>
    </message>
    <message>
        <source>Looking for installations</source>
        <comment>@title</comment>
        <translation>Installationen werden gesucht</translation>
    </message>
    <message numerus="yes">
        <source>%n installation(s) found</source>
        <comment>@title</comment>
        <translation>
            <numerusform>%n Installation gefunden</numerusform>
            <numerusform>%n Installationen gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose the installation to upgrade. Nothing is touched until you have read the plan.</source>
        <comment>@info</comment>
        <translation>Wählen Sie die Installation für das Upgrade. Nichts wird angefasst, bis Sie den Plan gelesen haben.</translation>
    </message>
    <message>
        <source>Choose an installation first</source>
        <comment>@info</comment>
        <translation>Wählen Sie zuerst eine Installation</translation>
    </message>
    <message>
        <source>%1 to %2, started %3</source>
        <comment>@info</comment>
        <translation>%1 nach %2, begonnen %3</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s), %1</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%n Schritt, %1</numerusform>
            <numerusform>%n Schritte, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Resume at step %1</source>
        <comment>@action</comment>
        <translation>Bei Schritt %1 fortsetzen</translation>
    </message>
    <message>
        <source>Roll back to %1…</source>
        <comment>@action</comment>
        <translation>Zu %1 zurückrollen…</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>@info version</comment>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Looking for installations on this machine…</source>
        <comment>@status</comment>
        <translation>Auf diesem Rechner werden Installationen gesucht…</translation>
    </message>
    <message>
        <source>Looking at %1…</source>
        <comment>@status</comment>
        <translation>%1 wird angesehen…</translation>
    </message>
    <message>
        <source>No Kestra installation was found in %1. Name a Compose file, its folder or an address.</source>
        <comment>@error</comment>
        <translation>In %1 wurde keine Kestra-Installation gefunden. Nennen Sie eine Compose-Datei, ihren Ordner oder eine Adresse.</translation>
    </message>
    <message>
        <source>Which Kestra shall be upgraded?</source>
        <comment>@title</comment>
        <translation>Welches Kestra soll das Upgrade erhalten?</translation>
    </message>
    <message>
        <source>Welcome back</source>
        <comment>@title</comment>
        <translation>Willkommen zurück</translation>
    </message>
    <message>
        <source>Making a practice installation…</source>
        <comment>@status</comment>
        <translation>Übungsinstallation wird angelegt…</translation>
    </message>
    <message>
        <source>Making a practice installation: %1</source>
        <comment>@status</comment>
        <translation>Übungsinstallation wird angelegt: %1</translation>
    </message>
    <message>
        <source>seen %1</source>
        <comment>@info time</comment>
        <translation>gesehen %1</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Installations found</source>
        <comment>@title</comment>
        <translation>Gefundene Installationen</translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <comment>@action</comment>
        <translation>&amp;Erneut nachsehen</translation>
    </message>
    <message>
        <source>&amp;Add installation…</source>
        <comment>@action</comment>
        <translation>Installation &amp;hinzufügen…</translation>
    </message>
    <message>
        <source>Or drop a Compose file, a values file or a folder anywhere on this window.</source>
        <comment>@info</comment>
        <translation>Oder ziehen Sie eine Compose-Datei, eine Values-Datei oder einen Ordner irgendwo auf dieses Fenster.</translation>
    </message>
    <message>
        <source>Without risk</source>
        <comment>@title</comment>
        <translation>Ohne Risiko</translation>
    </message>
    <message>
        <source>Release notes</source>
        <comment>@action</comment>
        <translation>Release-Notizen</translation>
    </message>
    <message>
        <source>Every release in one place, breaking changes first. Can be read offline.</source>
        <comment>@info</comment>
        <translation>Jedes Release an einem Ort, Brüche zuerst. Auch offline zu lesen.</translation>
    </message>
    <message>
        <source>History</source>
        <comment>@action</comment>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Every run with its evidence, and its way back for as long as there is one.</source>
        <comment>@info</comment>
        <translation>Jeder Lauf mit seinen Belegen, und sein Weg zurück, solange es einen gibt.</translation>
    </message>
    <message>
        <source>looked at %1</source>
        <comment>@info time</comment>
        <translation>angesehen %1</translation>
    </message>
    <message>
        <source>Worked on before</source>
        <comment>@title</comment>
        <translation>Zuvor bearbeitet</translation>
    </message>
    <message>
        <source>Practise</source>
        <comment>@action</comment>
        <translation>Üben</translation>
    </message>
    <message>
        <source>A stand-in Kestra on this machine, made of real processes. Upgrade it, break it, take it back. About 3 min.</source>
        <comment>@info</comment>
        <translation>Ein Übungs-Kestra auf diesem Rechner, aus echten Prozessen. Upgraden Sie es, machen Sie es kaputt, nehmen Sie es zurück. Etwa 3 min.</translation>
    </message>
    <message>
        <source>Choose what to upgrade. A run that was cut off stands first: resume it, take it back, or only look. Looking for installations reads and changes nothing. “Practise” makes a Kestra that may be broken.

Return resumes · Ctrl+N adds an installation</source>
        <comment>@info</comment>
        <translation>Wählen Sie, was das Upgrade erhalten soll. Ein unterbrochener Lauf steht zuerst: Setzen Sie ihn fort, nehmen Sie ihn zurück, oder sehen Sie nur nach. Die Suche nach Installationen liest und ändert nichts. „Üben“ legt ein Kestra an, das kaputtgehen darf.

Eingabe setzt fort · Strg+N fügt eine Installation hinzu</translation>
    </message>
    <message>
        <source>Looking on this machine…</source>
        <comment>@status</comment>
        <translation>Auf diesem Rechner wird nachgesehen…</translation>
    </message>
    <message>
        <source>No installation found on this machine. Add one by its folder, its Compose file or its machine, or practise first.</source>
        <comment>@info</comment>
        <translation>Auf diesem Rechner wurde keine Installation gefunden. Fügen Sie eine über ihren Ordner, ihre Compose-Datei oder ihren Rechner hinzu, oder üben Sie zuerst.</translation>
    </message>
    <message>
        <source>&amp;Practise</source>
        <comment>@action</comment>
        <translation>Ü&amp;ben</translation>
    </message>
</context>
<context>
    <name>Wizard</name>
    <message>
        <source>Welcome</source>
        <comment>@title stage</comment>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>Installation</source>
        <comment>@title stage</comment>
        <translation>Installation</translation>
    </message>
    <message>
        <source>Target</source>
        <comment>@title stage</comment>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>What changes</source>
        <comment>@title stage</comment>
        <translation>Was sich ändert</translation>
    </message>
    <message>
        <source>Checks</source>
        <comment>@title stage</comment>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>Backup</source>
        <comment>@title stage</comment>
        <translation>Sicherung</translation>
    </message>
    <message>
        <source>Plan</source>
        <comment>@title stage</comment>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Run</source>
        <comment>@title stage</comment>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Result</source>
        <comment>@title stage</comment>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>This computer must stay awake while the run goes on.</source>
        <comment>@info</comment>
        <translation>Dieser Rechner muss wach bleiben, solange der Lauf dauert.</translation>
    </message>
    <message>
        <source>You may close this window: nothing is running from here.</source>
        <comment>@info</comment>
        <translation>Sie können dieses Fenster schließen: Von hier läuft nichts.</translation>
    </message>
    <message>
        <source>Everything is back as it was</source>
        <comment>@info</comment>
        <translation>Alles ist wieder wie zuvor</translation>
    </message>
    <message>
        <source>Nothing has been touched</source>
        <comment>@info</comment>
        <translation>Nichts wurde angefasst</translation>
    </message>
    <message>
        <source>and a proven backup exists</source>
        <comment>@info</comment>
        <translation>und es gibt eine nachgewiesene Sicherung</translation>
    </message>
    <message>
        <source>Going back is free: restart what was stopped, %1</source>
        <comment>@info</comment>
        <translation>Der Weg zurück kostet nichts: neu starten, was angehalten wurde, %1</translation>
    </message>
    <message>
        <source>Going back restores the backup: %1</source>
        <comment>@info</comment>
        <translation>Der Weg zurück stellt die Sicherung wieder her: %1</translation>
    </message>
    <message>
        <source>The door is closed: there is no backup to go back with</source>
        <comment>@info</comment>
        <translation>Die Tür ist geschlossen: Es gibt keine Sicherung für den Weg zurück</translation>
    </message>
    <message>
        <source>Choose a version</source>
        <comment>@action</comment>
        <translation>Version wählen</translation>
    </message>
    <message>
        <source>See what changes</source>
        <comment>@action</comment>
        <translation>Sehen, was sich ändert</translation>
    </message>
    <message>
        <source>Continue to checks</source>
        <comment>@action</comment>
        <translation>Weiter zu den Prüfungen</translation>
    </message>
    <message>
        <source>Continue to backup</source>
        <comment>@action</comment>
        <translation>Weiter zur Sicherung</translation>
    </message>
    <message>
        <source>Continue to the plan</source>
        <comment>@action</comment>
        <translation>Weiter zum Plan</translation>
    </message>
    <message>
        <source>Back up and prove it</source>
        <comment>@action</comment>
        <translation>Sichern und nachweisen</translation>
    </message>
    <message>
        <source>Stop safely</source>
        <comment>@action</comment>
        <translation>Sicher anhalten</translation>
    </message>
    <message>
        <source>See the result</source>
        <comment>@action</comment>
        <translation>Ergebnis ansehen</translation>
    </message>
    <message>
        <source>loses what was done since</source>
        <comment>@info</comment>
        <translation>verliert, was seitdem getan wurde</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Practice installation</source>
        <comment>@info</comment>
        <translation>Übungsinstallation</translation>
    </message>
    <message>
        <source>Standalone server</source>
        <comment>@info</comment>
        <translation>Eigenständiger Server</translation>
    </message>
    <message>
        <source>Docker</source>
        <comment>@info</comment>
        <translation>Docker</translation>
    </message>
    <message>
        <source>Docker Compose</source>
        <comment>@info</comment>
        <translation>Docker Compose</translation>
    </message>
    <message>
        <source>Kubernetes with Helm</source>
        <comment>@info</comment>
        <translation>Kubernetes mit Helm</translation>
    </message>
    <message>
        <source>%1 on this machine</source>
        <comment>@info</comment>
        <translation>%1 auf diesem Rechner</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>@info</comment>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>not a known line</source>
        <comment>@info</comment>
        <translation>keine bekannte Linie</translation>
    </message>
    <message>
        <source>newest</source>
        <comment>@info</comment>
        <translation>neueste</translation>
    </message>
    <message>
        <source>LTS until %1</source>
        <comment>@info</comment>
        <translation>LTS bis %1</translation>
    </message>
    <message>
        <source>out of support since %1</source>
        <comment>@info</comment>
        <translation>ohne Unterstützung seit %1</translation>
    </message>
    <message>
        <source>LTS, end of support not published</source>
        <comment>@info</comment>
        <translation>LTS, Ende der Unterstützung nicht veröffentlicht</translation>
    </message>
    <message>
        <source>newest line</source>
        <comment>@info</comment>
        <translation>neueste Linie</translation>
    </message>
    <message>
        <source>superseded, no fixes any more</source>
        <comment>@info</comment>
        <translation>abgelöst, keine Korrekturen mehr</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>@info</comment>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>@info</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>Yaml</name>
    <message>
        <source>This is no YAML that can be read (line %1): %2.</source>
        <comment>@error</comment>
        <translation>Dies ist kein lesbares YAML (Zeile %1): %2.</translation>
    </message>
</context>
<context>
    <name>YamlTree</name>
    <message>
        <source>line %1: an alias that contains itself</source>
        <comment>@error</comment>
        <translation>Zeile %1: ein Alias, der sich selbst enthält</translation>
    </message>
    <message>
        <source>%1 has %2 bytes: too large to be a file of this kind.</source>
        <comment>@error</comment>
        <translation>%1 hat %2 Byte: zu groß für eine Datei dieser Art.</translation>
    </message>
    <message>
        <source>%1 is not a text in UTF-8.</source>
        <comment>@error</comment>
        <translation>%1 ist kein Text in UTF-8.</translation>
    </message>
    <message>
        <source>%1 cannot be read, %2.</source>
        <comment>@error</comment>
        <translation>%1 ist nicht zu lesen, %2.</translation>
    </message>
    <message>
        <source>%1 is not valid YAML, line %2: %3.</source>
        <comment>@error</comment>
        <translation>%1 ist kein gültiges YAML, Zeile %2: %3.</translation>
    </message>
    <message>
        <source>%1 is not valid YAML.</source>
        <comment>@error</comment>
        <translation>%1 ist kein gültiges YAML.</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>The assistant cannot start</source>
        <comment>@title</comment>
        <translation>Der Assistent kann nicht starten</translation>
    </message>
    <message>
        <source>Upgrades a Kestra installation, and takes it back.</source>
        <comment>@info:shell</comment>
        <translation>Bringt eine Kestra-Installation auf eine neue Version und wieder zurück.</translation>
    </message>
    <message>
        <source>Folder for journal, cache and settings.</source>
        <comment>@info:shell</comment>
        <translation>Ordner für Journal, Cache und Einstellungen.</translation>
    </message>
    <message>
        <source>Goes through a whole upgrade and back by itself and keeps pictures there.</source>
        <comment>@info:shell</comment>
        <translation>Geht von selbst durch ein ganzes Upgrade und zurück und legt dort Bilder ab.</translation>
    </message>
    <message>
        <source>Address, Compose file, values file or folder.</source>
        <comment>@info:shell</comment>
        <translation>Adresse, Compose-Datei, Values-Datei oder Ordner.</translation>
    </message>
</context>
</TS>
