"""Imports go one way. This test is the architecture: change it on purpose, or not at all."""

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "framing"

MAY_IMPORT: dict[str, set[str]] = {
    "__init__": {"analysis", "corpus"},
    "__main__": {"cli"},
    # words for what cannot be said
    "refusal": set(),
    # the words of the program in each language
    "words": set(),
    # files in, valid records or faults out
    "study": {"refusal", "study.rules", "study.sampling"},
    "study.rules": {"study"},
    "study.revision": {"refusal", "study", "study.rules"},
    "study.sampling": {"refusal", "study"},
    "study.begin": {"refusal", "study", "study.rules", "study.sampling"},
    # records in, small tables out
    "analysis": {"refusal", "study"},
    "corpus": {"analysis", "study", "study.revision"},
    # codings in, reliability out
    "agreement": {"analysis", "refusal", "study"},
    # two sides of one event
    "compare": {"agreement", "analysis", "compare.chance", "compare.coder_error", "refusal", "study"},
    "compare.chance": {"agreement", "analysis", "compare", "refusal"},
    "compare.coder_error": {"agreement", "analysis", "compare", "compare.chance", "refusal"},
    # small tables in, pictures out
    "chart": {"analysis", "study", "words"},
    # pages as plain values, then as text
    "report": {"agreement", "analysis", "chart", "compare", "compare.coder_error", "corpus", "refusal", "report.briefs", "report.explore", "report.figures", "report.pages", "report.render", "report.sections", "study", "words"},
    # what each page says first
    "report.briefs": {"agreement", "analysis", "compare", "compare.chance", "refusal", "report", "report.figures", "words"},
    # the page on which a reader chooses articles
    "report.explore": {"analysis", "report", "study", "words"},
    # each picture once: measure, drawing, caption, numbers
    "report.figures": {"agreement", "analysis", "chart", "compare", "compare.chance", "refusal", "report", "study"},
    "report.sections": {"analysis", "chart", "compare", "compare.chance", "compare.coder_error", "refusal", "report", "report.figures", "study"},
    "report.pages": {"agreement", "analysis", "compare", "compare.chance", "corpus", "refusal", "report", "report.briefs", "report.figures", "report.sections", "study", "words"},
    "report.render": {"chart", "report", "study", "words"},
    # small tables in, files for other programs out
    "export": {"analysis", "refusal", "study"},
    # a whole study with everything computed from it, as one file
    "export.bundle": {"agreement", "analysis", "chart", "corpus", "export", "refusal", "report", "report.render", "study", "study.rules"},
    # coding in the browser and at the prompt
    "workbench": {"refusal", "study", "study.rules", "workbench.desk", "workbench.web"},
    "workbench.desk": {"refusal", "study", "study.revision", "study.rules", "words", "workbench"},
    "workbench.prompt": {"refusal", "study", "words", "workbench", "workbench.desk"},
    "workbench.web": {"study", "study.revision", "study.rules", "words", "workbench", "workbench.desk"},
    # articles as other programs write them
    "exchange": {"exchange.readers", "study", "study.rules", "study.sampling"},
    "exchange.readers": {"exchange", "study"},
    # one coder's part of a study
    "exchange.packs": {"exchange", "study", "study.revision", "study.rules"},
    # codings as other programs and spreadsheets write them
    "exchange.codings": {"exchange", "study", "study.begin", "study.rules"},
    # a study with a known truth
    "demo": {"refusal", "study"},
    # the only ones that print, write and exit
    "cli": {"agreement", "analysis", "chart", "compare", "compare.chance", "corpus", "demo", "exchange", "exchange.codings", "exchange.packs", "export", "export.bundle", "refusal", "report", "report.figures", "report.pages", "report.render", "report.sections", "study", "study.begin", "study.revision", "study.rules", "study.sampling", "words",
            "workbench", "workbench.desk", "workbench.prompt"},
}  # fmt: skip
"""Package, or module at the top, to the ones of ours whose modules it may import."""

ONLY_IN: dict[str, set[str]] = {
    "altair": {"chart"},
    "babel": {"report"},
    "bibtexparser": {"exchange.readers"},
    "cassis": {"exchange.codings"},
    "docx": {"report.render"},
    "fastexcel": {"exchange"},
    "fluent": {"report"},
    "jinja2": {"report.render", "workbench.web"},
    "jsonschema": {"study"},
    "jsonschema_rs": {"study"},
    "markupsafe": {"report.render"},
    "narwhals": {"analysis"},
    "numpy": {"agreement", "analysis", "compare", "compare.chance", "compare.coder_error", "demo"},
    "orjson": {"study"},
    "polars": {"agreement", "analysis", "chart", "compare", "compare.chance", "compare.coder_error", "export", "export.bundle", "report", "report.briefs", "report.explore", "report.figures", "report.pages", "report.sections"},
    "rispy": {"exchange.readers"},
    "rich": {"cli", "workbench.prompt"},
    "starlette": {"workbench.web"},
    "typer": {"cli"},
    "uvicorn": {"workbench"},
    "vl_convert": {"chart"},
    "xlsxwriter": {"export"},
}  # fmt: skip
"""Third-party library to the packages that may know of it."""

MODULES = {
    ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted(PACKAGE.rglob("*.py"))
    if "template" not in path.parts
}
"""Dotted name below ``framing``, a package by its own, to file."""


def home(name: str) -> str:
    """The package of a module; a module at the top is its own."""
    return name if MODULES[name].name == "__init__.py" or "." not in name else name.rpartition(".")[0]


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


def ours(path: Path) -> set[str]:
    """Modules of this package that a module imports."""
    below = {name.removeprefix("framing.") for name in imported(path) if name.startswith("framing.")} - {"__version__"}
    return {name if name in MODULES else name.rpartition(".")[0] for name in below}


def test_every_module_has_a_place() -> None:
    assert {home(name) for name in MODULES} == set(MAY_IMPORT)


def test_the_house_has_few_doors() -> None:
    inside = [path for path in PACKAGE.iterdir() if not path.name.startswith("__pycache__")]
    assert sum(path.suffix == ".py" for path in inside) <= 4
    assert sum(path.is_dir() for path in inside) <= 12


@pytest.mark.parametrize("name", MODULES)
def test_imports_go_one_way(name: str) -> None:
    path = MODULES[name]
    assert {home(other) for other in ours(path)} <= MAY_IMPORT[home(name)] | {home(name)}
    libraries = {library.split(".")[0] for library in imported(path)}
    assert [library for library in libraries if home(name) not in ONLY_IN.get(library, {home(name)})] == []


def test_no_module_imports_itself_by_way_of_others() -> None:
    TopologicalSorter({name: ours(path) - {name} for name, path in MODULES.items()}).prepare()


def test_no_module_is_hidden_by_what_its_package_calls_the_same() -> None:
    hidden = [
        name
        for name in MODULES
        if "." in name and name.rpartition(".")[0] in MODULES
        for node in ast.parse(MODULES[name.rpartition(".")[0]].read_text(encoding="utf-8")).body
        if name.rpartition(".")[2] in names_given(node)
    ]
    assert hidden == []


def names_given(node: ast.stmt) -> set[str]:
    """What a statement of a package's own file makes to be found under the package's name."""
    if isinstance(node, ast.ImportFrom):
        return {
            alias.asname or alias.name
            for alias in node.names
            if f"{node.module}.{alias.name}".removeprefix("framing.") not in MODULES
        }
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return {node.name}
    return {target.id for target in getattr(node, "targets", ()) if isinstance(target, ast.Name)}


def test_modules_can_be_held_in_a_head() -> None:
    long = {
        name: count
        for name, path in MODULES.items()
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > 300
    }
    assert long == {}


def test_scripts_can_be_held_in_a_head() -> None:
    paths = [*PACKAGE.glob("workbench/static/*.js"), *PACKAGE.glob("report/templates/**/*.js")]
    assert len(paths) > 30
    assert [path.name for path in paths if len(path.read_text(encoding="utf-8").splitlines()) > 200] == []


def test_functions_can_be_held_in_a_head() -> None:
    long = {
        f"{name}.{node.name}": count
        for name, path in MODULES.items()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and not is_command(node)
        if (count := (node.end_lineno or node.lineno) - node.lineno + 1) > 40
    }
    assert long == {}


def is_command(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether a function is a command: its arguments are a table of options, and may be long."""
    return any("app.command" in ast.unparse(decorator) for decorator in node.decorator_list)


@pytest.mark.parametrize("module", ["measure", "before_after", "coverage", "floors", "reading", "period"])
def test_public_functions_document_themselves(module: str) -> None:
    tree = ast.parse((PACKAGE / "analysis" / f"{module}.py").read_text(encoding="utf-8"))
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            assert (ast.get_docstring(node) or "").count("\n") >= 1, f"{module}.{node.name} says too little"
