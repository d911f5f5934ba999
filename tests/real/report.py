# SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
# SPDX-License-Identifier: Apache-2.0
"""The table of what was tried, how long it took and what came of it."""

import contextlib
import sys
import time
import traceback


class Report:
    def __init__(self):
        self.rows = []

    @contextlib.contextmanager
    def case(self, name):
        """One row. A failed case does not hide the ones behind it."""
        """One row. A failed case does not hide the ones behind it; `stop` in fatal() does."""
        started = time.monotonic()
        print(f"--- {name}", flush=True)
        verdict = "ok"
        try:
            yield
        except Exception as error:
            verdict = f"FAILED: {str(error).splitlines()[0] if str(error) else type(error).__name__}"
            traceback.print_exc(file=sys.stdout)
        self.rows.append((name, time.monotonic() - started, verdict))
        print(f"    {verdict} ({self.rows[-1][1]:.1f} s)", flush=True)

    def finish(self):
        width = max(len(name) for name, _, _ in self.rows)
        print(f"\n{'case':{width}}  {'time':>7}  verdict")
        for name, seconds, verdict in self.rows:
            print(f"{name:{width}}  {seconds:5.1f} s  {verdict}")
        return 0 if all(verdict == "ok" for _, _, verdict in self.rows) else 1


def same(what, seen, wanted):
    if seen != wanted:
        raise AssertionError(f"{what}: {seen!r}, expected {wanted!r}")


def holds(what, condition, details=""):
    if not condition:
        raise AssertionError(f"{what}\n{details}" if details else what)


def nothing(what, differences):
    if differences:
        raise AssertionError(f"{what}: " + "; ".join(differences))
