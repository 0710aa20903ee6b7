#!/usr/bin/env python3
"""Write ../recursion.json: how CPython 3.11 ends programs that recurse without end, each run alone.

    python3 tests/conformance/record/record-recursion.py

The programs stand in the file itself; the error, its message and the line of the innermost frame are recorded again.
The recorder of traces takes levels of recursion for itself, so these are run without it.
"""
import json
import pathlib
import subprocess
import sys

FILE = pathlib.Path(__file__).resolve().parents[1] / "recursion.json"
RUN = """
import sys, traceback
try:
    exec(compile(sys.stdin.read(), "<snippet>", "exec"), {"__name__": "__main__"})
except BaseException as e:
    last = [f for f in traceback.extract_tb(e.__traceback__) if f.filename == "<snippet>"][-1]
    print(type(e).__name__, last.lineno, e, sep="\\t")
"""


def record(source):
    # `exec` and its caller are two levels that a program which is run by itself has not below it.
    run = "import sys\nsys.setrecursionlimit(1002)\n" + RUN
    out = subprocess.run([sys.executable, "-c", run], input=source, capture_output=True, text=True).stdout
    name, line, message = out.rstrip("\n").split("\t")
    return {"src": source, "type": name, "line": int(line), "msg": message}


programs = [record(p["src"]) for p in json.loads(FILE.read_text())]
FILE.write_text(json.dumps(programs, indent=2) + "\n")
