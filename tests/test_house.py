"""The house rules of the code itself: one-way imports, small functions, small modules, plain names."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "eventgraph"
MODULES = sorted(SOURCE.rglob("*.py"))

LAYERS = [
    {"vocabulary", "errors", "collector"},
    {"model", "faces"},
    {"schema", "lexicon", "spans"},
    {"read", "text"},
    {"times"},
    {"entities"},
    {"events"},
    {"link", "graph", "store"},
    {"query", "export", "evaluate"},
    {"observe", "workers"},
    {"cached"},
    {"pipeline"},
    {"cli", "cli_ask", "terminal"},
]
DOORS = {"faces": {"export"}}
"""Modules whose functions may import from higher layers when they are called, and from which.

``graph.to_rdflib()`` is what users expect, and the model must not know how RDF is made.
"""

LONGEST_MODULE = 500
LONGEST_FRONT = 25
LONGEST_FUNCTION = 60
MEDIAN_FUNCTION = 10
MOST_PARAMETERS = 5
EMPTY_NAMES = {"utils", "util", "helpers", "common", "misc", "base", "manager"}


def layer_of(part: str) -> int:
    """The number of the layer a module or folder belongs to."""
    return next(number for number, names in enumerate(LAYERS) if part in names)


def part_of(path: Path) -> str:
    """The module or folder directly below the package."""
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imported_parts(path: Path) -> set[str]:
    """What a module imports of the package, in its functions too: modules or folders directly below it."""
    return parts_in(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


def imported_at_once(path: Path) -> set[str]:
    """What a module imports of the package as soon as it is imported itself."""
    return parts_in(ast.parse(path.read_text(encoding="utf-8")).body)


def parts_in(nodes: Iterable[ast.AST]) -> set[str]:
    """The parts of the package that import statements among some nodes name."""
    found = set()
    for node in nodes:
        names: list[str] = []
        if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        for name in names:
            parts = name.split(".")
            if parts[0] == "eventgraph" and len(parts) > 1 and parts[1] != "__version__":
                found.add(parts[1])
    return found


@cache
def functions() -> list[tuple[Path, ast.FunctionDef | ast.AsyncFunctionDef]]:
    """Every function of the package with its module."""
    return [
        (path, node)
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
    ]


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """How many lines a function has."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_imports_point_down(path: Path) -> None:
    """A module imports from its own folder or from lower layers, never from a layer above."""
    part = part_of(path)
    if part in {"__init__", "__main__"}:
        return
    above = {other for other in imported_parts(path) if layer_of(other) > layer_of(part)}
    assert above == DOORS.get(part, set()), f"{path.relative_to(SOURCE)} imports {sorted(above)}"
    assert not above & imported_at_once(path)


def test_modules_are_small() -> None:
    """No module is over 500 lines, and none has a name that says nothing."""
    long = [p for p in MODULES if len(p.read_text(encoding="utf-8").splitlines()) > LONGEST_MODULE]
    assert not long
    assert not [p for p in MODULES if p.stem in EMPTY_NAMES]


def test_fronts_do_no_work() -> None:
    """The ``__init__`` of a folder only names what the folder gives; the work is in its modules."""
    fronts = [path for path in MODULES if path.name == "__init__.py"]
    assert not [p for p in fronts if len(p.read_text(encoding="utf-8").splitlines()) > LONGEST_FRONT]


def test_functions_are_small() -> None:
    """No function is over 60 lines; the median is at most 10."""
    lengths = sorted(length(node) for _, node in functions())
    long = [(str(p), node.name) for p, node in functions() if length(node) > LONGEST_FUNCTION]
    assert not long
    assert lengths[len(lengths) // 2] <= MEDIAN_FUNCTION


def test_functions_take_few_parameters() -> None:
    """At most five parameters; commands of the CLI, whose options are parameters, apart."""
    crowded = [
        (str(path), node.name)
        for path, node in functions()
        if part_of(path) != "cli"
        and len([a for a in [*node.args.args, *node.args.kwonlyargs] if a.arg not in {"self", "cls"}])
        > MOST_PARAMETERS
    ]
    assert not crowded
