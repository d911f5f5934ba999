#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
# SPDX-License-Identifier: Apache-2.0
"""containers.py SUITE CACHE PRACTICE_KESTRA KESTRA_UPGRADE: Kestra in containers without Compose, on a real Docker engine. The
program starts itself again inside the engine's namespaces (docker/engine.sh)."""

import os
import pathlib
import subprocess
import sys
import tempfile
import time

import containersite
from containerfaults import Faults, Images
from containerkills import Kills
from containerupandback import UpAndBack
from report import Report

HERE = pathlib.Path(__file__).resolve().parent


def make_suite(suite, report, program, work):
    if suite == "standalone":
        return UpAndBack(report, containersite.standalone(), program, work)
    if suite == "roles":
        return UpAndBack(report, containersite.roles(), program, work)
    if suite == "kills":
        return Kills(report, containersite.standalone(), program, work)
    if suite == "images":
        return Images(report, containersite.standalone(), program, work)
    return Faults(report, containersite.standalone(), program, work)


def inside(suite, program):
    report = Report()
    print(f"engine up after {time.time() - float(os.environ['REAL_STARTED']):.1f} s", flush=True)
    with tempfile.TemporaryDirectory(prefix="real-", ignore_cleanup_errors=True) as work:
        one = make_suite(suite, report, program, pathlib.Path(work))
        try:
            one.everything()
        finally:
            code = report.finish()
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
