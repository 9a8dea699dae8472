"""All events and all pairs of sides at once: one row per event, and one family of tests."""

from collections.abc import Sequence

import polars as pl

from framing.analysis.choices import USUAL, Choices
from framing.analysis.false_discovery import family
from framing.compare.chance.design import matched
from framing.compare.chance.permutation import PermutationTest
from framing.compare.frames import FrameDistance, frame_distance
from framing.compare.matching import matched_events
from framing.compare.material import Material
from framing.compare.result import Comparison
from framing.compare.sampling import untested
from framing.compare.selection import primary_design, selection, within
from framing.compare.sides import Side
from framing.refusal import Refusal


def each_event(material: Material, pair: tuple[Side, Side], choices: Choices = USUAL) -> pl.DataFrame | Refusal:
    """Two sides on each event that both cover, separately, with the false discovery rate over all events.

    Args:
        material: the study, one reading of it, its scales and reliability.
        pair: the sides.
        choices: window, voices and the rest.

    Returns:
        One row per event covered by both sides itself: ``event``, ``label``, ``n_a``, ``n_b`` (units), ``p`` (primary frames,
        articles being shuffled: about these papers in these articles), ``smallest_p``, Jensen-Shannon ``distance`` with ``null_mean`` and ``percentile``, ``refused``
        (why there is none of these), and ``m``, ``q_bh``, ``q_by`` over the events that were tested. Or the refusal of a
        coder who has coded nothing.

    Source:
        See ``frame_distance`` and ``family``.

    >>> from framing.compare.sides import sides
    >>> from framing.corpus import read as study
    >>> from framing.analysis.reading import reading
    >>> corpus = study()
    >>> material = Material(corpus.tables, reading(corpus.tables), {}, Refusal("not_asked", "", ""))
    >>> each_event(material, sides("yomiuri,sankei", corpus.tables.outlets)).select("event", "n_a", "n_b", "p").rows()
    [('e06-sochi-summit', 1, 1, None), ('e44-visit-2015', 1, 1, None), ('e46-lavrov-treaty', 1, 1, None)]
    """
    every = selection(material.tables, material.reading, pair)
    if isinstance(every, Refusal):
        return every
    chosen = within(every, choices)
    both = matched_events(chosen.articles, material.tables.events, chosen.sides).filter(pl.col("level") == "own")
    rows = []
    for event, label in both.select("event", "label").iter_rows():
        about = chosen._replace(articles=chosen.articles.filter(pl.col("event").cast(pl.String) == event))
        found = matched(primary_design(material.tables, about))
        compared = untested(about.articles, choices.treat_as) or frame_distance(found, choices.seed, choices.draws)
        rows.append((event, label, int(found.n_a.sum()), int(found.n_b.sum()), *_figures(compared)))
    table = pl.DataFrame(rows, schema=_EVENTS, orient="row")
    adjusted = family(table.select("event", "p")).select("event", "m", "q_bh", "q_by")
    return table.join(adjusted, on="event", how="left", maintain_order="left")


_EVENTS = pl.Schema(
    {
        **dict.fromkeys(("event", "label"), pl.String()),
        **dict.fromkeys(("n_a", "n_b"), pl.Int64()),
        **dict.fromkeys(("p", "smallest_p", "distance", "null_mean", "percentile"), pl.Float64()),
        "refused": pl.String(),
    }
)


def joint_family(comparisons: Sequence[Comparison]) -> pl.DataFrame:
    """Every p of several comparisons as one family: three sides are three pairs, and one claim among all of them.

    Args:
        comparisons: comparisons of different pairs or events.

    Returns:
        One row per test: ``sides``, ``event`` (null for all), ``test``, ``p``, ``m``, ``q_bh``, ``q_by``, ``discovery``.
        Refused comparisons have no tests.

    Source:
        Benjamini and Hochberg (1995); Benjamini and Yekutieli (2001).

    >>> joint_family([]).height
    0
    """
    schema = pl.Schema({"sides": pl.String(), "event": pl.String(), "test": pl.String(), "p": pl.Float64()})
    parts = [pl.DataFrame(schema=schema)]
    for found in comparisons:
        if isinstance(found.family, Refusal):
            continue
        names = pl.lit(f"{found.sides[0].name},{found.sides[1].name}")
        event = pl.lit(found.match.event if found.match else None, pl.String)
        parts.append(found.family.select(names.alias("sides"), event.alias("event"), "test", "p"))
    return family(pl.concat(parts))


def _figures(compared: FrameDistance | Refusal) -> tuple[float | str | None, ...]:
    if isinstance(compared, Refusal):
        return None, None, None, None, None, compared.reason
    distance, test = (compared.distance, compared.null_mean, compared.percentile), compared.test
    if isinstance(test, PermutationTest):
        return test.p, test.smallest_p, *distance, None
    return None, None, *distance, test.reason
