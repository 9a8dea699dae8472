"""How some articles are known, how they came into a study, and under which codebook they were coded."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import polars as pl

from framing.analysis.drawn import descriptions


class Provenance(NamedTuple):
    """What must be known about some articles before any number on them.

    Attributes:
        articles: how many there are.
        notes: how many notes of sources they were found in.
        descriptions: on how many descriptions they rest: articles that share one count once together.
        second_hand: how many are known only from a description.
        in_part: how many of the others are known only in part, such as a headline.
        sampling: the ways in which they were chosen (``purposive``, ``undeclared``, ``census``, ``probability``).
    """

    articles: int
    notes: int
    descriptions: float
    second_hand: int
    in_part: int
    sampling: frozenset[str]


def provenance(articles: pl.DataFrame) -> Provenance:
    """How some articles are known, and how they came into a study.

    >>> rows = {"source": "essay", "note": 7, "weight": 0.5, "basis": ["primary_full", "secondary_paraphrase"], "sampling": "census"}
    >>> provenance(pl.DataFrame(rows))
    Provenance(articles=2, notes=1, descriptions=1.0, second_hand=1, in_part=0, sampling=frozenset({'census'}))
    """
    found = articles.select(
        notes=pl.struct("source", "note").filter(pl.all_horizontal(pl.col("source", "note").is_not_null())).n_unique(),
        second_hand=(pl.col("basis") == "secondary_paraphrase").sum(),
        in_part=(pl.col("basis") == "primary_part").sum(),
        sampling=pl.col("sampling").drop_nulls().cast(pl.String).unique().implode(),
    ).row(0, named=True)
    found["sampling"] = frozenset(found["sampling"])
    return Provenance(articles=articles.height, descriptions=descriptions(articles), **found)


class Coders(NamedTuple):
    """Who coded some articles, independently of one another.

    Attributes:
        people: how many persons.
        machines: how many programs.
        twice: how many of the articles were coded by two or more, independently.
    """

    people: int
    machines: int
    twice: int


def coders(codings: pl.DataFrame, articles: pl.DataFrame) -> Coders:
    """Who coded some articles.

    Args:
        codings: the table of codings: ``article``, ``coder``, ``coder_kind`` and ``phase``.
        articles: articles by ``article``.

    Returns:
        The numbers; training and pilot are left out, and who settled what others had coded.

    >>> codings = pl.DataFrame({"article": ["x", "x", "x"], "coder": ["a", "b", "c"], "coder_kind": ["person", "person", "machine"],
    ...                         "phase": ["main", "main", "adjudicated"]})
    >>> coders(codings, pl.DataFrame({"article": ["x", "y"]}))
    Coders(people=2, machines=0, twice=1)
    """
    of_these = pl.col("article").is_in(articles["article"].implode())
    used = codings.filter(of_these, pl.col("phase") == "main")
    kinds = [pl.col("coder").filter(pl.col("coder_kind") == kind).n_unique() for kind in ("person", "machine")]
    people, machines = used.select(people=kinds[0], machines=kinds[1]).row(0)
    times = used.group_by("article").agg(pl.col("coder").n_unique())["coder"]
    return Coders(people, machines, times.filter(times > 1).len())


def codebook_versions(codings: Iterable[Mapping[str, Any]], older: Iterable[Mapping[str, Any]]) -> pl.DataFrame:
    """Under which versions of the codebook the codings of a study were made, and which of them analysis pools.

    Args:
        codings: the codings that analysis reads.
        older: codings under a version that means something else.

    Returns:
        One row per version that a coder had in view and the version that the coding bears now: ``coded_under``, ``codebook``,
        ``pooled``, ``codings`` (how many); the newest first.

    >>> migrated = {"codebook": "2.0.0", "coded_under": "1.0.0"}
    >>> codebook_versions([{"codebook": "2.0.0"}, migrated], [{"codebook": "1.0.0"}]).rows()
    [('2.0.0', '2.0.0', True, 1), ('1.0.0', '2.0.0', True, 1), ('1.0.0', '1.0.0', False, 1)]
    """
    rows = [
        (coding.get("coded_under", coding["codebook"]), coding["codebook"], pooled)
        for each, pooled in ((codings, True), (older, False))
        for coding in each
    ]
    counts = Counter(rows)
    newest = sorted(counts, key=lambda row: ([int(part) for part in f"{row[1]}.{row[0]}".split(".")]), reverse=True)
    schema = {"coded_under": pl.String, "codebook": pl.String, "pooled": pl.Boolean, "codings": pl.Int64}
    return pl.DataFrame([(*row, counts[row]) for row in newest], schema=schema, orient="row")
