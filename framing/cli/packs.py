"""`framing pack` and `framing unpack`: one coder's part of a study as a zip, and the way back."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from framing import __version__
from framing.cli import console
from framing.cli.codebook_changes import loss_line
from framing.cli.imports_codings import Write
from framing.cli.options import Study, corpus_at, one_of, stop

if TYPE_CHECKING:
    from framing.corpus import Corpus
    from framing.exchange.packs.back import Back, Merged, Standing

app = typer.Typer()
HEADS = {
    "new": "new",
    "changed": "changed by the coder",
    "same": "as they are here",
    "conflict": "changed on both sides",
    "gone": "deleted in the pack, kept here",
    "refused": "refused",
}


@app.command()
def pack(
    coder: Annotated[str, typer.Argument(help="Whose part: an id of coders.json.")],
    study: Study = Path(),
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="The zip; STUDY-CODER.zip when left out.")
    ] = None,
    language: Annotated[
        str, typer.Option("--lang", help="Language of its README: en, ja or ru; the coder's first.")
    ] = "",
    texts: Annotated[
        Path | None,
        typer.Option("--texts", help="Pack private texts from this folder too; without it none are packed."),
    ] = None,
) -> None:
    """Make a zip with all that one coder needs, and nothing of the others; it opens with one double click.

    Example: framing pack aki -o aki.zip

    Example: framing pack olga --texts ../texts
    """
    from framing.exchange.packs import contents
    from framing.exchange.packs.writing import zipped
    from framing.study.canonical import write

    corpus = corpus_at(study)
    coders = {entry["id"]: entry for entry in corpus.registers["coders"]}
    entry = coders[one_of(coder, tuple(coders), "CODER")]
    if entry.get("adjudicator"):
        raise stop(
            f"{coder} settles disagreements and must see all codings; a pack holds only one coder's.", console.USAGE
        )
    if texts and not texts.is_dir():
        raise stop(f"--texts: {texts} is not a folder.", console.NOT_FOUND)
    spoken = next((code for name in entry["languages"] if (code := name[:2]) in contents.LANGUAGES), "en")
    chosen = one_of(language or spoken, contents.LANGUAGES, "--lang")
    part = contents.Part(
        corpus.root, corpus.codebook, corpus.registers, corpus.articles, coder, chosen, texts, __version__
    )
    made = contents.contents(part)
    articles = sum(path.startswith("study/coded/articles/") for path in made)
    if not articles:
        raise stop(f"{coder} has no article to code; `framing assign` hands some out.", console.FAULTY)
    target = output or Path(f"{corpus.root.name}-{coder}.zip")
    write(target, zipped(made, f"{corpus.root.name}-{coder}"))
    packed = sum(path.startswith("texts/") for path in made)
    private = f"{packed} private text(s), not to be passed on" if texts else "no texts of articles"
    console.say(f"Packed {articles} article(s) for {coder}, the coder's own codings and {private}.")
    console.result(str(target))


@app.command()
def unpack(
    file: Annotated[Path, typer.Argument(help="The zip that a coder sent back.")],
    study: Study = Path(),
    conflicts: Annotated[
        str,
        typer.Option(
            "--conflicts", help="Of codings changed on both sides take: here or pack; the other is put beside the zip."
        ),
    ] = "",
    write: Write = False,
) -> None:
    """Bring the codings of a pack back into the study; first only say what would be written.

    A coding that was changed on both sides is told, and neither is lost. Codings under an older codebook come in where they hold today,
    or where a migration brings them on. A pack of another study is refused.

    Example: framing unpack back-aki.zip

    Example: framing unpack back-aki.zip --conflicts pack --write
    """
    from framing.exchange.clipping import NotReadableError
    from framing.exchange.packs import back

    if not file.is_file():
        raise stop(f"{file} is not a file.", console.NOT_FOUND)
    taken = one_of(conflicts, ("here", "pack"), "--conflicts") if conflicts else ""
    corpus = corpus_at(study)
    try:
        found = back.read(file.name, file.read_bytes())
    except NotReadableError as error:
        raise stop(f"{error}.", console.NOT_FOUND) from error
    standing = _standing(corpus, found)
    if why := back.refused(found, standing):
        raise stop(f"{file.name}: {why}", console.CONFLICT)
    rows = back.merged(found, standing)
    _told(rows)
    if found.manifest["codebook"]["version"] != corpus.codebook["version"]:
        console.say(_across(found, standing))
    if any(row.state == "refused" for row in rows):
        raise stop("Nothing is written: correct what is refused in the pack, or leave it out.", console.FAULTY)
    split = [row for row in rows if row.state == "conflict"]
    if split and not taken:
        raise stop(
            "Nothing is written: decide with --conflicts here or pack; the other reading is put beside the zip.",
            console.CONFLICT,
        )
    if not write:
        console.say("Nothing is written. Add --write to write the codings.")
        return
    _write(corpus, file, found, rows, taken)


def _standing(corpus: "Corpus", found: "Back") -> "Standing":
    from framing.exchange import plan
    from framing.exchange.packs.back import Standing
    from framing.exchange.packs.contents import book_digest, own_codings
    from framing.exchange.packs.older import onward

    coders = tuple(entry["id"] for entry in corpus.registers["coders"])
    own = own_codings(corpus.root, found.manifest["coder"])
    by = onward(corpus.root, found.manifest["codebook"])
    ground = plan.standing(corpus.root).register
    return Standing(corpus.codebook, book_digest(corpus.root), by, corpus.articles, coders, ground, own)


def _told(rows: "list[Merged]") -> None:
    counts = [(words, str(sum(row.state == state for row in rows))) for state, words in HEADS.items()]
    console.as_table(("codings", "count"), counts)
    for row in rows:
        if row.state in ("conflict", "gone", "refused"):
            console.say(f"  {row.article}: {row.message or HEADS[row.state]}{_when(row)}")
        for loss in row.losses:
            console.say(f"  {row.article}::{loss_line(loss)}")


def _across(found: "Back", standing: "Standing") -> str:
    """How codings come from the older codebook of a pack to that of the study."""
    then, now = found.manifest["codebook"]["version"], standing.codebook["version"]
    files = [step.file for step in getattr(standing.onward, "steps", ())]
    bring = "brings" if len(files) == 1 else "bring"
    how = f"{', '.join(files)} {bring} the codings to {now}" if files else f"{now} takes the codings as they are"
    return f"Coded under {then} of the codebook: {how}."


def _when(row: "Merged") -> str:
    if row.state != "conflict" or not row.theirs:
        return ""
    here = row.here["coded_at"] if row.here else "deleted"
    return f" (pack: {row.theirs['coded_at']}, here: {here})"


def _write(corpus: "Corpus", file: Path, found: "Back", rows: "list[Merged]", taken: str) -> None:
    """What is not taken is put beside the zip first; then all codings are written, or none."""
    from framing.exchange.packs.back import files
    from framing.study.canonical import as_file, write
    from framing.study.together import write_together

    coder = found.manifest["coder"]
    aside = file.with_suffix(".set-aside")
    split = [row for row in rows if row.state == "conflict"]
    for row in split:
        other: dict[str, Any] | None = row.here if taken == "pack" else row.theirs
        if other:
            write(aside / f"{row.article}.json", as_file(other))
    chosen = [row for row in rows if row.state in ("new", "changed") or (row.state == "conflict" and taken == "pack")]
    bulk = corpus.root / f"coded/codings/{coder}.jsonl"
    write_together(corpus.root, files(chosen, coder, corpus.codebook, bulk.read_bytes() if bulk.is_file() else None))
    console.say(f"Wrote {len(chosen)} coding(s) of {coder}.")
    if split:
        console.say(f"{len(split)} other reading(s) are in {aside}.")
