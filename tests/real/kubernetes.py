#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
# SPDX-License-Identifier: Apache-2.0
"""kubernetes.py SUITE CACHE PRACTICE_KESTRA KESTRA_UPGRADE: runs a suite on a Kubernetes of its own. The program starts
itself again inside the cluster's namespaces (kubernetes/cluster.sh)."""

import os
import pathlib
import subprocess
import sys
import tempfile
import time

import helmsite
from helmbed import HelmBed
from helmkills import HelmKills
from helmrefusals import HelmRefusals
from helmstuck import HelmStuck
from helmupandback import HelmUpAndBack
from report import Report, too_long

# Minutes of what is left out unless it is asked for.
LONG = {"bed": 3, "separate": 7, "old": 5, "own-chart-0": 5, "own-chart-1": 5, "stuck": 15, "kills": 10}
HERE = pathlib.Path(__file__).resolve().parent


def make_suite(suite, report, program, work):
    folder = work / "a folder"
    if suite == "bed":
        return HelmBed(report, helmsite.separate(folder), program, work)
    if suite == "standalone":
        return HelmUpAndBack(report, helmsite.standalone(folder), program, work, running=0)
    if suite == "separate":
        return HelmUpAndBack(report, helmsite.separate(folder), program, work, running=2)
    if suite.startswith("own-chart-"):
        return HelmUpAndBack(report, helmsite.own_chart(suite[-1], os.environ["KESTRA_CHARTS"], folder), program, work, running=0)
    if suite == "old":
        return HelmUpAndBack(report, helmsite.old(folder), program, work, running=0)
    if suite == "refusals":
        return HelmRefusals(report, helmsite.standalone(folder), program, work)
    if suite == "stuck":
        return HelmStuck(report, helmsite.standalone(folder), program, work, count=20)
    return HelmKills(report, helmsite.separate(folder), program, work, count=3)


def inside(suite, program):
    report = Report()
    print(f"cluster up after {time.time() - float(os.environ['REAL_STARTED']):.1f} s", flush=True)
    with tempfile.TemporaryDirectory(prefix="real-", ignore_cleanup_errors=True) as work:
        one = make_suite(suite, report, program, pathlib.Path(work))
        try:
            one.everything()
        finally:
            code = report.finish()
            keep = os.environ.get("REAL_KEEP")
            if keep and code:
                subprocess.run(["cp", "-a", work + "/.", os.environ["REAL_STATE"] + "/log", keep], check=False)
    return code


def main():
    suite, cache, practice, program = sys.argv[1:5]
    if "REAL_STATE" in os.environ:
        sys.exit(inside(suite, program))
    if suite in LONG and too_long(LONG[suite]):
        return
    if suite.startswith("own-chart-") and "KESTRA_CHARTS" not in os.environ:
        print("SKIPPED: KESTRA_CHARTS names no checkout of kestra-io/helm-charts.")
        return
    started = time.time()
    built = subprocess.run([HERE / "kubernetes/box/build.sh", cache], stdout=subprocess.PIPE, text=True)
    programs = built.stdout.strip().rpartition("\n")[2]
    if built.returncode or programs.startswith("SKIPPED"):
        print(programs or "Kubernetes could not be built.")
        sys.exit(built.returncode)
    print(f"Kubernetes and Helm after {time.time() - started:.1f} s", flush=True)
    registry = subprocess.run([HERE / "docker/images.py", cache, practice], stdout=subprocess.PIPE, text=True, check=True).stdout.strip()
    print(f"images after {time.time() - started:.1f} s", flush=True)
    os.environ["REAL_STARTED"] = str(time.time())
    os.execv("/bin/bash", ["bash", str(HERE / "kubernetes/cluster.sh"), programs, registry, sys.executable, __file__, *sys.argv[1:]])


main()
