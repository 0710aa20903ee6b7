#!/usr/bin/env python3
"""Write tests/unit/simulator/modules/math.json.gz: values of CPython 3.11's math with glibc, as hexadecimal doubles.

    python3 tests/conformance/record/record-math.py

`exact`: every argument for which the simulator gives a value without a margin of doubt (lib/simulator/machine/modules/
math/real.ts, `bound`); `random`: arguments of all sizes.
"""
import gzip
import json
import math
import pathlib
import random
import struct

OUT = pathlib.Path(__file__).resolve().parents[2] / "unit/simulator/modules/math.json.gz"
NAMES = "exp exp2 log log2 log10 sin cos tan asin acos atan".split()


def hexadecimal(x):
    return struct.pack(">d", x).hex()


def value(name, args):
    try:
        f = getattr(math, name)
        if name == "ldexp":
            return f(args[0], int(args[1]))
        return f(args) if name == "fsum" else f(*args)
    except (ValueError, OverflowError):
        return None


def grid(name):
    yield from (k / 10 for k in range(-200, 201))
    if name.startswith("log"):
        yield from (float(k) for k in range(21, 401))
    yield from (k * math.pi / 12 for k in range(-48, 49))


def arguments(name):
    if name in ("asin", "acos"):
        return [random.uniform(-1, 1)]
    if name.startswith("log"):
        return [random.choice([random.uniform(0, 2), float(random.randint(1, 10000)), 10 ** random.uniform(-300, 300)])]
    if name in ("hypot", "fsum"):
        return [random.choice([random.uniform(-9, 9), 0.1, random.lognormvariate(0, 50), 1e16, -1e16])
                for _ in range(random.randint(1, 6))]
    if name == "atan2":
        return [random.choice([random.uniform(-9, 9), float(random.randint(-20, 20))]) for _ in range(2)]
    if name == "ldexp":
        return [random.uniform(-2, 2), float(random.randint(-1080, 1020))]
    if name == "nextafter":
        return [random.uniform(-2, 2), random.uniform(-2, 2)]
    return [random.choice([random.uniform(-10, 10), float(random.randint(-700, 700)), random.uniform(-1e6, 1e6)])]


def rows(pairs):
    return [[name, hexadecimal(r), *map(hexadecimal, args)] for name, args in pairs if (r := value(name, args)) is not None]


def main():
    random.seed(3)
    exact = rows((name, [x]) for name in NAMES if name != "exp2" for x in grid(name)
                 if name != "tan" or abs(x) <= 6)
    others = rows((name, arguments(name)) for name in NAMES + ["atan2", "hypot", "fsum", "ldexp", "nextafter"]
                  for _ in range(250))
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_bytes(gzip.compress(json.dumps({"exact": exact, "random": others}, separators=(",", ":")).encode(), 9, mtime=0))


main()
