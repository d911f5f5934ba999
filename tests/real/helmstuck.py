# SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
# SPDX-License-Identifier: Apache-2.0
"""Releases that a killed Helm left in pending-upgrade: seen, refused without consent, and repaired every time."""

import json
import os
import random
import signal
import subprocess
import time

from assistant import Assistant, ids_to_accept
from composesite import difference, until
from helmsite import CONTEXT
from report import holds, nothing, same
from upandback import NEW, OLD


class HelmStuck:
    def __init__(self, report, site, program, work, count):
        self.report, self.site, self.count = report, site, count
        self.assistant = Assistant(program, work / "home")
        self.seed = int(os.environ.get("REAL_SEED", 0)) or random.SystemRandom().randrange(1, 1 << 32)
        self.random = random.Random(self.seed)

    def everything(self):
        print(f"seed {self.seed} (REAL_SEED={self.seed} repeats it)")
        with self.report.case("old version up and filled"):
            self.site.up()
            self.site.fill(executions=5)
            self.before = self.site.record()
        repaired = 0
        for number in range(self.count):
            with self.report.case(f"release {number + 1} of {self.count} that is stuck"):
                self.get_stuck(number)
                self.repair(number)
                repaired += 1
        print(f"stuck releases repaired: {repaired} of {self.count}")

    def get_stuck(self, number):
        """A variable changes, so that there is something to wait for; killed while it waits, or while it writes."""
        site = self.site
        for _ in range(20):
            helm = subprocess.Popen(
                ["helm", "--kube-context", CONTEXT, "--namespace", site.namespace, "upgrade", site.release, str(site.chart), "--values",
                 str(site.values), "--set", f"common.podAnnotations.attempt=n{number}-{self.random.random()}", "--wait", "--timeout", "60s"],
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            end = time.monotonic() + self.random.uniform(0.3, 2.0)
            until("a release under way", lambda: helm.poll() is not None or site.status() == "pending-upgrade")
            time.sleep(max(0.0, min(end - time.monotonic(), 1.0)))
            helm.send_signal(signal.SIGKILL)
            helm.wait()
            if site.status() == "pending-upgrade":
                return
        raise RuntimeError("No release could be made to get stuck.")

    def repair(self, number):
        """The first one goes the whole way up and back; the others are cancelled as soon as the release is repaired."""
        site = self.site
        before = site.status()
        refused = self.assistant.call("run", site.address, "--to", NEW, "--yes")
        holds("without consent: exit 4, saying what is stuck", refused.code == 4 and "pending-upgrade" in refused.text, str(refused))
        same("release", site.status(), before)
        words = ["run", site.address, "--to", NEW, "--yes", "--watch", "3",
                 *(word for name in ids_to_accept(refused) for word in ("--accept", name))]
        if number == 0:
            done = self.assistant.call(*words)
            holds("run: exit 0", done.code == 0, str(done))
            same("version", site.version(), NEW)
            back = self.assistant.call("rollback", "last", "--yes")
            holds("rollback: exit 0", back.code == 0, str(back))
        else:
            self.cancel_when_repaired(words)
        until("Kestra", lambda: site.version() == OLD)
        same("release", site.status(), "deployed")
        site.rolled_out()
        site.settle()
        nothing("compared with before", difference(self.before, site.record()))

    def cancel_when_repaired(self, words):
        process = self.assistant.start(*words)
        seen = []
        for line in process.stdout:
            seen.append(line)
            event = json.loads(line)
            if event["event"] == "step" and event["id"].endswith("repair-release") and event["state"] == "done":
                process.send_signal(signal.SIGINT)
        err = process.stderr.read()
        process.wait()
        holds("cancelled: exit 130", process.returncode == 130, f"exit {process.returncode}\n{''.join(seen)[-3000:]}{err[-2000:]}")
