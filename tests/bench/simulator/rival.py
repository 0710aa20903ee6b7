"""The rival: CPython, warm, NumPy imported. Times compile and exec of each snippet under sys.settrace, recording at
each line the repr and the sys.getrefcount of every local.

stdin: JSON list of sources. stdout: JSON list of microseconds (median of rounds), null where the snippet raises
or where it needs more than 50 ms."""
import contextlib
import io
import json
import statistics
import sys
import time

import numpy  # noqa: F401 - imported so that the snippet's own import is warm

ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 30


def traced(source):
    """One run; returns what was recorded."""
    seen = []

    def tracer(frame, event, _arg):
        if event == "line":
            seen.append([(name, repr(value), sys.getrefcount(value)) for name, value in frame.f_locals.items()
                         if not name.startswith("__")])
        return tracer

    code = compile(source, "<snippet>", "exec")
    space = {"__name__": "__main__"}
    sys.settrace(tracer)
    try:
        exec(code, space)
    finally:
        sys.settrace(None)
    return seen


def microseconds(source):
    """Median time of a run."""
    times = []
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        for _ in range(ROUNDS + 3):
            start = time.perf_counter_ns()
            try:
                traced(source)
            except BaseException:
                return None
            took = time.perf_counter_ns() - start
            if took > 50_000_000:
                return None
            times.append(took)
    return statistics.median(times[3:]) / 1000


if __name__ == "__main__":
    results = [microseconds(source) for source in json.load(sys.stdin)]
    json.dump(results, sys.stdout)
