#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
# SPDX-License-Identifier: Apache-2.0
"""images.py CACHE PRACTICE_KESTRA: makes the images that the tests run, from files of this very system, and prints the
folder of the registry that serves them. Nothing is downloaded. kestra/kestra holds practice-kestra in the place of
Kestra's own program; postgres holds the PostgreSQL server of this system. An unchanged set is used again."""

import fcntl
import hashlib
import io
import json
import os
import pathlib
import platform
import re
import shutil
import subprocess
import sys
import tarfile

HERE = pathlib.Path(__file__).resolve().parent
KESTRA_VERSIONS = ["1.0.36", "1.3.44", "2.0.8"]
BAD = {"crash": "fail=start", "unready": "fail=health"}
PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
TOOLS = """bash sh env cat ls mkdir chmod chown cp mv rm ln find sed grep awk tar gzip date id sleep head tail wc sort uniq du df
    stat touch true false hostname ps kill setpriv sha256sum md5sum cut tr uname readlink realpath dirname basename seq xargs
    test [ printf echo tee mktemp cmp diff curl""".split()


def program(name):
    path = shutil.which(name, path=PATH)
    if not path:
        sys.exit(f"The program {name} is missing on this system.")
    return path


def in_usr(path):
    """The place of a file in a system whose /bin and /lib are links into /usr; the file's own name stays."""
    path = pathlib.Path(path)
    return str(path.parent.resolve() / path.name)


def with_libraries(files):
    found = dict.fromkeys(in_usr(file) for file in files)
    text = subprocess.run(["ldd", *found], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout
    if missing := re.findall(r"(\S+) => not found", text):
        sys.exit(f"Libraries are missing on this system: {', '.join(sorted(set(missing)))}")
    found.update(dict.fromkeys(in_usr(path) for path in re.findall(r"(/\S+) \(0x", text)))
    return list(found)


def tree(folder, leave_out=()):
    return [str(path) for path in sorted(pathlib.Path(folder).rglob("*"))
            if path.is_file() and not any(part in str(path) for part in leave_out)]


class Layer:
    """One layer of an image: a tar file whose bytes hang on nothing but its content."""

    def __init__(self):
        self.entries = {}

    def folder(self, path, owner=0, mode=0o755):
        self.entries[path.strip("/")] = ("folder", None, mode, owner)
        return self

    def link(self, path, target):
        self.entries[path.strip("/")] = ("link", target, 0o777, 0)
        return self

    def text(self, path, text, mode=0o644, owner=0):
        self.entries[path.strip("/")] = ("text", text.encode(), mode, owner)
        return self

    def file(self, path, source=None, owner=0):
        source = pathlib.Path(source or path)
        mode = 0o755 if source.stat().st_mode & 0o111 else 0o644
        self.entries[str(path).strip("/")] = ("file", source, mode, owner)
        return self

    def write(self, registry):
        partial = registry / "layer"
        with partial.open("wb") as out, tarfile.open(fileobj=out, mode="w") as tar:
            for path, (kind, content, mode, owner) in sorted(self.entries.items()):
                entry = tarfile.TarInfo(path)
                entry.mode, entry.uid, entry.gid = mode, owner, owner
                if kind == "folder":
                    entry.type = tarfile.DIRTYPE
                    tar.addfile(entry)
                elif kind == "link":
                    entry.type, entry.linkname = tarfile.SYMTYPE, content
                    tar.addfile(entry)
                else:
                    data = content.open("rb") if kind == "file" else io.BytesIO(content)
                    entry.size = content.stat().st_size if kind == "file" else len(content)
                    tar.addfile(entry, data)
        with partial.open("rb") as data:
            name = hashlib.file_digest(data, "sha256").hexdigest()
        size = partial.stat().st_size
        partial.rename(registry / "blobs" / name)
        return {"mediaType": "application/vnd.oci.image.layer.v1.tar", "digest": "sha256:" + name, "size": size}


def put_json(registry, value):
    data = json.dumps(value).encode()
    name = hashlib.sha256(data).hexdigest()
    (registry / "blobs" / name).write_bytes(data)
    return {"digest": "sha256:" + name, "size": len(data)}


def put_image(registry, repository, tags, layers, config):
    machine = {"x86_64": "amd64", "aarch64": "arm64"}.get(platform.machine(), platform.machine())
    description = put_json(registry, {
        "architecture": machine, "os": "linux", "created": "2026-01-01T00:00:00Z", "config": config,
        "rootfs": {"type": "layers", "diff_ids": [layer["digest"] for layer in layers]},
        "history": [{"created": "2026-01-01T00:00:00Z", "created_by": "images.py"} for _ in layers]})
    manifest = put_json(registry, {
        "schemaVersion": 2, "mediaType": "application/vnd.oci.image.manifest.v1+json",
        "config": {"mediaType": "application/vnd.oci.image.config.v1+json", **description}, "layers": layers})
    folder = registry / "repositories" / repository
    folder.mkdir(parents=True, exist_ok=True)
    for tag in tags:
        (folder / tag).write_text(manifest["digest"])


def system_layer(files):
    layer = Layer()
    for path in ("tmp", "var/tmp"):
        layer.folder(path, mode=0o1777)
    for path in ("etc", "root", "proc", "sys", "dev", "run", "usr/bin", "usr/sbin", "usr/lib", "usr/lib64", "usr/local/bin", "home"):
        layer.folder(path)
    for path in ("bin", "sbin", "lib", "lib64"):
        layer.link(path, "usr/" + path)
    layer.link("var/run", "/run")
    accounts = [("root", 0, "/root"), ("postgres", 999, "/var/lib/postgresql"), ("kestra", 1000, "/app"), ("nobody", 65534, "/")]
    layer.text("etc/passwd", "".join(f"{name}:x:{number}:{number}::{home}:/bin/bash\n" for name, number, home in accounts))
    layer.text("etc/group", "".join(f"{name}:x:{number}:\n" for name, number, _ in accounts))
    # The tools under their usual names, whatever they are links to on this system.
    for tool in TOOLS:
        layer.file("usr/bin/" + tool, os.path.realpath(program(tool)))
    for path in with_libraries([program(tool) for tool in TOOLS] + files):
        if path not in map(program, TOOLS):
            layer.file(path)
    for path in tree("/usr/lib/locale/C.utf8"):
        layer.file(path)
    return layer


def postgres_layers(registry, home):
    binaries = tree(home / "bin")
    libraries = [path for path in tree(home / "lib", ("bitcode", "llvmjit", "pgxs")) if ".so" in path]
    layer = system_layer(binaries + libraries)
    for path in [*tree(f"/usr/share/postgresql/{home.name}", ("/man/", "/doc/")), *tree("/usr/share/zoneinfo", ("/right/", "/posix/"))]:
        layer.file(path)
    layer.folder("var/lib/postgresql", 999).folder("var/lib/postgresql/data", 999)
    layer.file("usr/local/bin/docker-entrypoint.sh", HERE / "postgres-entrypoint.sh")
    return [layer.write(registry)]


def put_postgres(registry, home):
    config = {"Env": [f"PATH={home}/bin:{PATH}", "LANG=C.UTF-8", "PGDATA=/var/lib/postgresql/data", f"PG_MAJOR={home.name}"],
              "Entrypoint": ["docker-entrypoint.sh"], "Cmd": ["postgres"], "StopSignal": "SIGINT",
              "Volumes": {"/var/lib/postgresql/data": {}}, "ExposedPorts": {"5432/tcp": {}}}
    layers = postgres_layers(registry, home)
    put_image(registry, "library/postgres", [home.name, "latest"], layers, config)
    # What `latest` becomes when it moves: other bytes under the same name.
    put_image(registry, "library/postgres", ["moved"], layers, {**config, "Labels": {"moved": "yes"}})


def put_kestra(registry, practice):
    drivers = [path for path in tree(plugins_folder() / "sqldrivers") if "psql" in path or "sqlite" in path]
    base = system_layer([str(practice), *drivers])
    del base.entries[str(practice).strip("/")]
    for path in drivers:
        base.file(path)
    base = base.write(registry)
    # What holds a pod's namespaces.
    put_image(registry, "local/pause", ["1"], [base], {"Env": [f"PATH={PATH}"], "Entrypoint": ["sleep", "infinity"]})
    application = Layer().folder("app", 1000).folder("app/storage", 1000).folder("app/confs", 1000).file("app/kestra", practice)
    application = application.file("usr/local/bin/docker-entrypoint.sh", HERE / "kestra-entrypoint.sh").write(registry)
    for version in KESTRA_VERSIONS:
        own = Layer().text("app/VERSION", version + "\n").write(registry)
        config = {"Env": [f"PATH={PATH}", "LANG=C.UTF-8", f"PRACTICE_VERSION={version}",
                          "MICRONAUT_CONFIG_FILES=/app/confs/application.yml"],
                  "User": "kestra", "WorkingDir": "/app", "Entrypoint": ["docker-entrypoint.sh"], "Cmd": ["--help"],
                  "ExposedPorts": {"8080/tcp": {}, "8081/tcp": {}},
                  "Labels": {"org.opencontainers.image.version": "v" + version}}
        put_image(registry, "kestra/kestra", ["v" + version] + (["latest"] if version == KESTRA_VERSIONS[0] else []),
                  [base, application, own], config)
        # What a version's own tag becomes where a test makes it a bad one.
        for name, knob in BAD.items():
            put_image(registry, "kestra/kestra", [f"v{version}-{name}"], [base, application, own],
                      {**config, "Env": [*config["Env"], "PRACTICE_KNOBS=" + knob]})


def plugins_folder():
    for name in ("qtpaths6", "/usr/lib/qt6/bin/qtpaths", "qmake6"):
        if path := shutil.which(name):
            return pathlib.Path(subprocess.check_output([path, "-query" if "qmake" in name else "--query", "QT_INSTALL_PLUGINS"],
                                                        text=True).strip())
    sys.exit("qtpaths6 of Qt's development tools is missing on this system.")


def key(practice, home):
    digest = hashlib.sha256()
    for path in [*sorted(HERE.glob("*entrypoint.sh")), HERE / "images.py", practice, home / "bin/postgres"]:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def main():
    cache, practice = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
    homes = sorted(pathlib.Path("/usr/lib/postgresql").glob("*"), key=lambda path: int(path.name))
    if not homes:
        sys.exit("PostgreSQL's server is missing on this system.")
    cache.mkdir(parents=True, exist_ok=True)
    with (cache / "images.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        registry = cache / ("images-" + key(practice, homes[-1]))
        if not registry.exists():
            new = cache / "images-new"
            shutil.rmtree(new, ignore_errors=True)
            (new / "blobs").mkdir(parents=True)
            put_postgres(new, homes[-1])
            put_kestra(new, practice)
            # The newest two stay: another start may still be running on the one before.
            for old in sorted(cache.glob("images-????????????"), key=lambda path: path.stat().st_mtime)[:-1]:
                shutil.rmtree(old)
            new.rename(registry)
        print(registry)


main()
