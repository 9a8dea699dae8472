"""How many articles to code twice, and which."""

from pathlib import Path
from typing import Annotated

import typer

from framing.cli import console
from framing.cli.agreement_figures import Seed
from framing.cli.options import Json, Study, corpus_at, stop, unless_refused


def plan(
    study: Study = Path(),
    rarest: Annotated[
        float, typer.Option("--rarest", min=0.001, max=0.5, help="Expected share of the rarest frame.")
    ] = 0.05,
    alpha: Annotated[float, typer.Option("--alpha", min=0.1, max=0.99, help="The alpha to be shown.")] = 0.8,
    agreement: Annotated[
        float, typer.Option("--agreement", min=0.5, max=0.99, help="Expected share of agreement.")
    ] = 0.85,
    seed: Seed = 0,
    json: Json = False,
) -> None:
    """Recommend how many articles to code twice, and draw them across outlets, languages and years.

    Example: framing agreement plan --rarest 0.05 --alpha 0.8
    """
    from framing.agreement.planning import coding_plan, stratified_draw

    articles = corpus_at(study).tables.articles
    if articles.is_empty():
        raise stop("the study has no articles yet", console.FAULTY)
    planned = unless_refused(coding_plan(articles.height, rarest, alpha, agreement), console.USAGE)
    strata = [
        f"{outlet} {language} {day.year}"
        for outlet, language, day in articles.select("outlet", "article_language", "published").iter_rows()
    ]
    size = max(planned.units, len(set(strata)))
    drawn = unless_refused(stratified_draw(articles["article"].to_list(), strata, size, seed), console.USAGE)
    sizes = {"articles": articles.height, "lacy_riffe": planned.lacy_riffe, "krippendorff": planned.krippendorff}
    if json:
        console.as_json({**sizes, "units": size, "seed": seed, "drawn": drawn})
        return
    console.say(
        f"Of {articles.height} articles: Lacy and Riffe ask for {planned.lacy_riffe}, Krippendorff for {planned.krippendorff}; "
        f"code {size} twice{' (all of them)' if planned.census else ''}."
    )
    console.as_table(("article",), [(name,) for name in drawn])
