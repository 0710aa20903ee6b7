"""Records CPython 3.11's trees, and the variables of its code objects, of many programs.

Usage: python3 record-ast.py  (reads ../corpus.jsonl.gz, writes ../syntax/trees.json.gz)
"""

import gzip
import json
import os
import sys
import types
import warnings

from ast_json import dump

HERE = os.path.dirname(os.path.abspath(__file__))
# Of the corpus, every so manieth program.
STRIDE = 6

PROGRAMS = [
    "", "\n\n", "# only a comment", "x", "x = 1  # no newline at the end", "\tif x:\n".strip() + "\n\ty\n", "if x:\n\ty\n        \n\tz\n", "x = (1 +\n     2)\n", "x = 1 + \\\n    2\n", "a = 1; b = 2;\nc\n", "x\r\ny\r\n", "x\ry\r", "\f\nx\n", "if x: a; b\nelse: c\n",
    "0; 1; 00; 1_000; 0xff_ff; 0XAB; 0o17; 0b101; 123456789012345678901234567890; 9007199254740991; 9007199254740992; 0x20000000000000\n",
    "1.; .5; 1.5; 1e3; 1E-3; 1_0.0_1e1_0; 1e400; 0.1; 00.5; 09.5; 1e22; 123456789.123456789e-30; 5e-324\n", "1j; 1.5J; .5j; 1e3j; 00j; 0_1j\n", "1if x else 2; 1or 2; [1for x in y]; 0xfor x; 1in x; 1is x; 1and 2\n",
    "'a'; \"b\"; '''c'''; \"\"\"d\ne\"\"\"; 'it\\'s'; ''; \"\"; ''''''; '\\\n'\n", "'\\a\\b\\f\\n\\r\\t\\v\\\\\\'\\\"\\0\\12\\123\\777\\x41\\u0041\\U00000041\\q\\8'\n", "r'\\n\\''; R'\\x'; u'a'; U'b'; b'a\\x00\\xff\\n\\q'; B'c'; br'\\n'; Rb'\\x'; rB'd'; b'\\400'\n", "'a' 'b'; ('a'\n 'b'); b'a' b'b'; u'a' r'\\b' 'c'\n",
    "'\u00e9\u20ac\U0001f600' + x\n", "\u00e9 = '\U0001f600'; \u00e9.\u00fc(\u03b1 = 1)\n", "\ufb01 = 1; \u212b\n", "x = '\U0001f600'; y = 2\n", "'\\ud83d'; '\\U0001f600'\n",
    "f''; f'a'; f'{x}'; f'a{x}b'; f'{x}{y}'; f'{{}}'; f'{{{x}}}'; f'{x!r}'; f'{x!s:>10}'; f'{x!a}'; f'{x:>{w}}'; f'{x:{a}{b}}'; f'{x:}'\n", "f'{x=}'; f'{x = }'; f'{x=!s}'; f'{x=:>5}'; f'{ x }'; f'{x==y}'; f'{x!=y}'; f'{x<=y}'; f'{x>=y}'; f'{x<y}'\n", "f'{a, b}'; f'{(a, b)}'; f'{*a, b}'; f'{a[1:2]}'; f'{ {1: 2}[1] }'; f'{\"a\"}'; f\"{d['k']}\"; f'''{\n a\n}'''; f'{(lambda x: x)(1)}'; f'{(x := 1)}'; f'{x:=5}'\n", "'a' f'{x}' 'b'; f'{x}' f'{y:z}' 'c'; ('a'\n f'{x}'\n  f'{y}')\n", "f'{f\"{x}\"}'; f'{x:{y!r}}'; rf'\\d{x}'; f'\\n{x}\\t'; fr'{x}\\n'; F'{x}'; f'\\N{{DIGIT ONE}}'[0:0] if 0 else f'\\x41{x}'\n".replace("\\N{{DIGIT ONE}}", "a"), "f'''a\n{x}\n  {y + 1:\n>5}'''\n", "x = f'''\n{a}''' f'''b\n  {c}'''\n", "\u00e9 = f'\u00e9{x}\u20ac{y}'\n", "f'{yield_}'; f'{x if y else z}'; f'{a or b}'; f'{not a}'; f'{-a}'; f'{a.b.c()}'\n", "def f():\n    f'{yield}'; f'{yield x}'; f'{(yield x)}'\n",
    "x or y; x and y; x or y or z; x and y or z; not x; not not x; x or not y and z\n", "a < b; a < b <= c == d != e > f >= g; a in b; a not in b; a is b; a is not b; not a in b; a < b is not c\n", "a | b ^ c & d << e >> f + g - h * i / j // k % l @ m\n", "-a; +a; ~a; - -a; -a ** b; a ** -b; a ** b ** c; -a ** -b; (a ** b) ** c; not -a\n", "a + b + c; a - (b - c); (a + b) * c; a * (b + c)\n", "a if b else c; a if b else c if d else e; (a if b else c) if d else e; lambda: a if b else c\n",
    "(); (a,); (a, b); a,; a, b; (a, b,); ((a)); (((a, b))); (*a,); (*a, b); *a, b\n", "[]; [a]; [a, b]; [a, b,]; [*a, b]; [[a], [b]]; {a}; {a, b,}; {*a, b}\n", "{}; {a: b}; {a: b, c: d,}; {**a}; {a: b, **c, d: e}; {**a, **b}; {(a := 1): b}; {a: lambda: b}\n", "(\n  a,\n  b\n)\n[\n  a\n]\n{\n  a: b,\n\n  # comment\n  c: d\n}\n",
    "[a for b in c]; [a for b in c if d]; [a for b in c if d if e]; [a for b in c for d in e]; [a for b, c in d]; [a for *b, c in d]; [a for b in c if d for e in f if g]\n", "{a for b in c}; {a: b for c in d}; (a for b in c); f(a for b in c); f((a for b in c)); f((a for b in c), d); [(a, b) for c in d]; [[a for b in c] for d in e]\n", "[(y := a) for b in c]; [a for b.c in d]; [a for b[0] in c]; [a for (b) in c]; [a for (b, c) in d]; [a for [b, c] in d]; [lambda: a for a in b]; [a if b else c for d in e]\n",
    "a.b; a.b.c; a[b]; a[b][c]; a(); a()(); a.b(c)[d].e; 'a'.b; [].a; {}.a; (a).b; 1 .a; 1.0.a; 1..a; ...; ....a\n".replace("; ....a", ""), "a[b:c]; a[:]; a[b:]; a[:c]; a[::]; a[b:c:d]; a[::d]; a[b, c]; a[b,]; a[b:c, d]; a[..., 0]; a[:, None]; a[*b]; a[*b, c]; a[(b, c)]; a[(b := 1)]; a[b := 1]; a[-1]; a[::-1]\n", "f(a); f(a, b); f(a, b,); f(a=b); f(a, b=c); f(*a); f(**a); f(*a, **b); f(a, *b, c, d=e, *f, **g); f(**a, b=c); f(a := 1); f(a, (b := 1)); f(a=(b := 1)); f(a=lambda: b); f(a == b)\n", "f(\n  a,\n  b=c,\n)\nf()\n(a\n .b\n .c())\n",
    "lambda: a; lambda a: a; lambda a, b: a; lambda a=1: a; lambda a, /: a; lambda a, /, b: a; lambda *a: a; lambda *, a: a; lambda *, a=1: a; lambda **a: a; lambda a, b=1, /, c=2, *d, e, f=3, **g: a; lambda a,: a; lambda *a,: a; lambda **a,: a; lambda: lambda: a; lambda: (yield)\n", "(a := b); (a := b, c); ((a := b)); print(a := b); a[b := c]; {a := b}; [a := b, c]; (a := lambda: b)\n",
    "a = b; a = b = c; a, b = c; (a, b) = c; [a, b] = c; a, = b; *a, = b; a, *b = c; (a) = b; ((a)) = b; (a, (b, [c])) = d; a.b = c; a[b] = c; a.b, c[d] = e; () = a; [] = a; (a.b) = c; a = *b, c; a = yield_\n", "a += b; a -= b; a *= b; a /= b; a //= b; a %= b; a **= b; a @= b; a &= b; a |= b; a ^= b; a <<= b; a >>= b; a.b += c; a[b] += c; (a) += b; a += b, c\n", "a: b; a: b = c; (a): b; (a): b = c; a.b: c; a.b: c = d; a[b]: c; a[b]: c = d; (a.b): c; a: b = c, d; a: b if c else d; a: 'str'\n", "del a; del a, b; del (a); del (a, b); del [a, b]; del a.b; del a[b]; del a[b:c]; del (a), (b); del a,; del (); del ((a, b), c)\n",
    "pass\nassert a\nassert a, b\nassert (a, b)\nraise\nraise a\nraise a from b\nraise a()\n", "import a; import a.b; import a.b.c as d; import a, b as c; from a import b; from a import b as c, d; from a import (b); from a import (b, c as d,); from a import *; from . import a; from .. import a; from ... import a; from .... import a; from .a import b; from ...a.b import c; from .import a\n", "def f():\n    global a, b\n    global c\n    def g():\n        nonlocal_ = 1\n        return\n    return\n", "def f():\n    a = b = 1\n    def g():\n        nonlocal a, b\n        a = 1\n    return g\n",
    "if a:\n    b\n", "if a:\n    b\nelse:\n    c\n", "if a:\n    b\nelif c:\n    d\nelif e:\n    f\nelse:\n    g\n", "if a: b\nelif c: d\nelse: e\n", "if (a := b): c\nif a := b: c\nif a, : b\n".replace("if a, : b\n", ""), "if a:\n    if b:\n        c\n    else:\n        d\nelse:\n    e\n", "while a:\n    b\n    break\nelse:\n    continue_\n", "while a: b; continue\n", "for a in b:\n    c\nelse:\n    d\n", "for a, b in c: d\nfor (a, b) in c: d\nfor [a, b] in c: d\nfor a.b in c: d\nfor a[b] in c: d\nfor *a, b in c: d\nfor a in b, c: d\nfor a in *b, c: d\nfor a, in b: c\nfor (a) in b: c\n", "for x in y:\n    for z in w:\n        if x: break\n    else:\n        continue\n",
    "with a: b\nwith a as b: c\nwith a, b: c\nwith a as b, c as d: e\nwith a as (b, c): d\nwith a as b.c: d\nwith a as b[0]: d\nwith (a): b\nwith (a, b): c\nwith (a as b): c\nwith (a as b, c as d,): e\nwith (a, b) as c: d\nwith (a).b: c\nwith (a)(): c\nwith (a), (b): c\nwith (a, b), c: d\nwith (): a\nwith (a := b): c\nwith (a for a in b): c\nwith a as [b, c]: d\nwith (a)[0] as b: c\nwith (a, b)[0]: c\nwith (yield_): c\nwith (\n    a as b\n): c\n",
    "try:\n    a\nexcept:\n    b\n", "try:\n    a\nexcept B:\n    b\nexcept (C, D):\n    c\nexcept E as e:\n    d\nexcept:\n    f\nelse:\n    g\nfinally:\n    h\n", "try:\n    a\nfinally:\n    b\n", "try: a\nexcept: b\n", "try:\n    a\nexcept* B:\n    b\nexcept* C as c:\n    d\nelse:\n    e\nfinally:\n    f\n", "try:\n    try:\n        a\n    finally:\n        b\nexcept A as a:\n    raise\n",
    "def f(): pass\ndef f(a): pass\ndef f(a, b): pass\ndef f(a, b,): pass\ndef f(a=1): pass\ndef f(a, b=1, *c, d, e=2, **f): pass\ndef f(a, /): pass\ndef f(a, /, b): pass\ndef f(a, b=1, /, c=2): pass\ndef f(*, a): pass\ndef f(*, a=1, b): pass\ndef f(*a): pass\ndef f(**a): pass\ndef f(**a,): pass\ndef f(*a, b): pass\n", "def f(a: b, c: d = e, *f: g, h: i = j, **k: l) -> m:\n    pass\ndef f(*a: *b): pass\ndef f() -> (a, b): pass\n", "@a\ndef f(): pass\n@a\n@b.c\n@d(e)\nclass C: pass\n@(a := b)\ndef f(): pass\n@a[0]\ndef f(): pass\n@lambda f: f\ndef g(): pass\n", "class A: pass\nclass A(): pass\nclass A(B): pass\nclass A(B, C): pass\nclass A(B, metaclass=C): pass\nclass A(*B, **C): pass\nclass A(B,): pass\nclass A:\n    'doc'\n    x = 1\n    def f(self):\n        return self.x\n", "def f():\n    'doc'\n    return\ndef g():\n    return 1, 2\ndef h():\n    return *a, b\ndef i():\n    yield\n    yield a\n    yield a, b\n    yield *a, b\n    x = yield\n    x = yield a\n    x += yield a\n    yield from a\n    x = yield from a\n    x: y = yield\n    (yield)\n    f((yield))\n    return (yield)\n",
    "async def f():\n    await a\n    await a.b()\n    -await a\n    await a ** 2\n    async for b in c: pass\n    async with d as e, f: pass\n    async with (d as e): pass\n    [a async for a in b]\n    return [await a for a in b if await c]\n@a\nasync def f(): yield\n", "async def f():\n    async for a, b in c:\n        d\n    else:\n        e\n    return (a async for a in b)\n",
    "match a:\n    case 1: b\n    case -1: b\n    case 1.5: b\n    case 1 + 2j: b\n    case -1 - 2j: b\n    case 'a': b\n    case 'a' 'b': b\n    case b'a': b\n    case None: b\n    case True | False: b\n    case _: b\n", "match a:\n    case b.c: d\n    case b.c.d: e\n    case b if c: d\n    case b: c\n", "match a, b:\n    case c, d: e\n    case c,: d\n    case *c, d: e\n    case [c, d]: e\n    case []: e\n    case (): e\n    case (c,): d\n    case (c): d\n", "match a:\n    case (b): c\n", "match a:\n    case [b, *c, d]: e\n    case [b, *_]: c\n    case (b, *c): d\n    case [b,]: c\n    case [[b], [c]]: d\n    case (b | 1) as c if d: e\n".replace("    case (b | 1) as c if d: e\n", "    case (1 | 2) as c if d: e\n"), "match a:\n    case {}: b\n    case {'a': b}: c\n    case {'a': b, 'c': d,}: e\n    case {'a': b, **c}: d\n    case {**a}: b\n    case {**a,}: b\n    case {1: a, -1: b, None: c, a.b: d}: e\n", "match a:\n    case A(): b\n    case A(b): c\n    case A(b, c): d\n    case A(b=c): d\n    case A(b, c=d,): e\n    case a.B(c): d\n    case A(b=1 | 2, c=[d]): e\n    case A() as b: c\n    case 1 | 2 | 3: d\n    case (1 | 2): d\n    case [1 | 2, 3] | 4: d\n    case str() | int(): d\n", "match(a):\n    case b: c\nmatch (a, b):\n    case c: d\nmatch [a]:\n    case b: c\nmatch -a:\n    case b: c\nmatch *a, b:\n    case c: d\nmatch a := b:\n    case c: d\nmatch not a:\n    case b: c\nmatch {}:\n    case b: c\nmatch match:\n    case case: c\n".replace("match a := b:", "match (a := b):"), "match = 1\nmatch.a\nmatch(a)\nmatch[a]\nmatch, a\nmatch: a\nmatch: a = b\nmatch * a\nmatch - a\nmatch -a\nmatch == a\nmatch in a\nmatch if a else b\nmatch += 1\nmatch\nmatch (a)\nmatch (a).b\nmatch [a] = b\nmatch (a), b\ncase = 1\n_ = 2\ncase(a)\nprint(match, case)\nmatch and a\nmatch is a\nmatch not in a\n", "match x:\n    case 1:\n        match y:\n            case 2:\n                pass\n            case _:\n                pass\n    # comment\n    case 2: pass\n",
    "class A:\n    def f(self):\n        return super().f()\n    def g(self):\n        return __class__\n    __x = 1\n    def h(self):\n        self.__x = __y\n        def __z(__a): return __a\n        return __z, __w__\n", "def f(b, a):\n    c = 1\n    def g():\n        return a, b, c, d\n    d = [x for x in a if c]\n    return lambda e=d: (e, c)\n", "def f():\n    x = 1\n    class A:\n        x = x\n        def g(self):\n            return x\n    return A\n", "def f(a, *b, c=1, **d):\n    e = a\n    for g, h in b: i = g\n    with c as j: k = j\n    try:\n        l = 1\n    except A as m:\n        n = 2\n    else:\n        o = 3\n    finally:\n        p = 4\n    import q, r.s as t, u.v\n    from w import x as y, z\n    def aa(): pass\n    class bb: pass\n    (cc := 1)\n    [dd := 1 for ee in a]\n    del e\n    ff: int\n    gg: int = 1\n    hh += 1\n    return ii\n", "def f():\n    for x in y:\n        try:\n            return z\n        finally:\n            a = 1\n    b = 2\n    return a\n", "def f():\n    def g():\n        def h():\n            return x\n        return h\n    x = 1\n    return g\n", "x = 1\ndef f():\n    global x\n    x = 2\n    def g():\n        return x\n    return [x for _ in y]\n", "def f():\n    try:\n        a = 1\n    except* E as e:\n        b = 2\n    else:\n        c = 3\n    match a:\n        case {'k': d, **e2}: f2 = 1\n        case [g, *h] | (g, h): i = 1\n        case C(j, k=l) as m if n: o = 1\n".replace("        case [g, *h] | (g, h): i = 1\n", "        case [g, *h]: i = 1\n"),
]


def code_info(code):
    return {
        "name": code.co_name,
        "line": code.co_firstlineno,
        "varnames": code.co_varnames,
        "cellvars": code.co_cellvars,
        "freevars": code.co_freevars,
        "counts": [code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount],
        "starArgs": bool(code.co_flags & 0x4),
        "starKeywords": bool(code.co_flags & 0x8),
        "generator": bool(code.co_flags & 0x220),
        "children": [code_info(c) for c in code.co_consts if isinstance(c, types.CodeType)],
    }


def corpus():
    with gzip.open(os.path.join(HERE, "..", "corpus.jsonl.gz"), "rt", encoding="utf-8") as lines:
        return [json.loads(line)["src"] for line in lines][::STRIDE]


def main():
    if sys.version_info[:2] != (3, 11):
        sys.exit("CPython 3.11 is needed")
    warnings.simplefilter("ignore")
    records = []
    for source in dict.fromkeys(PROGRAMS + corpus()):
        code = compile(source, "<program>", "exec", dont_inherit=True)
        records.append({"source": source, "tree": dump(source), "code": code_info(code)})
    text = json.dumps(records, separators=(",", ":"))
    with open(os.path.join(HERE, "..", "syntax", "trees.json.gz"), "wb") as file:
        file.write(gzip.compress(text.encode(), 9, mtime=0))
    print(len(records), "programs")


main()
