# SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
# SPDX-License-Identifier: Apache-2.0
"""An installation of Kestra's own engine as plain Java processes, with an H2 database server of its own. Knows nothing of
the assistant. Kestra's command line and web server were never published: what the API would say is read from the tables."""

import json
import os
import pathlib
import signal
import shutil
import subprocess
import time
import urllib.request

from composesite import run, until

HERE = pathlib.Path(__file__).resolve().parent
PASSWORD = "pa55-of-the-database"


class EngineSite:
    def __init__(self, folder, engines, version, *, roles=("standalone",), flows="flows", java_home):
        self.folder, self.engines, self.roles = pathlib.Path(folder), pathlib.Path(engines), roles
        self.java_home = java_home
        self.folder.mkdir()
        shutil.copytree(HERE / "kestra" / flows, self.folder / "flows")
        (self.folder / f"kestra-{version}").symlink_to(self.engines / f"kestra-{version}")
        (self.folder / "kestra").symlink_to(f"kestra-{version}")
        for number, role in enumerate(roles):
            self.configuration(role).write_text(self.settings(number))
        self.server = None

    @property
    def address(self):
        return f"standalone:{self.folder}"

    @property
    def url(self):
        return "jdbc:h2:tcp://127.0.0.1:9092/./kestra;TIME ZONE=UTC"

    def configuration(self, role):
        return self.folder / f"{role}.yaml"

    def settings(self, number):
        return f"""\
datasources:
  h2:
    url: {self.url}
    driverClassName: org.h2.Driver
    username: sa
    password: {PASSWORD}
kestra:
  repository:
    type: h2
  queue:
    type: h2
  storage:
    type: local
    local:
      base-path: "{self.folder}/storage"
  server:
    terminationGracePeriod: 60s
micronaut:
  server:
    port: {8080 + 10 * number}
endpoints:
  all:
    port: {8081 + 10 * number}
"""

    def environment(self):
        return {**os.environ, "JAVA_HOME": self.java_home, "JAVA_OPTS": "-Xmx512m"}

    def up(self):
        """The newest engine's class path serves the database for every version, as a database server of its own would."""
        newest = sorted(self.engines.glob("kestra-2*"))[-1]
        (self.folder / "h2").mkdir(exist_ok=True)
        self.server = subprocess.Popen(
            [f"{self.java_home}/bin/java", "-Xmx512m", "-cp", newest, "org.h2.tools.Server", "-tcp", "-tcpPort", "9092", "-ifNotExists",
             "-baseDir", self.folder / "h2"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        time.sleep(2)
        for role in self.roles:
            self.start(role)
        until("every role alive", lambda: len(self.alive()) >= len(self.roles), 180)

    def start(self, role):
        flows = ["--flow-path", str(self.folder / "flows")] if role in ("standalone", "executor") else []
        with open(self.folder / f"{role}.log", "ab") as log:
            subprocess.Popen(["./kestra", "server", role, "--config", str(self.configuration(role)), *flows], cwd=self.folder,
                             env=self.environment(), stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True)

    def processes(self):
        """pid -> command of every Kestra of this folder."""
        found = {}
        for path in pathlib.Path("/proc").glob("[0-9]*"):
            try:
                words = (path / "cmdline").read_bytes().split(b"\0")
                if b"server" in words and os.readlink(path / "cwd") == str(self.folder) and words[0].endswith(b"java"):
                    found[int(path.name)] = b" ".join(words).decode()
            except OSError:
                continue
        return found

    def down(self):
        for pid in self.processes():
            os.kill(pid, signal.SIGKILL)
        if self.server:
            self.server.kill()
            self.server.wait()

    def sql(self, statement):
        """Rows as lists of text."""
        newest = sorted(self.engines.glob("kestra-2*"))[-1]
        done = run(f"{self.java_home}/bin/java", "-cp", str(newest), "org.h2.tools.Shell", "-url", self.url, "-user", "sa",
                   "-password", PASSWORD, "-sql", statement)
        lines = done.splitlines()
        return [[cell.strip() for cell in line.split("|")] for line in lines[1:] if not line.startswith("(")]

    def alive(self):
        """Kinds of server whose last sign of life is fresh, with their version."""
        rows = self.sql("select json from (select \"value\" as json, \"updated_at\" as at, \"state\" as state from service_instance) "
                        "where state = 'RUNNING' and at > dateadd(second, -15, current_timestamp)")
        found = [json.loads(row[0]) for row in rows if row and row[0].startswith("{")]
        return sorted({(one["type"], one["server"]["version"]) for one in found})

    def executions(self, state="SUCCESS", flow="tick"):
        rows = self.sql(f"select count(*) from executions where \"state_current\" = '{state}' and \"flow_id\" = '{flow}'")
        return int(rows[0][0])

    def tables(self):
        """Rows of every table that no living process changes by itself."""
        names = [row[0] for row in self.sql("select table_name from information_schema.tables where table_schema = 'PUBLIC'")]
        counts = " union all ".join(f"select '{name}', count(*) from \"{name}\"" for name in names)
        return {name: int(rows) for name, rows in self.sql(counts)}

    def version(self):
        try:
            with urllib.request.urlopen("http://127.0.0.1:8080/api/v1/configs", timeout=5) as answer:
                return json.load(answer)["version"]
        except OSError:
            return "none"
