# SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
# SPDX-License-Identifier: Apache-2.0
"""The whole job on one installation: looked at, backed up, upgraded, seen from outside, taken back and compared."""

import json
import os
import pathlib
import threading

from assistant import Assistant, ids_to_accept
from composesite import difference, pulls, run
from report import holds, nothing, same

STATES = ("running", "interrupted", "upgraded", "kept", "rolled-back", "needs-help")
OLD, NEW, STOPS = "1.0.36", "2.0.8", ["1.3.44", "2.0.8"]


class UpAndBack:
    def __init__(self, report, site, program, work, *, running):
        """`running`: how many executions are under way when the upgrade begins."""
        self.report, self.site, self.running = report, site, running
        self.assistant = Assistant(program, work / "home of the assistant")
        self.work = work
        self.tags = pathlib.Path(os.environ["REAL_TAGS"])

    def everything(self):
        case, site = self.report.case, self.site
        with case("old version up and filled"):
            site.up()
            site.fill(executions=60)
            same("version", site.version(), OLD)
            self.before = site.record()
            holds("tables are filled", self.before["rows"]["executions"].total() >= 60, str(self.before["rows"]))
        self.look()
        with case("backup into a folder, and its proof"):
            self.backup()
        self.pulled = len(pulls())
        self.wanted = {name for stop in STOPS for name in ("v" + stop, (self.tags / f"kestra/kestra/v{stop}").read_text())}
        # From here on every unwanted pull brings something else.
        (self.tags / "kestra/kestra/latest").write_text((self.tags / f"kestra/kestra/v{NEW}").read_text())
        (self.tags / "library/postgres/latest").write_text((self.tags / "library/postgres/moved").read_text())
        with case("run without answers: exit 4, every finding named"):
            self.refuse_unanswered()
        with case(f"run to {NEW}"):
            self.upgrade()
        with case("seen from outside after the upgrade"):
            self.look_after_upgrade()
        with case("rollback"):
            self.roll_back()
        with case("seen from outside after the rollback"):
            self.look_after_rollback()
        with case("nothing but the stops was pulled"):
            unwanted = [pull for pull in pulls()[self.pulled:] if not pull.startswith("kestra/kestra ") or
                        pull.split()[1] not in self.wanted]
            nothing("pulls", unwanted)

    def look(self):
        case, assistant, site = self.report.case, self.assistant, self.site
        with case("find"):
            found = assistant.call("find", site.folder)
            same("exit code", found.code, 0)
            holds("the installation is found", site.address in [one["id"] for one in found.json], str(found))
            holds("found without a hint", site.address in [one["id"] for one in assistant.call("find").json])
        with case("show"):
            shown = assistant.call("show", site.address)
            same("exit code", shown.code, 0)
            facts = shown.json
            same("version", facts["version"], OLD)
            same("kind", facts["kind"], "compose")
            same("image services", sorted(image["service"] for image in facts["images"]), sorted(site.kestra))
            same("database kind", facts["database"]["kind"], "postgresql")
            schema = site.sql("select version from flyway_schema_history where version is not null order by installed_rank desc limit 1")
            same("schema version", facts["database"]["schemaVersion"], schema.strip())
            self.passwords_are_hidden(shown)
        with case("route"):
            route = assistant.call("route", OLD, NEW)
            same("stops", [stop["version"] for stop in route.json["stops"]], STOPS)
        with case("findings"):
            findings = assistant.call("findings", site.address, "--to", NEW).json
            hits = [finding for finding in findings if finding["verdict"] == "hits"]
            holds("some findings hit", hits, str(findings))
            self.says_where({finding["id"]: finding["where"] for finding in hits})
        with case("check"):
            checks = assistant.call("check", site.address, "--to", NEW)
            failed = [check for check in checks.json if check["verdict"] == "fail"]
            holds("no check fails", not failed, json.dumps(failed, indent=1))
        with case("plan as JSON, diff, shell, Markdown"):
            self.plan()
        with case("looking changed nothing"):
            nothing("after looking", difference(self.before, site.record()))

    def says_where(self, hits):
        """Line and flow of what is known to hit; a rule that concerns everybody has no place."""
        flows = json.dumps(hits["2.0/plugin-defaults-in-flows"])
        holds("flows are named", "practice.shop.each-shop" in flows and "practice.shop.stock-level" in flows, flows)
        for number, line in enumerate(self.site.file.read_text().splitlines(), 1):
            if line.strip() == "basicAuth:":
                holds("file and line", hits["2.0/basic-auth-camel-case"][0].startswith(f"{self.site.file}:{number}"), str(hits))

    def plan(self):
        plan = self.assistant.call("plan", self.site.address, "--to", NEW)
        same("exit code", plan.code, 0)
        same("from, to", (plan.json["from"], plan.json["to"]), (OLD, NEW))
        holds("there is a point of no return", plan.json["pointOfNoReturn"] in [step["id"] for step in plan.json["steps"]])
        diff = self.assistant.call("plan", self.site.address, "--to", NEW, "--as", "diff", json_output=False)
        copy = self.work / "patched"
        run("cp", "-r", str(self.site.folder), str(copy))
        run("patch", "-p1", "--directory", str(copy), input=diff.out)
        for path, text in [(path, path.read_text()) for path in copy.rglob("*") if path.is_file() and path.suffix != ".orig"]:
            was = (self.site.folder / path.relative_to(copy)).read_text()
            changed = [line for line in text.splitlines() if line not in was.splitlines()]
            holds("only a few lines change", len(changed) <= 12, "\n".join(changed))
        shell = self.assistant.call("plan", self.site.address, "--to", NEW, "--as", "shell", json_output=False)
        run("sh", "-n", input=shell.out)
        text = self.assistant.call("plan", self.site.address, "--to", NEW, "--as", "markdown", json_output=False)
        for output in (plan, diff, shell, text):
            same("exit code", output.code, 0)
            self.passwords_are_hidden(output, but=diff)

    def passwords_are_hidden(self, call, but=None):
        for secret in (self.site.login[1], "k3str4", "pa55-of-the-database"):
            holds("no password in the output", call is but or secret not in call.text, str(call))

    def backup(self):
        folder = self.work / "backup"
        done = self.assistant.call("backup", self.site.address, "--into", folder)
        same("exit code", done.code, 0) if done.code == 0 else holds("backup ends with 0", False, str(done))
        verified = self.assistant.call("verify", folder)
        holds("verify says ok", verified.code == 0 and verified.json["ok"] and verified.json["files"] > 3, str(verified))
        run("sh", "-n", str(folder / "restore.sh"))
        largest = max((path for path in folder.rglob("*") if path.is_file()), key=lambda path: path.stat().st_size)
        data = bytearray(largest.read_bytes())
        data[len(data) // 2] ^= 1
        largest.write_bytes(data)
        damaged = self.assistant.call("verify", folder)
        holds("one turned bit is found", damaged.code == 1 and not damaged.json["ok"] and len(damaged.json["damaged"]) == 1, str(damaged))
        nothing("after the backup", difference(self.before, self.site.record()))

    def refuse_unanswered(self):
        refused = self.assistant.call("run", self.site.address, "--to", NEW, "--yes")
        holds("exit 4", refused.code == 4, str(refused))
        self.accepted = ids_to_accept(refused)
        findings = self.assistant.call("findings", self.site.address, "--to", NEW).json
        missing = {finding["id"] for finding in findings if finding["verdict"] == "hits" and "handledBy" not in finding}
        missing -= set(self.accepted)
        holds("every finding that hits is named", not missing, f"{missing} in {refused}")
        few = self.assistant.call(*self.run_words()[:-2])
        holds("all but one accepted: exit 4, naming that one", few.code == 4 and ids_to_accept(few) == self.accepted[-1:], str(few))
        nothing("after the refusal", difference(self.before, self.site.record()))

    def run_words(self):
        return ["run", self.site.address, "--to", NEW, "--yes", "--watch", "20", *(word for name in self.accepted for word in ("--accept", name))]

    def upgrade(self):
        started = [self.site.start_execution("practice.daily/long-sleep", wait=False)["id"] for _ in range(self.running)]
        process = self.assistant.start(*self.run_words())
        # The errors are read beside it, so that neither stream can fill up.
        errors = []
        reader = threading.Thread(target=lambda: errors.append(process.stderr.read()))
        reader.start()
        out = process.stdout.readline()
        second = self.assistant.call(*self.run_words())
        out += process.stdout.read()
        reader.join()
        process.wait()
        err = errors[0]
        self.long_ones = started
        self.events = events = [json.loads(line) for line in out.splitlines()]
        holds("exit 0", process.returncode == 0, f"exit {process.returncode}\n{out[-6000:]}\n{err[-3000:]}")
        for event in events:
            if event["event"] == "step" and event["state"] == "done":
                print(f"    {event.get('id')}")
        same("last event", events[-1]["event"], "finished")
        holds("no password in the events", all(secret not in out + err for secret in (self.site.login[1], "k3str4", "pa55-of-the-database")))
        holds("a second assistant on the same home is refused", second.code in (1, 4) and second.text.strip(), str(second))
        print(f"    second assistant: exit {second.code} {second.text.strip()[-200:]}")

    def look_after_upgrade(self):
        site = self.site
        same("version", site.version(), NEW)
        after = site.record()
        nothing("neighbours", difference(self.before, after, leave_out=("rows", "files", "images", "storage", "version")))
        for service in site.kestra:
            images = {run("docker", "inspect", "--format", "{{.Config.Image}} {{.State.Status}}", container).strip()
                      for container in site.container(service)}
            holds(f"{service} runs {NEW}", all(f"v{NEW}" in image and "running" in image for image in images), str(images))
        rows = site.sql("select distinct service_type, value->'server'->>'version' from service_instance where state = 'RUNNING' "
                        "and updated_at > now() at time zone 'utc' - interval '20 s' order by 1").split()
        holds("every component runs the new version", rows and all(row.endswith("|" + NEW) for row in rows), str(rows))
        same("executions of before are still there", site.execution_state(self.long_ones[0]) if self.long_ones else "SUCCESS", "SUCCESS")
        for number in self.long_ones:
            same("execution under way at the start", site.execution_state(number), "SUCCESS")
        done = site.start_execution("practice.daily/hello")
        same("a new execution", done["state"]["current"], "SUCCESS")
        holds("no execution is lost", site.executions() >= self.before["rows"]["executions"].total() + 1, str(site.executions()))
        same("a value of before", site.api("GET", "/api/v1/main/namespaces/practice.daily/kv/key-7")[0], 200)
        runs = self.assistant.call("runs").json
        same("newest run", (runs[0]["state"], runs[0]["from"], runs[0]["to"]), ("upgraded", OLD, NEW))
        holds("only states of the contract", all(one["state"] in STATES for one in runs), str(runs))
        report = self.work / "report.html"
        same("report", self.assistant.call("report", "last", "--out", report).code, 0)
        holds("the report names both versions", OLD in report.read_text() and NEW in report.read_text())

    def roll_back(self):
        done = self.assistant.call("rollback", "last", "--yes")
        holds("exit 0", done.code == 0, str(done))
        same("state in the history", self.assistant.call("runs").json[0]["state"], "rolled-back")

    def look_after_rollback(self):
        site = self.site
        same("version", site.version(), OLD)
        site.settle()
        after = site.record()
        if self.running:
            # What was under way ended in between; nothing else may differ.
            for number in self.long_ones:
                same("execution under way at the start", site.execution_state(number), "SUCCESS")
            lost = {table: (rows - after["rows"].get(table, rows)).total() for table, rows in self.before["rows"].items()
                    if table not in ("queues", "triggers")}
            nothing("rows of before that are gone", [f"{table}: {count}" for table, count in lost.items() if count])
        nothing("compared with before", difference(self.before, after, leave_out=("rows",) if self.running else ()))
        same("a new execution", site.start_execution("practice.daily/hello")["state"]["current"], "SUCCESS")
