#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
# SPDX-License-Identifier: Apache-2.0
"""names.py ADDRESS: the cluster's name server. SERVICE.NAMESPACE.svc.cluster.local is the service's address, or that of
the pods of a service without one; every other name does not exist."""

import json
import socket
import struct
import subprocess
import sys
import time

SUFFIX = ".svc.cluster.local"
known = {"at": 0.0, "addresses": {}}


def addresses():
    """Asked anew when older than a second: a test is not to wait for a watch."""
    if time.monotonic() - known["at"] < 1:
        return known["addresses"]
    text = subprocess.run(["kubectl", "get", "services,endpoints", "--all-namespaces", "--output", "json"], stdout=subprocess.PIPE).stdout
    found = {}
    for one in json.loads(text or "{}").get("items", []):
        name = one["metadata"]["name"] + "." + one["metadata"]["namespace"] + SUFFIX
        if one["kind"] == "Service" and one["spec"].get("clusterIP", "None") != "None":
            found[name] = [one["spec"]["clusterIP"]]
        elif one["kind"] == "Endpoints":
            found.setdefault(name, [address["ip"] for part in one.get("subsets", []) for address in part.get("addresses", [])])
    known.update(at=time.monotonic(), addresses=found)
    return found


def answer(query):
    at, labels = 12, []
    while query[at]:
        labels.append(query[at + 1:at + 1 + query[at]].decode().lower())
        at += 1 + query[at]
    kind = struct.unpack("!H", query[at + 1:at + 3])[0]
    question = query[12:at + 5]
    found = addresses().get(".".join(labels))
    records = [socket.inet_aton(address) for address in found or []] if kind == 1 else []
    flags = 0x8580 if found is not None else 0x8583
    return (query[:2] + struct.pack("!HHHHH", flags, 1, len(records), 0, 0) + question +
            b"".join(struct.pack("!HHHIH", 0xC00C, 1, 1, 1, 4) + record for record in records))


server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind((sys.argv[1], 53))
while True:
    query, client = server.recvfrom(512)
    try:
        server.sendto(answer(query), client)
    except (IndexError, ValueError, struct.error):
        pass
