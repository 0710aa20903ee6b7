#!/usr/bin/env python3
"""Write lib/simulator/machine/modules/library/*-source.ts: those parts of CPython's library that are Python code.

    python3 tests/conformance/record/library.py      (with CPython 3.11)

The simulator compiles them as it compiles programs, so that library frames hold what they hold in CPython. Taken from
Lib/*.py without docstrings, comments and type aliases; what is left out or replaced is listed below.
"""
import ast
import pathlib
import sys
import sysconfig

LIB = pathlib.Path(sysconfig.get_path("stdlib"))
OUT = pathlib.Path(__file__).resolve().parents[3] / "lib/simulator/machine/modules/library"

PARTS = {
    "copy": ("copy.py", None, {
        "leave": ["__all__"],
        "replace": [
            ("from copyreg import dispatch_table\n", "dispatch_table = {}\n"),
            ("try:\n    from org.python.core import PyStringMap\nexcept ImportError:\n    PyStringMap = None\n", ""),
            ("if PyStringMap is not None:\n    d[PyStringMap] = PyStringMap.copy\n", ""),
            ("if PyStringMap is not None:\n    d[PyStringMap] = _deepcopy_dict\n", ""),
            ("del types, weakref, PyStringMap", ""),
        ],
    }),
    "contextlib": ("contextlib.py", [
        "AbstractContextManager", "ContextDecorator", "_GeneratorContextManagerBase", "_GeneratorContextManager",
        "contextmanager", "closing", "suppress", "_BaseExitStack", "ExitStack", "nullcontext",
    ], {
        "before": "import sys\nfrom collections import deque\nfrom functools import wraps\nfrom types import MethodType\n",
        "replace": [
            ("AbstractContextManager(abc.ABC)", "AbstractContextManager"),
            ("    __class_getitem__ = classmethod(GenericAlias)\n", ""),
            ("    @abc.abstractmethod\n", ""),
            (", AbstractAsyncContextManager", ""),
        ],
        "leave": ["__subclasshook__", "__aenter__", "__aexit__"],
    }),
    "functools": ("functools.py", [
        "WRAPPER_ASSIGNMENTS", "WRAPPER_UPDATES", "update_wrapper", "wraps", "_gt_from_lt", "_le_from_lt",
        "_ge_from_lt", "_ge_from_le", "_lt_from_le", "_gt_from_le", "_lt_from_gt", "_ge_from_gt", "_le_from_gt",
        "_le_from_ge", "_gt_from_ge", "_lt_from_ge", "_convert", "total_ordering", "_CacheInfo", "lru_cache", "cache",
        "_NOT_FOUND", "cached_property",
    ], {
        "before": "from collections import namedtuple\n",
        "replace": [("    __class_getitem__ = classmethod(GenericAlias)\n", "")],
    }),
    "collections": ("collections/__init__.py", ["namedtuple", "Counter"], {
        "replace": [
            ("_sys.intern", "str"),
            ("import heapq\n        return heapq.nlargest(n, self.items(), key=_itemgetter(1))",
             "return _largest(n, self.items(), key=_itemgetter(1))"),
            ("_collections_abc.Mapping", "dict"),
            ("eval(code, namespace)", "_evaluate(code, namespace)"),
            ("_sys._getframe(1).f_globals.get('__name__', '__main__')", "_caller()"),
        ],
        "after": """
def _largest(n, iterable, key):
    if n == 1:
        it = iter(iterable)
        sentinel = object()
        result = max(it, default=sentinel, key=key)
        return [] if result is sentinel else [result]
    if n >= len(iterable):
        return sorted(iterable, key=key, reverse=True)[:n]
    return sorted(iterable, key=key, reverse=True)[:n] if n > 0 else []
""",
    }),
    "dataclasses": ("dataclasses.py", [
        "FrozenInstanceError", "_HAS_DEFAULT_FACTORY_CLASS", "_HAS_DEFAULT_FACTORY", "_MISSING_TYPE", "MISSING",
        "_KW_ONLY_TYPE", "KW_ONLY", "_FIELD_BASE", "_FIELD", "_FIELD_CLASSVAR", "_FIELD_INITVAR", "_FIELDS", "_PARAMS",
        "_POST_INIT_NAME", "_recursive_repr", "Field", "_DataclassParams", "field", "_fields_in_init_order",
        "_tuple_str", "_create_fn", "_field_assign", "_field_init", "_init_param", "_init_fn", "_repr_fn",
        "_frozen_get_del_attr", "_cmp_fn", "_hash_fn", "_is_kw_only", "_get_field", "_set_qualname",
        "_set_new_attribute", "_hash_set_none", "_hash_add", "_hash_exception", "_hash_action", "_process_class",
        "dataclass", "fields", "_is_dataclass_instance", "is_dataclass", "asdict", "_asdict_inner", "astuple",
        "_astuple_inner", "replace",
    ], {
        "before": "import copy\nimport functools\nimport types\nfrom types import FunctionType\n",
        "after": "SIGNATURE",
    }),
}

EDITS = {
    "copy": [("id(x)", "_identity(x)"), ("id(memo)", "_identity(memo)")],
    "collections": [
        ("    result = type(typename, (tuple,), class_namespace)\n    if module is None:\n        try:\n"
         "            module = _caller()\n        except (AttributeError, ValueError):\n            pass\n"
         "    if module is not None:\n        result.__module__ = module\n",
         "    class_namespace['__module__'] = _caller() if module is None else module\n"
         "    result = type(typename, (tuple,), class_namespace)\n"),
    ],
    "dataclasses": [
        ("    __class_getitem__ = classmethod(GenericAlias)\n", ""),
        ("_EMPTY_METADATA if metadata is None else types.MappingProxyType(metadata)",
         "{} if metadata is None else _refuse('field metadata')"),
        ("(id(self), _thread.get_ident())", "_identity(self)"),
        ("repr_running = set()", "repr_running = {}"),
        ("repr_running.add(key)", "repr_running[key] = True"),
        ("repr_running.discard(key)", "del repr_running[key]"),
        ("exec(txt, globals, ns)", "_execute(txt, ns)"),
        ("    if cls.__module__ in sys.modules:\n        globals = sys.modules[cls.__module__].__dict__\n"
         "    else:\n        globals = {}\n", "    globals = {}\n"),
        ("    dataclasses = sys.modules[__name__]\n    for name, type in", "    for name, type in"),
        ("_is_kw_only(type, dataclasses) or (isinstance(type, str) and _is_type(type, cls, dataclasses, "
         "dataclasses.KW_ONLY, _is_kw_only))", "type is KW_ONLY"),
        ("def _is_kw_only(a_type, dataclasses):\n    return a_type is dataclasses.KW_ONLY\n\n", ""),
        ("    typing = sys.modules.get('typing')\n    if typing:\n        if _is_classvar(a_type, typing) or (isinstance(f.type, str) and _is_type(f.type, cls, typing, typing.ClassVar, _is_classvar)):\n            f._field_type = _FIELD_CLASSVAR\n    if f._field_type is _FIELD:\n        dataclasses = sys.modules[__name__]\n        if _is_initvar(a_type, dataclasses) or (isinstance(f.type, str) and _is_type(f.type, cls, dataclasses, dataclasses.InitVar, _is_initvar)):\n            f._field_type = _FIELD_INITVAR\n",
         "    _check_annotation(f.type)\n"),
        ("cls.__dict__", "_class_dict(cls)"),
        ("    abc.update_abstractmethods(cls)\n", ""),
        ("    if weakref_slot and (not slots):\n        raise TypeError('weakref_slot is True but slots is False')\n"
         "    if slots:\n        cls = _add_slots(cls, frozen, weakref_slot)\n", ""),
        ("    fields = {}\n", "    fields = {}\n    if slots or weakref_slot:\n        _refuse('dataclass slots')\n"),
        ("        try:\n            text_sig = str(inspect.signature(cls)).replace(' -> None', '')\n"
         "        except (TypeError, ValueError):\n            text_sig = ''\n"
         "        cls.__doc__ = cls.__name__ + text_sig\n",
         "        cls.__doc__ = cls.__name__ + _signature(std_init_fields, kw_only_init_fields)\n"),
    ],
    "functools": [# All runs share these functions: they are named once.
                  ("\n\ndef total_ordering", "\n\nfor _pairs in _convert.values():\n    for _opname, _opfunc in _pairs:\n"
                   "        _opfunc.__name__ = _opname\n\ndef total_ordering"),
                  ("            opfunc.__name__ = opname\n", ""),
                  ("_CacheInfo = namedtuple('CacheInfo', ['hits', 'misses', 'maxsize', 'currsize'])",
                   "_CacheInfo = namedtuple('CacheInfo', ['hits', 'misses', 'maxsize', 'currsize'], module='functools')")],
}
SIGNATURE = '''
def _check_annotation(t):
    if isinstance(t, str) and ('ClassVar' in t or 'InitVar' in t or 'KW_ONLY' in t):
        _refuse('annotation ' + t)

def _signature(fields, kw_only_fields):
    parts = []
    for f in [*fields, '*', *kw_only_fields] if kw_only_fields else fields:
        if f == '*':
            parts.append(f)
            continue
        t = f.type
        text = repr(t)
        if isinstance(t, type):
            text = t.__qualname__ if t.__module__ == 'builtins' else t.__module__ + '.' + t.__qualname__
        if f.default is not MISSING:
            text += ' = ' + repr(f.default)
        elif f.default_factory is not MISSING:
            text += ' = <factory>'
        parts.append(f.name + ': ' + text)
    return '(' + ', '.join(parts) + ')'
'''


def text_of(name, parts):
    file, wanted, options = parts
    source = (LIB / file).read_text()
    tree = ast.parse(source)
    leave = options.get("leave", [])

    def names(node):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            return [node.name]
        if isinstance(node, ast.Assign):
            return [t.id for t in node.targets if isinstance(t, ast.Name)]
        return []

    def strip(node):
        body = getattr(node, "body", None)
        if isinstance(body, list):
            kept = [s for s in body if not set(names(s)) & set(leave)
                    and not isinstance(s, ast.AsyncFunctionDef)]
            if isinstance(node, (ast.FunctionDef, ast.ClassDef, ast.Module)) and kept:
                first = kept[0]
                if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
                    kept = kept[1:]
            node.body = kept or [ast.Pass()]
        for child in ast.iter_child_nodes(node):
            strip(child)

    if wanted is not None:
        found = [s for s in tree.body if set(names(s)) & set(wanted)]
        missing = set(wanted) - {n for s in found for n in names(s)}
        assert not missing, missing
        tree.body = found
    strip(tree)
    text = options.get("before", "") + ast.unparse(tree) + "\n" + options.get("after", "").replace("SIGNATURE", SIGNATURE)
    for old, new in options.get("replace", []) + EDITS.get(name, []):
        assert old in text, (name, old)
        text = text.replace(old, new)
    ast.parse(text)
    return text


def main():
    assert sys.version_info[:2] == (3, 11)
    for name, parts in PARTS.items():
        text = text_of(name, parts)
        escaped = text.replace("\\", "\\\\").replace("`", "\\`").replace("${", "\\${")
        (OUT / f"{name}-source.ts").write_text(
            f"/** {name}, after Lib/{parts[0]} of CPython 3.11 (LICENSE-PYTHON.txt); written by tests/conformance/record/library.py. */\n"
            f"export const {name.upper()}_SOURCE = `{escaped}`;\n")


main()
