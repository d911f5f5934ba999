# SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
# SPDX-License-Identifier: Apache-2.0
"""The table of what was tried, how long it took and what came of it."""

import contextlib
import os
import sys
import time
import traceback


class Report:
    def __init__(self):
        self.rows = []
        self.hops = []

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

    def hop(self, kind, database, name, seconds, gap, rows, verdict):
        """A row of the second table: an upgrade as its owner lives it. `gap`: seconds without an answer at a stretch; None: not measured."""
        self.hops.append((kind, database, name, f"{seconds:.1f} s", "not measured" if gap is None else f"{gap:.1f} s", rows, verdict))

    def finish(self):
        width = max(len(name) for name, _, _ in self.rows)
        print(f"\n{'case':{width}}  {'time':>7}  verdict")
        for name, seconds, verdict in self.rows:
            print(f"{name:{width}}  {seconds:5.1f} s  {verdict}")
        if self.hops:
            table = [("kind", "database", "hop", "time", "gap", "rows", "verdict"), *self.hops]
            widths = [max(len(row[column]) for row in table) for column in range(len(table[0]))]
            print()
            for row in table:
                print("  ".join(f"{cell:{width}}" for cell, width in zip(row, widths)).rstrip())
        failed = [verdict for *_, verdict in [*self.rows, *self.hops] if verdict != "ok"]
        return 1 if failed else 0


def same(what, seen, wanted):
    if seen != wanted:
        raise AssertionError(f"{what}: {seen!r}, expected {wanted!r}")


def holds(what, condition, details=""):
    if not condition:
        raise AssertionError(f"{what}\n{details}" if details else what)


def nothing(what, differences):
    if differences:
        raise AssertionError(f"{what}: " + "; ".join(differences))


def too_long(minutes):
    """Whether a suite is left out because of its length; said, never silent."""
    if os.environ.get("REAL_LONG"):
        return False
    print(f"SKIPPED: takes about {minutes} minutes; REAL_LONG=1 packaging/test -L real runs it.")
    return True
