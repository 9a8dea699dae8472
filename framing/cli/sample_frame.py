"""What `framing sample` draws from: the articles of the study that nobody has coded, or the items of files."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from framing.cli import console, import_files
from framing.cli.options import stop

if TYPE_CHECKING:
    from framing.corpus import Corpus
    from framing.exchange.frames import Listed
    from framing.study.sampling.designs import Unit

Record = dict[str, Any]


class Files(NamedTuple):
    """Files to draw from, as `framing import articles` would read them.

    Attributes:
        paths: files, or folders of texts; empty to draw from the study.
        said: what a person declares of them.
        outlets: what printed names mean, as --outlet says.
        duplicates: skip or keep.
    """

    paths: Sequence[Path]
    said: import_files.Declared
    outlets: Sequence[str]
    duplicates: str


class Frame(NamedTuple):
    """What is drawn from.

    Attributes:
        units: every article of the list.
        items: what stands behind each key.
        origin: where the list comes from.
    """

    units: "list[Unit]"
    items: "dict[str, Listed]"
    origin: str


def frame(corpus: "Corpus", before: Record | None, files: Files) -> Frame:
    """The list to draw from; that of a sample that is there is the list that it was drawn from, whatever came later."""
    from framing.exchange.frames import Listed
    from framing.study.sampling import frame as frames

    taken = _taken(corpus)
    if files.paths:
        items = {item.unit.key: item for item in _of_files(corpus, taken, files)}
        origin = ", ".join(path.name for path in files.paths)
    else:
        chosen = [article for name, article in corpus.articles.items() if before or name not in taken]
        items = {article["id"]: Listed(frames.unit(article), article["id"], None) for article in chosen}
        origin = "study"
    if before is None:
        return Frame([item.unit for item in items.values()], items, origin)
    units = frames.kept(corpus.root, before)
    known = {unit.key: unit for unit in units}
    drawn = {chosen.get("key", chosen["article"]): chosen["article"] for chosen in before["articles"]}
    kept = {key: Listed(known[key], article, None) for key, article in drawn.items()}
    return Frame(units, items | kept, before["frame"]["from"])


def _taken(corpus: "Corpus") -> set[str]:
    """Articles that no new frame has: those that somebody coded, those left out of analysis, and those that were drawn or could have been."""
    from framing.study.sampling import frame as frames

    coded = {article for article, _ in corpus.codings} | {coding["article"] for coding in corpus.older}
    excluded = {name for name, article in corpus.articles.items() if "excluded_because" in article}
    samples = corpus.registers["samples"]
    drawn = {chosen["article"] for sample in samples for chosen in sample["articles"]}
    listed = {unit.key for sample in samples for unit in frames.kept(corpus.root, sample)}
    return coded | excluded | drawn | listed


def _of_files(corpus: "Corpus", taken: set[str], files: Files) -> "list[Listed]":
    """The items of files; what cannot be in the list is told."""
    from framing.exchange import plan as planned
    from framing.exchange.frames import listed

    keep = files.duplicates == "keep"
    standing = planned.standing(corpus.root)
    given = import_files.outlets_meant(files.outlets, standing.outlets)
    exports = import_files.exports(corpus.root, files.paths, files.said)
    found = planned.plan(standing, exports, date.today().isoformat(), files.said.named, given)
    for name, (count, likely) in found.unknown.items():
        console.say(import_files.unknown_outlet(name, count, likely))
    for state, why in (("refused", "cannot be read"), ("twin", "may be another article")):
        rows = [row for row in found.rows if row.state == state]
        for row in rows[:5]:
            console.say(f"  {row.file}, {row.place or 'the whole file'}: {row.message}")
        if rows and not (state == "twin" and keep):
            console.say(f"{len(rows)} item(s) {why} and are not in the frame.")
    rows = [row for row in found.rows if row.state in ("new", "known") or (keep and row.state == "twin")]
    if not rows:
        raise stop("The files hold nothing that can be drawn.", console.NOT_FOUND)
    return listed(rows, corpus.articles.values(), taken)
