#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
# SPDX-License-Identifier: Apache-2.0
"""systemd.py SUITE CACHE PRACTICE_KESTRA KESTRA_UPGRADE: standalone installations on a machine of its own under systemd, up over
two stops and back. The program starts itself again inside of that machine (systemd/machine.sh)."""

import os
import pathlib
import subprocess
import sys
import threading
import time

from assistant import Assistant, ids_to_accept
from composesite import difference, run, until
from report import Report, holds, nothing, same
from systemdsite import VERSIONS, Machine, StandaloneSite

HERE = pathlib.Path(__file__).resolve().parent
OLD, STOP, NEW = VERSIONS


class Gap:
    """How long the API was away, asked ten times a second from outside."""

    def __init__(self, site):
        self.site, self.away, self.done = site, 0.0, threading.Event()
        self.thread = threading.Thread(target=self.watch)

    def watch(self):
        last = time.monotonic()
        while not self.done.wait(0.1):
            now = time.monotonic()
            if self.site.api("GET", "/ping")[0] != 200:
                self.away += now - last
            last = now

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.done.set()
        self.thread.join()


class UpAndBack:
    def __init__(self, report, site, assistant, work):
        self.report, self.site, self.assistant, self.work = report, site, assistant, work
        self.figures = {"layout": site.layout}

    def everything(self):
        site, case = self.site, self.report.case
        with case(f"{site.layout}: {OLD} up and filled"):
            site.write()
            site.up()
            site.fill(executions=20)
            same("version", site.version(), OLD)
            self.before = site.record()
        with case(f"{site.layout}: found and shown"):
            self.look()
        with case(f"{site.layout}: up to {NEW}"):
            self.upgrade()
        with case(f"{site.layout}: seen from outside on {NEW}"):
            self.look_after_upgrade()
        with case(f"{site.layout}: back to {OLD}, every byte and row"):
            self.back()
        if site.layout in ("link", "nameless"):
            with case(f"{site.layout}: up again, then back by restore.sh alone"):
                self.restore_by_hand()

    def look(self):
        assistant, site = self.assistant, self.site
        found = assistant.call("find")
        holds("found without a hint", site.address in [one["id"] for one in found.json], str(found))
        shown = assistant.call("show", site.address)
        facts = shown.json
        same("version", facts["version"], OLD)
        same("kind", facts["kind"], "standalone")
        roles = {"webserver", "executor", "scheduler", "worker"} if site.layout == "split" else {"standalone"}
        same("components", len(facts["components"]), len(roles))
        same("states", {one["state"] for one in facts["components"]}, {"running"})
        same("database", facts["database"]["kind"], "postgresql")
        holds("schema", facts["database"]["schemaVersion"], str(facts))
        same("tags", {image["tag"] for image in facts["images"]}, {OLD})
        for image in facts["images"]:
            print(f"    {image['service']}: {image['tag']} by {image['where']}")
        checks = assistant.call("check", site.address, "--to", NEW)
        failed = [one for one in checks.json if one["verdict"] == "fail"]
        holds("no check fails", not failed, str(failed))
        [java] = [one for one in checks.json if one["id"] == "java"]
        holds("Java is named per stop", STOP in java["message"] and NEW in java["message"] and "25" in java["message"], str(java))
        plan = assistant.call("plan", site.address, "--to", NEW, "--as", "shell", "--jar", site.machine.releases, json_output=False)
        same("exit code", plan.code, 0)
        run("sh", "-n", input=plan.out)
        for call in (shown, plan):
            holds("no password in the output", all(secret not in call.text for secret in (site.password, site.login[1], "secret $token")))
        nothing("after looking", difference(self.before, site.record()))

    def words(self):
        words = ["run", self.site.address, "--to", NEW, "--yes", "--watch", "5", "--jar", self.site.machine.releases]
        refused = self.assistant.call(*words)
        same("exit code without answers", refused.code, 4)
        return [*words, *(word for name in ids_to_accept(refused) for word in ("--accept", name))]

    def upgrade(self):
        words = self.words()
        started = time.monotonic()
        with Gap(self.site) as gap:
            done = self.assistant.call(*words)
        self.figures.update(time=time.monotonic() - started, gap=gap.away)
        holds("exit 0", done.code == 0, str(done))
        holds("no secret in the events", all(secret not in done.text for secret in (self.site.password, self.site.login[1], "secret $token")))

    def look_after_upgrade(self):
        site = self.site
        same("version", site.version(), NEW)
        after = site.record()
        same("units", set(after["states"].values()) | {"active"}, {"active"})
        same("variables of the house", after["environment"], self.before["environment"])
        running = site.sql("select distinct value->'server'->>'version' from service_instance where state = 'RUNNING' and "
                           "updated_at > now() at time zone 'utc' - interval '20 s'").split()
        same("versions at work", running, [NEW])
        holds("the old program is kept", any(OLD in path for path in after["texts"]), str(after["texts"]))
        same("plugins", {path: text for path, text in after["texts"].items() if "/plugins/" in path},
             {path: text for path, text in self.before["texts"].items() if "/plugins/" in path})
        for unit in site.units:
            seconds = run("systemctl", "show", "-p", "TimeoutStopUSec", "--value", unit).strip()
            same(f"time to stop of {unit}", seconds, "5min 30s")
        holds("notes of processes are gone", not (site.folder / ".kestra-upgrade").exists())
        same("a value of before", site.api("GET", "/api/v1/main/namespaces/practice.daily/kv/key-7")[0], 200)
        same("a new execution", site.start_execution("practice.daily/hello")["state"]["current"], "SUCCESS")

    def back(self):
        started = time.monotonic()
        with Gap(self.site) as gap:
            done = self.assistant.call("rollback", "last", "--yes")
        self.figures.update(back=time.monotonic() - started, gap_back=gap.away)
        holds("exit 0", done.code == 0, str(done))
        same("version", self.site.version(), OLD)
        self.site.settle()
        after = self.site.record()
        # Loaded programs stay; whatever was there before is as it was.
        kept = ("kestra-" + STOP, "kestra-" + NEW, f"kestra.{OLD}")
        after["texts"] = {path: text for path, text in after["texts"].items() if not path.endswith(kept)}
        nothing("compared with before", difference(self.before, after))
        self.figures["rows"] = sum(table.total() for table in after["rows"].values())
        same("a new execution", self.site.start_execution("practice.daily/hello")["state"]["current"], "SUCCESS")

    def restore_by_hand(self):
        """The newest backup's own script, without the assistant."""
        site = self.site
        site.settle()
        before = site.record()
        done = self.assistant.call(*self.words())
        holds("exit 0", done.code == 0, str(done))
        same("version", site.version(), NEW)
        [script] = sorted(pathlib.Path(self.assistant.home).glob("backups/*/restore.sh"), key=lambda path: path.stat().st_mtime)[-1:]
        run("sh", str(script), "--yes", cwd="/")
        until("Kestra's ping", lambda: site.api("GET", "/ping")[0] == 200)
        same("version", site.version(), OLD)
        site.settle()
        after = site.record()
        nothing("compared with before", difference(before, after, leave_out=("texts",)))
        was, now = before["texts"], after["texts"]
        nothing("files", [path for path in was if now.get(path) != was[path]])


SUITES = {"units": ["link", "split"], "programs": ["nameless", "process"]}


def inside(suite, practice, program):
    report, figures = Report(), []
    machine = Machine(practice)
    with report.case("a machine with PostgreSQL, Java and the releases"):
        machine.prepare()
    work = pathlib.Path("/tmp/assistant")
    for number, layout in enumerate(SUITES.get(suite, [suite])):
        site = StandaloneSite(machine, layout, 8080 + 10 * number)
        one = UpAndBack(report, site, Assistant(program, work / layout), work)
        try:
            one.everything()
        finally:
            site.down()
        figures.append(one.figures)
    print(f"\n{'kind':24} {'database':12} {'hop':26} {'time':>7} {'API gap':>8} {'back':>7} {'gap':>7} {'rows':>6}")
    for one in figures:
        cells = [one.get(key) for key in ("time", "gap", "back", "gap_back")]
        shown = [f"{cell:5.1f} s" if cell is not None else "-" for cell in cells]
        print(f"{'standalone/' + one['layout']:24} {'PostgreSQL':12} {f'{OLD} > {STOP} > {NEW}':26} {shown[0]:>7} {shown[1]:>8} "
              f"{shown[2]:>7} {shown[3]:>7} {one.get('rows', '-'):>6}")
    return report.finish()


def main():
    suite, cache, practice, program = sys.argv[1:5]
    if "REAL_MACHINE" in os.environ:
        sys.exit(inside(suite, practice, program))
    os.makedirs(cache, exist_ok=True)
    made = subprocess.run([HERE / "systemd/tree.sh", cache], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False)
    if made.returncode != 0:
        print(made.stderr.strip().splitlines()[-1] if made.stderr.strip() else "SKIPPED: no packages of systemd", flush=True)
        sys.exit(0 if "SKIPPED" in made.stderr else 1)
    folders = sorted({str(HERE), str(pathlib.Path(practice).resolve().parent), str(pathlib.Path(program).resolve().parent),
                      str(HERE.parent.parent / "app/practice/flows")})
    os.execv("/bin/bash", ["bash", str(HERE / "systemd/machine.sh"), made.stdout.strip(), ":".join(folders),
                           sys.executable, "-B", __file__, *sys.argv[1:]])


main()
