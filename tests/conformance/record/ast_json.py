"""CPython's tree of a program as JSON, in the shape of lib/simulator/syntax/ast.ts."""

import ast


def utf16_columns(source):
    """A function that turns CPython's byte columns into UTF-16 code units."""
    lines = [line.encode("utf-8", "surrogatepass") for line in source.replace("\r\n", "\n").replace("\r", "\n").split("\n")]

    def convert(line, column):
        if line > len(lines) or lines[line - 1].isascii():
            return column
        text = lines[line - 1][:column].decode("utf-8", "replace")
        return len(text.encode("utf-16-le", "surrogatepass")) // 2

    return convert


def constant(value):
    """The tagged value; ints, floats and bytes in exact spellings that JSON cannot bend."""
    if value is None:
        return {"type": "None"}
    if value is Ellipsis:
        return {"type": "Ellipsis"}
    if isinstance(value, bool):
        return {"type": "bool", "value": value}
    if isinstance(value, int):
        return {"type": "int", "value": hex(value)}
    if isinstance(value, float):
        return {"type": "float", "value": repr(value)}
    if isinstance(value, complex):
        return {"type": "complex", "imag": repr(value.imag)}
    if isinstance(value, bytes):
        return {"type": "bytes", "value": list(value)}
    return {"type": "str", "value": value}


SKIPPED = {"type_comment", "type_ignores"}


def dump(source):
    """The JSON-ready tree of `source`. Raises what `ast.parse` raises."""
    convert = utf16_columns(source)

    def node(value):
        if isinstance(value, list):
            return [node(item) for item in value]
        if not isinstance(value, ast.AST):
            return value
        kind = type(value).__name__
        if isinstance(value, (ast.operator, ast.unaryop, ast.cmpop, ast.boolop, ast.expr_context)):
            return kind
        result = {"kind": kind}
        if hasattr(value, "lineno"):
            result["line"] = value.lineno
            result["column"] = convert(value.lineno, value.col_offset)
            result["endLine"] = value.end_lineno
            result["endColumn"] = convert(value.end_lineno, value.end_col_offset)
        for name, field in ast.iter_fields(value):
            if name in SKIPPED or (kind == "Constant" and name == "kind"):
                continue
            if kind in ("Constant", "MatchSingleton"):
                result[name] = constant(field)
            elif name == "is_async":
                result[name] = bool(field)
            elif kind == "ImportFrom" and name == "level":
                result[name] = field or 0
            else:
                result[name] = node(field)
        return result

    return node(ast.parse(source))
