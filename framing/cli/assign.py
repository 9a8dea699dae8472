"""`framing assign`: who codes what."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from framing.cli import console
from framing.cli.options import Json, Study, corpus_at, one_of, stop, unless_refused

if TYPE_CHECKING:
    from framing.corpus import Corpus
    from framing.study.begin.assignment import Piece, Worker

app = typer.Typer()
Record = dict[str, Any]


@app.command()
def assign(
    study: Study = Path(),
    twice: Annotated[
        int | None,
        typer.Option("--twice", min=0, help="Articles that two coders code; as `agreement plan` recommends."),
    ] = None,
    rarest: Annotated[
        float, typer.Option("--rarest", min=0.001, max=0.5, help="Expected share of the rarest frame, for that number.")
    ] = 0.05,
    alpha: Annotated[float, typer.Option("--alpha", min=0.1, max=0.99, help="The alpha to be shown, for it.")] = 0.8,
    coder: Annotated[
        list[str] | None, typer.Option("--coder", "-c", help="Who codes; repeat. Every person who is not finished.")
    ] = None,
    seed: Annotated[int, typer.Option("--seed", help="Seed of the order in which work is handed out.")] = 0,
    write: Annotated[bool, typer.Option("--write", help="Write the lists; without it nothing is written.")] = False,
    json: Json = False,
) -> None:
    """Hand out articles to coders by language, outlet and load, some to two; first only say who would get what.

    Articles are those of samples, or all where the study has none. Nobody loses an article that was coded or given before;
    run it again after a sample has grown.

    Example: framing assign --twice 60 --write

    Example: framing assign --coder aki --coder olga --seed 3
    """
    from framing.study.begin.assignment import assigned

    corpus = corpus_at(study)
    pieces, (workers, beside) = _pieces(corpus), _workers(corpus, coder or [])
    if not pieces:
        raise stop(
            "There is no article to code; `framing import articles` or `framing add` brings some.", console.FAULTY
        )
    number = _planned(len(pieces), rarest, alpha, len(workers) + len(beside)) if twice is None else twice
    found = unless_refused(assigned(pieces, workers, number, seed, beside), console.USAGE)
    if json:
        console.as_json({"twice": number, "seed": seed, "new": found})
    else:
        _told(pieces, workers, found)
    if not write:
        console.say("Nothing is written. Add --write to write the lists.")
        return
    _write(corpus, workers, found)


def _planned(articles: int, rarest: float, alpha: float, coders: int) -> int:
    """The overlap that `framing agreement plan` recommends; none where one coder works alone."""
    from framing.agreement.planning import coding_plan

    planned = unless_refused(coding_plan(articles, rarest, alpha), console.USAGE)
    if coders < 2:
        console.say("One coder works alone: nothing is coded twice, and no agreement can be computed.")
        return 0
    console.say(
        f"`framing agreement plan` recommends to code {planned.units} of {articles} articles twice"
        f"{' (all of them)' if planned.census else ''}; --twice takes another number."
    )
    return planned.units


def _pieces(corpus: "Corpus") -> "list[Piece]":
    """The articles to code: those that were drawn, or all; none that is left out of analysis."""
    drawn = {chosen["article"] for sample in corpus.registers["samples"] for chosen in sample["articles"]}
    return [
        _piece(name, article)
        for name, article in corpus.articles.items()
        if (name in drawn or not drawn) and "excluded_because" not in article
    ]


def _piece(name: str, article: Record) -> "Piece":
    from framing.study.begin.assignment import Piece

    return Piece(name, article["outlet"], article["language"])


def _workers(corpus: "Corpus", names: list[str]) -> "tuple[list[Worker], list[Worker]]":
    """Who gets work, and the other people who have some, with what each has coded or was given."""
    from framing.study.begin.assignment import Worker

    entries = {entry["id"]: entry for entry in corpus.registers["coders"]}
    usual = [
        name
        for name, entry in entries.items()
        if entry["kind"] == "person" and not entry.get("adjudicator") and entry.get("assigned") != []
    ]
    chosen = [one_of(name, tuple(entries), "--coder") for name in dict.fromkeys(names)] or usual
    if wrong := [name for name in chosen if entries[name].get("adjudicator")]:
        raise stop(f"--coder: {', '.join(wrong)} settles disagreements and codes nothing alone.", console.USAGE)
    if not chosen:
        raise stop(
            "No person codes in this study; add one with `framing add coder`, or name a coder with --coder.",
            console.FAULTY,
        )
    people = [name for name, entry in entries.items() if entry["kind"] == "person" and not entry.get("adjudicator")]
    workers, beside = (
        [
            Worker(name, frozenset(entries[name]["languages"]), _has(corpus, entries[name], name in chosen))
            for name in those
        ]
        for those in (chosen, [name for name in people if name not in chosen])
    )
    return workers, beside


def _has(corpus: "Corpus", entry: Record, listed: bool) -> frozenset[str]:
    """What a coder has coded or was given; whoever has no list was given everything, until a list is made now."""
    from framing.study.begin.assignment import Worker

    if not listed and "assigned" not in entry:
        everything = Worker(entry["id"], frozenset(entry["languages"]), frozenset())
        reads = {name for name, each in corpus.articles.items() if everything.reads(_piece(name, each))}
        console.say(
            f"{entry['id']} has no list, and so codes all {len(reads)} articles in languages that {entry['id']} reads."
        )
        return frozenset(reads)
    given = set(entry.get("assigned", ()))
    coded = {article for article, coder in corpus.codings if coder == entry["id"]}
    return frozenset(
        coded | {name for name, article in corpus.articles.items() if name in given or article["outlet"] in given}
    )


def _told(pieces: "list[Piece]", workers: "list[Worker]", found: dict[str, list[str]]) -> None:
    """Who gets how much of what."""
    kinds = sorted({piece.kind for piece in pieces})
    of = {piece.id: piece.kind for piece in pieces}
    rows = []
    for worker in workers:
        every = [name for name in (*worker.has, *found[worker.id]) if name in of]
        parts = [str(sum(of[name] == kind for name in every)) for kind in kinds]
        rows.append((worker.id, str(len(every) - len(found[worker.id])), str(len(found[worker.id])), *parts))
    console.as_table(("coder", "had", "new", *(f"{outlet} ({language})" for outlet, language in kinds)), rows)


def _write(corpus: "Corpus", workers: "list[Worker]", found: dict[str, list[str]]) -> None:
    """Writes ``assigned`` of each coder: what stood there, what is coded, and what is new."""
    from framing.study.begin import registers
    from framing.study.canonical import write

    register = registers.read(corpus.root, "coder")
    has = {worker.id: worker.has for worker in workers}
    entries = [
        entry
        if entry["id"] not in found
        else entry | {"assigned": sorted({*entry.get("assigned", ()), *has[entry["id"]], *found[entry["id"]]})}
        for entry in register.record["coders"]
    ]
    write(corpus.root / register.file, registers.with_all(register, entries))
    console.say(
        f"Wrote the lists of {', '.join(found)} to {register.file}; `framing code --coder NAME` shows each their own."
    )
