# SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
# SPDX-License-Identifier: Apache-2.0
"""An installation whose containers somebody started one by one, with `docker run` and every argument there is."""

import json
import os
import pathlib
import subprocess

from composesite import Site, run, until

REGISTRY = "127.0.0.1:5000"
PASSWORD, DATABASE_PASSWORD = "Kestra-2026", "k3str4"
CONFIGURATION = f"""datasources:
  postgres:
    url: jdbc:postgresql://pg:5432/kestra
    driver-class-name: org.postgresql.Driver
    username: kestra
    password: {DATABASE_PASSWORD}
kestra:
  server:
    basic-auth:
      username: admin@kestra.io
      password: {PASSWORD}   # "quoted", $dollar, `tick` and 'single'
    termination-grace-period: 20s
  repository: {{type: postgres}}
  queue: {{type: postgres}}
  storage:
    type: local
    local: {{base-path: /app/storage}}
"""
# Nothing of it may ever be run, read anew or lost.
ODD = "  two blanks $(touch /tmp/owned) `id` \"double\" 'single' \\ back=slash # no comment "


class ContainerSite(Site):
    """`roles`: container -> component; the first one answers on port 8080."""

    def __init__(self, roles, tag="v1.0.36", extra=()):
        self.roles, self.tag, self.extra = roles, tag, list(extra)
        self.kestra, self.database, self.owner = list(roles), ("pg", "kestra"), "kestra"
        self.url, self.login = "http://127.0.0.1:8080", ("admin@kestra.io", PASSWORD)

    @property
    def address(self):
        return f"docker:{self.kestra[0]}"

    def container(self, service):
        return run("docker", "ps", "--all", "--quiet", "--no-trunc", "--filter", f"name=^/{service}$").split()

    def up(self):
        run("docker", "network", "create", "--subnet", "172.30.0.0/24", "flows")
        run("docker", "network", "create", "others")
        run("docker", "run", "--detach", "--name", "pg", "--network", "flows", "--volume", "pgdata:/var/lib/postgresql/data",
            "--env", "POSTGRES_DB=kestra", "--env", "POSTGRES_USER=kestra", "--env", f"POSTGRES_PASSWORD={DATABASE_PASSWORD}",
            f"{REGISTRY}/library/postgres:latest")
        until("the database", lambda: self.sql("select 1", check=False))
        # Others on the same engine: one that has such a name, one that Compose owns.
        run("docker", "run", "--detach", "--name", "kestra-notes", "--entrypoint", "sleep", f"{REGISTRY}/kestra/kestra:v1.0.36", "infinity")
        run("docker", "run", "--detach", "--name", "composed", "--label", "com.docker.compose.project=other", "--entrypoint", "bash",
            f"{REGISTRY}/kestra/kestra:v1.0.36", "-c", "sleep infinity", "server", "standalone")
        for number, (name, role) in enumerate(self.roles.items()):
            self.run_kestra(name, role, number)
        until("Kestra's ping", lambda: self.api("GET", "/ping")[0] == 200)
        until("signs of life", lambda: int(self.sql(
            "select count(distinct service_type) from service_instance where state = 'RUNNING'", check=False) or 0) >= 4)

    def run_kestra(self, name, role, number=0):
        ports = ["--publish", "8080:8080", "--publish", "127.0.0.1:8081:8081"] if number == 0 else []
        # Values come through the environment: as many lines as they like, and in no list of processes.
        environment = {**os.environ, "KESTRA_CONFIGURATION": CONFIGURATION, "ODD": ODD, "DOCKER_HOST_INSIDE": "tcp://dind:2375",
                       "TRAILING": "two\nlines\n\n", "LANG": "C.UTF-8", "SECRET_PLAIN": "pa55-of-a-flow"}
        names = [word for variable in ("KESTRA_CONFIGURATION", "ODD", "DOCKER_HOST_INSIDE", "TRAILING", "SECRET_PLAIN")
                 for word in ("--env", variable)]
        run("docker", "create", "--name", name, "--network", "flows", "--ip", f"172.30.0.{100 + number}", "--network-alias", f"alias-{role}",
            *ports, *names, "--env", "EMPTY=", "--env", "DOCKER_HOST=tcp://dind:2375", "--volume", "kestra-data:/app/storage",
            "--volume", "/anonymous", "--volume", "/var/run/docker.sock:/var/run/docker.sock:ro",
            "--mount", "type=tmpfs,target=/scratch,tmpfs-size=1000000", "--tmpfs", "/more:size=1m", "--restart", "always", "--user", "root",
            "--group-add", "999", "--label", "owner=Anna B.", "--label", "quoted=a 'b' \"c\" $(id)", "--add-host", "old.example:192.0.2.7",
            "--dns-search", "example.org", "--memory", "700m", "--ulimit", "nofile=10000:20000", "--cap-add", "NET_ADMIN",
            "--security-opt", "no-new-privileges", "--shm-size", "80m", "--log-opt", "max-size=5m", "--log-opt", "max-file=2",
            "--health-cmd", "curl --silent --fail http://127.0.0.1:8081/health", "--health-interval", "5s", "--init",
            "--stop-timeout", "7", "--hostname", f"host-of-{name}", *self.extra, f"{REGISTRY}/kestra/kestra:{self.tag}", "server", role,
            env=environment)
        run("docker", "network", "connect", "--alias", f"second-{role}", "others", name)
        run("docker", "start", name)

    def down(self):
        run("sh", "-c", "docker ps --all --quiet | xargs --no-run-if-empty docker rm --force --volumes", check=False)

    def services(self):
        """Every container of Kestra's and its neighbours; what stepped aside is not one."""
        return sorted([*self.kestra, "pg", "kestra-notes", "composed"])

    def files(self):
        return {}

    def inspected(self, name):
        [found] = json.loads(run("docker", "inspect", "--type", "container", name))
        return found

    def arguments(self, name):
        """What a container was made with: everything but its own ids, times and addresses."""
        found = self.inspected(name)
        networks = {network: {key: end[key] for key in ("IPAMConfig", "Links", "Aliases", "DriverOpts")}
                    for network, end in found["NetworkSettings"]["Networks"].items()}
        for end in networks.values():
            end["IPAMConfig"], end["DriverOpts"] = end["IPAMConfig"] or {}, end["DriverOpts"] or {}
        mounts = sorted((mount["Type"], mount.get("Name", ""), mount["Source"], mount["Destination"], mount["RW"]) for mount in found["Mounts"])
        return {"config": found["Config"], "host": found["HostConfig"], "networks": networks, "mounts": mounts, "path": found["Path"],
                "args": found["Args"]}

    def record(self):
        return {**super().record(), "arguments": {name: self.arguments(name) for name in self.kestra},
                "ids": {name: self.container(name) for name in self.services()},
                "containers": sorted(run("docker", "ps", "--all", "--format", "{{.Names}}").split())}


def same_arguments(before, after, tag):
    """What a new container was not given as the old one had it: as sentences. Its image may bring another environment, labels
    and version; an anonymous volume has become one with a name."""
    found = []
    for name, old in before.items():
        new = json.loads(json.dumps(after[name]))
        old = json.loads(json.dumps(old))
        for one in (old, new):
            one["config"].pop("Image")
            one["config"]["Env"] = sorted(entry for entry in one["config"]["Env"] if not entry.startswith("PRACTICE_"))
            one["config"]["Labels"].pop("org.opencontainers.image.version")
            one["config"]["Volumes"] = None
            one["host"]["Binds"] = sorted(bind for bind in one["host"]["Binds"] if not bind.endswith(":/anonymous"))
        for part in old:
            for key in old[part] if isinstance(old[part], dict) else [None]:
                was, now = (old[part][key], new[part].get(key)) if key else (old[part], new[part])
                if was != now:
                    found.append(f"{name} {part} {key or ''}: {was} became {now}")
    return found


def standalone(**options):
    return ContainerSite({"kestra": "standalone"}, **options)


def roles(**options):
    return ContainerSite({"flow-web": "webserver", "flow-executor": "executor", "flow-scheduler": "scheduler", "flow-jobs": "worker"}, **options)


class Fault:
    """What the registry does to everybody who asks for an image of Kestra's, until the end of the block."""

    def __init__(self, name):
        self.name, self.file = name, pathlib.Path(os.environ["REAL_TAGS"]).parent / "fault"

    def __enter__(self):
        self.file.write_text(self.name)

    def __exit__(self, *_):
        self.file.unlink()


class MovedTag:
    """A tag of Kestra's that names another image until the end of the block."""

    def __init__(self, tag, to):
        self.file = pathlib.Path(os.environ["REAL_TAGS"]) / "kestra/kestra" / tag
        self.to = self.file.with_name(to).read_text()

    def __enter__(self):
        self.was = self.file.read_text()
        self.file.write_text(self.to)

    def __exit__(self, *_):
        self.file.write_text(self.was)


def forget(tag, registry=REGISTRY + "/"):
    """Takes an image from the engine, so that the next one to want it has to fetch it."""
    subprocess.run(["docker", "image", "rm", "--force", f"{registry}kestra/kestra:{tag}"], stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL, check=False)
