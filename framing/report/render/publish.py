"""Pages as files: renders them, compares them with the files on disk, and writes them whole."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from framing.chart import picture
from framing.report import MARK, surround
from framing.report.blocks import Page, Surround
from framing.report.context import Context
from framing.report.render.html import html
from framing.report.render.markdown import figure_file, markdown
from framing.study import canonical, check, load, validate
from framing.study.faults import Fault, InvalidStudy


def files(ctx: Context, pages: Iterable[Page], forms: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Every file of a report.

    Args:
        ctx: the study under some choices.
        pages: its pages.
        forms: html, markdown, or both.

    Yields:
        Path relative to the report's folder, and content; the same input gives the same bytes.
    """
    around = surround(ctx)
    for page in pages:
        yield from page_files(page, around, forms)


def page_files(page: Page, around: Surround, forms: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """The files of one page."""
    if "html" in forms:
        yield f"{page.stem}.html", html(page, around).encode()
    if "markdown" in forms and page.stem not in around.html_only:
        yield f"{page.stem}.md", markdown(page, around).encode()
        for figure in page.figures():
            yield figure_file(page, figure), picture.svg(figure.spec)


def write(folder: Path, content: Mapping[str, bytes]) -> None:
    """Writes every file as a whole.

    Raises:
        OSError: when the folder cannot be written to.
    """
    for name, data in content.items():
        canonical.write(folder / name, data)


def outdated(folder: Path, content: Mapping[str, bytes]) -> list[str]:
    """Pages and figures of an earlier report that this one lacks, such as that of an event no longer covered.

    Only files that carry the mark of a report are named: anything else in the folder belongs to its owner.
    """
    suffixes = {Path(name).suffix for name in content}
    paths = (path for path in sorted(folder.rglob("*")) if path.suffix in suffixes and path.is_file())
    names = ((path, path.relative_to(folder).as_posix()) for path in paths)
    return [name for path, name in names if name not in content and _is_ours(path, name)]


def _is_ours(path: Path, name: str) -> bool:
    if re.fullmatch(r"handbook[.].+[.](html|md)", name):  # in another language, which no report writes
        return False
    return name.startswith("figures/") or MARK.encode() in path.read_bytes()


def remove(folder: Path, names: Iterable[str]) -> None:
    """Removes files of an earlier report."""
    for name in names:
        (folder / name).unlink()


def stale(folder: Path, content: Mapping[str, bytes]) -> list[str]:
    """Files that differ from those in the folder, are missing there, or should no longer be there."""
    differing = [
        name for name, data in content.items() if not (folder / name).is_file() or (folder / name).read_bytes() != data
    ]
    return sorted([*differing, *outdated(folder, content)])


def codebook(root: Path) -> dict[str, Any]:
    """The codebook of a study, whatever the state of its other files.

    Raises:
        InvalidStudy: when the codebook itself has faults.
    """
    for document in load.documents(root):
        if isinstance(document, Fault):
            raise InvalidStudy([document])
        held_to = validate.fixed_contract("codebook")
        if found := validate.faults(document, held_to):
            raise InvalidStudy(found)
        return validate.completed(document, held_to).record
    raise AssertionError("load yields the codebook, or a fault in its place, first")


def schemas(root: Path) -> list[str]:
    """Writes the schemas of a study, those that are stale; returns their paths."""
    texts = check.schema_texts(codebook(root))
    changed = [name for name, text in texts.items() if not _same(root / "schemas" / name, text)]
    write(root / "schemas", {name: texts[name].encode() for name in changed})
    return [f"schemas/{name}" for name in changed]


def _same(path: Path, text: str) -> bool:
    return path.is_file() and path.read_bytes() == text.encode()
