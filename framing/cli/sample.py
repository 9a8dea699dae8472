"""`framing sample`: articles drawn at random, each with the probability with which it was drawn."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, get_args

import typer

from framing.cli import console, import_files
from framing.cli.import_files import Encoding, Map, Named, Outlet, Pattern
from framing.cli.options import Json, Study, corpus_at, one_of, stop, unless_refused
from framing.cli.sample_frame import Files, Frame, frame

if TYPE_CHECKING:
    from framing.corpus import Corpus
    from framing.exchange.plan import Row
    from framing.study.sampling.designs import Asked, Design, Draw, Unit, Window

Record = dict[str, Any]

app = typer.Typer()
FILE = "coded/samples.json"
LISTED = 40
"""Strata that a table for people lists."""


@app.command()
def sample(
    design: Annotated[str, typer.Argument(help="simple, stratified, weeks or windows.")],
    n: Annotated[
        int, typer.Argument(min=0, help="Articles; of weeks, weeks for each period; of windows, articles from outside.")
    ],
    study: Study = Path(),
    name: Annotated[str, typer.Option("--name", help="Id of the sample; one that is there is extended.")] = "main",
    seed: Annotated[int | None, typer.Option("--seed", help="Seed of the draw; 0 when left out.")] = None,
    by: Annotated[
        str | None, typer.Option("--by", help="Strata: outlet, language, or both with a comma; outlet when left out.")
    ] = None,
    every: Annotated[
        str | None, typer.Option("--every", help="Periods that make strata: all, year, half, quarter or month.")
    ] = None,
    allocation: Annotated[
        str | None, typer.Option("--allocation", help="proportional, or equal numbers from each stratum.")
    ] = None,
    first: Annotated[str, typer.Option("--from", help="First day of the calendar of weeks; of the frame's.")] = "",
    last: Annotated[str, typer.Option("--to", help="Last day of the calendar of weeks; of the frame's.")] = "",
    event: Annotated[
        list[str] | None, typer.Option("--event", help="An event with a window; repeat. Every event of a known day.")
    ] = None,
    window: Annotated[str, typer.Option("--window", help="Days around each event.")] = "-3..+7",
    files: Annotated[
        list[Path] | None,
        typer.Option(
            "--frame",
            help="Draw from a file that `framing import articles` reads, or with --pattern from a folder; repeat for more.",
        ),
    ] = None,
    named: Named = "",
    encoding: Encoding = "",
    chosen_map: Map = None,
    pattern: Pattern = "",
    outlet: Outlet = None,
    duplicates: Annotated[
        str, typer.Option("--duplicates", help="Items of it that may be another article: skip or keep.")
    ] = "skip",
    texts: Annotated[
        Path | None, typer.Option("--texts", help="A private folder outside the study for texts of drawn articles.")
    ] = None,
    write: Annotated[bool, typer.Option("--write", help="Write the sample; without it nothing is written.")] = False,
    json: Json = False,
) -> None:
    """Draw articles at random and keep frame, draw, seed and inclusion probabilities; first only say what would be drawn.

    Shares are then weighted by one over the probability. The same seed draws the same articles everywhere; a larger
    number under the same name keeps what was drawn before.

    Example: framing sample simple 200 --seed 7

    Example: framing sample stratified 300 --by outlet --every year --write

    Example: framing sample weeks 6 --every year

    Example: framing sample windows 100 --event first-ferry --window -3..+7

    Example: framing sample simple 50 --frame factiva.html --outlet 'The Yomiuri=yomiuri' --texts ../texts --write
    """
    from framing.study.sampling import plan

    _named(name)
    corpus = corpus_at(study)
    import_files.require_outside(corpus.root, texts)
    before = next((entry for entry in corpus.registers["samples"] if entry["id"] == name), None)
    chosen = _design(design)
    twins = one_of(duplicates, ("skip", "keep"), "--duplicates")
    told = {"--map": chosen_map, "--format": named, "--encoding": encoding, "--pattern": pattern, "--outlet": outlet}
    told |= {"--duplicates": twins if twins != "skip" else "", "--texts": texts}
    if alone := [option for option, value in told.items() if value and not files]:
        raise stop(f"{', '.join(alone)}: say with --frame which file this is about.", console.USAGE)
    said = import_files.declared(corpus.root, encoding, chosen_map, pattern, named)
    found = frame(corpus, before, Files(files or [], said, outlet or [], twins))
    options = {
        "seed": seed,
        "by": _strata(by),
        "every": every,
        "allocation": allocation,
        "from": first,
        "to": last,
        "event": event,
    }
    asked = _extended(before, chosen, options) if before else _asked(corpus, chosen, options, window, found.units)
    asked = asked._replace(n=n)
    draw = unless_refused(plan.drawn(asked, found.units), console.USAGE)
    made, raw = _made(name, asked, draw, found)
    made = unless_refused(plan.extended(before, made), console.USAGE) if before else made
    if json:
        console.as_json({"sample": made})
    else:
        _told(asked, draw, made)
    if not write:
        console.say("Nothing is written. Add --write to write the sample.")
        return
    drawn = {one.key for one in draw.chosen}
    _write(corpus, made, raw, [item.row for key, item in found.items.items() if item.row and key in drawn], texts)


def _named(name: str) -> None:
    """Ends the command where a name is not an id."""
    from framing.study.schema import ID

    if not re.search(ID, name):
        raise stop(f"--name: write {name!r} in small Latin letters and digits, words joined by -.", console.USAGE)


def _design(name: str) -> "Design":
    from framing.study.sampling import designs

    return one_of(name, get_args(designs.Design), "DESIGN")


def _strata(by: str | None) -> list[str] | None:
    return None if by is None else [one_of(part.strip(), ("outlet", "language"), "--by") for part in by.split(",")]


def _extended(before: Record, design: str, options: Record) -> "Asked":
    """The design of a sample that is there; it cannot change while it grows."""
    from framing.study.sampling.plan import asked_before

    for option, value in (options | {"DESIGN": design}).items():
        kept = before["design"] if option == "DESIGN" else before.get(option)
        if value not in (None, "", []) and value != kept:
            told = f"--{option}" if option in options else option
            was = "" if kept is None else f" and was {kept!r}"
            raise stop(
                f"{told}: the sample {before['id']!r} is there{was}; what grows keeps its design. Leave it out, or give another --name.",
                console.USAGE,
            )
    return asked_before(before)


def _asked(corpus: "Corpus", design: "Design", options: Record, window: str, units: "list[Unit]") -> "Asked":
    """The design that the options tell of; an option that does not belong to it is refused."""
    from framing.study.sampling.allocation import Allocation
    from framing.study.sampling.designs import Asked, Every

    belongs = {
        "simple": (),
        "stratified": ("by", "every", "allocation"),
        "weeks": ("every", "from", "to"),
        "windows": ("event",),
    }
    for option, value in options.items():
        if option != "seed" and value and option not in belongs[design]:
            others = [name for name, its in belongs.items() if option in its]
            raise stop(f"--{option} belongs to {' and '.join(others)}, not to {design}; leave it out.", console.USAGE)
    days = [unit.first for unit in units] + [unit.last for unit in units]
    return Asked(
        design,
        0,
        options["seed"] or 0,
        tuple(options["by"] or ["outlet"]),
        one_of(options["every"] or "all", get_args(Every), "--every"),
        one_of(options["allocation"] or "proportional", get_args(Allocation), "--allocation"),
        _day(options["from"], "--from") if options["from"] else min(days, default=date.min),
        _day(options["to"], "--to") if options["to"] else max(days, default=date.max),
        _around(corpus, options["event"] or [], window) if design == "windows" else (),
    )


def _day(text: str, option: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise stop(f"{option}: {text!r} is not a day; write it as 2014-03-18.", console.USAGE) from None


def _around(corpus: "Corpus", names: Sequence[str], written: str) -> "tuple[Window, ...]":
    """Windows around the events that are named, or around every event of a known day."""
    from framing.analysis.choices import window
    from framing.study import edtf
    from framing.study.sampling.designs import Window

    days = unless_refused(window(written), console.USAGE)
    if days.before is None or days.after is None:
        raise stop(f"--window: {written!r} names dates; write days around each event, such as -3..+7.", console.USAGE)
    spans = {entry["id"]: edtf.span(entry["date"]) for entry in corpus.registers["events"]}
    chosen = [one_of(name, tuple(spans), "--event") for name in names] or [
        name for name, span in spans.items() if span and span.first == span.last
    ]
    if open_ended := [name for name in chosen if not (span := spans[name]) or span.last is None]:
        raise stop(f"--event: {', '.join(open_ended)} has no last day, and so no window.", console.USAGE)
    return tuple(
        Window(name, span.first + timedelta(days.before), span.last + timedelta(days.after))
        for name in chosen
        if (span := spans[name]) and span.last
    )


def _made(name: str, asked: "Asked", draw: "Draw", found: Frame) -> tuple[Record, bytes]:
    """The entry of the sample, and the file of its frame."""
    from framing.study.sampling import frame as frames
    from framing.study.sampling.plan import Origin, entry

    raw = frames.as_bytes(found.units)
    articles = {key: item.article for key, item in found.items.items()}
    if lacking := [one.key for one in draw.chosen if one.key not in articles]:
        told = f"{len(lacking)} drawn items are neither in the study nor in the files: {', '.join(lacking[:5])}."
        raise stop(f"{told} Name with --frame the files that the sample was drawn from.", console.NOT_FOUND)
    about = {"file": frames.file_of(name), "sha256": frames.digest(raw), "size": len(found.units), "from": found.origin}
    return entry(name, asked, draw, Origin(about, articles, date.today().isoformat())), raw


def _told(asked: "Asked", draw: "Draw", made: Record) -> None:
    """The draw in words and strata."""
    console.say(
        f"{len(draw.chosen)} of {made['frame']['size']} articles are drawn ({asked.design}, seed {asked.seed}; the order is that of "
        "SHA-256 of seed and article, the same on every machine)."
    )
    if asked.design == "windows" and not asked.n:
        console.say("Articles outside the windows have no chance to be drawn: the sample speaks of the windows alone.")
    if asked.design == "weeks" and asked.n == 1:
        console.say("One week does not show how days differ, so no interval can be given; draw two or more.")
    rows = [(s.id, s.unit, str(s.size), str(s.drawn), f"{s.inclusion:.4g}") for s in draw.strata]
    console.as_table(("stratum", "drawn are", "in the frame", "drawn", "probability"), rows[:LISTED])
    if len(rows) > LISTED:
        console.say(f"and {len(rows) - LISTED} strata more; --json lists all")
    grown = len(made["draws"]) - 1
    if grown:
        console.say(f"{made['draws'][-2]['articles']} of the articles were drawn before and stay.")


def _write(corpus: "Corpus", made: Record, raw: bytes, rows: "list[Row]", texts: Path | None) -> None:
    """Frame, articles and sample, in this order: whoever is stopped before the last has a study that is sound."""
    from framing.exchange.plan import FILE as ARTICLES
    from framing.exchange.writing import keep_texts, with_articles
    from framing.study import canonical, validate
    from framing.study.together import write_together

    others = [sample for sample in corpus.registers["samples"] if sample["id"] != made["id"]]
    record = {"$schema": "../schemas/samples.schema.json", "samples": [*others, made]}
    contents = {made["frame"]["file"]: raw}
    contents |= {ARTICLES: with_articles(corpus.root, rows)} if rows else {}
    contents |= {FILE: canonical.file_bytes(record, validate.fixed_contract("samples").order)}
    kept = keep_texts(rows, texts) if texts else 0
    write_together(corpus.root, contents)
    more = f", {len(rows)} new articles" if rows else ""
    console.say(
        f"Wrote the sample {made['id']!r} to {FILE}, its frame to {made['frame']['file']}{more}{f', {kept} texts' if kept else ''}."
    )
    if texts and kept:
        console.say(import_files.shown_in_workbench(corpus.root, texts))
