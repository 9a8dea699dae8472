"""Commands that compare two sides, and that write a simulated study to practise on."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from framing.analysis.choices import EVER, USUAL, TreatAs, Window
from framing.analysis.choices import window as read_window
from framing.cli import console
from framing.cli.options import Ground, Json, Rule, Study, Voices, choices, corpus_at, one_of, stop, unless_refused

if TYPE_CHECKING:
    from framing.cli.compared import Found
    from framing.compare.sides import Side
    from framing.corpus import Corpus
    from framing.report.blocks import Page
    from framing.report.context import Context

app = typer.Typer()
AGAINST = ("each", "rest")


@app.command()
def compare(
    event: Annotated[str, typer.Argument(help="An event of the study, or an umbrella event.")] = "",
    study: Study = Path(),
    sides: Annotated[
        str,
        typer.Option(
            "--sides",
            help="Countries, outlets, groups (ownership=state; orientation=… where the study names it), rest (all others) or coder:X, with commas between; default: the two countries with most articles.",
        ),
    ] = "",
    against: Annotated[
        str,
        typer.Option(
            "--against",
            help="each: every pair of the sides; rest: each side against all others together. All pairs are corrected together.",
        ),
    ] = "each",
    window: Annotated[
        str, typer.Option("--window", help="Days from the event (-3..+7) or dates (2014-07-01..2014-12-31).")
    ] = "",
    voice: Voices = "",
    reading: Rule = USUAL.rule,
    ground: Ground = USUAL.ground,
    every: Annotated[
        bool, typer.Option("--all", help="Every event that both sides cover, and all of them together.")
    ] = False,
    as_sample: Annotated[
        bool, typer.Option("--as-sample", help="Test articles that were picked for a purpose as if they were a sample.")
    ] = False,
    draws: Annotated[
        int, typer.Option("--draws", min=199, help="Permutations to draw where they cannot be enumerated.")
    ] = USUAL.draws,
    seed: Annotated[
        int, typer.Option("--seed", min=0, help="Seed for all shuffling; the same seed gives the same figures.")
    ] = USUAL.seed,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", help="Write pages with their records to this folder: of EVENT, or of all events."
        ),
    ] = None,
    details: Annotated[bool, typer.Option("--details", help="Print every table behind the answer too.")] = False,
    json: Json = False,
) -> None:
    """Compare two sides, or every pair of several, on one event or on all: what differs, what does not, and what could be found.

    Example: framing compare e06-sochi-summit --sides yomiuri,sankei

    Example: framing compare u-ukraine-crisis-sanctions --sides japan,russia --json

    Example: framing compare --window 2014-07-01..2014-12-31

    Example: framing compare --all --voice outlet,staff_author

    Example: framing compare --all --sides ownership=state,ownership=private --output DIR

    Example: framing compare --all --sides yomiuri,sankei,asahi,nikkei --against rest
    """
    from framing.cli.compared import as_record, printed, printed_together
    from framing.report.context import context
    from framing.report.pairing import other_countries, told_of_others

    corpus = corpus_at(study)
    treat_as: TreatAs = "sample" if as_sample else "as_chosen"
    asked = choices(corpus, voice, reading, ground=ground)
    ctx = context(corpus, asked._replace(window=_window(window), treat_as=treat_as, draws=draws, seed=seed))
    one_of(against, AGAINST, "--against")
    paired = _pairs(_sides(corpus, ctx, sides, against), against)
    _checked(ctx, event, every)
    found = _answers(ctx, paired, event, every)
    if json:
        rest = (
            []
            if sides or against == "rest"
            else [{"country": code, "articles": count} for code, count in other_countries(ctx)]
        )
        comparisons = [as_record(one) for one in found]
        console.as_json(
            {
                "seed": seed,
                "draws": draws,
                "reading": reading,
                "ground": ground,
                "not_compared": rest,
                "comparisons": comparisons,
            }
        )
    else:
        if not sides and against == "each" and (others := told_of_others(ctx)):
            console.result(others)
        printed_together(found)
        for one in found:
            printed(one, details)
    if output:
        _write(found, event, output)


def _sides(corpus: "Corpus", ctx: "Context", written: str, against: str) -> "tuple[Side, ...]":
    from framing.compare.sides import sides as known
    from framing.compare.sides import written_country
    from framing.report.pairing import countries, country_sides

    coders = [entry["id"] for entry in corpus.registers["coders"]]
    everyone = ",".join(written_country(code) for code, count in countries(ctx) if count)
    names = written or (everyone if against == "rest" and "," in everyone else country_sides(ctx))
    if not names:
        raise stop(
            "All outlets of the study are from one country: name the --sides, for example two outlets.", console.USAGE
        )
    return unless_refused(known(names, corpus.tables.outlets, coders), console.USAGE)


def _window(written: str) -> Window:
    return unless_refused(read_window(written), console.USAGE) if written else EVER


def _checked(ctx: "Context", event: str, every: bool) -> None:
    """Ends the command where there is no such event, or where none was named."""
    from framing.study.faults import meant

    known = [entry["id"] for entry in ctx.corpus.registers["events"]]
    if event and event not in known:
        raise stop(f"There is no event {event!r}{meant(event, known, 6)}", console.USAGE)
    if event and every:
        raise stop("Name an EVENT or give --all, not both.", console.USAGE)
    if not event and not every and ctx.choices.window == EVER:
        raise stop(
            "Name an EVENT, or give --all or a --window of dates; `framing chart events` shows the events.",
            console.USAGE,
        )


def _pairs(chosen: "tuple[Side, ...]", against: str) -> "list[tuple[Side, Side]]":
    from framing.compare.jointly import each_against_rest
    from framing.compare.sides import pairs

    return unless_refused(each_against_rest(chosen) if against == "rest" else pairs(chosen), console.USAGE)


def _answers(ctx: "Context", paired: "list[tuple[Side, Side]]", event: str, every: bool) -> "list[Found]":
    """Each pair, corrected together where there are several, and each event where every event was asked for."""
    from framing.cli.compared import Found
    from framing.compare.overview import each_event
    from framing.report.pages.many_sides import compared_pairs
    from framing.report.pairing import pairings

    made = unless_refused(pairings(ctx, paired))
    return [
        Found(pairing, compared, each_event(pairing.material, pairing.pair, ctx.choices) if every else None)
        for pairing, compared in compared_pairs(made, event)
    ]


def _pages(found: "list[Found]", event: str) -> "list[Page]":
    """The page of EVENT, or of all events together and of each; of more than two sides the one page of all pairs."""
    from dataclasses import replace
    from functools import partial

    from framing.cli.progress import counted
    from framing.report.pages.comparison import comparison_page
    from framing.report.pages.countries import event_makers, overview_page
    from framing.report.pages.many_sides import Pair, many_sides_page

    first = found[0]
    if len(found) > 1:
        about = first.pairing.ctx.event(event)["labels"]["en"] if event else "all events"
        return [many_sides_page([Pair(one.pairing, one.compared) for one in found], about)]
    thorough = replace(first.pairing, thorough=True)
    if event:
        return [comparison_page(thorough, event, first.compared)]
    makers: list[Callable[[], Page]] = [partial(overview_page, thorough), *event_makers(first.pairing)]
    return [made() for made in counted(makers, "making pages", len(makers))]


def _write(found: "list[Found]", event: str, folder: Path) -> None:
    """Writes the pages with the records behind their numbers; the claim of two sides is tried under all choices."""
    from framing.cli.progress import counted
    from framing.report import completed, surround
    from framing.report.among import among
    from framing.report.render import publish

    ctx, written = found[0].pairing.ctx, _pages(found, event)
    pages = completed(ctx, written)
    stems = {page.stem for page in pages}
    told = surround(ctx)
    around = told._replace(
        navigation=[(page.stem, page.title) for page in (pages[0], pages[-1])],
        cards=lambda names: among(tuple(told.cards(names)), stems),
    )
    files: dict[str, bytes] = {}
    for page in counted(pages, "writing pages", len(pages)):
        files |= publish.page_files(among(page, stems), around, ("html", "markdown"))
    publish.write(folder, files)
    console.say(f"{len(files)} files in {folder}; begin with {folder / pages[0].stem}.html")


@app.command()
def demo(
    folder: Annotated[Path, typer.Argument(help="A new or empty folder.")],
    seed: Annotated[int, typer.Option("--seed", min=0, help="The same seed writes the same study.")] = 0,
) -> None:
    """Write a simulated study with a known truth: five papers, 40 events, about 1,500 articles, three coders.

    Example: framing demo practice && framing report --study practice
    """
    from framing.demo.write import write_demo

    refusal = write_demo(folder, seed)
    if refusal:
        raise stop(str(refusal), console.CONFLICT)
    console.say(
        f"A simulated study in {folder}; what was planted is in {folder / 'truth.json'}. Twenty articles have a text: "
        f"framing code --study {folder} --coder you. Next: framing check --study {folder}"
    )
