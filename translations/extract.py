#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
# SPDX-License-Identifier: Apache-2.0
"""Brings the texts of app/ and ui/ into the .ts files here, or into a new file named with --fresh.

lupdate finds no context for the tr() helpers that files of the engine keep in their anonymous namespace. It therefore
reads a copy of the sources in which each such call is written out as QCoreApplication::translate(context, text, kind).
The practice engine is another program and stays English.
"""

import argparse
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
NAME = "kestra-upgrade-assistant"

HELPER = re.compile(
    r'^QString tr\(const char \*text(?P<kind>, const char \*kind(?: = (?P<default>"[^"]*"))?)?(?P<count>, int count = -1)?\)\n'
    r'\{\n    return (?:QCoreApplication::translate\("(?P<context>\w+)", text, (?P<fixed>"[^"]*"|kind)(?:, count)?\)'
    r'|(?P<owner>\w+)::tr\(text, kind, count\));\n\}\n', re.MULTILINE)
ANY_HELPER = re.compile(r'^(?:static |inline )*QString tr\(', re.MULTILINE)
CALL = re.compile(r'(?<![\w:.>])tr\(')


def arguments_from(text, start):
    """The arguments of a call whose opening bracket lies before start, and where its closing bracket lies."""
    arguments, depth, begin, at = [], 0, start, start
    while True:
        letter = text[at]
        if letter in "\"'":
            at += 1
            while text[at] != letter:
                at += 2 if text[at] == "\\" else 1
        elif letter in "([{":
            depth += 1
        elif letter in ")]}" and depth:
            depth -= 1
        elif letter == ")":
            arguments.append(text[begin:at].strip())
            return arguments, at
        elif letter == "," and not depth:
            arguments.append(text[begin:at].strip())
            begin = at + 1
        at += 1


def written_out(text, name):
    """The source with every call of its tr() helper replaced; a source without one stays as it is."""
    helper = HELPER.search(text)
    if not helper:
        if ANY_HELPER.search(text):
            sys.exit(f"{name}: this tr() helper has a shape that translations/extract.py does not know")
        return text
    context = helper["context"] or helper["owner"]
    fixed = helper["fixed"] if helper["fixed"] != "kind" else None
    text = text[:helper.start()] + "\n" * helper[0].count("\n") + text[helper.end():]
    result, done = [], 0
    for call in CALL.finditer(text):
        if call.start() < done:
            sys.exit(f"{name}: a tr() inside a tr()")
        arguments, end = arguments_from(text, call.end())
        rest = arguments[1:]
        kind = fixed or (rest.pop(0) if helper["kind"] and rest else helper["default"])
        parts = [f'"{context}"', arguments[0], kind] + rest
        result += [text[done:call.start()], f'QCoreApplication::translate({", ".join(parts)})']
        done = end + 1
    return "".join(result) + text[done:]


def copy_sources(target):
    for folder in ("app", "ui"):
        for source in sorted((ROOT / folder).rglob("*")):
            if source.suffix not in (".h", ".cpp") or "practice" == source.relative_to(ROOT).parts[1]:
                continue
            copy = target / source.relative_to(ROOT)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(written_out(source.read_text(), source.relative_to(ROOT)))


def updated(call, file):
    """The call that updates a file; English holds only what is counted, the rest of it stands in the sources."""
    language = file.stem.removeprefix(f"{NAME}_")
    return call[:1] + (["-pluralonly"] if language == "en" else []) + call[1:] + [file, "-target-language", language]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lupdate", default="/usr/lib/qt6/bin/lupdate")
    parser.add_argument("--fresh", type=pathlib.Path, metavar="FILE", help="writes a new file and leaves those here alone")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        copy_sources(pathlib.Path(folder))
        call = [options.lupdate, "-silent", "-no-obsolete", "-locations", "none", "-source-language", "en",
                "-I", ".", "app", "ui", "-ts"]
        here = pathlib.Path(__file__).resolve().parent
        runs = [call + [options.fresh.resolve(), "-target-language", "de"]] if options.fresh else \
            [updated(call, file) for file in sorted(here.glob(f"{NAME}_*.ts"))]
        for run in runs:
            said = subprocess.run(run, cwd=folder, check=True, stderr=subprocess.PIPE, text=True).stderr
            complaints = [line for line in said.splitlines() if line.strip()]
            if complaints:
                sys.exit("\n".join(complaints).replace(folder + "/", ""))


if __name__ == "__main__":
    main()
