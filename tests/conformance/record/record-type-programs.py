"""Record the traces of the programs in expressions/programs.py.txt (parted by lines `#---`).

    python3 tests/conformance/record/record-type-programs.py
"""

import gzip
import json
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
FOLDER = os.path.join(HERE, "..", "expressions")

with open(os.path.join(FOLDER, "programs.py.txt"), encoding="utf-8") as file:
    programs = file.read().split("\n#---\n")
lines = "\n".join(json.dumps({"id": n, "src": src.rstrip("\n") + "\n"}) for n, src in enumerate(programs, 1))
run = subprocess.run(
    [sys.executable, os.path.join(HERE, "oracle.py"), "--batch", "--delta"],
    input=lines, capture_output=True, text=True, check=True,
)
with open(os.path.join(FOLDER, "programs.jsonl.gz"), "wb") as file:
    file.write(gzip.compress(run.stdout.encode(), 9, mtime=0))
print(len(run.stdout.splitlines()), "programs")
