"""Commands that set two sides beside one another, and that write a simulated study to learn it on."""

from collections.abc import Sequence
from math import isnan
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from framing.cli import console
from framing.cli.options import Json, Rule, Study, Voices, choices, corpus_at, stop

if TYPE_CHECKING:
    from framing.compare.options import Options
    from framing.compare.result import Comparison
    from framing.compare.sampling import TreatAs
    from framing.compare.sides import Side
    from framing.compare.who_covered import Unmatched
    from framing.corpus import Corpus
    from framing.refusal import Refusal
    from framing.report.context import Context
    from framing.report.ground import Ground

app = typer.Typer()


@app.command()
def compare(
    event: Annotated[str, typer.Argument(help="An event of the study, or an umbrella event.")] = "",
    study: Study = Path(),
    sides: Annotated[
        str,
        typer.Option(
            "--sides",
            help="Countries, outlets, attribute=value or coder:X, with commas between; default: the two countries.",
        ),
    ] = "",
    window: Annotated[
        str, typer.Option("--window", help="Days from the event (-3..+7) or dates (2014-07-01..2014-12-31).")
    ] = "",
    voice: Voices = "",
    reading: Rule = "adjudicated",
    every: Annotated[
        bool, typer.Option("--all", help="Every event that both sides cover, and all of them together.")
    ] = False,
    as_sample: Annotated[
        bool, typer.Option("--as-sample", help="Test articles that were picked for a purpose as if they were a sample.")
    ] = False,
    draws: Annotated[
        int, typer.Option("--draws", min=199, help="Permutations, where they cannot be enumerated.")
    ] = 10_000,
    seed: Annotated[
        int, typer.Option("--seed", min=0, help="Seed of all shuffling; the same seed gives the same figures.")
    ] = 0,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", help="Write the comparison of EVENT as a page, with its records, to this folder."
        ),
    ] = None,
    json: Json = False,
) -> None:
    """Set two sides beside one another on one event: who covered it, then figures, or why there are none.

    Example: framing compare e06-sochi-summit --sides yomiuri,sankei

    Example: framing compare u-ukraine-crisis-sanctions --sides japan,russia --json

    Example: framing compare --window 2014-07-01..2014-12-31

    Example: framing compare --all --voice outlet,staff_author
    """
    from framing.compare.options import Options
    from framing.compare.selection import EVER
    from framing.compare.sides import pairs
    from framing.report import context

    corpus = corpus_at(study)
    ctx = context(corpus, choices(corpus, reading, "core", "quarter", "published", voice))
    chosen = _sides(corpus, ctx, sides)
    stretch = _window(window) if window else EVER
    treat_as: TreatAs = "sample" if as_sample else "as_chosen"
    options = Options(window=stretch, voices=ctx.choices.voices, treat_as=treat_as, draws=draws, seed=seed)
    _checked(corpus, ctx, chosen, options, event, every or bool(window))
    if output and not event:
        raise stop(
            "--output writes the page of one event: name it. `framing report` writes all of them.", console.USAGE
        )
    found = [_answer(ctx, pair, options, event, every) for pair in pairs(chosen)]
    if json:
        console.as_json(
            {"seed": seed, "draws": draws, "reading": reading, "comparisons": [_as_record(one) for one in found]}
        )
    else:
        for one in found:
            _print(one)
        _print_joint(found)
    if output:
        _write(ctx, chosen, options, event, output)


class _Found:
    """One pair of sides: what was found, and per event where every event was asked for."""

    def __init__(self, ground: "Ground", compared: "Comparison | Unmatched | Refusal", events: Any) -> None:
        self.ground, self.compared, self.events = ground, compared, events


def _sides(corpus: "Corpus", ctx: "Context", written: str) -> "tuple[Side, ...]":
    from framing.compare.sides import sides as known
    from framing.refusal import Refusal
    from framing.report.ground import country_sides

    coders = [entry["id"] for entry in corpus.registers["coders"]]
    names = written or country_sides(ctx)
    if not names:
        raise stop("The study has outlets of one country: name the --sides, for example two outlets.", console.USAGE)
    found = known(names, corpus.tables.outlets, coders)
    if isinstance(found, Refusal):
        raise stop(str(found), console.USAGE)
    return found


def _window(written: str) -> Any:
    from framing.compare.selection import window
    from framing.refusal import Refusal

    found = window(written)
    if isinstance(found, Refusal):
        raise stop(str(found), console.USAGE)
    return found


def _checked(
    corpus: "Corpus", ctx: "Context", chosen: "Sequence[Side]", options: "Options", event: str, everything: bool
) -> None:
    """Ends the command where the event has no such name, or where none was named."""
    from framing.faults import meant

    known = [entry["id"] for entry in corpus.registers["events"]]
    if event and event not in known:
        raise stop(f"There is no event {event!r}{meant(event, known, 6)}", console.USAGE)
    if not event and not everything:
        raise stop(
            "Name an EVENT, or give --all or a --window of dates; `framing chart events` shows the events.",
            console.USAGE,
        )


def _answer(ctx: "Context", pair: "tuple[Side, Side]", options: "Options", event: str, every: bool) -> _Found:
    from framing.compare.overview import each_event
    from framing.compare.result import compare_all, compare_event
    from framing.refusal import Refusal
    from framing.report.ground import ground

    found = ground(ctx, pair, options)
    if isinstance(found, Refusal):
        raise stop(str(found), console.FAULTY)
    if event:
        return _Found(found, compare_event(found.material, event, pair, options), None)
    return _Found(
        found, compare_all(found.material, pair, options), each_event(found.material, pair, options) if every else None
    )


def _write(ctx: "Context", chosen: "Sequence[Side]", options: "Options", event: str, folder: Path) -> None:
    """The page of the first two sides, tried under all choices, and the records behind its numbers."""
    from framing import publish
    from framing.compare.result import compare_event
    from framing.refusal import Refusal
    from framing.report import records_page
    from framing.report.comparison import comparison_page
    from framing.report.ground import ground

    found = ground(ctx, (chosen[0], chosen[1]), options, thorough=True)
    if isinstance(found, Refusal):
        raise stop(str(found), console.FAULTY)
    page = comparison_page(found, event, compare_event(found.material, event, found.pair, options))
    files = dict(publish.files(ctx, [page, records_page(ctx, [page])], ("html", "markdown")))
    publish.write(folder, files)
    console.say(f"{len(files)} files in {folder}; begin with {folder / page.stem}.html")


def _print(found: _Found) -> None:
    """Coverage first; then the refusal with what comes nearest, or the figures with the sampling statement."""
    from framing.compare.who_covered import Unmatched
    from framing.refusal import Refusal

    one, other = found.ground.pair
    console.result(f"{one.words} and {other.words}; reading {found.ground.material.reading.rule}")
    compared = found.compared
    if isinstance(compared, Refusal):
        console.result(str(compared))
    elif isinstance(compared, Unmatched):
        _coverage(compared.coverage)
        console.result(str(compared.refusal))
        _table(
            "umbrella events that both touch",
            compared.umbrellas,
            {"event": "event", "label": "label", "all_a": one.name, "all_b": other.name},
        )
        wanted = {
            "label_a": f"covered by {one.name}",
            "label_b": f"covered by {other.name}",
            "days_apart": "days apart",
            "umbrella": "umbrella",
        }
        _table("nearest pairs of events", compared.nearest, wanted)
    else:
        _print_comparison(found, compared)


def _print_comparison(found: _Found, compared: "Comparison") -> None:
    from framing.compare.frames import FrameComparison

    one, other = found.ground.pair
    counts = {"event": "event", "label": "label", "a": one.name, "b": other.name}
    if compared.match:
        console.result(f"Matched at the level: {compared.match.level} ({compared.match.label})")
        _coverage(compared.coverage)
        _table("parts with articles", compared.match.parts, counts)
    else:
        _table(
            "events that both cover",
            compared.coverage,
            {**counts, "level": "level", "all_a": f"{one.name} with parts", "all_b": f"{other.name} with parts"},
        )
    if found.events is not None and not _refused(found.events):
        told = ("n_a", "n_b", "p", "smallest_p", "distance", "null_mean", "q_bh", "q_by", "refused")
        console.result(compared.sampling)
        _table("each event by itself", found.events, {"event": "event", **{name: name for name in told}})
    if isinstance(compared.frames, FrameComparison):
        _print_figures(found, compared, compared.frames)
    else:
        console.result(f"No number is given. {compared.frames}")
        cards = {
            "published": "day",
            "days": "days",
            "side": "side",
            "outlet": "outlet",
            "article": "article",
            "primary": "primary frame",
        }
        scales = {name: name for name in found.ground.material.scales if name in compared.cards.columns}
        _table("the articles side by side", compared.cards, cards | scales)


def _print_figures(found: _Found, compared: "Comparison", frames: Any) -> None:
    from framing.report.compared import test_sentence

    console.result(test_sentence(frames.test))
    console.result(f"How the articles were chosen: {compared.sampling}")
    shares = ("hits_a", "n_a", "share_a", "hits_b", "n_b", "share_b", "difference", "low", "high", "p")
    _table("primary frames", frames.shares, {"answer": "frame", **{name: name for name in shares}})
    _table("divergences", frames.divergences, {name: name for name in frames.divergences.columns})
    for title, table in (
        ("scales", compared.ordinal),
        ("every test as one family", compared.family),
        ("reliability", compared.reliability),
    ):
        if _refused(table):
            console.result(f"{title}: {table}")
        else:
            _table(title, table, {name: name for name in getattr(table, "columns", ())})


def _print_joint(found: list[_Found]) -> None:
    """Three sides are three pairs, and one family of tests."""
    from framing.compare.overview import joint_family
    from framing.compare.result import Comparison

    compared = [one.compared for one in found if isinstance(one.compared, Comparison)]
    if len(found) > 1 and compared:
        family = joint_family(compared)
        _table("all pairs as one family", family, {name: name for name in family.columns})


def _coverage(table: Any) -> None:
    shown = {
        "name": "outlet",
        "side": "side",
        "with_parts": "articles",
        "first_published": "first",
        "days": "days from the event",
        "state": "state",
    }
    _table("who covered it", table, shown)


def _table(title: str, table: Any, columns: dict[str, str]) -> None:
    if table.height:
        console.result(f"\n{title}")
        rows = [tuple(_shown(row[name]) for name in columns) for row in table.to_dicts()]
        console.as_table(tuple(columns.values()), rows)


def _shown(value: object) -> object:
    return f"{value:.4g}" if isinstance(value, float) else value


def _refused(part: object) -> bool:
    from framing.refusal import Refusal

    return isinstance(part, Refusal)


def _as_record(found: _Found) -> dict[str, Any]:
    one, other = found.ground.pair
    events = {"events": _plain(found.events)} if found.events is not None else {}
    return {"sides": {one.name: one.words, other.name: other.words}, **_plain(found.compared), **events}


def _plain(part: Any) -> Any:
    """A result as JSON holds it: tables as lists of rows, a refusal as its code, reason and need."""
    if isinstance(part, float) and isnan(part):
        return None
    if _refused(part):
        return {"refused": part.code, "reason": part.reason, "need": part.need}
    if hasattr(part, "to_dicts"):
        return [{name: _plain(value) for name, value in row.items()} for row in part.to_dicts()]
    if hasattr(part, "_asdict"):
        return {name: _plain(value) for name, value in part._asdict().items() if name not in ("sides", "histogram")}
    return part


@app.command()
def demo(
    folder: Annotated[Path, typer.Argument(help="A new or empty folder.")],
    seed: Annotated[int, typer.Option("--seed", min=0, help="The same seed writes the same study.")] = 0,
) -> None:
    """Write a simulated study with a known truth: five papers, 40 events, about 1,500 articles, three coders.

    Example: framing demo practice && framing report --study practice
    """
    from framing.demo import write_demo

    refusal = write_demo(folder, seed)
    if refusal:
        raise stop(str(refusal), console.CONFLICT)
    console.say(
        f"A simulated study in {folder}; what was planted stands in {folder / 'truth.json'}. Next: framing check --study {folder}"
    )
