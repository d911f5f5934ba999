# SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
# SPDX-License-Identifier: Apache-2.0
"""A standalone installation as its owner sees it from outside: programs in a folder, units of systemd, PostgreSQL of the
machine; recorded to the last byte and row with systemctl and psql alone. Knows nothing of the assistant."""

import hashlib
import os
import pathlib
import shutil
import subprocess
import zipfile

import composesite
from composesite import HEARTBEATS, run, until

VERSIONS = ["1.0.36", "1.3.44", "2.0.8"]
UNITS = pathlib.Path("/etc/systemd/system")

# As Kestra's own: a script that hands itself to Java, and the archive behind it.
SELF_RUN = b'#!/bin/sh\nexec java ${JAVA_OPTS} -jar "$0" "$@"\nexit 127\n'

# As much of Java as that script needs: runs the practice program as the version that the archive's manifest says.
JAVA = """#!/bin/sh
case "${{1:-}}" in -version | -fullversion) echo 'openjdk version "25.0.1" 2025-10-21' >&2; exit 0 ;; esac
while [ "$1" != -jar ]; do shift; done
jar=$2
shift 2
PRACTICE_VERSION=$(unzip -p "$jar" META-INF/MANIFEST.MF 2>/dev/null | tr -d '\\r' | sed -n 's/^X-Kestra-Version: //p')
export PRACTICE_VERSION
"{practice}" "$@" &
child=$!
trap 'kill -TERM "$child"' TERM INT
rc=0
while kill -0 "$child" 2>/dev/null; do wait "$child" && rc=0 || rc=$?; done
exit "$rc"
"""

CONFIGURATION = """datasources:
  postgres:
    url: jdbc:postgresql://localhost:5432/{database}
    driverClassName: org.postgresql.Driver
    username: kestra
    password: {password}
kestra:
  server:
    basicAuth:
      enabled: true
      username: {login[0]}
      password: {login[1]}
  repository:
    type: postgres
  queue:
    type: postgres
  storage:
    type: local
    local:
      basePath: {folder}/storage
  url: http://localhost:{port}/
micronaut:
  server:
    port: {port}
endpoints:
  all:
    port: {management}
"""

UNIT = """[Unit]
Description=Workflows
After=network.target

[Service]
Type=simple
User=kestra
WorkingDirectory={folder}
{more}ExecStart={start}
Restart=always
RestartSec=1
KillMode=mixed
TimeoutStopSec=150
SuccessExitStatus=143

[Install]
WantedBy=multi-user.target
"""


def make_program(path, version):
    path.write_bytes(SELF_RUN)
    archive = path.with_name(path.name + ".zip")
    with zipfile.ZipFile(archive, "w") as jar:
        jar.writestr(zipfile.ZipInfo("META-INF/MANIFEST.MF"), f"Manifest-Version: 1.0\r\nX-Kestra-Version: {version}\r\n")
    with path.open("ab") as out:
        out.write(archive.read_bytes())
    archive.unlink()
    path.chmod(0o755)


class Machine:
    """What all installations share: PostgreSQL, the user, Java, and a folder with the releases."""

    def __init__(self, practice):
        # Where every account may start it; a build folder below a home is closed to them.
        self.practice = "/usr/local/bin/practice-kestra"
        shutil.copy(practice, self.practice)
        self.releases = pathlib.Path("/srv/releases")

    def prepare(self):
        for account in ("kestra",):
            if subprocess.run(["getent", "passwd", account], stdout=subprocess.DEVNULL, check=False).returncode != 0:
                run("useradd", "--create-home", "--shell", "/bin/bash", account)
        java = pathlib.Path("/usr/local/bin/java")
        java.write_text(JAVA.format(practice=self.practice))
        java.chmod(0o755)
        self.releases.mkdir(parents=True, exist_ok=True)
        sums = []
        for version in VERSIONS:
            make_program(self.releases / f"kestra-{version}", version)
            sums.append(hashlib.sha256((self.releases / f"kestra-{version}").read_bytes()).hexdigest() + f"  kestra-{version}")
        (self.releases / "checksums_sha256.txt").write_text("\n".join(sums) + "\n")
        self.start_postgres()

    def start_postgres(self):
        [home] = sorted(pathlib.Path("/usr/lib/postgresql").glob("*"))[-1:]
        data = pathlib.Path("/srv/postgres")
        for folder in (data, pathlib.Path("/run/postgresql")):
            folder.mkdir(parents=True, exist_ok=True)
            shutil.chown(folder, "postgres")
        as_owner = ["runuser", "-u", "postgres", "--"]
        run(*as_owner, str(home / "bin/initdb"), "--pgdata", str(data), "--auth-host=scram-sha-256", "--no-sync", cwd="/")
        run("systemd-run", "--unit=database", "--uid=postgres", str(home / "bin/postgres"), "-D", str(data), "-k", "/run/postgresql",
            "-c", "fsync=off", "-c", "listen_addresses=localhost")
        until("PostgreSQL", lambda: subprocess.run([*as_owner, "psql", "-c", "select 1"], stdout=subprocess.DEVNULL,
                                                   stderr=subprocess.DEVNULL, cwd="/", check=False).returncode == 0)

    def database(self, name, password):
        for statement in (f"do $$ begin if not exists (select from pg_roles where rolname = 'kestra') then create role kestra login "
                          f"password '{password}'; end if; end $$", f"create database {name} owner kestra"):
            run("runuser", "-u", "postgres", "--", "psql", "-c", statement, cwd="/")


class StandaloneSite(composesite.Site):
    """One installation. `layout`: how its units name the program."""

    def __init__(self, machine, layout, port):
        self.machine, self.layout, self.port = machine, layout, port
        self.folder = pathlib.Path("/opt") / f"kestra of {layout}"
        self.name = f"flows_{layout}"
        self.login = ("ops@example.org", "Flows4ever")
        self.password = "pa55-of-the-database"
        self.url = f"http://127.0.0.1:{port}"
        self.units = []
        self.process = None

    @property
    def address(self):
        return f"standalone:{self.folder}"

    def write(self):
        self.folder.mkdir(parents=True)
        (self.folder / "storage").mkdir()
        (self.folder / "plugins").mkdir()
        (self.folder / "plugins/plugin-of-the-house-1.0.2.jar").write_text("a plugin\n")
        self.configuration("application.yml", self.port)
        getattr(self, "write_" + self.layout)()
        run("chown", "-R", "kestra:", str(self.folder))
        self.machine.database(self.name, self.password)
        run("systemctl", "daemon-reload")

    def configuration(self, name, port):
        (self.folder / name).write_text(CONFIGURATION.format(
            database=self.name, password=self.password, login=self.login, folder=self.folder, port=port, management=port + 1))

    def program(self, name):
        shutil.copy2(self.machine.releases / f"kestra-{VERSIONS[0]}", self.folder / name)

    def unit(self, name, start, more=""):
        (UNITS / name).write_text(UNIT.format(folder=self.folder, start=start, more=more))
        self.units.append(name)

    def write_link(self):
        self.program(f"kestra-{VERSIONS[0]}")
        (self.folder / "kestra").symlink_to(f"kestra-{VERSIONS[0]}")
        self.unit("workflows.service", f'"{self.folder}/kestra" server standalone -c application.yml')

    def write_split(self):
        self.program(f"kestra-{VERSIONS[0]}")
        (self.folder / "start.sh").write_text(
            f'#!/bin/sh\nprogram="{self.folder}/kestra-{VERSIONS[0]}"\nexec "$program" server "$1" -c "$1.yml"\n')
        (self.folder / "start.sh").chmod(0o755)
        path = f'"{self.folder}/kestra-{VERSIONS[0]}"'
        # On one machine each server needs ports of its own.
        for number, role in enumerate(("executor", "scheduler", "worker"), 1):
            self.configuration(f"{role}.yml", self.port + 2 * number)
        pathlib.Path("/etc/default/workflows").write_text(f"WHICH={VERSIONS[0]}\nOF_THE_HOUSE=kept\n")
        self.unit("alpha.service", f"/bin/sh {path} server webserver -c application.yml")
        self.unit("beta.service", f'/usr/local/bin/java -jar {path} server executor -c executor.yml')
        self.unit("gamma.service", f'/bin/sh "{self.folder}/start.sh" scheduler')
        self.unit("workflows@worker.service", f'/bin/sh "{self.folder}/kestra-${{WHICH}}" server %i -c %i.yml',
                  "EnvironmentFile=/etc/default/workflows\n")

    def write_nameless(self):
        self.program("kestra")
        self.unit("nameless.service", f'"{self.folder}/kestra" server standalone -c application.yml')

    def write_process(self):
        self.program(f"kestra-{VERSIONS[0]}")

    def up(self):
        if self.units:
            run("systemctl", "start", *self.units)
        else:
            with (self.folder / "kestra.log").open("ab") as log:
                subprocess.Popen(["runuser", "-u", "kestra", "--", f"./kestra-{VERSIONS[0]}", "server", "standalone", "-c", "application.yml"],
                                 cwd=self.folder, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True,
                                 env={**os.environ, "TOKEN_OF_THE_HOUSE": "it's a\nsecret $token"})
        until("Kestra's ping", lambda: self.api("GET", "/ping")[0] == 200)
        for unit in self.units:
            if run("systemctl", "is-active", unit, check=False).strip() != "active":
                raise RuntimeError(f"{unit}: " + run("journalctl", "-q", "-o", "cat", "-u", unit, "-n", "20", check=False))
        until("signs of life", lambda: self.sql(f"select 1 from {HEARTBEATS} where state = 'RUNNING'", check=False))

    def down(self):
        if self.units:
            run("systemctl", "stop", *self.units, check=False)
        for pid in self.pids():
            run("kill", str(pid), check=False)

    def sql(self, statement, check=True):
        return run("runuser", "-u", "postgres", "--", "psql", "--dbname", self.name, "--no-psqlrc", "--tuples-only", "--no-align",
                   "--set", "ON_ERROR_STOP=1", "--command", statement, check=check, cwd="/")

    def pids(self):
        """Processes whose words name the folder's program."""
        found = []
        for path in pathlib.Path("/proc").glob("[0-9]*"):
            try:
                words = (path / "cmdline").read_bytes().split(b"\0")
                folder = os.readlink(path / "cwd")
            except OSError:
                continue
            if folder == str(self.folder) and b"server" in words and b"-jar" in words:
                found.append(int(path.name))
        return sorted(found)

    def environment(self):
        """Variables of the house in the running processes."""
        seen = set()
        for pid in self.pids():
            for variable in pathlib.Path(f"/proc/{pid}/environ").read_bytes().split(b"\0"):
                if b"OF_THE_HOUSE" in variable:
                    seen.add(variable)
        return sorted(seen)

    def texts(self):
        """Every file that decides what runs, links by their targets."""
        files = {}
        own = [path for path in sorted(self.folder.rglob("*"))
               if "storage" not in path.relative_to(self.folder).parts[0] and path.suffix != ".log"]
        for path in [*own, *(UNITS / unit for unit in self.units), pathlib.Path("/etc/default/workflows"),
                     *(path for unit in self.units for path in (UNITS / (unit + ".d")).glob("*"))]:
            if path.is_symlink():
                files[str(path)] = "link to " + os.readlink(path)
            elif path.is_file():
                status = path.stat()
                files[str(path)] = f"{hashlib.sha256(path.read_bytes()).hexdigest()} {status.st_mode:o} {path.owner()}"
        return files

    def stored(self):
        top = self.folder / "storage"
        return {str(path.relative_to(top)): hashlib.sha256(path.read_bytes()).hexdigest()
                for path in sorted(top.rglob("*")) if path.is_file()}

    def states(self):
        return {unit: run("systemctl", "is-active", unit, check=False).strip() for unit in self.units}

    def record(self):
        return {"rows": self.rows(), "texts": self.texts(), "storage": self.stored(), "states": self.states(),
                "environment": {"of the house": self.environment()}, "version": self.version()}
