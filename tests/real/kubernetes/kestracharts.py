#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
# SPDX-License-Identifier: Apache-2.0
"""kestracharts.py CHECKOUT GENERATION FOLDER: lays Kestra's own chart of generation 0 or 1 into FOLDER, out of a checkout of
kestra-io/helm-charts, and prints its version. Databases and stores that generation 0 could bring along are left out."""

import io
import pathlib
import re
import subprocess
import sys
import tarfile

checkout, generation, folder = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
VALUES = "charts/kestra/values.yaml"


def git(*words):
    return subprocess.run(["git", "-c", "safe.directory=*", "-C", checkout, *words], stdout=subprocess.PIPE, check=True).stdout


def newest():
    """The newest commit whose values are of the generation."""
    for commit in ["HEAD", *git("log", "--format=%H", "--", VALUES).decode().split()]:
        listed = git("ls-tree", commit, VALUES)
        is_old = listed and re.search(rb"(?m)^configuration:", git("show", f"{commit}:{VALUES}"))
        if listed and bool(is_old) == (generation == "0"):
            return commit
    sys.exit(f"No chart of generation {generation} in {checkout}.")


archive = git("archive", newest(), "charts/kestra")
with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
    tar.extractall(folder, filter="data")
chart = folder / "charts/kestra/Chart.yaml"
text = re.sub(r"(?ms)^dependencies:\n(?:[ -].*?\n)*", "", chart.read_text() + "\n")
chart.write_text(text)
(folder / "charts/kestra/Chart.lock").unlink(missing_ok=True)
print(re.search(r"(?m)^version: *\"?([^\"\n]+)", text)[1])
