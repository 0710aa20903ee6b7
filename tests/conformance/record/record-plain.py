#!/usr/bin/python3
"""Record what programs print under plain CPython and NumPy, without a tracer that holds weak references to arrays
(NumPy resizes no array with a weak reference to it): writes ../plain.json, a list of {"src", "out"}."""
import json
import pathlib
import subprocess
import sys

SHARED = {
    "two names": "c = b",
    "a view": "v = b[1:]",
    "a list": "l = [b]",
    "an iterator": "i = iter(b)",
    "flags": "f = b.flags",
    "a memoryview": "m = memoryview(b)",
    "a weak reference": "w = weakref.ref(b)",
}
TRY = "try:\n    {}\n    print(b, b.shape, b.strides, b.flags.owndata)\nexcept Exception as e:\n    print(type(e).__name__, e)\n"
HEAD = "import numpy as np\nimport weakref\n"

MADE = [
    "np.arange(4)", "np.zeros((2, 2))", "np.array([1.5, 2.5])", "np.array(['a', 'bc'])", "np.array([True, False])",
    "np.array([], dtype=int)", "np.array(5)", "np.array([1, None], dtype=object)", "np.arange(6).reshape(2, 3)",
    "np.asfortranarray(np.arange(4).reshape(2, 2))", "np.arange(8)[::2]", "np.arange(8)[::2].copy()",
    "np.zeros(2, dtype=[('x', int), ('y', float)])", "np.array([[1, 2], [3, 4]], order='F')", "np.linspace(0, 1, 3)",
    "np.ones((2, 3), dtype=np.uint8)", "np.full(3, 1 + 2j)",
]
CALLS = ["6", "2", "0", "(2, 3)", "2, 2", "3, 2", "()", "None", "", "-1", "(2, -1)", "6, refcheck=False", "2, refcheck=True"]
WHOLE = [
    "b = np.arange(4)\nb.resize(6)\nprint(b)\nb[5] = 9\nb.resize((2, 3))\nprint(b)\nv = b.T\nprint(v.base is b)\n",
    "def grow(x):\n    x.resize(4)\n    return x\nprint(grow(np.arange(2)))\n",
    "def grow(x):\n    x.resize(4)\nb = np.arange(2)\ntry:\n    grow(b)\nexcept ValueError as e:\n    print(e)\nprint(b)\n",
    "for b in [np.arange(3)]:\n    try:\n        b.resize(5)\n    except ValueError as e:\n        print(e)\n",
    "class A:\n    pass\na = A()\na.data = np.arange(3)\na.data.resize(5)\nprint(a.data)\n",
    "d = {'k': np.arange(3)}\nd['k'].resize(2)\nprint(d)\n",
    "l = [np.arange(3), np.arange(2)]\nl[0].resize(4)\nprint(l)\n",
    "b = np.arange(3)\nf = b.resize\nf(5)\nprint(b)\n",
    "b = np.arange(3)\nv = b[:]\ndel v\nb.resize(5)\nprint(b)\n",
    "b = np.arange(3)\nw = weakref.ref(b)\ndel w\nb.resize(4)\nprint(b)\n",
    "b = np.arange(3)\nb.setflags(write=False)\nb.resize(2)\nprint(b, b.flags.writeable)\n",
    "b = np.arange(3)\nc = b\nb.resize(3, 1)\nprint(b, c.shape)\n",
    "b = np.array([[1], [2], None], dtype=object)\nx = b[0]\nb.resize(1)\nprint(b, b[0] is x)\nb.resize(3)\nprint(b)\n",
]


def sources():
    for made in MADE:
        for call in CALLS:
            yield f"{HEAD}b = {made}\n" + TRY.format(f"b.resize({call})")
    for line in SHARED.values():
        for call in ("6", "2, 2", "2"):
            yield f"{HEAD}b = np.arange(4)\n{line}\n" + TRY.format(f"b.resize({call})")
    for text in WHOLE:
        yield HEAD + text


def main():
    rows = []
    for src in sources():
        run = subprocess.run([sys.executable, "-c", src], capture_output=True, text=True, timeout=60)
        assert run.returncode == 0, run.stderr
        rows.append({"src": src, "out": run.stdout})
    target = pathlib.Path(__file__).parent.parent / "plain.json"
    target.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")


main()
