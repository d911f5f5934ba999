# SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
# SPDX-License-Identifier: Apache-2.0
"""Containers that would take their data with them, registries that refuse, and images that do not come up."""

import os
import pathlib
import time

from assistant import Assistant
from composesite import difference, run, until
from containersite import CONFIGURATION, Fault, MovedTag, REGISTRY, forget
from report import holds, nothing, same
from upandback import NEW, OLD, STOPS


FAULTS = {"401": ("unauthorized", "authentication required"), "404": ("manifest unknown", "not found"),
          "429": ("toomanyrequests", "rate limit"), "hang": ("timeout", "awaiting headers", "deadline"), "cut": ("eof", "unexpected")}


class Refusals:
    """What is named while Kestra runs on; the installation is looked at after each row."""

    def __init__(self, report, site, program, work):
        self.report, self.site, self.work = report, site, work
        self.assistant = Assistant(program, work / "home")

    def everything(self):
        case, site = self.report.case, self.site
        with case("old version up and filled"):
            site.up()
            site.fill(executions=10)
            self.before = site.record()
            self.accepted = self.assistant.ids_in_the_way(site.address, NEW)
        self.rows(case)

    def run_words(self):
        return ["run", self.site.address, "--to", NEW, "--yes", "--watch", "5", *(word for name in self.accepted for word in ("--accept", name))]

    def as_it_was(self):
        nothing("the installation is as it was", difference(self.before, self.site.record()))

    def taken_back(self, call):
        """What failed before anything stopped needs no rollback; one is allowed, and changes nothing."""
        self.as_it_was()
        runs = self.assistant.call("runs").json
        if runs and runs[0]["state"] not in ("rolled-back", "kept"):
            back = self.assistant.call("rollback", "last", "--yes")
            holds("rollback: exit 0", back.code == 0, f"{call}\n{back}")
            self.as_it_was()


class Faults(Refusals):
    """A registry that refuses, hangs and breaks off."""

    def rows(self, case):
        for fault, words in FAULTS.items():
            with case(f"the registry answers with {fault}"):
                self.fault(fault, words)

    def fault(self, fault, words):
        for stop in STOPS:
            forget("v" + stop)
        started = time.monotonic()
        with Fault(fault):
            call = self.assistant.call(*self.run_words())
        print(f"    exit {call.code} after {time.monotonic() - started:.1f} s: {call.text.strip().splitlines()[-1][:300]}")
        holds("exit 1, 3 or 4", call.code in (1, 3, 4), str(call))
        holds(f"the message has one of {words}", any(word in call.text.lower() for word in words), str(call))
        self.taken_back(call)


class Images(Refusals):
    """Containers that would take their data with them, tags that move, and an image that does not come up."""

    def rows(self, case):
        with case("--rm, storage in the container, a setting that cannot be kept: before anything stops"):
            self.losses()
        with case("the tag moves between plan and fetch"):
            self.moved()
        with case("what runs was moved in the registry"):
            with MovedTag("v" + OLD, "v" + NEW):
                plan = self.assistant.call("plan", self.site.address, "--to", NEW)
            holds("the plan names it", any("moved" in text for text in plan.json["assumed"]), str(plan.json["assumed"]))
        with case("an image that ends at once: exit 3, and back"):
            self.does_not_come_up()

    def losses(self):
        own = ["--network", "flows", "--env", "KESTRA_CONFIGURATION", f"{REGISTRY}/kestra/kestra:v{OLD}", "server", "standalone"]
        environment = {**os.environ, "KESTRA_CONFIGURATION": CONFIGURATION.replace("pg:5432/kestra", "pg:5432/postgres")}
        for name, words, mentions in (
                ("removed", ["--rm", "--volume", "other-data:/app/storage"], ["--rm"]),
                ("removed-too", ["--rm", "--volume", "/app/storage"], ["--rm", "/app/storage", "docker cp"]),
                ("inside", [], ["/app/storage", "docker cp"]),
                ("profile", ["--volume", "other-data:/app/storage", "--security-opt", "seccomp=/tmp/profile.json"], ["seccomp"])):
            with open("/tmp/profile.json", "w") as file:
                file.write('{"defaultAction": "SCMP_ACT_ALLOW"}')
            run("docker", "run", "--detach", "--name", name, *words, *own, env=environment)
            until(f"{name} runs", lambda: run("docker", "inspect", "--format", "{{.State.Status}}", name).strip() == "running")
            plan = self.assistant.call("plan", f"docker:{name}", "--to", NEW, "--from", OLD)
            run("docker", "rm", "--force", "--volumes", name)
            holds("refused", plan.code in (3, 4), str(plan))
            missing = [word for word in [name, *mentions] if word not in plan.text]
            holds(f"the message says {missing}", not missing, str(plan))
        self.as_it_was()

    def moved(self):
        """Another client stands before the engine's: it moves the tag as soon as the planned image is to be fetched."""
        forget("v" + STOPS[0])
        forget("v" + NEW)
        folder = self.work / "bin"
        folder.mkdir()
        tags = pathlib.Path(os.environ["REAL_TAGS"]) / "kestra/kestra"
        real = run("sh", "-c", "command -v docker").strip()
        (folder / "docker").write_text(f'#!/bin/sh\n[ "$1" != pull ] || cp "{tags}/v{STOPS[0]}-crash" "{tags}/v{STOPS[0]}"\nexec {real} "$@"\n')
        (folder / "docker").chmod(0o755)
        was = (tags / f"v{STOPS[0]}").read_text()
        call = self.assistant.call(*self.run_words(), PATH=f"{folder}:{os.environ['PATH']}")
        (tags / f"v{STOPS[0]}").write_text(was)
        print(f"    exit {call.code}: {call.text.strip().splitlines()[-1][:300]}")
        holds("exit 1, 3 or 4", call.code in (1, 3, 4), str(call))
        holds("it says that the tag has moved", "has moved since the plan was made" in call.text, str(call))
        self.taken_back(call)

    def does_not_come_up(self):
        forget("v" + NEW)
        with MovedTag("v" + NEW, f"v{NEW}-crash"):
            call = self.assistant.call(*self.run_words())
        print(f"    exit {call.code}: {call.text.strip().splitlines()[-1][:300]}")
        same("exit code", call.code, 3)
        runs = self.assistant.call("runs").json
        if runs[0]["state"] != "rolled-back":
            back = self.assistant.call("rollback", "last", "--yes")
            holds("rollback: exit 0", back.code == 0, str(back))
        until("Kestra", lambda: self.site.version() == OLD)
        self.site.settle()
        self.as_it_was()
