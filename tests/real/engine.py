#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
# SPDX-License-Identifier: Apache-2.0
"""engine.py SUITE CACHE KESTRA_UPGRADE: runs a suite on Kestra's own engine, made from its published modules
(kestra/build.sh), in a network and a list of processes of its own."""

import os
import pathlib
import subprocess
import sys
import tempfile
import time

from assistant import Assistant, ids_to_accept
from composesite import until
from enginesite import PASSWORD, EngineSite
from report import Report, holds, nothing, same, too_long

HERE = pathlib.Path(__file__).resolve().parent
# Modules that were published, by the version that they are shown as: the newest patch of each line.
ENGINES = {"0.19.26": "0.19.26", "0.23.29": "0.23.29", "1.0.36": "1.0.36", "1.3.44": "1.3.31", "2.0.8": "2.0.0"}
JAVA = pathlib.Path("/usr/lib/jvm/java-25-openjdk-amd64")


class Hops:
    """From one version over every stop to another, and back, with running flows."""

    def __init__(self, report, engines, program, work, old, new):
        self.report, self.old, self.new, self.engines = report, old, new, engines
        self.site = EngineSite(work / "a folder", engines, old, java_home=str(JAVA))
        self.assistant = Assistant(program, work / "home")

    def everything(self):
        case, site = self.report.case, self.site
        with case(f"{self.old} up, executions end"):
            site.up()
            until("executions", lambda: site.executions() >= 3, 60)
        with case("show"):
            shown = self.assistant.call("show", site.address)
            same("exit code", shown.code, 0)
            same("version", shown.json["version"], self.old)
            holds("no password", PASSWORD not in shown.text)
        with case(f"up to {self.new}"):
            self.upgrade()
        with case("seen from outside"):
            same("version", site.version(), self.new)
            seen = site.alive()
            holds("every server is alive on it", seen and all(version == self.new for _, version in seen), str(seen))
            count = site.executions()
            until("new executions end", lambda: site.executions() > count + 1, 60)
        with case("rollback"):
            self.roll_back()
        with case("seen from outside after the rollback"):
            same("version", site.version(), self.old)
            seen = site.alive()
            holds("every server is alive on it", seen and all(version == self.old for _, version in seen), str(seen))
            count = site.executions()
            until("new executions end", lambda: site.executions() > count + 1, 60)
            after = site.tables()
            lost = [name for name, rows in self.before.items() if after.get(name, -1) < rows and name.lower() != "queues"]
            nothing("tables that lost rows", lost)

    def words(self, accepted):
        return ["run", self.site.address, "--to", self.new, "--jar", self.engines, "--yes", "--watch", "15",
                *(word for name in accepted for word in ("--accept", name))]

    def upgrade(self):
        accepted = ids_to_accept(self.assistant.call(*self.words([])))
        self.before = self.site.tables()
        started = time.monotonic()
        done = self.assistant.call(*self.words(accepted), JAVA_HOME=self.site.java_home)
        holds("exit 0", done.code == 0, str(done))
        self.report.hop("standalone", "H2", f"{self.old} -> {self.new}", time.monotonic() - started, None, str(self.site.executions()), "ok")

    def roll_back(self):
        started = time.monotonic()
        done = self.assistant.call("rollback", "last", "--yes")
        holds("exit 0", done.code == 0, str(done))
        self.report.hop("standalone", "H2", f"{self.new} -> {self.old}", time.monotonic() - started, None, str(self.site.executions()), "ok")


def make_suite(suite, report, engines, program, work):
    return Hops(report, engines, program, work, *{"old": ("0.19.26", "1.0.36"), "new": ("1.0.36", "2.0.8")}[suite])


def inside(suite, cache, program):
    # A name that resolves, and a loopback: H2 wants both.
    subprocess.run(["hostname", "localhost"], check=True)
    subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
    report = Report()
    with tempfile.TemporaryDirectory(prefix="real-", ignore_cleanup_errors=True) as work:
        one = make_suite(suite, report, engines_folder(cache), program, pathlib.Path(work))
        try:
            one.everything()
        finally:
            code = report.finish()
            keep = os.environ.get("REAL_KEEP")
            if keep and code:
                subprocess.run(["cp", "-a", work + "/.", keep], check=False)
            one.site.down()
    return code


def engines_folder(cache):
    return pathlib.Path(cache) / "engine"


def main():
    suite, cache, program = sys.argv[1:4]
    if "REAL_INSIDE" in os.environ:
        sys.exit(inside(suite, cache, program))
    if suite == "old" and too_long(4):
        return
    if not (JAVA / "bin/java").exists():
        print(f"SKIPPED: no {JAVA}.")
        return
    for named, version in ENGINES.items():
        started = time.time()
        built = subprocess.run([HERE / "kestra/build.sh", version, engines_folder(cache), named], stdout=subprocess.DEVNULL,
                               stderr=subprocess.PIPE, text=True)
        if built.returncode:
            print(f"SKIPPED: the modules of Kestra {version} cannot be fetched: {built.stderr.strip()[-500:]}")
            return
        print(f"engine {named} (modules {version}) after {time.time() - started:.1f} s", flush=True)
    os.environ["REAL_INSIDE"] = "1"
    os.execvp("unshare", ["unshare", "--net", "--uts", "--pid", "--fork", "--kill-child", "--mount-proc", sys.executable, "-B", __file__, *sys.argv[1:]])


main()
