"""How the articles were chosen, and what a p can therefore say: the sentence beside every p."""

import polars as pl

from framing.analysis.choices import USUAL, TreatAs, alone
from framing.analysis.drawn import counted_alike
from framing.analysis.sampling import Sampling, unsampled
from framing.refusal import Refusal

_MEANINGS: dict[Sampling, str] = {
    "census": "all articles that a search found: p tests whether the difference exceeds what chance in assigning articles to sides would give",
    "probability": "a random sample: p asks whether the papers differ, or only the sample",
    "purposive": "picked to carry an argument: p says nothing about the newspapers",
    "undeclared": "chosen in a way that is not declared: what p says about the newspapers is unknown",
    "unfinished": "drawn at random, but not all that were drawn are read: what p says about the newspapers is unknown until they are",
}
_WHY: dict[Sampling, str] = {
    "purposive": "picked to carry an argument, so a p says nothing about the newspapers",
    "undeclared": "chosen in a way that is not declared, so what a p says about the newspapers is unknown",
    "unfinished": "drawn at random, but not all that were drawn are read, so what a p says about the newspapers is unknown",
}


def read_twice(articles: pl.DataFrame) -> bool:
    """Whether both sides are readings of the same articles: then a p is about coders, however the articles were chosen.

    Args:
        articles: one row per (article, side); without ``side`` they are articles of outlets.

    Returns:
        Whether the sides are coders.

    >>> read_twice(pl.DataFrame({"article": ["x", "x"], "side": ["coder:a", "coder:b"]}))
    True
    """
    if "side" not in articles.columns or articles.is_empty():
        return False
    return all(alone(side.lower()) for side in articles["side"].unique())


def untested(articles: pl.DataFrame, treat_as: TreatAs) -> Refusal | None:
    """Why nothing is tested, or None where the articles may be.

    Args:
        articles: articles with ``sampling``.
        treat_as: ``sample`` asks for tests of such articles too.

    Returns:
        The refusal ``unequal_probabilities`` (see ``unequal``); or ``purposive_sample`` or ``undeclared_sample``, by what holds of
        most; or None.

    Source:
        Krippendorff (2019), Content Analysis, 4th ed., ch. 6: relevance samples do not generalise to the texts from which
        they were chosen.

    >>> untested(pl.DataFrame({"article": ["x"], "sampling": ["purposive"]}), "as_chosen").code
    'purposive_sample'
    """
    if refused := unequal(articles):
        return refused
    found = unsampled(articles)
    if treat_as == "sample" or found.is_empty() or read_twice(articles):
        return None
    most = found["sampling"].value_counts().sort("count", "sampling", descending=[True, False])
    kind, count = most.row(0)
    who = f"All {count} articles" if count == articles.height > 1 else f"{count} of {articles.height} articles"
    return Refusal(
        f"{kind}_sample",
        f"{who} were {_WHY[kind]}.",
        "All articles on the event that a stated search finds, or a random sample of them.",
        {"articles": count, "of": articles.height, "all": "yes" if count == articles.height > 1 else "no"},
    )


def unequal(articles: pl.DataFrame) -> Refusal | None:
    """Why articles cannot be compared by counting them, where they were drawn with unequal probabilities; else None.

    Args:
        articles: articles of a reading, with ``relative``.

    >>> unequal(pl.DataFrame({"article": ["x", "y"], "relative": [0.4, 1.6], "inclusion": [0.8, 0.2]})).code
    'unequal_probabilities'
    """
    if read_twice(articles) or counted_alike(articles):
        return None
    lowest, highest = _probabilities(articles)
    return Refusal(
        "unequal_probabilities",
        f"The articles were drawn with probabilities from {lowest} to {highest}, and a comparison counts each alike.",
        "A sample in which both sides have the same probability, such as a simple or a proportional one; shares and "
        "their intervals on other pages are weighted.",
        {"lowest": lowest, "highest": highest},
    )


def nearly_alike(articles: pl.DataFrame) -> tuple[str, str] | None:
    """The lowest and the highest probability of articles that a comparison counts alike although these differ; else None.

    Args:
        articles: articles of a reading; without ``inclusion`` they are not drawn.

    >>> nearly_alike(pl.DataFrame({"inclusion": [0.2, 0.18]})), nearly_alike(pl.DataFrame({"inclusion": [0.2, 0.2]}))
    (('0.18', '0.2'), None)
    """
    if read_twice(articles) or "inclusion" not in articles.columns or articles["inclusion"].is_null().all():
        return None
    if not counted_alike(articles):
        return None
    lowest, highest = _probabilities(articles)
    return (lowest, highest) if lowest != highest else None


def _probabilities(articles: pl.DataFrame) -> tuple[str, str]:
    """The lowest and the highest probability; an article that was not drawn stands for itself."""
    known = articles["inclusion"].fill_null(1.0).sort()
    return f"{known[0]:.3g}", f"{known[-1]:.3g}"


def ways(articles: pl.DataFrame) -> list[tuple[Sampling, int]]:
    """How many articles were chosen in each way, the most frequent way first.

    Args:
        articles: articles with ``sampling``.

    Returns:
        Ways with their numbers of articles.

    >>> ways(pl.DataFrame({"sampling": ["purposive", "census", "census"]}))
    [('census', 2), ('purposive', 1)]
    """
    kinds = articles["sampling"].drop_nulls().value_counts().sort("count", "sampling", descending=[True, False])
    return kinds.rows()


def statement(articles: pl.DataFrame, treat_as: TreatAs = USUAL.treat_as) -> str:
    """The sentence beside every p: how the articles were chosen.

    Args:
        articles: articles with ``article`` and ``sampling``.
        treat_as: as in ``untested``.

    Returns:
        One sentence.

    >>> statement(pl.DataFrame({"article": ["x", "y"], "sampling": ["census", "census"]}))[:55]
    'The 2 articles are all articles that a search found: p '
    """
    if read_twice(articles):
        return (
            f"The {articles['article'].n_unique()} articles are the same on both sides: p asks whether the readings of two coders "
            "differ by more than chance, and says nothing about the newspapers."
        )
    parts = [(count, _MEANINGS[kind]) for kind, count in ways(articles)]
    if len(parts) == 1:
        sentence = f"The {parts[0][0]} articles are {parts[0][1]}."
    else:
        sentence = f"Of {articles.height} articles, {'; '.join(f'{count} are {meaning}' for count, meaning in parts)}."
    if found := nearly_alike(articles):
        sentence += f" Their probabilities of being drawn, from {found[0]} to {found[1]}, differ so little, or for so few articles, that a comparison counts each alike."
    return (
        f"{sentence} They are treated as a sample only on request."
        if treat_as == "sample" and unsampled(articles).height
        else sentence
    )
