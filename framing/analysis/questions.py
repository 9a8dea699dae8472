"""Questions to a study, answered from its articles as far as there are enough of them."""

from collections.abc import Callable, Collection, Mapping
from datetime import date
from typing import Any, Literal, NamedTuple, get_args

import polars as pl

from framing.analysis import coverage
from framing.analysis.claims import FULL, against_articles
from framing.analysis.drawn import evened
from framing.analysis.floors import SHARE
from framing.analysis.period import label, quarter_start
from framing.analysis.reading import Reading, in_role
from framing.analysis.table import UNSEEN, Tables, Types, parents
from framing.study.umbrellas import over

Entry = Mapping[str, Any]
Verdict = Literal["answered", "illustrated", "refused"]
BEFORE, SINCE = "before", "since"
"""The groups of articles around an event."""
KNOWN_SILENCE = ("silent", "not_published")
"""Coverage states in which the absence of articles is known, and not merely of the study."""
_CELLS: Types = {
    **{"group": pl.String, "value": pl.String, "missing": pl.String},
    **{"articles": pl.Int64, "weight": pl.Float64, "records": pl.List(pl.String)},
}


ASKED = ("article", "outlet", "basis", "sampling", "weight", "relative")
"""What is kept of the articles that a question is asked of: of most they are the whole study."""


class Answer(NamedTuple):
    """What a study says to one question.

    Attributes:
        verdict: ``answered`` or ``illustrated`` or ``refused``; see ``answer``.
        asked: the articles that the question is asked of, with the columns ``ASKED`` of a reading.
        bearing: ids of those that bear on it: they hold an answer.
        groups: one row per group that has articles (one with an empty name where answers are not given apart), ordered by
            outlet, country, quarter or date: ``group``, ``asked`` and ``given`` (articles, and those that hold an answer),
            ``n`` (what these weigh; bundles once, and of a draw as many articles of equal weight as would say as much),
            ``descriptions`` (on how many these rest, however likely they were drawn), ``records`` (those that hold one).
        cells: one row per group and value, or reason (``missing``) why there is none: ``articles``, ``weight``, ``records``.
            Of a contrast: one row per judgement and paper that holds it: ``variable`` (empty for the primary frame), ``outlet``,
            ``value`` (a list), ``records``, ``both`` (whether both papers hold it).
        states: of a question on coverage, the outlets that have no article on the events, and their state there.
        test: of a question on a claim, its row of ``claims.against_articles``; empty otherwise.
    """

    verdict: Verdict
    asked: pl.DataFrame
    bearing: tuple[str, ...]
    groups: pl.DataFrame
    cells: pl.DataFrame
    states: tuple[tuple[str, str], ...] = ()
    test: Mapping[str, Any] = {}


def answer(question: Entry, read: Reading, tables: Tables) -> Answer:
    """A question answered, illustrated or refused by rule.

    The articles asked are those that fit everything that the question is about: its outlets, or else the core panel. What a
    verdict takes depends on what is asked; articles that share a description count once together:

    ``values`` and ``frames``: answered where ``floors.SHARE`` articles hold an answer; where answers are given apart, in two groups
    at least; of a frame asked for in any role, an article without it counts only if it was read. ``coverage``: likewise, and only where all the articles were found by searches; or where no paper has an article, and
    searches show for every one that it was silent. ``contrast``: where each of the two papers has as many articles on the events.
    ``claim``: where the claim is borne out or contradicted. Whatever is not answered is illustrated if any article holds
    an answer (of a contrast: if both papers do), and refused if none does. ``none`` is always refused.

    Args:
        question: an entry of ``questions.json``.
        read: a reading of the whole study.
        tables: the study's tables.

    Returns:
        The answer; its numbers are of articles of the study, whoever chose them.

    >>> from framing.corpus import read as study
    >>> from framing.analysis.reading import reading
    >>> tables = study().tables
    >>> asked = {"about": {"outlets": ["sankei"]}, "ask": {"kind": "values", "variable": "prospect", "by": "article"}}
    >>> found = answer(asked, reading(tables), tables)
    >>> found.verdict, found.groups.filter(pl.col("given") > 0)["group"].to_list()
    ('illustrated', ['sankei-2014-10-18', 'sankei-2015-07-02'])
    """
    asked = _fitting(question["about"], read, tables)
    kind = question["ask"]["kind"]
    found = _refusal(asked) if kind == "none" else _KINDS[kind](question, asked, read, tables)
    return found._replace(asked=found.asked.select(ASKED))


class Tally(NamedTuple):
    """How many questions have each verdict, in the order of ``Verdict``, and the articles that bear on any."""

    verdicts: Mapping[Verdict, int]
    bearing: tuple[str, ...]


def tally(found: Collection[Answer]) -> Tally:
    """The verdicts of several questions counted.

    >>> tally([])
    Tally(verdicts={'answered': 0, 'illustrated': 0, 'refused': 0}, bearing=())
    """
    verdicts: tuple[Verdict, ...] = get_args(Verdict)
    counts = {verdict: sum(each.verdict == verdict for each in found) for verdict in verdicts}
    return Tally(counts, tuple(sorted({article for each in found for article in each.bearing})))


def _refusal(asked: pl.DataFrame) -> Answer:
    return Answer(
        "refused", asked, (), _groups(_grouped(asked.head(0), {}, pl.DataFrame())), pl.DataFrame(schema=_CELLS)
    )


def _fitting(about: Mapping[str, Any], read: Reading, tables: Tables) -> pl.DataFrame:
    """The articles of a reading that a question is asked of, by date."""
    chosen = pl.col("panel") == "core"
    if "outlets" in about:
        chosen = pl.col("outlet").cast(pl.String).is_in(about["outlets"])
    if "countries" in about:
        chosen &= pl.col("country").is_in(about["countries"])
    if "events" in about:
        chosen &= pl.col("event").cast(pl.String).is_in(_parts(about["events"], tables))
    if "frames" in about:
        themed = read.frames.filter(pl.col("frame").cast(pl.String).is_in(about["frames"]))
        chosen &= pl.col("article").is_in(themed["article"].implode())
    if "period" in about:
        first, last = about["period"]["from"], about["period"]["to"]
        after = pl.lit(quarter_start(last)).dt.offset_by("1q")
        chosen &= (pl.col("published") >= quarter_start(first)) & (pl.col("until") < after)
    return read.articles.filter(chosen).sort("published", "article")


def _parts(events: list[str], tables: Tables) -> list[str]:
    above = parents(tables.events)
    return [event for event in above if {event, *over(event, above)} & set(events)]


def _values(question: Entry, asked: pl.DataFrame, read: Reading, tables: Tables) -> Answer:
    held = read.values.filter(pl.col("variable").cast(pl.String) == question["ask"]["variable"])
    rows = held.select("article", "value", missing=pl.col("missing").cast(pl.String))
    return _counted(question, asked, rows, tables.events)


def _frames(question: Entry, asked: pl.DataFrame, read: Reading, tables: Tables) -> Answer:
    """Of one frame in any role, an article without it answers only if it was read: a description may leave a frame out."""
    role, frame = question["ask"].get("role", "primary"), question["ask"].get("frame")
    named = read.frames.select("article", "role", "basis", value=pl.col("frame").cast(pl.String))
    rows = in_role(named, role)
    if frame is not None and role == "any":
        holds = (pl.col("value") == frame).any().over("article")
        seen = pl.when(holds).then(pl.lit(frame)).when(pl.col("basis") == FULL).then("value")
        rows = in_role(named.with_columns(value=seen), "primary")
    unseen = pl.when(pl.col("value").is_null()).then(pl.lit(UNSEEN))
    return _counted(question, asked, rows.select("article", "value", missing=unseen), tables.events)


def _coverage(question: Entry, asked: pl.DataFrame, read: Reading, tables: Tables) -> Answer:
    rows = asked.select("article", value=pl.col("event").cast(pl.String), missing=pl.lit(None, pl.String))
    found = _counted(question, asked, rows, tables.events)
    about, core = question["about"], pl.col("panel") == "core"
    named = pl.col("outlet").cast(pl.String).is_in(about["outlets"]) if "outlets" in about else core
    if "countries" in about:
        named &= pl.col("country").is_in(about["countries"])
    papers = tables.outlets.filter(named)
    cells = coverage.by_event(asked, tables.events, papers, tables.searches).filter(
        pl.col("event").cast(pl.String).is_in(about["events"])
    )
    states = cells.group_by("outlet").agg(pl.col("with_parts").sum(), pl.col("state").max()).sort("outlet")
    empty = states.filter(pl.col("with_parts") == 0).select(pl.col("outlet", "state").cast(pl.String)).rows()
    known = bool(empty) and all(state in KNOWN_SILENCE for _, state in empty)
    searched = set(asked["sampling"]) == {"census"}
    settled = searched and found.verdict == "answered" if asked.height else known
    verdict: Verdict = "answered" if settled else "illustrated" if asked.height else "refused"
    return found._replace(verdict=verdict, states=tuple(empty))


def _contrast(question: Entry, asked: pl.DataFrame, read: Reading, tables: Tables) -> Answer:
    framed = in_role(read.frames, "primary").select(
        "article", variable=pl.lit(""), value=pl.col("frame").cast(pl.String)
    )
    valued = read.values.select("article", pl.col("variable").cast(pl.String), "value")
    rows = asked.select("article", outlet=pl.col("outlet").cast(pl.String)).join(
        pl.concat([framed, valued]), on="article", maintain_order="left_right"
    )
    held = rows.drop_nulls("value").group_by("variable", "outlet", maintain_order=True)
    said = held.agg(pl.col("value").unique(maintain_order=True), records=pl.col("article").unique(maintain_order=True))
    both = said.filter(pl.len().over("variable") == 2)
    groups = _groups(_grouped(asked, {"by": "outlet"}, tables.events).with_columns(value=pl.lit("")))
    enough = groups.filter(pl.col("n") >= SHARE).height == 2
    verdict: Verdict = "refused" if both.is_empty() else "answered" if enough else "illustrated"
    bearing = tuple(asked["article"]) if both.height else ()
    return Answer(verdict, asked, bearing, groups, said.with_columns(both=pl.len().over("variable") == 2))


def _claim(question: Entry, asked: pl.DataFrame, read: Reading, tables: Tables) -> Answer:
    claims = tables.claims.filter(pl.col("claim") == question["ask"]["claim"])
    test = against_articles(claims, read, tables.events).row(0, named=True)
    bearing = tuple(sorted({*test["agree"], *test["differ"]}))
    verdict: Verdict = "answered" if test["reason"] is None else "illustrated" if bearing else "refused"
    articles = read.articles.filter(pl.col("article").is_in(bearing))
    return _refusal(articles)._replace(verdict=verdict, bearing=bearing, test=test)


_KINDS: Mapping[str, Callable[[Entry, pl.DataFrame, Reading, Tables], Answer]] = {
    "values": _values,
    "frames": _frames,
    "coverage": _coverage,
    "contrast": _contrast,
    "claim": _claim,
}


def _counted(question: Entry, asked: pl.DataFrame, rows: pl.DataFrame, events: pl.DataFrame) -> Answer:
    """Answers counted by group; an article with several counts once among those that hold one."""
    ask = question["ask"]
    placed = _grouped(asked, ask, events).join(rows, on="article", maintain_order="left_right")
    groups = _groups(placed)
    cells = (
        placed.group_by("group", "value", "missing", maintain_order=True)
        .agg(articles=pl.len(), weight=pl.col("weight").sum().round(9), records=pl.col("article"))
        .cast({"articles": pl.Int64})
        .select(list(_CELLS))
    )
    apart = "around" in ask or ask.get("by") not in (None, "article")
    enough = groups.filter(pl.col("n") >= SHARE).height >= 2 if apart else groups["n"].sum() >= SHARE
    bearing = tuple(placed.drop_nulls("value")["article"].unique(maintain_order=True))
    verdict: Verdict = "refused" if not bearing else "answered" if enough else "illustrated"
    return Answer(verdict, asked, bearing, groups, cells)


def _grouped(asked: pl.DataFrame, ask: Mapping[str, Any], events: pl.DataFrame) -> pl.DataFrame:
    """The articles with the group in which their answers are given; without those that belong to none."""
    by = ask.get("by")
    group, order = pl.lit(""), "published"
    if "around" in ask:
        group = _around(events.filter(pl.col("event").cast(pl.String) == ask["around"])["first"].item())
    elif by == "quarter":
        group = pl.col("published").map_elements(lambda day: label(day, "quarter"), return_dtype=pl.String)
    elif by is not None:
        group, order = pl.col(by).cast(pl.String), "published" if by == "article" else by
    placed = asked.sort(order, "published", "article").select("article", "weight", "relative", group=group)
    even = evened(pl.col("weight").sum(), (pl.col("weight") * pl.col("relative")).sum())
    described = pl.col("weight") / pl.col("relative")
    weighed = (pl.col("weight") * even.over("group")).round(9)
    return placed.drop_nulls("group").with_columns(weighed, described=described).drop("relative")


def _around(day: date) -> pl.Expr:
    """Whether an article appeared before a day or since; null where its date does not tell."""
    since = pl.when(pl.col("published") >= day).then(pl.lit(SINCE))
    return pl.when(pl.col("until") < day).then(pl.lit(BEFORE)).otherwise(since)


def _groups(placed: pl.DataFrame) -> pl.DataFrame:
    if "value" not in placed.columns:
        placed = placed.with_columns(value=pl.lit(None, pl.String))
    given = pl.col("article").filter(pl.col("value").is_not_null()).unique(maintain_order=True)
    first = pl.col("value").is_not_null() & pl.struct("article", pl.col("value").is_not_null()).is_first_distinct()
    return placed.group_by("group", maintain_order=True).agg(
        asked=pl.col("article").n_unique(),
        given=given.len(),
        n=pl.col("weight").filter(first).sum().round(9),
        descriptions=pl.col("described").filter(first).sum().round(9),
        records=given,
    )
