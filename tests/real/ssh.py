#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
# SPDX-License-Identifier: Apache-2.0
"""ssh.py CACHE PRACTICE_KESTRA KESTRA_UPGRADE: Compose on another machine. An OpenSSH server lies beside a real Docker
engine (docker/engine.sh); the assistant runs in a network of its own, where only that server can be reached, and sees
neither the engine's socket nor the installation's folder."""

import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

import composesite
from assistant import Assistant, ids_to_accept
from composesite import difference, run, until
from report import Report, holds, nothing, same

HERE = pathlib.Path(__file__).resolve().parent
OLD, NEW = "1.0.36", "1.3.44"
FAR, LAPTOP = "10.123.0.1", "10.123.0.2"
HOST = f"ssh://root@{FAR}"


class Machine:
    """The OpenSSH server, and the network that leads to it."""

    def __init__(self, work):
        self.folder = work / "ssh"
        self.data = work / "data of the far user"
        self.folder.mkdir()
        for name in ("host", "id"):
            run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", str(self.folder / name))
        shutil.copy(self.folder / "id.pub", self.folder / "authorized_keys")
        (self.folder / "sshd_config").write_text(
            f"ListenAddress {FAR}\nHostKey {self.folder}/host\nPidFile none\nStrictModes no\nUsePAM no\nPasswordAuthentication no\n"
            f"AuthorizedKeysFile {self.folder}/authorized_keys\nPermitRootLogin prohibit-password\n"
            f"SetEnv \"XDG_DATA_HOME={self.data}\"\n")
        (self.folder / "config").write_text(
            f"IdentityFile {self.folder}/id\nIdentitiesOnly yes\nUserKnownHostsFile {self.folder}/known_hosts\n")
        self.trust((self.folder / "host.pub").read_text())
        wrapper = self.folder / "bin/ssh"
        wrapper.parent.mkdir()
        wrapper.write_text(f"#!/bin/sh\nexec {shutil.which('ssh')} -F {self.folder}/config \"$@\"\n")
        wrapper.chmod(0o755)

    def trust(self, key):
        (self.folder / "known_hosts").write_text(f"{FAR} {key}" if key else "")

    def up(self):
        pathlib.Path("/run/sshd").mkdir(exist_ok=True)
        run("ip", "netns", "add", "laptop")
        run("ip", "link", "add", "far", "type", "veth", "peer", "name", "near", "netns", "laptop")
        run("ip", "address", "add", f"{FAR}/24", "dev", "far")
        run("ip", "link", "set", "far", "up")
        for words in (["address", "add", f"{LAPTOP}/24", "dev", "near"], ["link", "set", "near", "up"], ["link", "set", "lo", "up"]):
            run("ip", "-n", "laptop", *words)
        self.server = subprocess.Popen([shutil.which("sshd", path="/usr/sbin:/usr/local/sbin:/usr/bin"), "-D", "-E", str(self.folder / "log"),
                                        "-f", str(self.folder / "sshd_config")])
        until("the SSH server", lambda: "listening" in (self.folder / "log").read_text() if (self.folder / "log").exists() else False)

    def down(self):
        self.server.terminate()
        self.server.wait()

    def connections(self):
        return [int(pid) for pid in run("pgrep", "--parent", str(self.server.pid), check=False).split()]

    def cut(self):
        """Every connection, in the middle of whatever it carries."""
        pids = self.connections()
        for pid in pids:
            os.kill(pid, signal.SIGKILL)
        return len(pids)


class FarAssistant(Assistant):
    """In the other network, where the installation's folder is empty and no Docker engine answers."""

    def __init__(self, program, home, machine, hidden):
        super().__init__(program, home)
        self.machine, self.hidden = machine, str(hidden)

    def words(self, *words, json_output=True):
        hide = "mount -t tmpfs none \"$1\" && mount --bind /dev/null /run/docker.sock && shift && exec \"$@\""
        return ["nsenter", "--net=/run/netns/laptop", "unshare", "--mount", "sh", "-c", hide, "sh", self.hidden,
                *super().words(*words, json_output=json_output)]

    def environment(self, more):
        there = super().environment(more)
        return {**there, "PATH": f"{self.machine.folder}/bin:{there['PATH']}"}


class OverSsh:
    def __init__(self, report, work, program):
        self.report, self.work = report, work
        self.site = composesite.official(work / "a folder")
        self.machine = Machine(work)
        self.assistant = FarAssistant(program, work / "home of the assistant", self.machine, self.site.folder)
        self.address = f"{HOST}/{self.site.address}"

    def everything(self):
        case, site = self.report.case, self.site
        with case("old version up and filled on the other machine"):
            site.up()
            site.fill(executions=40)
            same("version", site.version(), OLD)
            self.before = site.record()
            self.machine.up()
        with case("a host key that nobody vouched for"):
            self.refuse_unknown_key()
        with case("find and show"):
            self.look()
        with case("backup there, and its proof"):
            self.backup()
        with case(f"run to {NEW}, the connection cut in the middle"):
            self.upgrade()
        with case("seen from there after the upgrade"):
            self.look_after_upgrade()
        with case("rollback"):
            self.roll_back()
        with case("compared with before, to the last row and byte"):
            self.compare()

    def refuse_unknown_key(self):
        self.machine.trust("")
        refused = self.assistant.call("find", HOST)
        holds("refused", refused.code not in (0, 4) and "host key" in refused.text, str(refused))
        same("keys that are trusted now", (self.machine.folder / "known_hosts").read_text(), "")
        self.machine.trust((self.machine.folder / "id.pub").read_text())
        changed = self.assistant.call("show", self.address)
        holds("refused", changed.code not in (0, 4) and "has changed" in changed.text, str(changed))
        self.machine.trust((self.machine.folder / "host.pub").read_text())

    def look(self):
        found = self.assistant.call("find", HOST)
        holds("found", found.code == 0 and [one["id"] for one in found.json] == [self.address], str(found))
        in_folder = self.assistant.call("find", f"{HOST}{self.site.folder}")
        holds("found by its folder", in_folder.code == 0 and [one["id"] for one in in_folder.json] == [self.address], str(in_folder))
        shown = self.assistant.call("show", self.address)
        same("exit code", shown.code, 0)
        facts = shown.json
        same("version", facts["version"], OLD)
        same("unknown", facts["unknown"], [])
        holds("components run", all(one["state"] == "running" for one in facts["components"]), str(shown))
        schema = self.site.sql("select version from flyway_schema_history where version is not null order by installed_rank desc limit 1")
        same("schema version", facts["database"]["schemaVersion"], schema.strip())
        holds("no password", self.site.login[1] not in shown.text and "k3str4" not in shown.text)
        gone = self.assistant.call("find", f"{HOST}/no/such/folder")
        holds("a folder that is not there", gone.code not in (0, 4) and "/no/such/folder" in gone.text, str(gone))

    def backup(self):
        folder = self.work / "a backup there"
        done = self.assistant.call("backup", self.address, "--into", folder)
        holds("exit 0", done.code == 0, str(done))
        verified = self.assistant.call("verify", f"{HOST}{folder}")
        holds("verified", verified.code == 0 and verified.json["ok"] and verified.json["files"] > 3, str(verified))
        relative = self.assistant.call("backup", self.address, "--into", "folder")
        same("a folder of the laptop is refused", relative.code, 2)
        nothing("after the backup", difference(self.before, self.site.record()))

    def upgrade(self):
        words = ["run", self.address, "--to", NEW, "--watch", "10"]
        accepted = ids_to_accept(self.assistant.call(*words))
        process = self.assistant.start(*words, "--yes", *(word for name in accepted for word in ("--accept", name)))
        errors = []
        reader = threading.Thread(target=lambda: errors.append(process.stderr.read()))
        reader.start()
        cuts, lines = [], []
        for line in process.stdout:
            lines.append(line)
            event = json.loads(line)
            if event["event"] == "step" and event["state"] == "started" and len(cuts) < 2:
                if any(word in event["id"] for word in ("copy-database", "dump", "see-kestra", "hop")):
                    time.sleep(0.1)
                    cuts.append((event["id"], self.machine.cut()))
        process.wait()
        reader.join()
        out = "".join(lines)
        holds("exit 0", process.returncode == 0, f"exit {process.returncode}\n{out[-6000:]}\n{errors[0][-3000:]}")
        holds("the connection was cut twice", len(cuts) == 2 and all(count for _, count in cuts), str(cuts))
        print(f"    cut during {', '.join(name for name, _ in cuts)}")
        holds("no password in the events", self.site.login[1] not in out + errors[0] and "k3str4" not in out + errors[0])

    def look_after_upgrade(self):
        site = self.site
        same("version", site.version(), NEW)
        after = site.record()
        nothing("neighbours", difference(self.before, after, leave_out=("rows", "files", "images", "storage", "version")))
        same("a new execution", site.start_execution("practice.daily/hello")["state"]["current"], "SUCCESS")
        backups = list((self.machine.data / "kestra-upgrade-assistant/backups").iterdir())
        same("backups on the other machine", len(backups), 1)
        verified = self.assistant.call("verify", f"{HOST}{backups[0]}")
        holds("verified", verified.code == 0 and verified.json["ok"], str(verified))
        here = [path for path in pathlib.Path(self.assistant.home).rglob("*") if path.suffix in (".dump", ".tar")]
        same("backups on the laptop", here, [])

    def roll_back(self):
        done = self.assistant.call("rollback", "last", "--yes")
        holds("exit 0", done.code == 0, str(done))
        same("state in the history", self.assistant.call("runs").json[0]["state"], "rolled-back")

    def compare(self):
        site = self.site
        same("version", site.version(), OLD)
        site.settle()
        nothing("compared with before", difference(self.before, site.record()))
        left = until("no connection left open", lambda: not self.machine.connections(), seconds=10)
        holds("connections end with the assistant", left)


def inside(program):
    report = Report()
    with tempfile.TemporaryDirectory(prefix="real-", ignore_cleanup_errors=True) as work:
        one = OverSsh(report, pathlib.Path(work), program)
        try:
            one.everything()
        finally:
            code = report.finish()
            one.machine.down()
            one.site.down()
    return code


def main():
    cache, practice, program = sys.argv[1:4]
    if "REAL_STATE" in os.environ:
        sys.exit(inside(program))
    if not shutil.which("sshd", path="/usr/sbin:/usr/local/sbin:/usr/bin"):
        print("SKIPPED: no OpenSSH server is installed.")
        return
    registry = subprocess.run([HERE / "docker/images.py", cache, practice], stdout=subprocess.PIPE, text=True, check=True).stdout.strip()
    os.execv("/bin/bash", ["bash", str(HERE / "docker/engine.sh"), registry, sys.executable, __file__, *sys.argv[1:]])


main()
