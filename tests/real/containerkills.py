# SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
# SPDX-License-Identifier: Apache-2.0
"""kill -9 of the assistant between the rename of the old container and the creation of the new one, in each hop."""

import os

from assistant import Assistant, kill
from composesite import difference, run, until
from containersite import same_arguments
from report import holds, nothing, same
from upandback import NEW, OLD, STOPS

# Stands in the way of `docker create` once, when the file says of which image.
WRAPPER = """#!/bin/sh
if [ -s "{0}" ] && [ "$1" = create ]; then
  case " $* " in *":$(cat "{0}") "*) rm "{0}"; exec sleep 300;; esac
fi
exec {1} "$@"
"""


class Kills:
    def __init__(self, report, site, program, work):
        self.report, self.site, self.work = report, site, work
        self.assistant = Assistant(program, work / "home")
        self.door = work / "door"

    def everything(self):
        case, site = self.report.case, self.site
        with case("old version up and filled"):
            site.up()
            site.fill(executions=10)
            self.before = site.record()
            self.accepted = self.assistant.ids_in_the_way(site.address, NEW)
            folder = self.work / "bin"
            folder.mkdir()
            real = run("sh", "-c", "command -v docker").strip()
            (folder / "docker").write_text(WRAPPER.format(self.door, real))
            (folder / "docker").chmod(0o755)
            self.path = f"{folder}:{os.environ['PATH']}"
        with case(f"killed between rename and create of {STOPS[0]}, then rollback"):
            self.killed_before(STOPS[0])
            self.roll_back()
        with case(f"killed between rename and create of {NEW}, then resume and keep"):
            self.killed_before(NEW)
            done = self.assistant.call("resume", "last")
            holds("exit 0", done.code == 0, str(done))
            same("version", site.version(), NEW)
            nothing("arguments", same_arguments(self.before["arguments"], site.record()["arguments"], NEW))
            kept = self.assistant.call("commit", "last", "--yes")
            holds("commit: exit 0", kept.code == 0, str(kept))
            same("what stepped aside is gone", sorted(run("docker", "ps", "--all", "--format", "{{.Names}}").split()),
                 self.before["containers"])
            same("version", site.version(), NEW)
            nothing("volumes", difference({"storage": self.before["storage"]}, site.record()))

    def killed_before(self, version):
        self.door.write_text("v" + version)
        process = self.assistant.start("run", self.site.address, "--to", NEW, "--yes", "--watch", "5",
                                       *(word for name in self.accepted for word in ("--accept", name)), PATH=self.path)
        until("the creation", lambda: not self.door.exists() or process.poll() is not None, seconds=150)
        kill(process)
        holds("it was killed", process.returncode == -9, str(process.returncode))
        [name] = self.site.kestra
        same("nothing has the name", self.site.container(name), [])
        same("the old one is there", self.site.inspected(f"{name}-before-{OLD}")["State"]["Status"], "exited")

    def roll_back(self):
        done = self.assistant.call("rollback", "last", "--yes")
        holds("exit 0", done.code == 0, str(done))
        same("version", self.site.version(), OLD)
        self.site.settle()
        nothing("compared with before", difference(self.before, self.site.record()))
