#!/usr/bin/env python3
"""Write lib/simulator/machine/names-of-types.ts and tests/conformance/type-names.json: the names that CPython's types have.

    python3 tests/conformance/record/record-names.py      (with CPython 3.11)

The first has for each type the names of `dir()` of an instance less those of its bases there; the second, programs that make
an `x`, and all that `dir(x)` tells.
"""
import builtins
import json
import pathlib

HERE = pathlib.Path(__file__).resolve()
WEAK = "import weakref\nclass C:\n    pass\nc = C()\n"
MAKERS = """
int: x = 5
float: x = 1.5
complex: x = 1j
bool: x = True
str: x = "a"
bytes: x = b"a"
bytearray: x = bytearray(b"a")
NoneType: x = None
ellipsis: x = ...
NotImplementedType: x = NotImplemented
list: x = []
tuple: x = (1,)
dict: x = {}
set: x = {1}
frozenset: x = frozenset([1])
range: x = range(3)
slice: x = slice(1)
type: x = int
object: x = object()
function: def x(): pass
builtin_function_or_method: x = len
method_descriptor: x = list.append
wrapper_descriptor: x = int.__add__
method-wrapper: x = (5).__add__
classmethod_descriptor: x = dict.__dict__["fromkeys"]
getset_descriptor: x = int.__dict__["real"]
member_descriptor: x = slice.__dict__["start"]
generator: x = (i for i in [])
list_iterator: x = iter([])
list_reverseiterator: x = reversed([])
tuple_iterator: x = iter(())
dict_keyiterator: x = iter({})
dict_valueiterator: x = iter({}.values())
dict_itemiterator: x = iter({}.items())
str_ascii_iterator: x = iter("")
str_iterator: x = iter("é")
bytes_iterator: x = iter(b"")
bytearray_iterator: x = iter(bytearray())
set_iterator: x = iter(set())
range_iterator: x = iter(range(1))
callable_iterator: x = iter(int, 0)
dict_keys: x = {}.keys()
dict_values: x = {}.values()
dict_items: x = {}.items()
enumerate: x = enumerate([])
zip: x = zip()
map: x = map(len, [])
filter: x = filter(None, [])
reversed: x = reversed("")
method: x = C().f
property: x = property()
staticmethod: x = staticmethod(len)
classmethod: x = classmethod(len)
super: x = super(C, C())
cell: x = (lambda a: lambda: a)(1).__closure__[0]
code: x = (lambda: 1).__code__
mappingproxy: x = C.__dict__
memoryview: x = memoryview(b"a")
traceback: x = traceback
weakref.ReferenceType: x = weakref.ref(c)
finalize: x = weakref.finalize(c, len, [])
WeakValueDictionary: x = weakref.WeakValueDictionary()
WeakKeyDictionary: x = weakref.WeakKeyDictionary()
WeakSet: x = weakref.WeakSet()
WeakMethod: x = weakref.WeakMethod(C().f)
deque: x = collections.deque()
defaultdict: x = collections.defaultdict()
Counter: x = collections.Counter()
partial: x = functools.partial(len)
_lru_cache_wrapper: x = functools.lru_cache(lambda: 1)
cached_property: x = functools.cached_property(len)
itemgetter: x = operator.itemgetter(1)
attrgetter: x = operator.attrgetter("a")
methodcaller: x = operator.methodcaller("a")
GenericAlias: x = list[int]
UnionType: x = int | str
SimpleNamespace: x = types.SimpleNamespace()
"""
IMPORTED = ("collections", "functools", "itertools", "operator", "types", "weakref")
CLASS = "class C:\n    def f(self): pass\n"
TRACEBACK = "try:\n    1 / 0\nexcept ZeroDivisionError as e:\n    traceback = e.__traceback__\n"


def maker(text):
    """A program that makes x, with what it needs before."""
    before = "".join(f"import {name}\n" for name in IMPORTED if f"{name}." in text)
    if "C" in text.replace("Counter", "") or "(c" in text:
        before += CLASS + "c = C()\n"
    return before + (TRACEBACK if "= traceback" in text else "") + text + "\n"


def main():
    lines = [line.split(": ", 1) for line in MAKERS.strip().split("\n")]
    made = [(name, maker(text)) for name, text in lines]
    made += [(name, maker(f"x = itertools.{name}({args})")) for name, args in (
        *((n, "len, []") for n in ("takewhile", "dropwhile", "starmap", "filterfalse")),
        *((n, "[], 1") for n in ("combinations", "combinations_with_replacement", "compress")),
        *((n, "[]") for n in ("cycle", "accumulate", "groupby", "permutations", "pairwise", "repeat")), ("islice", "[], 1"),
        *((n, "") for n in ("chain", "count", "product", "zip_longest")))]
    made = [(n, s.replace("compress([], 1)", "compress([], [])")) for n, s in made]
    errors = {"UnicodeDecodeError", "UnicodeEncodeError", "UnicodeTranslateError", "BaseExceptionGroup", "ExceptionGroup"}
    for name, cls in vars(builtins).items():
        if isinstance(cls, type) and issubclass(cls, BaseException) and name == cls.__name__ and name not in errors:
            made.append((name, f"x = {name}()\n"))
    common = set(dir(object))
    table, programs = {"object": " ".join(sorted(common))}, []
    for name, source in made:
        if name == "object":
            continue
        space = {"__name__": "__main__"}
        exec(source, space)
        names = dir(space["x"]) if name != "type" else sorted({*dir(type), *dir(int)})
        assert name in (type(space["x"]).__name__, "weakref.ReferenceType"), name
        bases = type(space["x"]).__mro__[1:]
        inherited = common.union(*(table[b.__name__].split() for b in bases if b.__name__ in table))
        table[name.split(".")[-1]] = " ".join(sorted({*(dir(type) if name == "type" else names)} - inherited))
        programs.append({"type": name, "source": source, "names": names})
    rows = "".join(f"  {json.dumps(n) if not n.isidentifier() else n}:\n    '{t}',\n" for n, t in sorted(table.items()))
    names = " ".join(n for n in sorted(vars(builtins)) if not n.startswith("_"))
    (HERE.parents[3] / "lib/simulator/machine/names-of-types.ts").write_text(
        "/** The names that CPython 3.11's types have; written by tests/conformance/record/record-names.py. */\n\n"
        "/** For each type, the names of dir() of an instance less those of its bases here. */\n"
        f"export const NAMES_OF_TYPES: Readonly<Record<string, string>> = {{\n{rows}}};\n\n"
        f"/** The built-in names. */\nexport const BUILTIN_NAMES =\n  '{names}';\n")
    (HERE.parents[1] / "type-names.json").write_text(json.dumps({"types": programs, "builtins": names.split()}) + "\n")


main()
