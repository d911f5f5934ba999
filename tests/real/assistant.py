# SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
# SPDX-License-Identifier: Apache-2.0
"""kestra-upgrade as an administrator calls it, with a home of its own."""

import json
import os
import re
import signal
import subprocess


class Call:
    """One finished call: exit code, output, and what --json printed."""

    def __init__(self, words, code, out, err):
        self.words, self.code, self.out, self.err = words, code, out, err

    @property
    def json(self):
        return json.loads(self.out)

    @property
    def events(self):
        return [json.loads(line) for line in self.out.splitlines() if line.startswith("{")]

    @property
    def text(self):
        return self.out + self.err

    def __str__(self):
        return f"{' '.join(self.words)}: exit {self.code}\n{self.out[-3000:]}{self.err[-3000:]}"


class Assistant:
    def __init__(self, program, home):
        self.program, self.home = str(program), str(home)
        self.calls = []

    def words(self, *words, json_output=True):
        return [self.program, "--home", self.home, *(["--json"] if json_output else []), *map(str, words)]

    def environment(self, more):
        kept = {key: value for key, value in os.environ.items() if not key.startswith(("XDG_", "DBUS_"))}
        return {**kept, "HOME": self.home + "-user", **more}

    def call(self, *words, json_output=True, **environment):
        command = self.words(*words, json_output=json_output)
        done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                              timeout=900, env=self.environment(environment))
        return Call(command, done.returncode, done.stdout, done.stderr)

    def start(self, *words, **environment):
        """A call that goes on; its JSON lines are read from its stdout."""
        return subprocess.Popen(self.words(*words), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                                env=self.environment(environment))

    def ids_in_the_way(self, address, version):
        return ids_to_accept(self.call("run", address, "--to", version, "--yes"))


def ids_to_accept(refused):
    """What a run without answers names: each must be accepted by its id."""
    return re.findall(r"--accept (\S+)", refused.text)


def kill(process):
    process.send_signal(signal.SIGKILL)
    out, err = process.communicate()
    return out, err
