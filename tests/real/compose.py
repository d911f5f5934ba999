#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
# SPDX-License-Identifier: Apache-2.0
"""compose.py SUITE CACHE PRACTICE_KESTRA KESTRA_UPGRADE: runs a suite on a real Docker engine. The program starts itself
again inside the engine's namespaces (docker/engine.sh)."""

import os
import pathlib
import subprocess
import sys
import tempfile
import time

import composesite
from kills import Kills
from refusals import Refusals
from report import Report
from upandback import UpAndBack

HERE = pathlib.Path(__file__).resolve().parent


def make_suite(suite, report, program, work):
    folder = work / "a folder"
    if suite == "official":
        return UpAndBack(report, composesite.official(folder), program, work, running=0)
    if suite == "separate":
        return UpAndBack(report, composesite.separate(folder), program, work, running=2)
    if suite == "refusals":
        return Refusals(report, composesite.official(folder), program, work)
    return Kills(report, composesite.separate(folder), program, work, count=4)


def inside(suite, program):
    report = Report()
    print(f"engine up after {time.time() - float(os.environ['REAL_STARTED']):.1f} s", flush=True)
    with tempfile.TemporaryDirectory(prefix="real-", ignore_cleanup_errors=True) as work:
        one = make_suite(suite, report, program, pathlib.Path(work))
        try:
            one.everything()
        finally:
            code = report.finish()
            keep = os.environ.get("REAL_KEEP")
            if keep and code:
                subprocess.run(["cp", "-a", work + "/.", keep], check=False)
            one.site.down()
    return code


def main():
    suite, cache, practice, program = sys.argv[1:5]
    if "REAL_STATE" in os.environ:
        sys.exit(inside(suite, program))
    started = time.time()
    registry = subprocess.run([HERE / "docker/images.py", cache, practice], stdout=subprocess.PIPE, text=True, check=True).stdout.strip()
    print(f"images after {time.time() - started:.1f} s", flush=True)
    os.environ["REAL_STARTED"] = str(time.time())
    os.execv("/bin/bash", ["bash", str(HERE / "docker/engine.sh"), registry, sys.executable, __file__, *sys.argv[1:]])


main()
