# SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
# SPDX-License-Identifier: Apache-2.0
"""The cluster itself, without the assistant: what the other suites take for granted is real here."""

import json
import os
import pathlib
import signal
import subprocess
import time

from composesite import difference, run, until
from helmsite import CONTEXT, Gap
from report import holds, nothing, same
from upandback import NEW, OLD, STOPS


class HelmBed:
    def __init__(self, report, site, program, work):
        self.report, self.site = report, site
        self.tags = pathlib.Path(os.environ["REAL_TAGS"]) / "kestra/kestra"

    def everything(self):
        case, site = self.report.case, self.site
        with case("old version up and filled"):
            site.up()
            site.fill(executions=60)
            self.before = site.record()
            same("version", site.version(), OLD)
            same("image", {pod["digest"] for pod in site.pods()}, {(self.tags / f"v{OLD}").read_text()})
            self.ready = True
        if not hasattr(self, "ready"):
            return
        with case("exec, logs, jobs and their exit codes"):
            self.pods_run()
        with case("a bare restart"):
            self.restart()
        for was, version in zip([OLD, *STOPS], STOPS):
            with case(f"to {version} by hand"):
                self.by_hand(was, version)
        with case("an image that cannot be pulled, one that crashes"):
            self.bad_images()
        with case("a killed helm blocks the release"):
            self.killed()
        with case("rights"):
            self.rights()

    def pods_run(self):
        site = self.site
        pod = site.pods()[0]["pod"]
        code = subprocess.run(["kubectl", "--context", CONTEXT, "--namespace", site.namespace, "exec", pod, "--", "sh", "-c", "exit 7"],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
        same("exit code through exec", code, 7)
        holds("log", site.kubectl("logs", pod).strip())
        same("a name of the cluster", site.kubectl("exec", pod, "--", "sh", "-c", f"curl -s -o /dev/null -w '%{{http_code}}' {site.service}:8080/ping").strip(), "200")
        for name, command, condition in (("good", "true", "complete"), ("bad", "exit 3", "failed")):
            site.kubectl("apply", "--filename", "-", input=json.dumps({
                "apiVersion": "batch/v1", "kind": "Job", "metadata": {"name": name}, "spec": {"backoffLimit": 0, "template": {"spec": {
                    "restartPolicy": "Never", "containers": [{"name": "x", "image": "postgres:17", "command": ["sh", "-c", command]}]}}}}))
            site.kubectl("wait", f"--for=condition={condition}", f"job/{name}", "--timeout=30s")
            site.kubectl("delete", "job", name)

    def restart(self):
        """What nobody can do faster: the shortest gap there is."""
        site, began = self.site, time.time()
        with Gap(site) as gap:
            for replicas in ("0", "1"):
                site.kubectl("scale", "--replicas", replicas, site.workload("webserver"))
                site.rolled_out()
            until("Kestra's ping", lambda: site.api("GET", "/ping")[0] == 200)
        self.hop("webserver stopped and started", began, gap)

    def by_hand(self, was, version):
        site, began = self.site, time.time()
        with Gap(site) as gap:
            site.kubectl("scale", "--replicas", "0", *(site.workload(component) for component in site.kestra))
            site.rolled_out()
            site.helm("upgrade", site.release, str(site.chart), "--values", str(site.values), "--set", f"image.tag=v{version}")
            site.rolled_out()
            until("Kestra's ping", lambda: site.api("GET", "/ping")[0] == 200)
        same("version", site.version(), version)
        same("image", {pod["digest"] for pod in site.pods()}, {(self.tags / f"v{version}").read_text()})
        nothing("beside it", difference({**self.before, "neighbours": site.neighbours()}, site.record(),
                                        leave_out=("rows", "release", "images", "version", "neighbours", "storage")))
        self.hop(f"{was} to {version} by hand", began, gap)

    def hop(self, name, began, gap):
        was, now = self.before["rows"]["executions"].total(), self.site.executions()
        same("executions", now, was)
        self.report.hop(f"helm {self.site.name}", "postgresql", name, time.time() - began, gap.between(began, time.time()),
                        f"{now} executions, {was} before", "ok")

    def reasons(self):
        return [state["reason"] for pod in self.site.objects("pods") for status in pod["status"].get("containerStatuses", [])
                for state in status["state"].values() if "reason" in state]

    def bad_images(self):
        site = self.site
        for tag, reasons in ((f"v{NEW}-nowhere", ("ErrImagePull", "ImagePullBackOff")), (f"v{NEW}-crash", ("CrashLoopBackOff", "Error"))):
            site.helm("upgrade", site.release, str(site.chart), "--values", str(site.values), "--set", f"image.tag={tag}")
            until(f"one of {reasons}", lambda: set(self.reasons()) & set(reasons))
            site.helm("rollback", site.release, "--wait", "--timeout", "60s")
            site.rolled_out()
        same("version", site.version(), NEW)

    def killed(self):
        site = self.site
        words = ["helm", "--kube-context", CONTEXT, "--namespace", site.namespace, "upgrade", site.release, str(site.chart), "--values",
                 str(site.values), "--set", f"image.tag=v{NEW}-unready", "--wait", "--timeout", "60s"]
        helm = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        until("a release under way", lambda: site.status() == "pending-upgrade")
        helm.send_signal(signal.SIGKILL)
        helm.wait()
        same("release", site.status(), "pending-upgrade")
        refused = subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        holds("the next one is refused", refused.returncode == 1 and "another operation" in refused.stdout, refused.stdout)
        site.helm("rollback", site.release, "--wait", "--timeout", "60s")
        same("release", site.status(), "deployed")

    def rights(self):
        site = self.site
        words = ["kubectl", "--context", "viewer", "--namespace", site.namespace]
        holds("a stranger sees nothing", "forbidden" in subprocess.run([*words, "get", "pods"], stderr=subprocess.PIPE, text=True).stderr)
        site.kubectl("create", "rolebinding", "looks", "--clusterrole=view", "--user=viewer")
        until("pods seen", lambda: run(*words, "get", "pods", "--output", "name", check=False))
        same("may scale", run(*words, "auth", "can-i", "patch", "deployments/scale", check=False).strip(), "no")
