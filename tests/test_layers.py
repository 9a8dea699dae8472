"""Imports go one way. This test is the architecture: change it on purpose, or not at all."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "framing"

MAY_IMPORT: dict[str, set[str]] = {
    "__init__": {"corpus"},
    "__main__": {"cli"},
    # words for what is wrong, and for what cannot be said
    "faults": set(),
    "refusal": set(),
    # files in, valid records out
    "edtf": set(),
    "address": set(),
    "pages": set(),
    "vocabulary": set(),
    "encoding": set(),
    "unreadable": {"faults"},
    "exact": {"faults"},
    "load": {"canonical", "exact", "faults", "unreadable"},
    "places": {"faults", "load"},
    "schema": set(),
    "defaults": set(),
    "canonical": set(),
    "explain": {"address", "faults", "pages"},
    "validate": {"address", "canonical", "defaults", "edtf", "explain", "faults", "load", "pages", "schema"},
    "index": {"edtf", "load"},
    "rules": {"edtf", "faults", "index", "load", "vocabulary"},
    "grammar": set(),
    "screen": {"defaults", "index", "rules"},
    "check": {"canonical", "faults", "grammar", "index", "load", "rules", "schema", "screen", "validate"},
    # records in, tables out
    "table": {"edtf"},
    "corpus": {"check", "faults", "load", "places", "table"},
    "reading": {"refusal", "table"},
    # tables in, small tables out
    "floors": set(),
    "period": set(),
    "intervals": {"floors"},
    "cells": {"floors", "intervals"},
    "measure": {"cells", "floors", "refusal"},
    "coverage": {"period"},
    # codings in, reliability and settlements out
    "false_discovery": set(),
    "agreement": {"agreement", "false_discovery", "floors", "refusal", "table"},
    "adjudicate": {"refusal"},
    # two sides of one event
    "compare": {"agreement", "cells", "coverage", "false_discovery", "faults", "floors", "intervals", "measure", "period", "reading", "refusal", "table"},
    "simulation": set(),
    "demo_texts": {"simulation"},
    "demo": {"canonical", "demo_texts", "refusal", "schema", "simulation"},
    # small tables in, pictures out
    "chart": {"floors", "vocabulary"},
    "picture": set(),
    # pages
    "report": {"adjudicate", "agreement", "chart", "compare", "corpus", "coverage", "false_discovery", "floors", "intervals", "measure", "period", "picture", "reading", "refusal", "report", "vocabulary"},
    "gallery": {"agreement", "chart", "compare", "coverage", "measure", "period", "reading", "refusal", "report"},
    "publish": {"canonical", "check", "faults", "load", "picture", "report", "validate"},
    "health": {"check", "faults", "load", "picture", "vocabulary", "workbench"},
    # coding in the browser and at the prompt
    "workbench": {"address", "canonical", "defaults", "edtf", "encoding", "faults", "index", "load", "pages", "refusal", "rules", "schema", "validate", "vocabulary"},
    # the only ones that print, write and exit
    "cli": {"adjudicate", "agreement", "canonical", "check", "cli", "compare", "corpus", "demo", "faults", "gallery", "health", "load", "period", "picture", "places",
            "publish", "reading", "refusal", "report", "rules", "schema", "validate", "workbench"},
}  # fmt: skip
"""Top-level module or package to the ones of ours that it may import."""

ONLY_IN: dict[str, set[str]] = {
    "altair": {"chart", "picture"},
    "jinja2": {"report", "workbench"},
    "jsonschema": {"validate", "explain"},
    "jsonschema_rs": {"validate"},
    "numpy": {"agreement", "compare", "demo", "demo_texts", "false_discovery", "simulation"},
    "orjson": {"load", "canonical", "screen"},
    "polars": {
        "table",
        "reading",
        "floors",
        "intervals",
        "cells",
        "period",
        "measure",
        "coverage",
        "agreement",
        "false_discovery",
        "compare",
        "chart",
        "report",
        "gallery",
    },
    "rich": {"cli", "workbench"},
    "starlette": {"workbench"},
    "typer": {"cli"},
    "uvicorn": {"workbench"},
    "vl_convert": {"picture"},
}
"""Third-party library to the modules that may know of it."""


def home(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


MODULES = sorted(path for path in PACKAGE.rglob("*.py") if "template" not in path.parts)


def imported(path: Path) -> set[str]:
    """Dotted names that a module imports, anywhere in its file."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}: absolute imports only"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def test_every_module_has_a_place() -> None:
    assert {home(path) for path in MODULES} == set(MAY_IMPORT)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_imports_go_one_way(path: Path) -> None:
    names = imported(path)
    ours = {name.split(".")[1] for name in names if name.startswith("framing.")} - {"__version__"}
    assert ours <= MAY_IMPORT[home(path)] | {home(path)}
    libraries = {name.split(".")[0] for name in names}
    assert [library for library in libraries if home(path) not in ONLY_IN.get(library, {home(path)})] == []


def test_modules_can_be_held_in_a_head() -> None:
    long = {
        home(path): count for path in MODULES if (count := len(path.read_text(encoding="utf-8").splitlines())) > 400
    }
    assert long == {}


@pytest.mark.parametrize("module", ["measure", "coverage", "floors", "reading", "period"])
def test_public_functions_document_themselves(module: str) -> None:
    tree = ast.parse((PACKAGE / f"{module}.py").read_text(encoding="utf-8"))
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            assert (ast.get_docstring(node) or "").count("\n") >= 1, f"{module}.{node.name} says too little"
