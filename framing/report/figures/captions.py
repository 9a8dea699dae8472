"""What stands under every figure."""

import polars as pl

from framing.analysis.provenance import provenance
from framing.report.context import Context, coders_words, plural


def caption(ctx: Context, articles: pl.DataFrame, what: str) -> str:
    """The caption that every figure carries: what it shows, of how many articles, known how, read how.

    Args:
        ctx: the study.
        articles: the articles that the figure shows.
        what: one sentence on the figure itself.

    Returns:
        The sentence, the number of articles and notes, the basis, the sampling, the coders and the codebook.
    """
    known = provenance(articles)
    parts = [f"N = {plural(known.articles, 'article')}" + (f" ({plural(known.notes, 'note')})" if known.notes else "")]
    if known.second_hand:
        described = "all" if known.second_hand == known.articles else str(known.second_hand)
        parts.append(f"{described} known only from a description")
    if "purposive" in known.sampling:
        parts.append("a purposive selection, not a sample of coverage")
    if "unfinished" in known.sampling:
        parts.append("a random draw of which not all articles are read yet, so without intervals")
    if "probability" in known.sampling:
        parts.append("a random draw, shares weighted by one over the probability of being drawn")
    if "undeclared" in known.sampling:
        parts.append("how the articles were found is not declared")
    if "coders" in articles.columns:
        parts.append(f"reading: {ctx.read_as}, {coders_words(ctx, articles)}")
    parts.append(f"codebook {ctx.corpus.codebook['version']}")
    return f"{what} {'; '.join(parts)}."
