"""The rules of the house as functions: each takes one Python file and tells where it breaks the rule."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Callable, Iterator
from dataclasses import dataclass

FILE_LINES = 299
FUNCTION_LINES = 39
POSITIONAL = 5
APP_LINES = 80
ENTRY_POINTS = ("app.py", "graph/__main__.py", "loaders/__main__.py", "loaders/launch.py")
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "common", "misc"}
CYPHER = re.compile(
    r"\b(?:MATCH|MERGE|CREATE)\s*[(`]|\bUNWIND\s+[$\w]|\bDETACH\s+DELETE\b|\bRETURN\s+\w+(?:\.\w+)?\s*(?:,|AS\b|$)"
    r"|\bCALL\s+(?:db|dbms)\.|\bEXPLAIN\s"
)
WORLD = {
    "open",
    "read_text",
    "read_bytes",
    "connect",
    "driver",
    "urlopen",
    "getenv",
    "run",
    "Popen",
    "read_csv",
}


@dataclass(frozen=True, slots=True)
class Module:
    """One Python file: its path from the checkout and its text."""

    path: str
    source: str

    @property
    def tree(self) -> ast.Module:
        return ast.parse(self.source)


Rule = Callable[[Module], Iterator[str]]
Function = ast.FunctionDef | ast.AsyncFunctionDef


def _functions(module: Module) -> Iterator[Function]:
    return (node for node in ast.walk(module.tree) if isinstance(node, Function))


def file_is_short(module: Module) -> Iterator[str]:
    """Find a file of 300 lines or more; app.py has 80."""
    lines = len(module.source.splitlines())
    if lines > (APP_LINES if module.path == "app.py" else FILE_LINES):
        yield f"{lines} lines"


def functions_are_short(module: Module) -> Iterator[str]:
    """Find functions of 40 lines or more."""
    for function in _functions(module):
        lines = (function.end_lineno or 0) - function.lineno + 1
        if lines > FUNCTION_LINES:
            yield f"line {function.lineno}: {function.name} has {lines} lines"


def few_positional_parameters(module: Module) -> Iterator[str]:
    """Find functions that take over five positional parameters, self and cls not counted."""
    for function in _functions(module):
        names = [argument.arg for argument in function.args.posonlyargs + function.args.args]
        count = len([name for name in names if name not in ("self", "cls")])
        if count > POSITIONAL:
            yield f"line {function.lineno}: {function.name} takes {count} positional parameters"


def opens_with_a_docstring(module: Module) -> Iterator[str]:
    """Find a module without a line on what it is for."""
    if not ast.get_docstring(module.tree):
        yield "no docstring"


def name_says_something(module: Module) -> Iterator[str]:
    """Find the names that mean anything and nothing."""
    for part in module.path.removesuffix(".py").split("/"):
        if part in VAGUE_NAMES:
            yield f"a file or folder named {part}"


def identifiers_are_ascii(module: Module) -> Iterator[str]:
    """Find identifiers with letters beyond ASCII."""
    for token in tokenize.generate_tokens(io.StringIO(module.source).readline):
        if token.type == tokenize.NAME and not token.string.isascii():
            yield f"line {token.start[0]}: {token.string}"


def environment_is_read_on_top(module: Module) -> Iterator[str]:
    """Find reading of the environment outside the entry points; tests hand it to commands they run."""
    if module.path in ENTRY_POINTS or module.path.startswith("tests/"):
        return
    for node in ast.walk(module.tree):
        match node:
            case ast.Attribute(value=ast.Name(id="os"), attr="environ" | "getenv" | "environb" as name):
                yield f"line {node.lineno}: os.{name}"
            case ast.ImportFrom(module="os", names=names) if {"environ", "getenv"} & {n.name for n in names}:
                yield f"line {node.lineno}: from os import"


def cypher_is_whole(module: Module) -> Iterator[str]:
    """Find Cypher pasted together; schema.py makes it from its table, console.py puts EXPLAIN before a query."""
    if module.path == "graph/schema.py":
        return
    for node in ast.walk(module.tree):
        for text in _pasted_texts(node):
            if CYPHER.search(text) and not (module.path == "graph/console.py" and text == "EXPLAIN "):
                yield f"line {getattr(node, 'lineno', 0)}: {text.strip()[:40]!r}"


def _pasted_texts(node: ast.AST) -> list[str]:
    match node:
        case ast.JoinedStr(values=values) if any(isinstance(v, ast.FormattedValue) for v in values):
            parts: list[ast.expr] = list(values)
        case ast.BinOp(left=left, op=ast.Add() | ast.Mod(), right=right):
            parts = [left, right]
        case ast.AugAssign(op=ast.Add(), value=value):
            parts = [value]
        case ast.Call(func=ast.Attribute(value=value, attr="format" | "replace" | "join"), args=args):
            parts = [
                value,
                *args,
                *(item for a in args if isinstance(a, ast.List | ast.Tuple) for item in a.elts),
            ]
        case _:
            return []
    return [part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)]


def nothing_happens_at_import(module: Module) -> Iterator[str]:
    """Find calls that touch the world while a module is imported; entry points and tests may."""
    if module.path in ENTRY_POINTS or module.path.startswith("tests/"):
        return
    for statement in module.tree.body:
        if isinstance(statement, Function | ast.ClassDef) or _is_main_guard(statement):
            continue
        for node in ast.walk(statement):
            if isinstance(node, ast.Call) and _called_name(node) in WORLD:
                yield f"line {node.lineno}: {_called_name(node)}() at import"


def _is_main_guard(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.If) and "__name__" in ast.unparse(statement.test)


def _called_name(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def pages_hold_no_cypher(module: Module) -> Iterator[str]:
    """Find Cypher in app.py and the pages, which ask by name; the console's page shows some to begin with."""
    is_page = module.path == "app.py" or module.path.startswith("graph/views/")
    if not is_page or module.path == "graph/views/console.py":
        return
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and CYPHER.search(node.value):
            yield f"line {node.lineno}: {node.value.strip()[:40]!r}"


def tests_patch_nothing_of_ours(module: Module) -> Iterator[str]:
    """Find tests that replace a part of what they test."""
    if not module.path.startswith("tests/"):
        return
    ours = _names_of_ours(module.tree)
    for node in ast.walk(module.tree):
        match node:
            case ast.ImportFrom(module="unittest.mock") | ast.ImportFrom(module="unittest"):
                yield f"line {node.lineno}: unittest"
            case ast.Call(func=ast.Attribute(attr="setattr" | "patch" | "delattr"), args=[target, *_]):
                if _root_of(target).split(".")[0] in ours | {"graph", "loaders"}:
                    yield f"line {node.lineno}: patches {_root_of(target)}"


def _names_of_ours(tree: ast.Module) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in ("graph", "loaders"):
            found |= {name.asname or name.name for name in node.names}
        elif isinstance(node, ast.Import):
            ours = [name for name in node.names if name.name.split(".")[0] in ("graph", "loaders")]
            found |= {name.asname or name.name.split(".")[0] for name in ours}
    return found


def _root_of(target: ast.expr) -> str:
    while isinstance(target, ast.Attribute):
        target = target.value
    match target:
        case ast.Name(id=name) | ast.Constant(value=str(name)):
            return name
    return ""
