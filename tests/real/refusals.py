# SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
# SPDX-License-Identifier: Apache-2.0
"""What bad input and bad days get: a sentence, the right exit code, and an installation that is as it was."""

import os
import pathlib
import time

from assistant import Assistant
from composesite import difference, run, until
from containersite import MovedTag, forget
from report import holds, nothing, same
from upandback import NEW, OLD

ALIASES = "a: &a [x]\n" + "".join(f"{name}: &{name} [{', '.join(['*' + before] * 9)}]\n" for before, name in zip("abcdefgh", "bcdefghi"))


class Refusals:
    def __init__(self, report, site, program, work):
        self.report, self.site, self.program, self.work = report, site, program, work
        self.assistant = Assistant(program, work / "home")

    def everything(self):
        case, site = self.report.case, self.site
        with case("old version up and filled"):
            site.up()
            site.fill(executions=10)
            self.before = site.record()
        self.accepted = self.assistant.ids_in_the_way(site.address, NEW)
        self.bad_files()
        self.bad_targets()
        self.bad_days()

    def refused(self, name, words, *, codes, mentions, assistant=None, **environment):
        with self.report.case(name):
            started = time.monotonic()
            call = (assistant or self.assistant).call(*words, **environment)
            holds(f"exit {codes}", call.code in codes, str(call))
            missing = [word for word in mentions if word.lower() not in call.text.lower()]
            holds(f"the message says {missing}", not missing, str(call))
            holds("within a minute", time.monotonic() - started < 60)
            nothing("the installation is as it was", difference(self.before, self.site.record()))

    def run_words(self, version=NEW):
        return ["run", self.site.address, "--to", version, "--yes", "--watch", "5", *(word for name in self.accepted for word in ("--accept", name))]

    def bad_files(self):
        bad = self.work / "bad files"
        bad.mkdir()
        texts = {"no-yaml.yml": "services: [\n  kestra: {image", "empty.yml": "", "cycle.yml": "services: &s\n  kestra: *s\n",
                 "aliases.yml": ALIASES, "large.yml": "services:\n" + "".join(f"  s{number}: {{image: 'a:{number}'}}\n" for number in range(400000)),
                 "binary.yml": "\0\1\2" * 1000, "no-kestra.yml": "services:\n  db:\n    image: postgres:17\n"}
        for name, text in texts.items():
            (bad / name).write_text(text)
            for verb in (["show"], ["run", "--to", NEW, "--yes"]):
                self.refused(f"{verb[0]} {name}", [verb[0], f"compose:{bad / name}", *verb[1:]], codes=(1,), mentions=[name])
        self.refused("no such file", ["show", f"compose:{bad}/nowhere.yml"], codes=(1,), mentions=["nowhere.yml"])
        empty = self.work / "nothing"
        empty.mkdir()
        self.refused("find in an empty folder", ["find", str(empty)], codes=(1,), mentions=[])
        self.refused("an address of no kind", ["show", "composed:/x"], codes=(2,), mentions=["composed"])

    def bad_targets(self):
        self.refused("unknown target", self.run_words("2.9.9"), codes=(1, 2), mentions=["2.9.9"])
        self.refused("no version at all", self.run_words("newest"), codes=(1, 2), mentions=["newest"])
        self.refused("older target", self.run_words("0.23.4"), codes=(1, 2), mentions=["0.23.4", OLD])
        self.refused("same target", self.run_words(OLD), codes=(1, 2), mentions=[OLD])
        self.refused("without --yes", [word for word in self.run_words() if word != "--yes"], codes=(2, 4), mentions=["--yes"])
        self.refused("a finding accepted by a misspelt id", [*self.run_words()[:-1], self.accepted[-1] + "x"], codes=(2, 4),
                     mentions=[self.accepted[-1]])

    def bad_days(self):
        site = self.site
        self.refused("engine down: show works from the files", ["show", site.address], codes=(0,), mentions=["unknown", "kestra/kestra"],
                     DOCKER_HOST="unix:///run/nobody.sock")
        self.refused("engine down: run", self.run_words(), codes=(1, 4), mentions=["docker"], DOCKER_HOST="unix:///run/nobody.sock")
        no_docker = self.work / "no docker"
        no_docker.mkdir()
        self.refused("no Docker installed: run", self.run_words(), codes=(1, 4), mentions=["docker"], PATH=str(no_docker))
        self.full_disk()
        self.database_down()
        self.wrong_password()
        self.image_does_not_come_up()

    def full_disk(self):
        for size, what, words in (("1m", "home", self.run_words()), ("40k", "backup", None)):
            small = self.work / f"small disk of {what}"
            small.mkdir()
            run("mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(small))
            self.refused(f"{what} on a full disk", words or ["backup", self.site.address, "--into", str(small / "backup")], codes=(1, 4),
                         mentions=["space"], assistant=Assistant(self.program, small / "home") if words else None)
            run("umount", str(small))
        self.refused("backup into a folder that has files", ["backup", self.site.address, "--into", str(self.site.folder)], codes=(1, 2),
                     mentions=[str(self.site.folder)])

    def answered(self, call, codes, words):
        holds(f"exit {codes}", call.code in codes, str(call))
        holds(f"the message has one of {words}", any(word in call.text.lower() for word in words), str(call))

    def as_it_was(self, started_again=False):
        site = self.site
        until("Kestra", lambda: site.version() == OLD)
        site.settle()
        if started_again:
            self.before["neighbours"] = site.neighbours()
        nothing("the installation is as it was", difference(self.before, site.record()))

    def database_down(self):
        site = self.site
        [container] = site.container(site.database[0])
        with self.report.case("database down: run"):
            run("docker", "stop", "--time", "20", container)
            call = self.assistant.call(*self.run_words())
            run("docker", "start", container)
            until("the database", lambda: site.sql("select 1", check=False))
            # Kestra does not outlive its database; its owner starts it again.
            site.compose("restart", *site.kestra)
            self.as_it_was(started_again=True)
            self.answered(call, (1, 4), ["database", "postgres"])

    def wrong_password(self):
        """The file says a password that the database does not know: seen before, or taken back after."""
        site = self.site
        with self.report.case("database password in the file is wrong: run"):
            text = site.file.read_bytes()
            site.file.write_bytes(text.replace(b"            password: k3str4", b"            password: wrong5"))
            holds("the file was changed", site.file.read_bytes() != text)
            call = self.assistant.call(*self.run_words())
            # Found before anything stops, not behind the point of no return.
            self.answered(call, (4,), ["file-runs"])
            site.file.write_bytes(text)
            self.as_it_was()

    def image_does_not_come_up(self):
        """Only the new version itself shows it, behind the point of no return: the way back stays open."""
        with self.report.case("an image that ends at once: exit 3, and back"):
            forget("v" + NEW, registry="")
            with MovedTag("v" + NEW, f"v{NEW}-crash"):
                call = self.assistant.call(*self.run_words())
            print(f"    exit {call.code}: {call.text.strip().splitlines()[-1][:300]}")
            same("exit code", call.code, 3)
            back = self.assistant.call("rollback", "last", "--yes")
            holds("rollback: exit 0", back.code == 0, str(back))
            self.as_it_was()
