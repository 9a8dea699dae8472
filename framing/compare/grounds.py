"""Where two sides stand on the scales, on either ground."""

from typing import get_args

import polars as pl

from framing.analysis.choices import Choices, Ground
from framing.analysis.draws import ROBUSTNESS
from framing.analysis.reading import reading
from framing.compare.material import Material
from framing.compare.ordinal import ordinal_differences
from framing.compare.selection import bundled, selection
from framing.compare.sides import Side
from framing.refusal import Refusal

_FIGURES = ("n_a", "n_b", "median_a", "median_b", "superiority")


def scales_on_grounds(
    material: Material, articles: pl.Series, pair: tuple[Side, Side], choices: Choices
) -> pl.DataFrame:
    """The positions of two sides on ordered scales, without and with inferred values; nothing of them is tested.

    Args:
        material: the study and its scales.
        articles: ids of the articles that are compared.
        pair: the sides.
        choices: the reading, the rule for shared descriptions and the seed.

    Returns:
        One row per (variable, ``ground``), with ``n_a``, ``n_b``, ``median_a``, ``median_b`` and ``superiority`` as in
        ``ordinal_differences``, null where that refuses.

    >>> from framing.compare.sides import sides
    >>> from framing.corpus import read
    >>> tables = read().tables
    >>> material = Material(tables, reading(tables), {"stance": [-1, 0, 1]}, Refusal("not_asked", "", ""))
    >>> found = scales_on_grounds(material, tables.articles["article"], sides("japan,russia", tables.outlets), Choices())
    >>> found["ground"].to_list()
    ['attributed', 'inferred']
    """
    return pl.concat(_on(material, articles, pair, choices._replace(ground=ground)) for ground in get_args(Ground))


def _on(material: Material, articles: pl.Series, pair: tuple[Side, Side], choices: Choices) -> pl.DataFrame:
    read = reading(material.tables, choices.rule, ground=choices.ground)
    chosen = read if isinstance(read, Refusal) else selection(material.tables, read, pair)
    assert not isinstance(chosen, Refusal)  # the same codings were compared already
    held = chosen.articles.filter(pl.col("article").is_in(articles.implode()))
    inside = chosen._replace(articles=bundled(held, choices.bundles))
    found = ordinal_differences(inside, material.scales, choices.seed, ROBUSTNESS)
    return found.select("variable", *_FIGURES, ground=pl.lit(choices.ground))
