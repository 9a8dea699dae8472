"""Names every column and type: valid records in, tidy Polars frames out. The only place that does so."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

import polars as pl

from framing.study import edtf
from framing.study.levels import scored

Record = dict[str, Any]
Schema = Mapping[str, pl.DataType | type[pl.DataType]]

UNSEEN = "unknown"
"""The missing value that is no answer: the source does not let the coder see."""
MISSING = pl.Enum(["not_expressed", "not_applicable", UNSEEN])
ROLE = pl.Enum(["primary", "secondary"])
PANEL = pl.Enum(["core", "context"])
CODER_KIND = pl.Enum(["person", "machine"])


class Tables(NamedTuple):
    """The tidy frames of a study; vocabularies are Enums in the order of the codebook and the registers.

    Attributes:
        outlets: one row per outlet.
        events: one row per event; ``first`` and ``last`` bound its date.
        searches: one row per archive search.
        articles: one row per article; ``published`` is its earliest possible day, ``weight`` one over the size of its
            bundle, ``sampling`` how its source chose it, census when a search of
            its outlet spans it, and undeclared when nothing says how it was found.
        codings: one row per (article, coder): whether a person or a machine coded, event, relation, primary frame, confidence.
        frames: one row per (article, coder, frame), with its role.
        values: one row per (article, coder, variable): the value as text, its score on an ordinal scale, or why it is
            missing.
        evidence: one row per piece of evidence.
        notes: one row per note of a source, and per article that it names.
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


def tables(registers: Mapping[str, Record], articles: Sequence[Record], codings: Sequence[Record]) -> Tables:
    """The tidy frames of valid records.

    Args:
        registers: the codebook and the five registers, by kind.
        articles: article records.
        codings: coding records.

    Returns:
        The tables; every one has its columns and types even when it has no rows.

    >>> registers = {name: {name: []} for name in ("outlets", "events", "sources", "searches", "coders")}
    >>> empty = tables(registers | {"codebook": {"frames": [{"id": "war"}], "variables": []}}, [], [])
    >>> empty.frames.schema["frame"], empty.frames.height
    (Enum(categories=['war']), 0)
    """
    codebook = registers["codebook"]
    outlets = _outlets(registers["outlets"]["outlets"])
    vocabularies = {
        "outlet": pl.Enum(outlets["outlet"].to_list()),
        "event": pl.Enum([event["id"] for event in registers["events"]["events"]]),
        "frame": pl.Enum([frame["id"] for frame in codebook["frames"]]),
        "variable": pl.Enum([variable["id"] for variable in codebook["variables"]]),
        "coder": pl.Enum([coder["id"] for coder in registers["coders"]["coders"]]),
    }
    searches = _searches(registers["searches"]["searches"], vocabularies["outlet"])
    return Tables(
        outlets=outlets.with_columns(pl.col("outlet").cast(vocabularies["outlet"])),
        events=_events(registers["events"]["events"], vocabularies["event"]),
        searches=searches,
        articles=_articles(articles, registers["sources"]["sources"], outlets, searches),
        codings=_codings(codings, registers["coders"]["coders"], vocabularies),
        frames=_frames(codings, vocabularies),
        values=_values(codings, codebook["variables"], vocabularies),
        evidence=_evidence(codings, vocabularies),
        notes=_notes(registers["sources"]["sources"]),
    )


def parents(events: pl.DataFrame) -> dict[str, str | None]:
    """The umbrella that each event of the event table is part of, as ``framing.study.umbrellas`` walks it.

    >>> parents(pl.DataFrame({"event": ["talks", "visit"], "part_of": [None, "talks"]}))
    {'talks': None, 'visit': 'talks'}
    """
    return dict(events.select(pl.col("event", "part_of").cast(pl.String)).iter_rows())


def answer_column(variable: Mapping[str, Any]) -> str:
    """The column of ``values`` in which the answers to a variable stand as what they are: numbers as ``score``, words as ``value``.

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


def _outlets(outlets: Iterable[Record]) -> pl.DataFrame:
    rows = [
        {
            "outlet": outlet["id"],
            "panel": outlet["panel"],
            "name": outlet["names"]["en"],
            "name_own": outlet["names"]["own"],
            "name_short": outlet["names"]["short"],
            "language": outlet["language"],
            "country": outlet["country"],
            "ownership": outlet["ownership"],
            "not_published": [date.fromisoformat(day) for day in outlet.get("not_published", ())],
            "groups": [f"{name}={value}" for name, value in outlet.get("groups", {}).items()],
        }
        for outlet in outlets
    ]
    columns: Schema = {
        "outlet": pl.String, "panel": PANEL, "name": pl.String, "name_own": pl.String, "name_short": pl.String,
        "language": pl.String, "country": pl.String, "ownership": pl.String,
        "not_published": pl.List(pl.Date), "groups": pl.List(pl.String),
    }  # fmt: skip
    return pl.DataFrame(rows, schema=columns)


def _events(events: Sequence[Record], vocabulary: pl.Enum) -> pl.DataFrame:
    rows = []
    for event in events:
        dated = edtf.span(event["date"])
        rows.append(
            {
                "event": event["id"],
                "label": event["labels"]["en"],
                "kind": event["kind"],
                "actors": event["actors"],
                "first": dated and dated.first,
                "last": dated and dated.last,
                "uncertain": dated and dated.uncertain,
                "status": event["status"],
                "certainty": event["certainty"],
                "part_of": event.get("part_of"),
                "salience": event["salience"],
            }
        )
    columns: Schema = {
        "event": vocabulary, "label": pl.String, "kind": pl.String, "actors": pl.List(pl.String), "first": pl.Date,
        "last": pl.Date, "uncertain": pl.Boolean, "status": pl.String, "certainty": pl.String, "part_of": vocabulary,
        "salience": pl.Int8,
    }  # fmt: skip
    return pl.DataFrame(rows, schema=columns)


def _searches(searches: Sequence[Record], outlets: pl.Enum) -> pl.DataFrame:
    rows = [
        {
            "search": search["id"],
            "outlet": search["outlet"],
            "from": date.fromisoformat(search["from"]),
            "to": date.fromisoformat(search["to"]),
            "found": search["found"],
            "events": search.get("events", []),
        }
        for search in searches
    ]
    columns: Schema = {
        "search": pl.String, "outlet": outlets, "from": pl.Date, "to": pl.Date, "found": pl.Int64,
        "events": pl.List(pl.String),
    }  # fmt: skip
    return pl.DataFrame(rows, schema=columns)


def _articles(
    articles: Sequence[Record], sources: Sequence[Record], outlets: pl.DataFrame, searches: pl.DataFrame
) -> pl.DataFrame:
    """Articles with what their outlet, their source and the searches say of them."""
    vocabulary = searches.schema["outlet"]
    sections = {(source["id"], section["id"]): section for source in sources for section in source["sections"]}
    sampling = {source["id"]: source["sampling"] for source in sources}
    rows = []
    for article in articles:
        source = article["source"]
        published, cited = edtf.span(article["date"]["published"]), edtf.span(article["date"]["cited"])
        section = sections.get((source.get("cites"), source.get("section")), {})
        rows.append(
            {
                "article": article["id"],
                "outlet": article["outlet"],
                "published": published and published.first,
                "until": published and published.last,
                "date_status": article["date"]["status"],
                "cited": cited and cited.first,
                "headline": article["headline"].get("en") or article["headline"].get("original"),
                "article_language": article["language"],
                "genre": article["genre"],
                "basis": source["basis"],
                "source": source.get("cites"),
                "note": source.get("note"),
                "section": source.get("section"),
                "section_quarter": section.get("quarter"),
                "section_theme": section.get("theme"),
                "sampling": sampling.get(source.get("cites", "")),
                "bundle": source.get("bundle"),
                "excluded_because": article.get("excluded_because"),
            }
        )
    columns: Schema = {
        "article": pl.String, "outlet": vocabulary, "published": pl.Date, "until": pl.Date, "date_status": pl.String,
        "cited": pl.Date, "headline": pl.String, "article_language": pl.String, "genre": pl.String, "basis": pl.String,
        "source": pl.String, "note": pl.Int64, "section": pl.String, "section_quarter": pl.String,
        "section_theme": pl.String, "sampling": pl.String, "bundle": pl.String, "excluded_because": pl.String,
    }  # fmt: skip
    described = outlets.select(pl.col("outlet").cast(vocabulary), "panel", "country", "language", "ownership")
    return (
        pl.DataFrame(rows, schema=columns)
        .join(described, on="outlet", how="left")
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


def _codings(codings: Sequence[Record], coders: Iterable[Record], words: Mapping[str, pl.Enum]) -> pl.DataFrame:
    kinds = {coder["id"]: coder.get("kind") for coder in coders}
    rows = [
        (
            coding["article"], coding["coder"], kinds.get(coding["coder"]), coding["codebook"], coding["phase"], coding["coded_at"], coding["minutes"],
            coding["event"]["id"], coding["event"]["relation"], coding["frames"]["primary"], coding["confidence"],
            coding["memo"],
        )
        for coding in codings
    ]  # fmt: skip
    columns: Schema = {
        "article": pl.String, "coder": words["coder"], "coder_kind": CODER_KIND, "codebook": pl.String, "phase": pl.String, "coded_at": pl.String,
        "minutes": pl.Float64, "event": words["event"], "relation": pl.String, "primary": words["frame"],
        "confidence": pl.Int8, "memo": pl.String,
    }  # fmt: skip
    return pl.DataFrame(rows, schema=columns, orient="row").with_columns(
        pl.col("coded_at").str.to_datetime(time_zone="UTC", strict=False)
    )


def _frames(codings: Sequence[Record], words: Mapping[str, pl.Enum]) -> pl.DataFrame:
    rows = [
        (coding["article"], coding["coder"], frame, role)
        for coding in codings
        for frame, role in (
            (coding["frames"]["primary"], "primary"),
            *((frame, "secondary") for frame in coding["frames"]["secondary"]),
        )
    ]
    columns: Schema = {"article": pl.String, "coder": words["coder"], "frame": words["frame"], "role": ROLE}
    return pl.DataFrame(rows, schema=columns, orient="row")


def _values(codings: Sequence[Record], variables: Sequence[Record], words: Mapping[str, pl.Enum]) -> pl.DataFrame:
    missing = set(MISSING.categories)
    ordinal = {variable["id"] for variable in variables if scored(variable)}
    rows = [
        (
            coding["article"],
            coding["coder"],
            name,
            None if value in missing else str(value),
            value if name in ordinal and value not in missing else None,
            value if value in missing else None,
        )
        for coding in codings
        for name, value in coding["values"].items()
    ]
    columns: Schema = {
        "article": pl.String, "coder": words["coder"], "variable": words["variable"], "value": pl.String,
        "score": pl.Int64, "missing": MISSING,
    }  # fmt: skip
    return pl.DataFrame(rows, schema=columns, orient="row")


def _evidence(codings: Sequence[Record], words: Mapping[str, pl.Enum]) -> pl.DataFrame:
    rows = [
        (
            coding["article"],
            coding["coder"],
            item["supports"],
            item["kind"],
            item["text"],
            item["lang"],
            item.get("en"),
            item.get("locator"),
        )
        for coding in codings
        for item in coding["evidence"]
    ]
    columns: Schema = {
        "article": pl.String, "coder": words["coder"], "supports": pl.String, "kind": pl.String, "text": pl.String,
        "lang": pl.String, "en": pl.String, "locator": pl.String,
    }  # fmt: skip
    return pl.DataFrame(rows, schema=columns, orient="row")


def _notes(sources: Sequence[Record]) -> pl.DataFrame:
    rows = [
        (
            source["id"],
            note["note"],
            note["section"],
            note["cites"],
            article,
            note.get("no_article"),
            note.get("remark"),
        )
        for source in sources
        for note in source["notes"]
        for article in note["articles"] or [None]
    ]
    columns: Schema = {
        "source": pl.String, "note": pl.Int64, "section": pl.String, "cites": pl.String, "article": pl.String,
        "no_article": pl.String, "remark": pl.String,
    }  # fmt: skip
    return pl.DataFrame(rows, schema=columns, orient="row")
