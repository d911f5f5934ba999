# SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
# SPDX-License-Identifier: Apache-2.0
"""What bad clusters and bad images get: a sentence that names the reason, the right exit code, and a release as it was."""

import json
import os
import pathlib
import time

from assistant import Assistant
from composesite import difference, run, until
from helmsite import CONTEXT
from report import holds, nothing, same
from upandback import NEW, OLD

STOP = "1.3.44"


class HelmRefusals:
    def __init__(self, report, site, program, work):
        self.report, self.site, self.work = report, site, work
        self.assistant = Assistant(program, work / "home")
        self.tags = pathlib.Path(os.environ["REAL_TAGS"]) / "kestra/kestra"

    def everything(self):
        case, site = self.report.case, self.site
        with case("old version up and filled"):
            site.up()
            site.fill(executions=10)
            self.before = site.record()
        self.accepted = self.assistant.ids_in_the_way(site.address, NEW)
        self.places()
        self.rights()
        self.images()

    def as_it_was(self, leave_out=()):
        until("Kestra's ping", lambda: self.site.api("GET", "/ping")[0] == 200)
        same("version", self.site.version(), OLD)
        self.site.settle()
        nothing("the installation is as it was", difference(self.before, self.site.record(), leave_out))

    def refused(self, name, words, *, codes, mentions, **environment):
        with self.report.case(name):
            started = time.monotonic()
            call = self.assistant.call(*words, **environment)
            seconds = time.monotonic() - started
            holds(f"exit {codes}", call.code in codes, str(call))
            missing = [word for word in mentions if word.lower() not in call.text.lower()]
            holds(f"the message says {missing}", not missing, str(call))
            holds("within a minute", seconds < 60)
            print("    " + call.text.strip()[-300:].replace("\n", "\n    "))
            self.as_it_was()

    def run_words(self, address=None, version=NEW):
        return ["run", address or self.site.address, "--to", version, "--yes", "--watch", "5",
                *(word for name in self.accepted for word in ("--accept", name))]

    def places(self):
        site = self.site
        place = f"{site.namespace}/{site.release}"
        self.refused("context that points elsewhere", self.run_words(f"helm:elsewhere/{place}"), codes=(1, 4), mentions=["elsewhere"])
        self.refused("context that nobody knows", self.run_words(f"helm:nobody/{place}"), codes=(1, 2, 4), mentions=["nobody"])
        self.refused("release that is not there", self.run_words(f"helm:{CONTEXT}/{site.namespace}/nothing"), codes=(1, 2, 4), mentions=["nothing"])
        self.refused("namespace that is not there", self.run_words(f"helm:{CONTEXT}/nowhere/{site.release}"), codes=(1, 2, 4), mentions=["nowhere"])
        no_tools = self.work / "no tools"
        no_tools.mkdir()
        self.refused("neither kubectl nor helm", self.run_words(), codes=(1, 4), mentions=["kubectl"], PATH=str(no_tools))
        self.refused("no kubeconfig", self.run_words(), codes=(1, 4), mentions=[CONTEXT], KUBECONFIG=str(self.work / "nowhere"))

    def rights(self):
        """A person who may only look: every right that is missing is named before anything is touched."""
        site = self.site
        address = f"helm:viewer/{site.namespace}/{site.release}"
        self.refused("no rights at all", self.run_words(address), codes=(1, 4), mentions=["forbidden"])
        site.kubectl("create", "rolebinding", "looks", "--clusterrole=view", "--user=viewer")
        self.refused("role view, which sees no secrets", self.run_words(address), codes=(1, 4), mentions=["secrets"])
        site.kubectl("create", "role", "sees", "--verb=get,list", "--resource=secrets")
        site.kubectl("create", "rolebinding", "sees", "--role=sees", "--user=viewer")
        self.refused("role view and secrets: run", self.run_words(address), codes=(1, 4), mentions=["patch", "deployments"])
        with self.report.case("role view and secrets: show works, check names the rights"):
            shown = self.assistant.call("show", address)
            holds("exit 0", shown.code == 0 and shown.json["version"] == OLD, str(shown))
            failed = [one for one in self.assistant.call("check", address, "--to", NEW).json if one["verdict"] == "fail"]
            holds("a check names deployments", any("deployments" in one["message"] for one in failed), json.dumps(failed, indent=1))

    def images(self):
        """Seen when the image is to be fetched, before anything stops; or when it does not come up, and taken back."""
        wanted = self.tags / f"v{STOP}"
        good = wanted.read_text()
        with self.report.case("image that is not there: nothing was stopped"):
            started = {pod["pod"] for pod in self.site.pods()}
            wanted.unlink()
            call = self.assistant.call(*self.run_words())
            wanted.write_text(good)
            holds("exit 1 or 4, naming the image", call.code in (1, 4) and f"v{STOP}" in call.text, str(call))
            same("the same pods", {pod["pod"] for pod in self.site.pods()}, started)
            self.as_it_was()
        for bad, words in (("crash", ("crash", "exit")), ("unready", ("ready", "health", "startup"))):
            with self.report.case(f"image that is {bad}: taken back"):
                wanted.write_text((self.tags / f"v{STOP}-{bad}").read_text())
                call = self.assistant.call(*self.run_words())
                wanted.write_text(good)
                holds("exit 1 or 3", call.code in (1, 3), str(call))
                holds(f"the message has one of {words}", any(word in call.text.lower() for word in words), str(call))
                if call.code == 3:
                    print("    a person is needed: " + call.text.strip()[-300:])
                    back = self.assistant.call("rollback", "last", "--yes")
                    holds("rollback: exit 0", back.code == 0, str(back))
                self.forget_image(good)
                self.as_it_was()

    def forget_image(self, good):
        """So that the next one is fetched anew."""
        words = ["ctr", "--address", os.environ["REAL_STATE"] + "/containerd.sock", "--namespace", "k8s.io", "images"]
        names = [line.split()[0] for line in run(*words, "ls").splitlines() if f"kestra/kestra:v{STOP}" in line or f"v{STOP}" in line]
        if names:
            run(*words, "rm", "--sync", *names)


