"""How articles came into a study, and which of those ways make a sample."""

from typing import Literal

import polars as pl

Declared = Literal["census", "probability", "purposive", "undeclared"]
"""What a source says of its articles."""
Sampling = Declared | Literal["unfinished"]
"""The same, and that of a random draw some articles are not read yet."""
SAMPLES: tuple[Sampling, ...] = ("census", "probability")
"""All articles that a search found, or a random draw of them. No interval and no p value is given of any others."""
SAMPLED = pl.col("sampling").is_in(SAMPLES).fill_null(value=False)


def unsampled(articles: pl.DataFrame) -> pl.DataFrame:
    """The articles that no search and no draw has chosen.

    Args:
        articles: articles with ``sampling``.

    Returns:
        Those that were picked for a purpose, or whose selection is not declared.

    Source:
        Krippendorff (2019), Content Analysis, 4th ed., ch. 6: relevance samples do not generalise to the texts from which
        they were chosen.

    >>> unsampled(pl.DataFrame({"sampling": ["census", "purposive", "undeclared", None]})).height
    3
    """
    return articles.filter(~SAMPLED)
