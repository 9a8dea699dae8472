"""Pages as files: renders them, compares them with the files on disk, and writes them whole."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from framing.chart import picture
from framing.chart.told import Spec
from framing.report import made_by
from framing.report.blocks import Page, Surround
from framing.report.render import assets
from framing.report.render.html import html, scripts, shelves, styles
from framing.report.render.markdown import figure_file, markdown
from framing.study import canonical, check, load, made, validate
from framing.study.faults import Fault, InvalidStudy
from framing.words import page_languages

Draw = Callable[[str, Spec], bytes]
KINDS = {".html": (".html", ".js", ".css"), ".md": (".md", ".svg")}
"""Form of a page, to the kinds of files that pages of that form have beside them."""


def drawn_anew(_: str, spec: Spec) -> bytes:
    """A figure as SVG, whatever was drawn before."""
    return picture.svg(spec)


def page_files(page: Page, around: Surround, forms: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """The files of one page, and those that it shares with other pages.

    Args:
        page: the page.
        around: what it knows of the others.
        forms: html or standalone, markdown, or both.

    Yields:
        Path relative to the report's folder, and content; the same page gives the same bytes.
    """
    yield from own_files(page, around, forms, drawn_anew)
    if "html" in forms:
        yield from card_files({name: make() for name, make in shelves(page, around).items()})
        yield from shared_files(page)


def shared_files(page: Page) -> Iterator[tuple[str, bytes]]:
    """The styles and scripts that an HTML page shares with other pages."""
    return ((asset.path, asset.content()) for asset in (*styles(page), *scripts(page)))


def card_files(kept: Mapping[str, assets.Shelf]) -> Iterator[tuple[str, bytes]]:
    """The files of cards on some shelves, see ``html.shelves``; none without any."""
    return ((asset.path, asset.content()) for asset in (assets.card_files(kept) if kept else ()))


def own_files(page: Page, around: Surround, forms: Sequence[str], draw: Draw) -> Iterator[tuple[str, bytes]]:
    """The files that come from one page alone, without the cards that are kept on it; ``draw`` makes that of a figure."""
    if "html" in forms:
        yield f"{page.stem}.html", html(page, around).encode()
    if "standalone" in forms:
        yield f"{page.stem}.html", html(page, around, "standalone").encode()
    if "markdown" in forms and page.stem not in around.html_only:
        yield f"{page.stem}.md", markdown(page, around).encode()
        for figure in page.figures():
            name = figure_file(page, figure)
            yield name, _beside_markdown(draw(name, figure.spec))


def _beside_markdown(drawn: bytes) -> bytes:
    """A picture whose links lead to the Markdown pages, which are always written with it, one folder above."""
    return re.sub(rb'href="([\w-]+)[.]html', rb'href="../\1.md', drawn)


def write(folder: Path, content: Mapping[str, bytes]) -> None:
    """Writes every file that differs, as a whole.

    Raises:
        OSError: when the folder cannot be written to.
    """
    for name in made.changed(folder, content):
        canonical.write(folder / name, content[name])


def outdated(folder: Path, content: Collection[str]) -> list[str]:
    """Pages and figures of an earlier report that this one lacks, such as that of an event no longer covered.

    Only files that carry the mark of a report are named: anything else in the folder belongs to its owner.
    """
    suffixes = {kind for name in content for kind in KINDS.get(Path(name).suffix, ())}
    paths = (path for path in sorted(folder.rglob("*")) if path.suffix in suffixes and path.is_file())
    names = ((path, path.relative_to(folder).as_posix()) for path in paths)
    return [name for path, name in names if name not in content and _is_ours(path, name)]


def _is_ours(path: Path, name: str) -> bool:
    if re.fullmatch(r"handbook[.].+[.](html|md)", name) or name.partition("/")[0] in page_languages():
        return False  # in another language, of which this report is not
    content = path.read_bytes()
    return name.startswith("figures/") or any(made_by(language).encode() in content for language in page_languages())


def remove(folder: Path, names: Iterable[str]) -> None:
    """Removes files of an earlier report, and the folders that only they were in."""
    for name in names:
        (folder / name).unlink()
        parent = (folder / name).parent
        if parent != folder and not any(parent.iterdir()):
            parent.rmdir()


def stale(folder: Path, content: Mapping[str, bytes]) -> list[str]:
    """Files that differ from those in the folder, are missing there, or should no longer be there."""
    return sorted([*made.changed(folder, content), *outdated(folder, content)])


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
    content = {name: text.encode() for name, text in texts.items()}
    changed = list(made.changed(root / "schemas", content))
    write(root / "schemas", {name: content[name] for name in changed})
    return [f"schemas/{name}" for name in changed]
