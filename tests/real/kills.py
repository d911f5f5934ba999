# SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
# SPDX-License-Identifier: Apache-2.0
"""kill -9 at random moments of a run, then resume or rollback: always exactly the old or exactly the new."""

import json
import os
import random
import time

from assistant import Assistant, kill
from composesite import difference, until
from report import holds, nothing, same
from upandback import NEW, OLD


class Kills:
    def __init__(self, report, site, program, work, count):
        self.report, self.site, self.count = report, site, count
        self.assistant = Assistant(program, work / "home")
        self.seed = int(os.environ.get("REAL_SEED", 0)) or random.SystemRandom().randrange(1, 1 << 32)
        self.random = random.Random(self.seed)

    def everything(self):
        print(f"seed {self.seed} (REAL_SEED={self.seed} repeats it)")
        with self.report.case("old version up and filled"):
            self.site.up()
            self.site.fill(executions=30)
            self.before = self.site.record()
            self.accepted = self.assistant.ids_in_the_way(self.site.address, NEW)
            self.steps = len(self.assistant.call("plan", self.site.address, "--to", NEW).json["steps"])
        for number in range(self.count):
            # One in each part of the run, from the first step to the last.
            at = int((number + self.random.random()) * self.steps / self.count)
            way = ("rollback", "resume")[number % 2]
            delay = self.random.uniform(0, 1.5)
            with self.report.case(f"kill {number + 1}: at step {at + 1} of {self.steps} + {delay:.1f} s, then {way}"):
                # One that was done before it could be killed can only be taken back.
                self.go_on(way if self.kill_at(at, delay) == "interrupted" else "rollback")

    def kill_at(self, at, delay):
        process = self.assistant.start("run", self.site.address, "--to", NEW, "--yes", "--watch", "5",
                                       *(word for name in self.accepted for word in ("--accept", name)))
        seen = 0
        for line in process.stdout:
            event = json.loads(line)
            seen += event["event"] == "step" and event["state"] == "started"
            if seen > at:
                print(f"    killed in {event['id']}", flush=True)
                break
        time.sleep(delay)
        kill(process)
        state = self.assistant.call("runs").json[0]["state"]
        holds("state in the history", state == "interrupted" or (state == "upgraded" and process.returncode == 0), f"{state}, {process.returncode}")
        return state

    def go_on(self, way):
        site = self.site
        words = ["rollback", "last", "--yes"] if way == "rollback" else ["resume", "last"]
        done = self.assistant.call(*words)
        holds(f"{way}: exit 0", done.code == 0, str(done))
        if way == "resume":
            same("version after resume", site.version(), NEW)
            same("a new execution", site.start_execution("practice.daily/hello")["state"]["current"], "SUCCESS")
            same("state in the history", self.assistant.call("runs").json[0]["state"], "upgraded")
            back = self.assistant.call("rollback", "last", "--yes")
            holds("rollback: exit 0", back.code == 0, str(back))
        same("version after rollback", site.version(), OLD)
        site.settle()
        nothing("compared with before", difference(self.before, site.record()))
