# SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
# SPDX-License-Identifier: Apache-2.0
"""Up and back of containers that were started one by one: looked at, upgraded, seen from outside, taken back and compared."""

import os
import threading
import time

from assistant import Assistant
from composesite import difference, pulls, run
from containersite import CONFIGURATION, DATABASE_PASSWORD, ODD, PASSWORD, same_arguments
from report import holds, nothing, same
from upandback import NEW, OLD, STOPS

SECRETS = (PASSWORD, DATABASE_PASSWORD, "pa55-of-a-flow", "$(touch /tmp/owned)")


class Gap:
    """The longest stretch within which nobody answered a ping."""

    def __init__(self, site):
        self.site, self.longest, self.over = site, 0.0, threading.Event()
        self.thread = threading.Thread(target=self.look)

    def look(self):
        answered = time.monotonic()
        while not self.over.wait(0.2):
            if self.site.api("GET", "/ping")[0] == 200:
                answered = time.monotonic()
            self.longest = max(self.longest, time.monotonic() - answered)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.over.set()
        self.thread.join()


class UpAndBack:
    def __init__(self, report, site, program, work):
        self.report, self.site, self.work = report, site, work
        self.assistant = Assistant(program, work / "home of the assistant")

    def everything(self):
        case, site = self.report.case, self.site
        with case("old version up and filled"):
            site.up()
            site.fill(executions=30)
            same("version", site.version(), OLD)
            self.before = site.record()
        with case("find and show"):
            self.look()
        with case("plan: every argument, no value of a variable"):
            self.plan()
        with case(f"run to {NEW}"):
            self.upgrade()
        with case("seen from outside after the upgrade"):
            self.look_after_upgrade()
        with case("rollback"):
            done = self.assistant.call("rollback", "last", "--yes")
            holds("exit 0", done.code == 0, str(done))
        with case("seen from outside after the rollback"):
            self.look_after_rollback()

    def look(self):
        site, assistant = self.site, self.assistant
        found = assistant.call("find")
        same("exit code", found.code, 0)
        same("one installation and no neighbour", [one["id"] for one in found.json], [site.address])
        for name in site.kestra:
            shown = assistant.call("show", f"docker:{name}")
            same("exit code", shown.code, 0)
            same("every container leads to the installation", shown.json["id"], site.address)
        facts = shown.json
        same("version", facts["version"], OLD)
        same("components", {one["service"]: one["name"] for one in facts["components"]}, site.roles)
        same("login works", facts["api"]["loginWorks"], True)
        holds("a digest of what runs", all(image["digest"] for image in facts["images"]), str(facts["images"]))
        self.hidden(shown.text)
        for name in ("kestra-notes", "composed", "nobody"):
            same(f"{name} is none", assistant.call("show", f"docker:{name}").code, 1)

    def hidden(self, text):
        for secret in SECRETS:
            holds("no value of a variable in the output", secret not in text, secret)

    def plan(self):
        plan = self.assistant.call("plan", self.site.address, "--to", NEW)
        same("exit code", plan.code, 0)
        self.hidden(plan.text)
        tags = self.tags()
        for stop in STOPS:
            holds(f"the digest of {stop} is in the plan", tags["v" + stop] in plan.text, plan.text)
        nothing("assumed of digests", [one for one in plan.json["assumed"] if "igest" in one])
        shell = self.assistant.call("plan", self.site.address, "--to", NEW, "--as", "shell", json_output=False)
        self.hidden(shell.text)
        run("sh", "-n", input=shell.out)
        nothing("after looking", difference(self.before, self.site.record()))

    def tags(self):
        folder = os.path.join(os.environ["REAL_TAGS"], "kestra/kestra")
        return {tag: open(os.path.join(folder, tag)).read() for tag in os.listdir(folder)}

    def upgrade(self):
        self.accepted = self.assistant.ids_in_the_way(self.site.address, NEW)
        self.pulled = len(pulls())
        started = time.monotonic()
        with Gap(self.site) as gap:
            done = self.assistant.call("run", self.site.address, "--to", NEW, "--yes", "--watch", "10",
                                       *(word for name in self.accepted for word in ("--accept", name)))
        self.gap = gap.longest
        self.seconds = time.monotonic() - started
        holds("exit 0", done.code == 0, str(done))
        self.hidden(done.text)
        for folder, _, files in os.walk(self.assistant.home):
            for name in files:
                if "backups" not in folder:
                    data = open(os.path.join(folder, name), "rb").read()
                    holds(f"no value of a variable in {folder}/{name}", all(secret.encode() not in data for secret in SECRETS))
        # What runs is asked for as well, by its digest; nothing of it is fetched.
        wanted = {name for stop in STOPS for name in ("v" + stop, self.tags()["v" + stop])} | {self.tags()["v" + OLD]}
        nothing("unwanted pulls", [pull for pull in pulls()[self.pulled:] if pull.split()[1] not in wanted])

    def look_after_upgrade(self):
        site = self.site
        same("version", site.version(), NEW)
        after = site.record()
        nothing("neighbours", difference({"neighbours": self.before["neighbours"]}, after))
        nothing("arguments", same_arguments(self.before["arguments"], after["arguments"], NEW))
        holds("nothing of it was run", not os.path.exists("/tmp/owned"))
        environment = dict(entry.split("=", 1) for entry in site.inspected(site.kestra[-1])["Config"]["Env"])
        same("many lines, byte for byte", environment["KESTRA_CONFIGURATION"], CONFIGURATION)
        same("odd signs, byte for byte", environment["ODD"], ODD)
        same("line ends at the end", environment["TRAILING"], "two\nlines\n\n")
        same("the image's own variables are the new ones", environment["PRACTICE_VERSION"], NEW)
        for name in site.kestra:
            same(f"image of {name}", site.inspected(name)["Config"]["Image"].split(":")[-1], "v" + NEW)
            old = site.inspected(f"{name}-before-{OLD}")
            same("the old one is kept, stopped, and stays so", (old["State"]["Status"], old["HostConfig"]["RestartPolicy"]["Name"]), ("exited", "no"))
        same("found as one", [one["id"] for one in self.assistant.call("find").json], [site.address])
        same("a new execution", site.start_execution("practice.daily/hello")["state"]["current"], "SUCCESS")
        rows = self.before["rows"]["executions"].total()
        holds("no execution is lost", site.executions() >= rows + 1, str(site.executions()))

    def look_after_rollback(self):
        site = self.site
        same("version", site.version(), OLD)
        site.settle()
        nothing("compared with before", difference(self.before, site.record()))
        same("a new execution", site.start_execution("practice.daily/hello")["state"]["current"], "SUCCESS")
        self.report.hop("docker", "postgresql", f"{OLD} > {' > '.join(STOPS)} and back", self.seconds, self.gap,
                        str(self.before["rows"]["executions"].total()), "ok")
