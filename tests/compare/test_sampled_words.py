"""What a comparison says of articles that were drawn with nearly equal probabilities."""

import polars as pl
import pytest

from framing.analysis.choices import USUAL
from framing.compare.sampling import nearly_alike, statement, unequal, untested
from framing.report.speech import plain, speech
from framing.report.wording import told_sampling

ARTICLES = pl.DataFrame(
    {"article": ["x", "y"], "sampling": "probability", "relative": [0.95, 1.05], "inclusion": [0.2, 0.18]}
)


@pytest.mark.parametrize(
    ("language", "told"),
    [("en", "Their probabilities of being drawn, from 0.18 to 0.2, differ so little, or for so few articles, that a comparison counts each alike."),
     ("ja", "抽出確率は0.18から0.2までだが、差がごくわずかであるか、差のある記事がごく少ないため、比較ではどの記事も同じ重みで数える。"),
     ("ru", "Вероятности отбора статей, от 0,18 до 0,2, различаются так мало или у столь немногих статей, что при сравнении все статьи считаются одинаково.")],
)  # fmt: skip
def test_articles_that_are_counted_alike_although_drawn_unequally_are_told(language: str, told: str) -> None:
    assert unequal(ARTICLES) is None
    assert plain(told_sampling(speech(language), ARTICLES, USUAL)).endswith(told)
    alike = ARTICLES.with_columns(inclusion=0.2)
    assert told not in plain(told_sampling(speech(language), alike, USUAL))


def test_the_command_line_tells_it_too() -> None:
    assert "from 0.18 to 0.2, differ so little" in statement(ARTICLES)
    assert "differ so little" not in statement(ARTICLES.drop("inclusion"))


def test_what_is_drawn_unequally_is_never_told_as_nearly_alike_nor_tested() -> None:
    """A draw may be nearly alike as a whole, and unequal among the articles of one event."""
    wide = ARTICLES.with_columns(relative=pl.Series([0.4, 1.6]), inclusion=pl.Series([0.8, 0.2]))
    assert nearly_alike(wide) is None
    for treat_as in ("as_chosen", "sample"):
        refused = untested(wide, treat_as)
        assert refused is not None
        assert refused.code == "unequal_probabilities"
