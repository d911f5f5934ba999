# SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
# SPDX-License-Identifier: Apache-2.0
"""The whole job on one Helm release: looked at, backed up, upgraded, seen from outside, taken back and compared."""

import datetime
import json
import re
import time

from composesite import difference, run, until
from helmsite import Gap
from report import holds, nothing, same
from upandback import NEW, OLD, STATES, STOPS, UpAndBack

SECRETS = ("pa55-of-the-database", "k3str4-key-of-the-encryption-0000")


class HelmUpAndBack(UpAndBack):
    def look(self):
        case, assistant, site = self.report.case, self.assistant, self.site
        with case("find"):
            found = assistant.call("find")
            holds("found in the current context", found.code == 0 and site.address in [one["id"] for one in found.json], str(found))
        with case("show"):
            shown = assistant.call("show", site.address)
            holds("exit 0", shown.code == 0, str(shown))
            facts = shown.json
            same("version", facts["version"], OLD)
            same("kind", facts["kind"], "helm")
            same("components", sorted({one["name"] for one in facts["components"]}), sorted(site.kestra))
            same("tags", {image["tag"] for image in facts["images"]}, {"v" + OLD})
            same("database kind", facts["database"]["kind"], "postgresql")
            schema = site.sql("select version from flyway_schema_history where version is not null order by installed_rank desc limit 1")
            same("schema version", facts["database"]["schemaVersion"], schema.strip())
            self.passwords_are_hidden(shown)
        with case("findings"):
            findings = assistant.call("findings", site.address, "--to", NEW).json
            hits = {finding["id"]: finding["where"] for finding in findings if finding["verdict"] == "hits"}
            flows = json.dumps(hits.get("2.0/plugin-defaults-in-flows"))
            holds("flows are named", "practice.shop.each-shop" in flows and "practice.shop.stock-level" in flows, str(hits))
        with case("check"):
            checks = assistant.call("check", site.address, "--to", NEW)
            failed = [check for check in checks.json if check["verdict"] == "fail"]
            holds("no check fails", not failed, json.dumps(failed, indent=1))
        with case("plan as JSON, diff, shell, Markdown"):
            self.plan()
        with case("looking changed nothing"):
            nothing("after looking", difference(self.before, site.record()))

    def plan(self):
        plan = self.assistant.call("plan", self.site.address, "--to", NEW)
        holds("exit 0", plan.code == 0, str(plan))
        same("from, to", (plan.json["from"], plan.json["to"]), (OLD, NEW))
        holds("there is a point of no return", plan.json["pointOfNoReturn"] in [step["id"] for step in plan.json["steps"]])
        texts = {form: self.assistant.call("plan", self.site.address, "--to", NEW, "--as", form, json_output=False)
                 for form in ("diff", "shell", "markdown")}
        run("sh", "-n", input=texts["shell"].out)
        for output in (plan, *texts.values()):
            holds("exit 0", output.code == 0, str(output))
            self.passwords_are_hidden(output)

    def passwords_are_hidden(self, call, but=None):
        for secret in (self.site.login[1], *SECRETS):
            holds("no password in the output", secret not in call.text, str(call))

    def upgrade(self):
        with Gap(self.site) as gap:
            super().upgrade()
        for number, began, ended in hops_of(self.events):
            self.hop(f"to {STOPS[number]}", began, ended, gap)

    def hop(self, name, began, ended, gap):
        was, now = self.before["rows"]["executions"].total(), self.site.executions()
        self.report.hop(f"helm {self.site.name}", "postgresql", name, ended - began, gap.between(began, ended),
                        f"{now} executions, {was} before", "ok" if now >= was else "FAILED: executions are gone")

    def look_after_upgrade(self):
        site = self.site
        same("version", site.version(), NEW)
        same("release", site.status(), "deployed")
        after = site.record()
        nothing("neighbours and autoscalers", difference(self.before, after, leave_out=("rows", "files", "release", "images", "replicas", "storage", "version")))
        nothing("replicas", difference(self.before, after, leave_out=set(after) - {"replicas"}))
        digest = (self.tags / f"kestra/kestra/v{NEW}").read_text().strip()
        for pod in site.pods():
            holds(f"{pod['pod']} runs {NEW}", pod["digest"] == digest and pod["ready"], str(pod))
        holds("the release names the new tag", f"kestra/kestra:v{NEW}" in after["release"]["manifest"] and
              f"kestra/kestra:v{OLD}" not in after["release"]["manifest"], after["release"]["manifest"][-3000:])
        for number in self.long_ones:
            same("execution under way at the start", site.execution_state(number), "SUCCESS")
        same("a new execution", site.start_execution("practice.daily/hello")["state"]["current"], "SUCCESS")
        holds("no execution is lost", site.executions() >= self.before["rows"]["executions"].total() + 1, str(site.executions()))
        same("a value of before", site.api("GET", "/api/v1/main/namespaces/practice.daily/kv/key-7")[0], 200)
        runs = self.assistant.call("runs").json
        same("newest run", (runs[0]["state"], runs[0]["from"], runs[0]["to"]), ("upgraded", OLD, NEW))
        holds("only states of the contract", all(one["state"] in STATES for one in runs), str(runs))
        report = self.work / "report.html"
        same("report", self.assistant.call("report", "last", "--out", report).code, 0)
        text = report.read_text()
        holds("the report names both versions and no password", OLD in text and NEW in text and not any(secret in text for secret in SECRETS))

    def roll_back(self):
        with Gap(self.site) as gap:
            super().roll_back()
            self.site.rolled_out()
            until("Kestra's ping", lambda: self.site.api("GET", "/ping")[0] == 200)
        self.hop(f"back to {OLD}", gap.began, time.time(), gap)


def hops_of(events):
    """(number, beginning, end) of each hop, told apart by the steps that write a version."""
    at = [datetime.datetime.fromisoformat(event["time"]).timestamp() for event in events if "time" in event]
    sets = [datetime.datetime.fromisoformat(event["time"]).timestamp() for event in events
            if event["event"] == "step" and event["state"] == "started" and re.search(r"-set-version-\d+-\d+-\d+$", event["id"])]
    # The first hop begins with the run, every other one with the step that ends the one before.
    borders = [at[0], *sets[1:], at[-1]]
    return [(number, borders[number], borders[number + 1]) for number in range(len(borders) - 1)]
