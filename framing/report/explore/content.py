"""All that the page of choices holds, once: columns with a number per article, and the labels of what the numbers stand for."""

from collections.abc import Mapping, Sequence
from typing import Any

from framing.analysis import facets, period
from framing.analysis.choices import Alone, Every, Ground, alone
from framing.analysis.floors import FLOORS
from framing.analysis.grounds import any_inferred
from framing.analysis.reading import Reading, column, reading, rules
from framing.report.context import Context, chosen_of, filters
from framing.report.explore.labels import EPOCH, GROUP, Facet, facet_list
from framing.words import words

Record = dict[str, Any]
READINGS = 60_000
"""The most articles times readings that one page holds; where a study has more, it holds the reading of the report alone."""
COLUMNS = 40
"""The most periods that a timeline has room for; longer periods are offered instead."""


def content(ctx: Context, read: Reading) -> Record:
    """The content of the page as JSON has it.

    Args:
        ctx: the study.
        read: the reading of the report, which the page opens with.

    Returns:
        ``articles`` (columns of facts, by date), ``facets`` (what can be chosen, with labels), ``readings`` (columns of
        ``framing.analysis.facets.columns``: the first in full, of the others what differs), ``periods``, ``floors`` and words.
    """
    every = _readings(ctx, read)
    ids = _every_article(ctx, every)
    listed = facet_list(ctx, ids)
    sides = ["outlet", "country", *(facet.id for facet in listed if facet.id.startswith(GROUP))]
    return {
        "language": ctx.style.language,
        "codebook": f"{ctx.corpus.codebook['id']} {ctx.corpus.codebook['version']}",
        "words": dict(words("explore", ctx.style.language)),
        "within": _within(ctx, every),
        "floors": [[floor.articles, floor.shown] for floor in FLOORS],
        "articles": _articles(ctx, ids, listed),
        "facets": [_facet(facet) for facet in listed],
        "filters": [*sides, "frame", *map(column, filters(ctx.corpus.codebook))],
        "sides": sides,
        "readings": _columns(
            ctx, every, ids, [value["id"] for facet in listed if facet.id == "event" for value in facet.values]
        ),
        "every": ctx.choices.every,
        "periods": _periods(ctx),
    }


def _within(ctx: Context, every: Sequence[Reading]) -> list[str]:
    """What the choices of the report leave out or change, in words."""
    told, style = words("explore", ctx.style.language), ctx.style
    voices = [
        told["rests_voices"].format(
            variable=style.variables[voice.variable],
            answers=told["or"].join({**style.values[voice.variable], **style.missing}[said] for said in voice.answers),
        )
        for voice in ctx.choices.voices
    ]
    others = [told["rests_one"]] if len(every) < len(rules(ctx.corpus.tables)) else []
    return [*voices, *others, *([] if ctx.choices.basis == "published" else [told[f"rests_{ctx.choices.basis}"]])]


def _readings(ctx: Context, read: Reading) -> list[Reading]:
    """Every reading of the study, that of the report first; that one alone where all would be too much for a page."""
    grounds: Sequence[Ground] = ("attributed", "inferred") if any_inferred(ctx.corpus.tables.values) else (read.ground,)
    wanted = [(rule, ground) for rule in rules(ctx.corpus.tables) for ground in grounds]
    others = [pair for pair in wanted if pair != (read.rule, read.ground)]
    if len(wanted) * read.articles.height > READINGS:
        return [read]
    made = (reading(ctx.corpus.tables, rule, filters(ctx.corpus.codebook), ground) for rule, ground in others)
    chosen = (chosen_of(whole, ctx.choices) for whole in made if isinstance(whole, Reading))
    return [read, *(found for found in chosen if isinstance(found, Reading))]


def _every_article(ctx: Context, every: Sequence[Reading]) -> list[str]:
    """The articles that some reading has, by date."""
    held = set().union(*(each.articles["article"] for each in every))
    return [name for name in ctx.corpus.tables.articles["article"] if name in held]


def _articles(ctx: Context, ids: list[str], listed: Sequence[Facet]) -> Record:
    """The facts of the articles, which are the same in every reading."""
    days = period.day_under(ctx.choices.basis).alias("day")
    table = ctx.corpus.tables.articles.select("article", days)
    day = dict(table.iter_rows())
    headlines = [_headline(ctx.corpus.articles[name], ctx.style.language) for name in ids]
    return {
        "id": ids,
        "day": [(day[name] - EPOCH).days for name in ids],
        "date": [ctx.corpus.articles[name]["date"]["published"] for name in ids],
        "headline": [shown for shown, _, _ in headlines],
        "lang": [language for _, language, _ in headlines],
        "also": [also for _, _, also in headlines],
        **{facet.id: _compact(facet.codes) for facet in listed if facet.codes},
    }


def _headline(article: Mapping[str, Any], language: str) -> tuple[str, str, str]:
    """A headline for readers of a language, the language it is in, and its other forms."""
    forms = article["headline"]
    own = article["language"] == language and "original" in forms
    shown = next((key for key in (("original", "en") if own else ("en", "original")) if key in forms), "")
    rest = " · ".join(forms[key] for key in ("original", "romanised", "en") if key in forms and key != shown)
    return forms.get(shown, ""), article["language"] if shown == "original" else "en", rest


def _facet(facet: Facet) -> Record:
    return {"id": facet.id, "label": facet.label, "several": facet.several, "values": facet.values}


def _compact(cells: facets.Codes) -> list[int | list[int]]:
    """Codes as JSON has them: one code by itself."""
    return [cell[0] if len(cell) == 1 else list(cell) for cell in cells]


def _columns(ctx: Context, every: Sequence[Reading], ids: list[str], events: list[str]) -> list[Record]:
    made = [
        {**facets.columns(each, ids, ctx.corpus.codebook, events), "key": _sentences(ctx, each, ids)} for each in every
    ]
    found = []
    for each, told in zip(every, made, strict=True):
        changes = {name: [where, _cells(name, cells)] for name, (where, cells) in facets.changes(made[0], told).items()}
        held = {"columns": {name: _cells(name, cells) for name, cells in told.items()}} if told is made[0] else {}
        found.append({**_named(ctx, each), **held, "changes": changes})
    return found


def _cells(name: str, cells: Sequence[Any]) -> Sequence[Any]:
    return list(cells) if name in ("weight", "relative", "key") else _compact(list(cells))


def _sentences(ctx: Context, read: Reading, ids: list[str]) -> list[list[str] | None]:
    """Of each article its key sentence, its language and its English."""
    found = {
        row["article"]: [row["text"], row["lang"], row["en"] or ""]
        for row in facets.key_sentences(ctx.corpus.tables.evidence, read).iter_rows(named=True)
    }
    return [found.get(name) for name in ids]


def _named(ctx: Context, read: Reading) -> Record:
    """A reading by its rule and ground, and what a reader calls them."""
    told = words("explore", ctx.style.language)
    one = alone(read.rule)
    rule = told["rule_coder"].format(coder=one.coder) if isinstance(one, Alone) else told[f"rule_{read.rule}"]
    return {
        "rule": read.rule,
        "ground": read.ground,
        "rule_label": rule,
        "ground_label": told[f"ground_{read.ground}"],
    }


def _periods(ctx: Context) -> dict[Every, list[list[Any]]]:
    """The periods of each length that fits the timeline: label, first day, last day; those of a year fit always."""
    if not ctx.periods:
        return {}
    first, last = ctx.periods[0].first, ctx.periods[-1].last
    spans = {every: period.periods(first, last, every) for every in period.LENGTHS}
    return {
        every: [[each.label, (each.first - EPOCH).days, (each.last - EPOCH).days] for each in named]
        for every, named in spans.items()
        if len(named) <= COLUMNS or every == "year"
    }
