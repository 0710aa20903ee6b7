"""Record what CPython makes of thousands of small expressions: one JSON file a type.

    PYTHONHASHSEED=0 python3 tests/conformance/record/record-expressions.py

Each entry is [source, result]: result is what `print(repr(source))` prints, or "!Type: message".
"""

import itertools
import json
import os
import sys

if os.environ.get("PYTHONHASHSEED") != "0":
    sys.exit("run with PYTHONHASHSEED=0")
if sys.version_info[:2] != (3, 11):
    sys.exit("run with Python 3.11")

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "expressions")

INTS = ["0", "1", "-1", "5", "-7", "255", "10**20", "-10**20", "True", "2**53", "2**63"]
FLOATS = ["0.0", "-0.0", "1.5", "-2.5", "1e16", "1e-5", "123456.789", "float('inf')", "float('nan')", "0.1", "1e300"]
WRONG = ["None", "'a'", "[]", "1.5", "{}", "b'x'"]
BINARY = ["+", "-", "*", "/", "//", "%", "**", "<<", ">>", "&", "|", "^", "<", "<=", "==", "!=", ">", ">=", "and", "or"]


def cross(template, *lists):
    return [template.format(*parts) for parts in itertools.product(*lists)]


def methods(subjects, calls):
    return [f"({s}).{c}" for s in subjects for c in calls]


def changes(start, calls):
    """Calls that change an object: the object and the result together."""
    return [f"(lambda x: (x.{c}, x))({s})" for s in start for c in calls]


def numbers():
    out = []
    for op in BINARY:
        huge = op in ("**", "<<")
        right = ["0", "1", "-1", "3", "-7", "2**60", "1.5", "'a'", "None", "[1]", "2j"]
        right = [r for r in right if not (huge and r == "2**60")]
        out += cross(f"({{}}) {op} ({{}})", ["0", "7", "-7", "10**20", "-10**20", "True", "2.5", "-0.0", "'ab'", "(1,)", "1j", "None"], right)
    out += cross("{}({})", ["abs", "int", "float", "bool", "complex", "round", "hash", "hex", "oct", "bin", "str", "repr", "-", "+", "~"], INTS + ["1.5", "-2.5", "3.5", "0.1", "1e16", "1e22", "''", "'12'", "' 7 '", "'0x1f'", "'1_000'", "'1__0'", "'abc'", "'1e5'", "'inf'", "'nan'", "None", "[]", "b'12'", "2j"])
    out += cross("int({}, {})", ["'10'", "'ff'", "'0xff'", "'0b11'", "'0o17'", "'z'", "''", "'-1_0'", "b'11'", "10"], ["0", "2", "8", "10", "16", "36", "37", "1", "-1", "'a'", "None"])
    out += cross("divmod({}, {})", ["7", "-7", "7.5", "-7.5", "10**20", "0"], ["2", "-2", "0", "2.5", "-0.5", "'a'", "0.0"])
    out += cross("pow({}, {}, {})", ["2", "-3", "10**9"], ["5", "0", "-1", "1.5"], ["7", "-7", "0", "1", "None", "'a'"])
    out += cross("round({}, {})", ["2.675", "0.5", "1.5", "2.5", "-2.5", "12345.678", "1234", "-1255", "10**20", "1e300", "float('nan')", "0.15"], ["0", "1", "2", "-1", "-2", "-4", "None", "400", "-400", "'a'"])
    out += methods(INTS, ["bit_length()", "bit_count()", "as_integer_ratio()", "conjugate()", "real", "imag", "numerator", "denominator", "__index__()", "is_integer()", "foo", "bit_length(1)", "to_bytes(2)", "to_bytes(9, 'little')", "to_bytes(10, 'big', signed=True)", "to_bytes(1, 'x')", "to_bytes(-1)", "__add__(1)", "__add__('a')", "__radd__(1)", "__lt__(3)", "__round__(-1)", "__format__('05')"])
    out += methods(FLOATS, ["is_integer()", "as_integer_ratio()", "hex()", "conjugate()", "real", "imag", "__trunc__()", "__floor__()", "__ceil__()", "__round__()", "foo", "__add__(1)", "__add__('a')"])
    out += cross("int.from_bytes({}, {})", ["b'\\x01\\x02'", "b''", "b'\\xff\\xff'", "[1, 2]", "[300]", "5", "'a'"], ["'big'", "'little'", "'x'", "'big', signed=True", "5"])
    specs = ["", "d", "5", "<5", "^7", ">7", "=+7", "05", "+", " ", ",", "_", "x", "X", "#x", "b", "#b", "o", "e", ".2e", ".2f", "f", "g", ".3g", "%", ".1%", "c", "s", "n", "*^9", "010,", "+.1f", "10.3", ".0f", "#.0f", "G", "E", ".10", "z.1f", "_x", ",x", "015,", ".2", "5,,", "zz", "#g", ".0e", "8.3f", "-", "<", "!", "{}"]
    out += [f"format({v}, {s!r})" for v in ["0", "1", "-1", "65", "1234567", "-1234567", "10**20", "True", "0.0", "-0.0", "1.5", "-2.5", "123456.789", "1e16", "1e-7", "1e300", "float('inf')", "float('nan')", "-0.04", "1+2j", "-1j"] for s in specs]
    out += ["1 if 0.1 + 0.2 == 0.3 else 2", "0.1 + 0.2", "1e22", "1e23", "5e-324", "1.7976931348623157e308", "1/3", "2/3", "1e15", "123456789012345678", "1e-4", "0.00001", "2**1000", "-2**1000", "10**400 // 10**398", "10**400 / 10**399", "3 / 10**30", "10**308 * 10 / 10", "(2**70 + 1) / 2**60", "1 / 3 * 3", "float(2**53 + 1)", "float(10**400)", "10**400 * 1.0", "2**0.5", "4**0.5", "2**-1", "(-8)**2", "(-2)**3", "2.0**3", "1.1**2", "0.0**0", "0**0", "10.0**-2", "(-2.0)**3", "2.0**1024", "1e200**2", "1e308 * 10", "-1e308 * 10", "0.0 / 1", "int(1e20)", "int(-1.9)", "int(float('inf'))", "int(float('nan'))", "True + True", "True & False", "True & 1", "True | 2", "True ^ True", "~True", "-True", "+True", "True << 3", "1 < 1.5 < 2", "1 == 1.0 == True", "2**53 == 2.0**53", "2**53 + 1 == 2.0**53", "1 < float('nan')", "1 is 1", "5 .real", "int()", "float()", "complex()", "bool()", "int(3.9)", "float('  1.5  ')", "float('1_0')", "float('1__0')", "float('.')", "float('1e')", "float('-.5e-3')", "float('infinity')", "complex('1+2j')", "complex('j')", "complex(' 1 ')", "complex('1 + 2j')", "complex(1, 2)", "complex(1j, 1)", "complex('a')", "complex(None)", "complex(1, 'a')", "complex('1', 1)", "(1+2j) * (3-1j)", "(1+2j) / (3-1j)", "(1+2j) ** 2", "(1+2j) == (1+2j)", "(1+0j) == 1", "1j < 2j", "1j // 1", "abs(3+4j)", "(1+2j).conjugate()", "(1+2j).real", "hash(1j)", "1 << 100", "1 << -1", "1 >> 100", "-1 >> 100", "(1 << 100) >> 98", "10**20 & 255", "-10**20 | 1", "~(10**20)", "10**20 ^ 10**20", "5 // 0", "5 % 0", "5.0 // 0", "5.0 % 0", "5 / 0", "5.0 / 0", "0 ** -1", "0.0 ** -1", "divmod(5, 0)", "divmod(5.0, 0)", "-7 // 2", "-7 % 2", "7 // -2", "7 % -2", "-7.5 // 2", "-7.5 % 2", "7.5 % -2", "1e17 % 3", "5 % float('inf')", "-5 % float('inf')", "float('inf') % 5", "0.0 % -1", "10**20 % 7", "-10**20 % 7", "10**20 // -7", "str(10**4299)[:3]", "str(10**4300)", "int('9' * 4300) > 0", "int('9' * 4301)", "sum([])", "sum([1, 2.5])", "sum([[1], [2]], [])", "sum(['a'], '')", "sum([1], 'a')", "sum(5)", "sum([1, 'a'])", "sum([0.1] * 10)", "sum([1, 2], start=10)", "min([3, 1, 2])", "max([3, 1, 2])", "min(3, 1)", "max('abc')", "min([])", "min([], default=7)", "max(1, 2, default=3)", "max(5)", "max()", "min(1, 'a')", "max([1, 5, 3], key=lambda v: -v)", "max([], key=len)", "min('b', 'a', key=None)", "max(1, foo=2)", "any([])", "any([0, 1])", "all([])", "all([1, 0])", "any(5)"]
    return out


STRINGS = ["''", "'a'", "'hello world'", "'  pad  '", "'A-b-C'", "'éÀß'", "'日本😀'", "'a\\tb\\n'", "'123'", "'abcabc'"]


def text():
    calls = ["upper()", "lower()", "title()", "capitalize()", "swapcase()", "casefold()", "strip()", "lstrip()", "rstrip()", "strip('ah ')", "strip(1)", "lstrip('a')", "rstrip('c')", "split()", "rsplit()", "split('b')", "split('')", "split(1)", "split(None, 1)", "rsplit(None, 1)", "split('b', 1)", "rsplit('b', 1)", "split(sep='a', maxsplit=1)", "splitlines()", "splitlines(True)", "partition('b')", "rpartition('b')", "partition('')", "partition(1)", "find('b')", "find('b', 2)", "find('b', -3, -1)", "find('')", "find('', 99)", "find(1)", "find()", "rfind('b')", "index('b')", "rindex('zz')", "count('b')", "count('')", "count('a', 1)", "replace('b', 'XX')", "replace('b', 'X', 1)", "replace('', '-')", "replace('', '-', 2)", "replace(1, 2)", "startswith('a')", "startswith(('x', 'a'))", "startswith('')", "startswith(1)", "startswith((1,))", "startswith('b', 1)", "endswith('c')", "endswith(('d', ' '))", "endswith('', 99)", "join(['x', 'y'])", "join([])", "join(['x'])", "join([1])", "join(5)", "join('xyz')", "join(['x', None])", "center(12)", "center(13, '*')", "center(5, 'ab')", "ljust(12, '.')", "rjust(12)", "zfill(12)", "zfill(2)", "expandtabs()", "expandtabs(4)", "isalpha()", "isdigit()", "isalnum()", "isspace()", "isupper()", "islower()", "istitle()", "isidentifier()", "isprintable()", "isnumeric()", "isdecimal()", "isascii()", "removeprefix('a')", "removesuffix('c')", "encode()", "__len__()", "__contains__('b')", "foo", "upper(1)", "find('a', 'b')", "translate({97: 'Z', 98: None})", "format(1, 2)", "__getitem__(0)", "__mul__(2)", "center()", "replace('a')", "split(1, 2, 3)", "zfill('a')"]
    out = methods(STRINGS, calls)
    indices = ["0", "-1", "1", "99", "-99", "True", "'a'", "None", "1.5", "slice(1, 3)", "slice(None, None, -1)", "slice(None, None, 2)", "slice(-2, None)", "slice(5, 1)", "slice(None, None, 0)", "slice('a')"]
    out += cross("{}[{}]", STRINGS, indices)
    out += cross("{} + {}", STRINGS[:4], ["'x'", "1", "None", "b'x'"])
    out += cross("{} * {}", STRINGS[:4], ["0", "2", "-1", "1.5", "'a'", "None"])
    out += cross("{} in {}", ["'a'", "''", "1", "'ab'", "None"], STRINGS[:5])
    out += cross("{} {} {}", ["'a'", "'b'", "'é'"], ["<", "<=", "==", "!=", ">", ">="], ["'a'", "'ab'", "'日'", "1", "None"])
    out += cross("{}({})", ["repr", "str", "len", "hash", "list", "tuple", "ascii", "bool", "iter"], ["''", "'a'", "\"it's\"", "'\"'", "'\\'\"'", "'\\n\\t\\\\'", "'\\x00\\x7f'", "'é\\xa0'", "'日本'", "'😀'", "'\\u200b'", "'\\ud800'", "'\\xad'"])
    args = ["1", "'a'", "1.5", "None", "(1, 2)", "[1]", "{'a': 1}", "()", "('x', 3)", "(3, 'x')", "10**20", "True"]
    formats = ["%s", "%r", "%d", "%5d", "%-5d|", "%05d", "%+d", "% d", "%x", "%#X", "%o", "%e", "%.2f", "%8.3f", "%g", "%c", "%%", "%s %s", "%(a)s", "%*d", "%.3s", "%q", "%", "no", "%i", "%u", "%.0f", "%10s|", "%-10s|", "%a", "%5%", "%(a)d%%", "%#o", "%G", "%.3d"]
    out += [f"{f!r} % {a}" for f in formats for a in args]
    fields = ["{}", "{0}", "{1}", "{} {}", "{0} {}", "{a}", "{0[0]}", "{0[a]}", "{0.real}", "{0.foo}", "{!r}", "{!s:>5}", "{!a}", "{!x}", "{:5}", "{:<5}|", "{:^5}|", "{:>{}}", "{:{}}", "{", "}", "{{}}", "{{{}}}", "{:d}", "{:.2f}", "{:,}", "{0", "{0!}", "{0]}", "{0[}", "{0.}", "{0[]}", "{:}}", "{0[0]x}", "{a[0]}", "{a!r}", "{ 0}"]
    out += [f"{f!r}.format({a})" for f in fields for a in ["", "1", "1, 2", "'x'", "[7, 8]", "a=3", "5, a=[1]", "1.5, 7"]]
    out += [f"'{{}}'.format_map({m})" for m in ["{}", "{'a': 1}", "[]"]] + ["'{a}'.format_map({'a': 1})", "'{b}'.format_map({'a': 1})"]
    specs = ["", "5", "<5", ">5", "^5", "=5", "*^7", ".1", "5.1", "s", "d", "+", "#", ",", "05", "<05", "é<5", "z", " ", "x"]
    out += [f"format({s}, {f!r})" for s in ["'ab'", "''", "'日本'"] for f in specs] + ["format('a', 5)", "format([], '')", "format([], '5')", "format(None, '5')", "format((1,), 's')"]
    out += cross("chr({})", ["65", "0", "255", "0x1f600", "-1", "0x110000", "'a'", "1.5", "2**40"])
    out += cross("ord({})", ["'a'", "'é'", "'😀'", "''", "'ab'", "b'a'", "b''", "5", "None"])
    out += ["str()", "str(1)", "str(b'a')", "str(b'ab', 'utf-8')", "str('a', 'utf-8')", "str(1, 'utf-8')", "str([1, 'a'])", "str(object=5)", "str.join('-', 'abc')", "str.upper('a')", "str.upper(1)", "str.upper()", "''.maketrans('ab', 'xy')", "str.maketrans({'a': 1, 98: 2})", "str.maketrans('a', 'bc')", "str.maketrans('ab', 'xy', 'z')", "'abc'.translate(str.maketrans('ab', 'xy', 'c'))", "'a' 'b'", "f'{1+1}'", "f'{3.14159:.2f}'", "f'{\"a\"!r:>6}'", "f'{1:{5}}'", "f'{[1]=}'", "'%s' % (1,)", "'abc'[::-1]", "'a' < 'b' < 'c'", "'a' is 'a'", "repr('a' * 3)", "print('x')", "'x'.__class__", "'a'.join(str(i) for i in range(3))"]
    return out


LISTS = ["[]", "[1]", "[3, 1, 2]", "[1, 1.0, True, 'a']", "[[1], [2]]", "[None, (), 'x']"]


def sequences():
    indices = ["0", "-1", "2", "99", "-99", "True", "'a'", "None", "1.5", "slice(1, 3)", "slice(None, None, -1)", "slice(None, None, 2)", "slice(-2, None)", "slice(5, 1)", "slice(None, None, 0)", "slice('a')", "slice(None, -1)", "(1, 2)", "[]"]
    calls = ["append(9)", "append()", "append(1, 2)", "append(x=1)", "extend([7, 8])", "extend('ab')", "extend(5)", "extend(x)", "extend()", "insert(0, 9)", "insert(-1, 9)", "insert(99, 9)", "insert('a', 1)", "insert(1)", "pop()", "pop(0)", "pop(-2)", "pop(9)", "pop('a')", "pop(1, 2)", "remove(1)", "remove('zz')", "remove([1])", "clear()", "clear(1)", "reverse()", "sort()", "sort(reverse=True)", "sort(key=str)", "sort(key=lambda e: -e)", "sort(None)", "sort(key=5)", "sort(foo=1)", "index(1)", "index('zz')", "index(1, 1)", "index(1, -1)", "index(2, 0, 1)", "index(1, 'a')", "count(1)", "count(None)", "copy()", "__len__()", "foo", "__contains__(1)", "__reversed__()", "__add__([1])", "__iadd__([4])", "__imul__(2)", "__setitem__(0, 'n')", "__setitem__(9, 'n')", "__delitem__(0)", "__delitem__(9)", "__setitem__(slice(0, 2), 'xyz')", "__setitem__(slice(None, None, 2), [])", "__setitem__(slice(0, 1), 5)", "__setitem__(slice(0, 0), x)", "__delitem__(slice(None, None, 2))", "__delitem__(slice(1, None))", "__setitem__(slice(None, None, -1), list(x))", "__setitem__('a', 1)", "__delitem__('a')", "__delitem__(slice(None, None, -2))"]
    calls = [c for c in calls if c != "__reversed__()"]
    out = changes(LISTS, calls)
    tuples = [t.replace("[", "(", 1).rsplit("]", 1)[0] + ("" if t == "[]" else ",") + ")" for t in LISTS]
    out += cross("{}[{}]", LISTS + tuples, indices)
    out += methods(tuples, ["index(1)", "index('zz')", "index(1, 1)", "index(1, 0, 1)", "count(1)", "count()", "append(1)", "__len__()", "__hash__()", "foo", "__add__((1,))", "__mul__(2)", "__contains__('a')"])
    for op in ["+", "*", "<", "<=", "==", "!=", ">", ">=", "in", "-"]:
        out += cross(f"{{}} {op} {{}}", ["[1]", "[1, 2]", "(1,)", "()", "2"], ["[1]", "[1, 3]", "(1,)", "(1, 2)", "2", "'a'", "None", "[[1]]", "-1", "1.5"])
    out += cross("{}({})", ["list", "tuple", "sorted", "reversed", "len", "repr", "set", "frozenset", "dict", "sum", "min", "max", "any", "all", "enumerate", "iter", "bool", "hash", "str"], [s for s in LISTS + tuples + ["5", "None", "'ba'", "{2: 1}", "range(3)", "{5}", "1.5"]])
    out = [e for e in out if not e.startswith(("reversed(", "iter(", "enumerate(")) or e.endswith(("(5)", "(None)", "(1.5)"))]
    out = [e for e in out if not ("None" in e and ("hash(" in e or "__hash__" in e))]
    out += cross("list({}({}))", ["reversed", "enumerate", "iter"], LISTS + ["'ab'", "range(3)", "{1: 2}", "{1}"])
    out += ["list(zip())", "list(zip([1, 2], 'ab'))", "list(zip([1], [2, 3], strict=True))", "list(zip([1, 2], [3], strict=True))", "list(zip([1], [2], [3, 4], strict=True))", "list(zip(5))", "list(zip([], 5))", "zip(foo=1)", "list(map(str, [1, 2]))", "list(map(lambda a, b: a + b, [1, 2], [3]))", "list(map(None, [1]))", "map(str)", "list(map(5, [1]))", "list(filter(None, [0, 1, '', 'a']))", "list(filter(lambda v: v > 1, [1, 2]))", "filter(None)", "list(filter(bool, [0, 1]))", "list(enumerate('ab', 5))", "list(enumerate('ab', start=-1))", "list(enumerate('ab', 'x'))", "enumerate()", "enumerate(5)", "next(iter([]))", "next(iter([1]))", "next(iter([]), 'd')", "next([])", "next(5)", "iter(5)", "iter(5, 6)", "list(iter(lambda: 1, 1))", "next()", "sorted([3, 1, 2], reverse=True)", "sorted(['b', 'A'], key=str.lower)", "sorted([1, 'a'])", "sorted(5)", "sorted([1], 2)", "sorted([(2, 'a'), (1, 'b'), (2, '0')])", "sorted({3: 1, 1: 2})", "sorted('hello')", "sorted([2.5, 1, True])", "sorted([[2], [1, 5], []])", "sorted([1, 2], key=lambda: 1)", "sorted(range(70), key=lambda v: -v % 7)", "sorted([5, 3, 9, 1] * 20)", "sorted(list(range(100)) + list(range(50)), reverse=True)", "sorted([0.5, float('nan'), 0.1])", "list(range(5))", "[*range(3), *'ab']", "[1, 2, 3][0:2] + [4]", "(lambda x: (x.append(x), x)[1])([1])", "(lambda x: (x.append(x), x == x))([1])", "[float('nan')] == [float('nan')]", "(lambda n: [n] == [n])(float('nan'))", "[1, [2, [3]]]", "(1,)", "((),)", "tuple('abc')", "tuple(x * 2 for x in range(3))", "list(5)", "tuple(5)", "list(1, 2)", "list(x=1)", "tuple(x=1)", "tuple(1, 2)", "len(5)", "len()", "len([], [])", "[] < ()", "(1, 2) < (1, 2, 3)", "(1, 'a') < (1, 2)", "[1, 2] < [1, 'a']", "hash((1, 2, 3))", "hash((1, [2]))", "hash(())", "hash(('a', 1.5))", "hash([])", "() is ()", "(lambda t: t[:] is t)((1, 2))", "[1] * 3", "3 * [1, 2]", "[1] * -1", "(1, 2) * 2", "[[]] * 2", "[0] * True", "[1] + (2,)", "(1,) + [2]", "[1] - [1]", "[3] in [[3]]", "'a' in ['b']", "1 in 5", "[x for x in 'abc' if x != 'b']", "[(i, j) for i in range(2) for j in 'ab']", "list(reversed(range(5)))", "list(reversed((1, 2)))", "list(reversed('abc'))", "reversed({1, 2})", "list(reversed({1: 2, 3: 4}))", "list(reversed({1: 2}.items()))"]
    ranges = ["range(5)", "range(2, 8)", "range(10, 0, -3)", "range(0)", "range(1, 2)", "range(5, 0)", "range(0, 10**20, 10**19)"]
    out += methods(ranges, ["start", "stop", "step", "count(2)", "count(1.0)", "count('a')", "index(4)", "index(99)", "index('a')", "__len__()", "foo", "__contains__(4)"])
    out += cross("{}[{}]", ranges, ["0", "-1", "99", "slice(1, 3)", "slice(None, None, -1)", "'a'", "1.5"])
    out = [e for e in out if not ("10**19)[slice" in e)]
    out += cross("{} {} {}", ranges, ["==", "!=", "<", "in"], ["range(5)", "range(0)", "5", "[4]", "range(2, 8)"])
    out += cross("{}({})", ["list", "repr", "len", "bool", "sum", "max"], ranges)
    out += ["range()", "range(1, 2, 0)", "range('a')", "range(1.5)", "range(1, 2, 3, 4)", "range(x=1)", "3 in range(5)", "3.0 in range(5)", "'a' in range(5)", "hash(range(5))", "slice(1)", "slice(1, 2, 3)", "slice()", "slice(1, 2, 3, 4)", "slice(1, None, 2).indices(5)", "slice(None, None, -1).indices(5)", "slice(-3, -1).indices(10)", "slice(1).indices(-1)", "slice(1, 2) == slice(1, 2)", "slice(1, 2) < slice(1, 3)", "slice(1, 2).start", "hash(slice(1))"]
    return out


DICTS = ["{}", "{'a': 1}", "{1: 'x', 2: 'y'}", "{'b': [1], (1, 2): None, 1.5: True}"]


def mappings():
    calls = ["get('a')", "get('zz')", "get('zz', 5)", "get([])", "get()", "setdefault('a', 9)", "setdefault('n')", "setdefault([], 1)", "pop('a')", "pop('zz')", "pop('zz', 3)", "pop()", "pop(1)", "popitem()", "clear()", "copy()", "update({'a': 5, 'z': 6})", "update([('p', 1)])", "update(q=2)", "update({'a': 1}, b=2)", "update([1])", "update([(1,)])", "update(['ab'])", "update(5)", "update(1, 2)", "update(['abc'])", "keys()", "values()", "items()", "__len__()", "__contains__('a')", "__contains__([])", "__getitem__('a')", "__getitem__('zz')", "__getitem__(1.0)", "__setitem__('a', 0)", "__setitem__([], 0)", "__delitem__('a')", "__delitem__('zz')", "foo", "fromkeys([1, 2])", "fromkeys('ab', 0)", "fromkeys(5)", "__or__({'a': 7})", "__ior__({'a': 7})", "__ior__([(1, 2)])", "__or__(5)", "keys() & {'a'}", "keys() | ['q']", "keys() - {'a'}", "keys() ^ {1}", "keys() == {'a'}", "keys() <= {'a', 1}", "items() & {('a', 1)}", "items() == {'a': 1}.items()", "keys().isdisjoint([5])", "values() == [1]", "keys()[0]", "keys() & 5", "items() | set()"]
    out = changes(DICTS, calls)
    out += cross("{}({})", ["list", "tuple", "sorted", "len", "repr", "str", "bool", "set", "dict", "min", "hash"], DICTS)
    out += cross("{} {} {}", DICTS, ["==", "!=", "|", "<", "in", "+"], ["{}", "{'a': 1.0}", "{2: 'y', 1: 'x'}", "5", "'a'"])
    out += ["dict()", "dict(a=1)", "dict([(1, 2)])", "dict([(1, 2)], b=3)", "dict({1: 2}, a=3)", "dict(5)", "dict(1, 2)", "dict([1])", "dict(['abc'])", "dict(zip('ab', [1, 2]))", "dict.fromkeys([3, 1], 'v')", "{1: 'a', True: 'b', 1.0: 'c'}", "{[]: 1}", "{{}: 1}", "{(1, []): 1}", "{float('nan'): 1} == {float('nan'): 1}", "{'a': {'b': [1]}}", "(lambda d: (d.update(x=d), d)[1])({})", "{i: i * i for i in range(4)}", "{**{'a': 1}, 'b': 2, **{'a': 3}}", "{2**61 - 1: 1, 0: 2}", "{-1: 1, -2: 2}", "{2**53: 1, 2.0**53: 2}", "{10**20: 1, 1e20: 2}", "{0: 'z', -0.0: 'y', False: 'x'}", "{'1': 1, 1: 2}", "{None: 1, (): 2}[()]", "{(1, 2): 'a', (1, 2.0): 'b'}", "{frozenset([1]): 1}[frozenset([1.0])]", "{b'a': 1, 'a': 2}", "list({1: 2}.items())[0]", "{1: 2}.items()", "{1: 2}.keys()", "{1: 2}.values()", "{3: 1, 1: 2}.keys() & {1, 3, 5}", "max({1: 5, 3: 2})", "sorted({'b': 1, 'a': 2}.items())", "{'a': 1}.popitem(5)", "{}.popitem()", "{} | []", "{'x': 1} | {'x': 2}"]
    return out


SETS = ["set()", "{1}", "{1, 2, 3}", "{'a', 'b', 'c'}", "{1.5, 'x', (1, 2)}", "set(range(20))", "{100, 5, 33, 64, 8}", "{-1, -2, 0}"]


def sets():
    calls = ["add(2)", "add('zz')", "add([])", "add()", "remove(1)", "remove('zz')", "remove([])", "discard(1)", "discard('zz')", "pop()", "clear()", "copy()", "update([7, 8])", "update('ab', [1])", "update(5)", "update()", "union([9])", "union()", "union('ab', {1})", "intersection([1, 2])", "intersection()", "intersection(5)", "intersection({1}, [1])", "difference([1])", "difference()", "difference([1], {2})", "symmetric_difference([1, 9])", "isdisjoint([9])", "isdisjoint({1})", "issubset([1, 2, 3])", "issubset({1})", "issuperset([1])", "issuperset(5)", "intersection_update([1])", "difference_update([1], [2])", "difference_update(range(12))", "symmetric_difference_update([1, 2])", "__contains__(1)", "__contains__([])", "__contains__({1})", "__len__()", "foo", "__and__({1})", "__and__([1])", "__ior__({5})", "__isub__({1})", "__iand__({1, 2})", "__ixor__({1, 9})"]
    out = changes(SETS, calls)
    out += methods(["frozenset()", "frozenset([1, 2])", "frozenset('abc')"], ["union([3])", "add(1)", "copy()", "intersection([1])", "__hash__()", "foo", "issubset([1, 2, 3])"])
    for op in ["&", "|", "-", "^", "<", "<=", "==", "!=", ">", ">=", "in", "+"]:
        out += cross(f"{{}} {op} {{}}", SETS[:5] + ["frozenset([1, 2])"], ["{1}", "{1, 2, 3}", "frozenset('ab')", "[1]", "5", "set()"])
    out += cross("{}({})", ["list", "tuple", "sorted", "len", "repr", "str", "bool", "frozenset", "set", "sum", "max", "hash"], SETS + ["frozenset([1, 2])", "frozenset('ab')", "frozenset([(1, 2), 'z'])"])
    out += ["set(5)", "set(1, 2)", "set(x=1)", "frozenset(x=1)", "frozenset(5)", "{[]}", "{1, True, 1.0}", "{'b', 'a', 'd', 'c', 'e', 'f'}", "set('the quick brown fox')", "set(range(0, 1000, 37))", "set(str(i) for i in range(30))", "{i * 7 % 11 for i in range(11)}", "set(range(100)) - set(range(0, 100, 3))", "set([1, 2]) | set('ab')", "{2**61 - 1, 0, 2**61}", "{10**20, -10**20, 10**30}", "{0.1, 0.2, 0.3, 1e10, -1.5}", "{(1, 2), (3, 4), (5,), ()}", "frozenset([frozenset([1]), frozenset([2])])", "set([3, 1, 2]).pop()", "set('hello') & set('world')", "set('hello') ^ set('world')", "set('hello').union('world', 'xyz')", "{b'a', b'b', 'a'}", "set(range(60000)) == set(range(59999, -1, -1))", "list(set(range(50)) | {1000, 2000, 512, 64})", "list(set([1024, 2048, 5, 8, 16, 32, 7, 0]))", "{1, 2} < {1, 2, 3}", "{1} in [{1}]", "frozenset([1]) == {1}", "{frozenset([1])} == {frozenset([1])}", "{1} in {frozenset([1])}", "(lambda s: (s.remove({1}), s))({frozenset([1]), 2})"]
    return out


def binary():
    values = ["b''", "b'abc'", "b'\\x00\\xff'", "bytearray(b'abc')", "bytearray()"]
    calls = ["hex()", "decode()", "upper()", "lower()", "find(b'b')", "find(98)", "startswith(b'a')", "endswith(b'c')", "__len__()", "foo", "__contains__(98)", "__contains__(b'bc')", "__contains__('a')", "__contains__(300)", "copy()"]
    out = methods(values[:2] + values[3:], calls)
    out += cross("{}[{}]", values, ["0", "-1", "9", "slice(1, 3)", "slice(None, None, -1)", "'a'", "None"])
    out += cross("{} {} {}", values, ["+", "*", "==", "<", "!="], ["b'z'", "2", "bytearray(b'abc')", "b'abc'"])
    out += cross("{}({})", ["bytes", "bytearray", "list", "repr", "str", "len", "bool"], values)
    out += cross("{}({})", ["bytes", "bytearray"], ["3", "[1, 2]", "'a'", "[300]", "-1", "None", "['a']", "range(3)", "'a', 'utf-8'", "'é', 'latin-1'", "1.5", "True"])
    out += changes(["bytearray(b'abc')", "bytearray()"], ["append(100)", "append(300)", "append('a')", "extend(b'xy')", "extend([1])", "insert(0, 65)", "pop()", "pop(0)", "pop(9)", "remove(97)", "remove(1)", "clear()", "reverse()", "__setitem__(0, 65)", "__setitem__(9, 65)", "__setitem__(slice(0, 1), b'xyz')", "__delitem__(0)", "__delitem__(slice(None, None, 2))", "__iadd__(b'z')", "__setitem__(0, 256)"])
    out += ["b'a' + 'a'", "b'a' == 'a'", "hash(b'abc')", "hash(bytearray())", "bytes.fromhex('00ff')", "b'\\n\\'\"'", "b\"it's\"", "sorted(b'cab')", "memoryview(b'abc')[0]", "memoryview(b'abc').tolist()", "memoryview(b'abc').nbytes", "memoryview(b'abc').readonly", "len(memoryview(bytearray(4)))", "memoryview(5)", "(lambda a: (memoryview(a).__setitem__(0, 9), a))(bytearray(2))", "memoryview(b'ab').__setitem__(0, 1)", "memoryview(b'abc')[9]", "memoryview(b'abc').tobytes()", "memoryview(b'abc').shape", "memoryview(b'abc').format"]
    return out


def objects():
    return ["isinstance(1, int)", "isinstance(True, int)", "isinstance(1, (str, int))", "isinstance(1, 5)", "isinstance(1, ((str,), int))", "issubclass(bool, int)", "issubclass(1, int)", "issubclass(int, (str, object))", "issubclass(int, 5)", "callable(len)", "callable(5)", "callable(int)", "hasattr([], 'append')", "hasattr([], 'foo')", "hasattr([], 5)", "getattr([], 'foo')", "getattr([], 'foo', 3)", "getattr([1], '__len__')()", "getattr(5, 'real')", "getattr(5)", "setattr(5, 'x', 1)", "setattr([], 'x', 1)", "delattr([], 'append')", "setattr([], 'append', 1)", "type(1)", "type([])", "type(None)", "type(type)", "type(len)", "type(range(3))", "type({}.keys())", "type(iter([]))", "type(iter(''))", "type(iter('é'))", "type(iter(()))", "type(iter({}))", "type(iter(set()))", "type(iter(range(3)))", "type(iter(b''))", "type(zip())", "type(map(str, []))", "type(filter(None, []))", "type(enumerate([]))", "type(reversed([]))", "type(reversed(()))", "type(iter(len, 1))", "type(slice(1))", "type(...)", "type(NotImplemented)", "type(1j)", "type(b'')", "type(bytearray())", "type(frozenset())", "type(iter({}.items()))", "type(iter({}.values()))", "type(reversed({}))", "type(memoryview(b''))", "int.__name__", "None", "...", "NotImplemented", "id([]) == 5", "(lambda a: id(a) == id(a))([])", "(lambda a, b: id(a) == id(b))([], [])", "(lambda a: type(id(a)).__name__)([])", "(lambda a: isinstance(id(a), int))([])", "abs('a')", "abs(None)", "round('a')", "round([])", "len(None)", "print", "len", "int", "[].append.__name__", "hash('a')", "hash(1.5)", "hash(True)", "hash({})", "hash('')", "hash('hello world, this is longer')", "hash('日本')", "hash('é')", "hash(2**61)", "hash(-1)", "hash(float('inf'))", "hash(1e300)", "hash(0.1)", "repr(None)", "ascii('é')", "ascii([1, '日'])", "print(1, 2, sep='-')", "print('a', end='')", "print(sep=1)", "print(end=1)", "print(foo=1)", "print()", "print(None, [], {})", "bool([])", "bool(0.0)", "bool('a')", "not []", "None is None", "[] == None", "None < 1", "None + 1", "1 + None", "{} + {}", "-[]", "+'a'", "~1.5", "5()", "'a'()", "[]()", "5[0]", "None[0]", "1 .foo", "None.foo", "len.foo", "undefined_name", "int.foo", "list.append", "str.join", "dict.fromkeys", "type.__name__", "int.__add__(1, 2)", "int.__add__(1)", "int.__add__('a', 1)", "list.append(5, 1)", "list.append()", "list.append([], 1)", "object()  is None", "NoneType" , "type(None)()", "type(...)()", "type(NotImplemented)()", "type(None)(1)", "max([[1], [2]])", "[1, 2, 3].__getitem__(1)", "(5).__class__", "[].__class__", "(1).__str__()", "'a'.__repr__()", "[1].__eq__([1])", "[1].__eq__(5)", "[1].__ne__([1])", "[1].__lt__(5)", "(1).__bool__()", "'a'.__hash__()", "[].__hash__", "{}.__hash__", "(1, 2).__hash__()", "[1].__iter__().__next__()", "iter([1]).__length_hint__()", "[3, 4].__contains__(4)", "{1: 2}.__getitem__(1)", "[1].__len__(2)", "len.__name__"]


GROUPS = {"numbers": numbers, "text": text, "sequences": sequences, "mappings": mappings, "sets": sets, "binary": binary, "objects": objects}


def evaluate(source):
    import contextlib
    import io

    out = io.StringIO()
    try:
        with contextlib.redirect_stdout(out):
            print(repr(eval(source, {"__name__": "__main__"})))
    except Exception as error:
        return out.getvalue() + f"!{type(error).__name__}: {error}"
    return out.getvalue()


def stable(result):
    return " at 0x" not in result and "object at" not in result


for name, make in GROUPS.items():
    import warnings

    warnings.simplefilter("ignore")
    entries = [[source, evaluate(source)] for source in dict.fromkeys(make())]
    entries = [entry for entry in entries if stable(entry[1])]
    with open(os.path.join(HERE, f"{name}.json"), "w", encoding="utf-8") as file:
        file.write("[\n" + ",\n".join(json.dumps(entry) for entry in entries) + "\n]\n")
    print(name, len(entries))
