"""Names every column and type: valid records in, tidy Polars frames out. Only ``claim_table`` and ``register_tables`` do so too."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Literal, NamedTuple, get_args

import polars as pl

from framing.analysis.claim_table import claim_table
from framing.analysis.columns import Columns, Type, at, batches, columns_of, fields_of, span, table_of
from framing.analysis.drawn import with_samples
from framing.analysis.grounds import GROUND, ground_of
from framing.analysis.register_tables import Words, events_table, notes_table, outlets_table, searches_table
from framing.study import levels
from framing.study.answers import others
from framing.study.levels import NOT_CODED, members, scored
from framing.study.load import REGISTERS

Record = dict[str, Any]
Types = Mapping[str, Type]
Role = Literal["primary", "secondary"]

MISSING, UNSEEN = pl.Enum(levels.MISSING), levels.UNSEEN
ROLE = pl.Enum(get_args(Role))
CODER_KIND = pl.Enum(["person", "machine"])


class Tables(NamedTuple):
    """The tidy frames of a study; vocabularies are Enums in the order of the codebook and the registers.

    Attributes:
        outlets: one row per outlet.
        events: one row per event; ``first`` and ``last`` bound its date.
        searches: one row per archive search.
        articles: one row per article; ``published`` is its earliest possible day, ``weight`` one over the size of its
            bundle, ``sampling`` how its source chose it: census when a search spans it, undeclared when nothing says; of those
            that were drawn also the columns ``drawn.DRAWN``.
        codings: one row per (article, coder): kind of coder, event, relation, ``others`` (further events), frame, confidence.
        frames: one row per (article, coder, frame), with its role.
        values: one row per (article, coder, variable), of a set per value in it: as text, its score on a scale, its ground; or
            why it is missing.
        evidence: one row per piece of evidence.
        notes: one row per note of a source, and per article that it names.
        claims: one row per claim of a source about coverage; see ``claim_table``.
    """

    outlets: pl.DataFrame
    events: pl.DataFrame
    searches: pl.DataFrame
    articles: pl.DataFrame
    codings: pl.DataFrame
    frames: pl.DataFrame
    values: pl.DataFrame
    evidence: pl.DataFrame
    notes: pl.DataFrame
    claims: pl.DataFrame


def tables(registers: Mapping[str, Record], articles: Iterable[Record], codings: Iterable[Record]) -> Tables:
    """The tidy frames of valid records.

    Args:
        registers: the codebook and the registers, by kind; claims may be missing.
        articles: article records; gone through once, a batch at a time.
        codings: coding records, likewise.

    Returns:
        The tables; every one has its columns and types even when it has no rows.

    >>> registers = {name: {name: []} for name in ("outlets", "events", "sources", "searches", "coders")}
    >>> empty = tables(registers | {"codebook": {"frames": [{"id": "war"}], "variables": []}}, [], [])
    >>> empty.frames.schema["frame"], empty.frames.height
    (Enum(categories=['war']), 0)
    """
    codebook, entries = registers["codebook"], {name: registers[name][name] for name in REGISTERS}
    named = {name: entries[f"{name}s"] for name in ("outlet", "event", "coder")}
    named |= {name: codebook[f"{name}s"] for name in ("frame", "variable")}
    words = {name: pl.Enum([entry["id"] for entry in listed]) for name, listed in named.items()}
    outlets, searches = outlets_table(entries["outlets"], words), searches_table(entries["searches"], words)
    coded = zip(*(_coded(batch, entries["coders"], codebook, words) for batch in batches(codings)), strict=True)
    judged, frames, values, evidence = (pl.concat(parts, rechunk=True) for parts in coded)
    return Tables(
        outlets=outlets,
        events=events_table(entries["events"], words),
        searches=searches,
        articles=_articles(articles, entries["sources"], outlets, searches).pipe(with_samples, registers),
        codings=judged,
        frames=frames,
        values=values,
        evidence=evidence,
        notes=notes_table(entries["sources"]),
        claims=claim_table(registers.get("claims", {"claims": []})["claims"], words, codebook["variables"]),
    )


def _coded(
    codings: Sequence[Record], coders: Iterable[Record], codebook: Record, words: Words
) -> tuple[pl.DataFrame, ...]:
    """What some codings add to the tables ``codings``, ``frames``, ``values`` and ``evidence``."""
    return (
        _codings(codings, coders, words),
        _frames(codings, words),
        _values(codings, codebook["variables"], words),
        _evidence(codings, words),
    )


def parents(events: pl.DataFrame) -> dict[str, str | None]:
    """The umbrella that each event of the event table is part of, as ``framing.study.umbrellas`` walks it.

    >>> parents(pl.DataFrame({"event": ["talks", "visit"], "part_of": [None, "talks"]}))
    {'talks': None, 'visit': 'talks'}
    """
    return dict(events.select(pl.col("event", "part_of").cast(pl.String)).iter_rows())


def answer_column(variable: Mapping[str, Any]) -> str:
    """The column of ``values`` that holds the answers to a variable as they are: numbers in ``score``, words in ``value``.

    >>> answer_column({"level": "ordinal"}), answer_column({"level": "nominal"})
    ('score', 'value')
    """
    return "score" if scored(variable) else "value"


def bundle_weight() -> pl.Expr:
    """What each article of a table weighs, so that articles that share one description count once together.

    Returns:
        One over the number of articles in its ``bundle``, as far as they stand in the table; 1 for one without.

    >>> pl.DataFrame({"bundle": ["n22", None, "n22"]}).select(bundle_weight()).to_series().to_list()
    [0.5, 1.0, 0.5]
    """
    alone = pl.col("bundle").is_null()
    return (1 / pl.when(alone).then(1).otherwise(pl.len().over("bundle"))).alias("weight")


def _articles(
    articles: Iterable[Record], sources: Sequence[Record], outlets: pl.DataFrame, searches: pl.DataFrame
) -> pl.DataFrame:
    """Articles with what their outlet, their source and the searches say of them."""
    sections = {(source["id"], section["id"]): section for source in sources for section in source["sections"]}
    sampling = {source["id"]: source["sampling"] for source in sources}

    def section(name: str) -> Callable[[Record], Any]:
        keys = at("source", "cites"), at("source", "section")
        return lambda article: sections.get((keys[0](article), keys[1](article)), {}).get(name)

    columns: Columns = {
        "article": (pl.String, at("id")),
        "outlet": (outlets.schema["outlet"], at("outlet")),
        "published": (pl.Date, span("first", "date", "published")),
        "until": (pl.Date, span("last", "date", "published")),
        "date_status": (pl.String, at("date", "status")),
        "cited": (pl.Date, span("first", "date", "cited")),
        "headline": (pl.String, lambda article: article["headline"].get("en") or article["headline"].get("original")),
        "article_language": (pl.String, at("language")),
        "genre": (pl.String, at("genre")),
        "basis": (pl.String, at("source", "basis")),
        "source": (pl.String, at("source", "cites")),
        "note": (pl.Int64, at("source", "note")),
        "section": (pl.String, at("source", "section")),
        "section_quarter": (pl.String, section("quarter")),
        "section_theme": (pl.String, section("theme")),
        "sampling": (pl.String, lambda article: sampling.get(article["source"].get("cites", ""))),
        "bundle": (pl.String, at("source", "bundle")),
        "excluded_because": (pl.String, at("excluded_because")),
    }
    return (
        pl.concat([table_of(batch, columns) for batch in batches(articles)], rechunk=True)
        .join(outlets.select("outlet", "panel", "country", "language", "ownership"), on="outlet", how="left")
        .with_columns(bundle_weight(), sampling=_sampling(searches))
        .sort("published", "article")
    )


def _sampling(searches: pl.DataFrame) -> pl.Expr:
    """How an article came into the study: as its source chose it, by a search that spans it, or nobody says."""
    spans = [
        (pl.col("outlet").cast(pl.String) == search["outlet"])
        & pl.col("published").is_between(search["from"], search["to"])
        for search in searches.iter_rows(named=True)
    ]
    found = pl.any_horizontal(spans) if spans else pl.lit(value=False)
    return pl.coalesce("sampling", pl.when(found).then(pl.lit("census")).otherwise(pl.lit("undeclared")))


def _codings(codings: Sequence[Record], coders: Iterable[Record], words: Words) -> pl.DataFrame:
    kinds = {coder["id"]: coder.get("kind") for coder in coders}
    columns: Columns = {
        "coder_kind": (CODER_KIND, lambda coding: kinds.get(coding["coder"])),
        "event": (words["event"], at("event", "id")),
        "relation": (pl.String, at("event", "relation")),
        "others": (pl.List(words["event"]), others),
        "primary": (words["frame"], at("frames", "primary")),
    }
    texts = dict.fromkeys(("codebook", "phase", "coded_at", "memo"), pl.String())
    told = fields_of(codings, {**_keys(words), **texts, "minutes": pl.Float64(), "confidence": pl.Int8()})
    names = "article coder coder_kind codebook phase coded_at minutes event relation others primary confidence memo"
    every = told.hstack(table_of(codings, columns)).select(names.split())
    return every.with_columns(pl.col("coded_at").str.to_datetime(time_zone="UTC", strict=False))


def _keys(words: Words) -> Types:
    """What stands in every coding, and says which it is."""
    return {"article": pl.String(), "coder": words["coder"]}


def _frames(codings: Iterable[Record], words: Words) -> pl.DataFrame:
    rows = [
        (coding["article"], coding["coder"], frame, role)
        for coding in codings
        for role in get_args(Role)
        for frame in ([coding["frames"][role]] if role == "primary" else coding["frames"][role])
    ]
    return columns_of(rows, {**_keys(words), "frame": words["frame"], "role": ROLE})


def _values(codings: Sequence[Record], variables: Iterable[Record], words: Words) -> pl.DataFrame:
    rows = [
        (place, variable, str(value), ground_of(coding, variable))
        for place, coding in enumerate(codings)
        for variable, given in coding["values"].items()
        if given != NOT_CODED  # nobody was asked: as if this coder had not coded the variable
        for value in members(given)
    ]
    types: Types = {"coding": pl.UInt32, "variable": words["variable"], "value": pl.String, "ground": GROUND}
    value, unsaid = pl.col("value"), pl.col("value").is_in(MISSING.categories.to_list())
    numeric = pl.col("variable").is_in([variable["id"] for variable in variables if scored(variable)])
    return _of_codings(codings, columns_of(rows, types), words).select(
        "article",
        "coder",
        "variable",
        value=pl.when(~unsaid).then(value),
        score=pl.when(numeric & ~unsaid).then(value).cast(pl.Int64),
        missing=pl.when(unsaid).then(value).cast(MISSING),
        ground=pl.when(~unsaid).then("ground"),
    )


def _of_codings(codings: Sequence[Record], rows: pl.DataFrame, words: Words) -> pl.DataFrame:
    """Rows with the article and the coder of the coding whose place each names."""
    return rows.drop("coding").hstack(fields_of(codings, _keys(words))[rows["coding"]])


def _evidence(codings: Sequence[Record], words: Words) -> pl.DataFrame:
    items = [item for coding in codings for item in coding["evidence"]]
    places = [place for place, coding in enumerate(codings) for _ in coding["evidence"]]
    names = ("supports", "kind", "text", "lang", "en", "locator")
    told = fields_of(items, dict.fromkeys(names, pl.String()))
    rows = told.with_columns(coding=pl.Series(places, dtype=pl.UInt32))
    return _of_codings(codings, rows, words).select("article", "coder", *names)
