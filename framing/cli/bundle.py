"""`framing bundle`: a study as one file for an archive, and whether such a file holds what its records give."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from framing.analysis.choices import USUAL, Choices
from framing.cli import console
from framing.cli.options import Ground, Json, Rule, Study, choices, corpus_at, stop, unless_refused

if TYPE_CHECKING:
    from framing.corpus import Corpus
    from framing.study.load import Document

app = typer.Typer()


@app.command()
def bundle(
    file: Annotated[Path, typer.Argument(help="The zip archive to write, or with --check to compare.")],
    study: Study = Path(),
    reading: Rule = USUAL.rule,
    ground: Ground = USUAL.ground,
    pseudonyms: Annotated[
        bool,
        typer.Option("--pseudonyms", help="Codes for the names of people who coded; the key is printed, not packed."),
    ] = False,
    check: Annotated[
        bool, typer.Option("--check", help="Compute everything from the records in the file, and name each difference.")
    ] = False,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace the file if it is there.")] = False,
    json: Json = False,
) -> None:
    """Write a study for an archive: records, codebook, tables, reports, searches, versions; never the text of an article.

    Example: framing bundle ferries.zip --pseudonyms

    Example: framing bundle ferries.zip --check
    """
    if check:
        _compared(file, json)
        return
    if file.exists() and not overwrite:
        raise stop(f"{file} is there already; name another file, or replace it with --overwrite.", console.CONFLICT)
    corpus = corpus_at(study)
    _written(file, corpus, choices(corpus, "", reading, ground=ground), pseudonyms, json)


def _written(file: Path, corpus: "Corpus", chosen: Choices, coded: bool, json: bool) -> None:
    from framing.cli.progress import doing
    from framing.export.bundle.made import Kept, versions
    from framing.export.bundle.made import bundle as bundle_of
    from framing.export.bundle.pseudonyms import left_over, pseudonymous, pseudonyms
    from framing.export.bundle.records import documents, study_files
    from framing.export.bundle.withheld import withheld
    from framing.export.zipped import archive
    from framing.study.canonical import write

    before = documents(corpus.root)
    records, hidden = withheld(before)
    codes = pseudonyms(before) if coded else {}
    if coded:
        chosen = chosen._replace(rule=_in_codes(chosen.rule, codes))
        records = pseudonymous(records, codes)
    _require_no_text(corpus, records)
    with doing("making the bundle"):
        kept = Kept(study_files(records), _verbatim(corpus), hidden, coded, versions())
        made = unless_refused(bundle_of(kept, chosen))
    write(file, archive(made))
    if json:
        console.as_json({"file": str(file), "files": sorted(made), "withheld": hidden, "pseudonyms": codes})
        return
    if codes:
        console.as_table(("coder", "code"), [*codes.items()])
        console.say("This key is nowhere in the file: keep it apart, if you need it.")
    _told(corpus, file, made, hidden)
    for word, paths in left_over(codes, before, made).items():
        console.say(
            f"The word {word!r} still stands in {', '.join(paths[:4])}{' …' if paths[4:] else ''}: is it a coder?"
        )


def _in_codes(rule: str, codes: Mapping[str, str]) -> str:
    """The reading of one coder under the code of the coder."""
    from framing.analysis.choices import Alone, alone

    named = alone(rule)
    return str(Alone(codes.get(named.coder, named.coder))) if named else rule


def _require_no_text(corpus: "Corpus", records: "list[Document]") -> None:
    """Ends the command where a private text of this machine stands in what would be given away."""
    from framing.export.bundle.withheld import copied
    from framing.workbench.desk import settings, texts

    known = settings.read(corpus.root)
    found = {name: texts.text(known, corpus.root, dict(article)) for name, article in corpus.articles.items()}
    bodies = {name: [text.body] for name, text in found.items() if isinstance(text, texts.Text)}
    if faults := list(copied(records, bodies)):
        for fault in faults:
            console.say(str(fault))
        raise stop(f"{len(faults)} record(s) hold the text of an article; nothing was written.", console.FAULTY)


def _verbatim(corpus: "Corpus") -> dict[str, bytes]:
    """How the study is cited and licensed, as its folder says; a citation without authors where it has none."""
    from framing.export.bundle.citation import FILE, last_day, written
    from framing.export.bundle.made import VERBATIM

    there = {name: (corpus.root / name).read_bytes() for name in VERBATIM if (corpus.root / name).is_file()}
    return {FILE: written(corpus.codebook, last_day([*corpus.codings.values(), *corpus.older])), **there}


def _told(corpus: "Corpus", file: Path, made: Mapping[str, bytes], hidden: int) -> None:
    console.say(f"{len(made)} files in {file}; `framing bundle {file} --check` computes them again")
    if hidden:
        console.say(
            f"{hidden} article(s) were quoted at such length that their quotes are withheld; offsets and hashes stay."
        )
    for name, why in (("CITATION.cff", "it names no author"), ("LICENSE", "nobody knows what is allowed")):
        if not (corpus.root / name).is_file():
            console.say(f"The study's folder has no {name}, so {why}: write one, and bundle again.")


def _compared(file: Path, json: bool) -> None:
    """Ends the command with what differs from the records in a bundle."""
    from framing.cli.progress import doing
    from framing.export.bundle.difference import differences, record_of, touched
    from framing.export.bundle.made import again
    from framing.export.zipped import opened

    if not file.is_file():
        raise stop(f"{file} is not a file.", console.NOT_FOUND)
    files = unless_refused(opened(file.read_bytes(), file.name))
    about = unless_refused(record_of(files))
    with doing("computing everything again"):
        made = unless_refused(again(files, about))
    found = list(dict.fromkeys([*touched(files, about), *differences(files, made)]))
    if json:
        console.as_json({"file": str(file), "differences": found})
    else:
        _said(found, about, len(files))
    if found:
        raise typer.Exit(console.FAULTY)


def _said(found: list[str], about: Mapping[str, object], count: int) -> None:
    from framing.export.bundle.made import versions

    for line in found:
        console.result(line)
    console.say(f"{len(found)} difference(s)" if found else f"All {count} files are what the records give.")
    if others := [f"{name} {about[name]}" for name, value in versions().items() if about[name] != value]:
        console.say(f"The file was made with {', '.join(others)}; here it is computed with {versions()}.")
