# SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
# SPDX-License-Identifier: Apache-2.0
"""A Compose installation as its owner sees it from outside: started and filled the usual way, and recorded to the last
row, byte and digest with docker, psql and curl's means alone. Knows nothing of the assistant."""

import base64
import collections
import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import time
import urllib.error
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
FLOWS = HERE.parent.parent / "app/practice/flows"
# A row a living process each; it changes every few seconds.
HEARTBEATS = "service_instance"


def run(*words, check=True, **options):
    done = subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options)
    if check and done.returncode != 0:
        raise RuntimeError(f"{' '.join(words)} ended with {done.returncode}: {done.stderr.strip() or done.stdout.strip()}")
    return done.stdout


def until(what, question, seconds=60):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if answer := question():
            return answer
        time.sleep(0.2)
    raise RuntimeError(f"Not seen within {seconds} s: {what}")


class Site:
    """One of the folders in installations/, copied to a folder with a blank in its name."""

    def __init__(self, name, folder, *, kestra, database, owner, url, login):
        self.folder = pathlib.Path(folder)
        shutil.copytree(HERE / "installations" / name, self.folder)
        self.file = self.folder / "docker-compose.yml"
        self.kestra, self.database, self.owner, self.url, self.login = kestra, database, owner, url, login

    @property
    def address(self):
        return f"compose:{self.file}"

    def compose(self, *words, **options):
        return run("docker", "compose", "--project-directory", str(self.folder), "--file", str(self.file), *words, **options)

    def container(self, service):
        return self.compose("ps", "--all", "--quiet", service).split()

    def up(self):
        self.compose("up", "--detach", self.database[0])
        until("the database", lambda: self.sql("select 1", check=False))
        self.compose("up", "--detach")
        until("Kestra's ping", lambda: self.api("GET", "/ping")[0] == 200)
        until("signs of life", lambda: self.sql(f"select 1 from {HEARTBEATS} where state = 'RUNNING'", check=False))

    def down(self):
        self.compose("down", "--volumes", "--timeout", "1", check=False)

    def sql(self, statement, check=True):
        service, name = self.database
        containers = self.container(service)
        if not containers:
            return ""
        return run("docker", "exec", "--interactive", containers[0], "psql", "--username", self.owner, "--dbname", name, "--no-psqlrc",
                   "--tuples-only", "--no-align", "--host", "127.0.0.1", "--set", "ON_ERROR_STOP=1", "--command", statement,
                   check=check)

    def api(self, method, path, body=None, content_type="application/json"):
        """Status and parsed body; status 0 where nobody answers."""
        request = urllib.request.Request(self.url + path, data=body, method=method)
        request.add_header("Authorization", "Basic " + base64.b64encode(":".join(self.login).encode()).decode())
        if body is not None:
            request.add_header("Content-Type", content_type)
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                status, text = answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            status, text = error.code, error.read().decode()
        except OSError:
            return 0, None
        try:
            return status, json.loads(text)
        except ValueError:
            return status, text

    def version(self):
        status, answer = self.api("GET", "/api/v1/configs")
        return answer["version"] if status == 200 else f"HTTP {status}"

    def start_execution(self, flow, wait=True):
        boundary = b"--x--\r\n"
        status, answer = self.api("POST", f"/api/v1/main/executions/{flow}" + ("?wait=true" if wait else ""), boundary,
                                  "multipart/form-data; boundary=x")
        if status not in (200, 201):
            raise RuntimeError(f"Execution of {flow}: HTTP {status} {answer}")
        return answer

    def execution_state(self, number):
        status, answer = self.api("GET", f"/api/v1/main/executions/{number}")
        return answer["state"]["current"] if status == 200 else f"HTTP {status}"

    def executions(self):
        return self.api("GET", "/api/v1/main/executions/search?page=1&size=1")[1]["total"]

    def fill(self, executions):
        """Flows, executions, key values and namespace files, all through the API."""
        for path in sorted(FLOWS.glob("*.yaml")):
            status, answer = self.api("POST", "/api/v1/main/flows", path.read_bytes(), "application/x-yaml")
            if status not in (200, 201, 422):
                raise RuntimeError(f"Flow {path.name}: HTTP {status} {answer}")
        for _ in range(executions):
            self.start_execution("practice.daily/hello", wait=False)
        for number in range(20):
            self.api("PUT", f"/api/v1/main/namespaces/practice.daily/kv/key-{number}", json.dumps(f"välue {number}").encode(), "text/plain")
        self.api("POST", "/api/v1/main/namespaces/practice.shop/files?path=/folder/a%20file.txt",
                 b"--x\r\nContent-Disposition: form-data; name=\"fileContent\"; filename=\"f\"\r\n\r\nline\r\n--x--\r\n",
                 "multipart/form-data; boundary=x")
        self.settle()

    def settle(self):
        """Waits until nothing is under way any more and two looks at all tables are the same."""
        open_states = "'CREATED','RUNNING','RESTARTED','KILLING','QUEUED','RETRYING'"
        until("the end of all executions", lambda: self.sql(
            f"select count(*) from executions where value->'state'->>'current' in ({open_states})").strip() == "0")
        until("tables at rest", self._is_at_rest)

    def _is_at_rest(self):
        before = self.rows()
        time.sleep(1.5)
        return before == self.rows()

    def rows(self):
        """Every row of every table, as a hash; service instances left out."""
        tables = self.sql("select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' "
                          "order by 1").split()
        statement = " union all ".join(
            f"select '{table}', md5(t::text) from \"{table}\" t" for table in tables if table != HEARTBEATS)
        found = {table: collections.Counter() for table in tables}
        for line in self.sql(statement).splitlines():
            table, digest = line.split("|")
            found[table][digest] += 1
        return found

    def files(self):
        return {str(path.relative_to(self.folder)): hashlib.sha256(path.read_bytes()).hexdigest()
                for path in sorted(self.folder.rglob("*")) if path.is_file()}

    def images(self):
        """Service -> the image that runs, by its digest; every replica counts."""
        return {service: sorted(run("docker", "inspect", "--format", "{{.Image}} {{.State.Status}}", *self.container(service)).splitlines())
                for service in self.services()}

    def services(self):
        return sorted(self.compose("config", "--services").split())

    def neighbours(self):
        """What is not Kestra's: the same containers, started when they were."""
        return {service: run("docker", "inspect", "--format", "{{.Id}} {{.State.StartedAt}} {{.State.Status}} {{.RestartCount}}",
                             *self.container(service)).split() for service in self.services() if service not in self.kestra}

    def storage(self):
        """Content of the volume at /app/storage, read where the engine keeps it; without what a rollback set aside."""
        mounts = json.loads(run("docker", "inspect", "--format", "{{json .Mounts}}", self.container(self.kestra[0])[0]))
        [source] = [mount["Source"] for mount in mounts if mount["Destination"] == "/app/storage"]
        return {str(path.relative_to(source)): hashlib.sha256(path.read_bytes()).hexdigest()
                for path in sorted(pathlib.Path(source).rglob("*"))
                if path.is_file() and not str(path.relative_to(source)).startswith(".kestra-upgrade-newer-")}

    def record(self):
        return {"rows": self.rows(), "files": self.files(), "images": self.images(), "storage": self.storage(),
                "neighbours": self.neighbours(), "version": self.version()}


def difference(before, after, leave_out=()):
    """What differs between two records, as sentences; empty when they are equal."""
    found = []
    for part in before:
        if part in leave_out or before[part] == after[part]:
            continue
        if not isinstance(before[part], dict):
            found.append(f"{part}: {before[part]} became {after[part]}")
            continue
        for key in sorted({*before[part], *after[part]}):
            old, new = before[part].get(key), after[part].get(key)
            if old == new:
                continue
            if isinstance(old, collections.Counter) and isinstance(new, collections.Counter):
                found.append(f"table {key}: {(old - new).total()} rows gone, {(new - old).total()} new")
            else:
                found.append(f"{part} {key}: {old} became {new}")
    return found


def pulls():
    """What was pulled since the engine started: "repository tag-or-digest", in order."""
    log = pathlib.Path(os.environ["REAL_STATE"]) / "registry.log"
    return [line.removeprefix("pulled ") for line in log.read_text().splitlines() if line.startswith("pulled ")]


def official(folder):
    return Site("official", folder, kestra=["kestra"], database=("postgres", "kestra"), owner="kestra",
                url="http://127.0.0.1:8080", login=("admin@kestra.io", "Kestra-2026"))


def separate(folder):
    return Site("separate", folder, kestra=["web", "executor", "scheduler", "jobs"], database=("db", "flows"), owner="flows_owner",
                url="http://127.0.0.1:18080", login=("ops@example.org", "Flows4ever"))
