#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
# SPDX-License-Identifier: Apache-2.0
"""registry.py PORT BLOBS TAGS: a read-only image registry. TAGS/<repository>/<tag> names the digest of a manifest, BLOBS
holds everything by its digest. Who asked for what is said on standard output: pulls that nobody wanted can be seen. A file
`fault` beside TAGS makes it a bad one for Kestra's images: an HTTP status, `hang`, or `cut` (everything but manifests ends half way)."""

import http.server
import pathlib
import re
import socketserver
import sys
import time

blobs, tags = map(pathlib.Path, sys.argv[2:4])
fault_file = tags.parent / "fault"
FAULTS = {"401": ("UNAUTHORIZED", "authentication required"), "403": ("DENIED", "requested access to the resource is denied"),
          "404": ("MANIFEST_UNKNOWN", "manifest unknown"), "429": ("TOOMANYREQUESTS", "You have reached your pull rate limit."),
          "503": ("UNAVAILABLE", "try again later")}
MANIFEST = "application/vnd.oci.image.manifest.v1+json"


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    cut = False

    def do_GET(self):
        path = self.path.split("?")[0]
        while fault_file.exists() and fault_file.read_text() == "hang":
            time.sleep(0.5)
        if path in ("/v2", "/v2/"):
            return self.answer(200, b"{}", "application/json")
        match = re.fullmatch(r"/v2/([a-z0-9/._-]+)/(manifests|blobs)/([A-Za-z0-9:._-]+)", path)
        if not match or ".." in path:
            return self.refuse("UNSUPPORTED")
        repository, kind, name = match.groups()
        fault = fault_file.read_text() if repository.endswith("kestra/kestra") and fault_file.exists() else ""
        if fault in FAULTS:
            code, message = FAULTS[fault]
            return self.answer(int(fault), ('{"errors":[{"code":"%s","message":"%s"}]}' % (code, message)).encode(), "application/json")
        digest = name
        if ":" not in name:
            tag = tags / repository / name
            if not tag.is_file():
                return self.refuse("MANIFEST_UNKNOWN")
            digest = tag.read_text().strip()
        blob = blobs / digest.split(":")[1]
        if not blob.is_file():
            return self.refuse("BLOB_UNKNOWN")
        if kind == "manifests" and self.command == "GET":
            print("pulled", repository, name, flush=True)
        self.cut = fault == "cut" and kind == "blobs"
        self.answer(200, blob, MANIFEST if kind == "manifests" else "application/octet-stream", digest)

    do_HEAD = do_GET

    def refuse(self, code):
        self.answer(404, ('{"errors":[{"code":"%s","message":"not found"}]}' % code).encode(), "application/json")

    def answer(self, status, body, content_type, digest=None):
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(body.stat().st_size if isinstance(body, pathlib.Path) else len(body)))
        if digest:
            self.send_header("Docker-Content-Digest", digest)
        self.end_headers()
        if self.command == "HEAD":
            return
        if isinstance(body, bytes):
            self.wfile.write(body)
        else:
            with body.open("rb") as file:
                left = body.stat().st_size // 2 if self.cut else body.stat().st_size
                while left > 0 and (piece := file.read(min(left, 1 << 20))):
                    self.wfile.write(piece)
                    left -= len(piece)
            self.close_connection = self.cut

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    def server_bind(self):
        # Without a look-up of the machine's name, which takes seconds where no name server answers.
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = self.server_address


Server(("127.0.0.1", int(sys.argv[1])), Handler).serve_forever()
