"""Where coders differ: every disagreement, which answers met, and what was settled instead of what."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from framing.analysis.choices import USUAL
from framing.cli import console
from framing.cli.agreement_figures import coded_twice
from framing.cli.options import Ground, Json, Study, codings_of, ground_named, one_of, stop


def disagreements(
    study: Study = Path(),
    only_open: Annotated[bool, typer.Option("--open", help="Only those that nobody has settled.")] = False,
    json: Json = False,
) -> None:
    """List every value on which coders differ, with their evidence: open, or settled and as what.

    Example: framing agreement disagreements

    Example: framing agreement disagreements --open
    """
    from framing.study.outcomes import outcomes
    from framing.study.settle import in_words

    corpus = coded_twice(study)
    found = [outcome for article in corpus.articles for outcome in outcomes(codings_of(corpus, article))]
    differing = [(question, settled) for question, settled in found if settled is None or not only_open]
    console.say(f"{len(found)} disagreement(s), {sum(settled is None for _, settled in found)} of them open.")
    if json:
        told = [
            question._asdict() | {"open": settled is None, "settled_as": settled} for question, settled in differing
        ]
        console.as_json({"disagreements": told})
        return
    rows = [
        (
            question.article,
            question.pointer,
            "open" if settled is None else f"settled: {in_words(settled)}",
            coder,
            in_words(answer),
            " / ".join(question.evidence[coder]),
        )
        for question, settled in differing
        for coder, answer in question.answers.items()
    ]
    console.as_table(("article", "value", "state", "coder", "answer", "evidence"), rows)


def matrix(
    judgement: Annotated[str, typer.Argument(help="For example primary, event, frame:X, or a variable.")],
    study: Study = Path(),
    ground: Ground = USUAL.ground,
    json: Json = False,
) -> None:
    """Cross-tabulate the answers of two coders, for one judgement.

    Example: framing agreement matrix primary
    """
    from framing.agreement.judgement import disagreement_matrix, judgements

    counted = ground_named(ground)
    corpus = coded_twice(study)
    known = {one.name: one for one in judgements(corpus.tables, corpus.codebook, counted)}
    table = disagreement_matrix(known[one_of(judgement, tuple(known), "JUDGEMENT")])
    if json:
        console.as_json({"judgement": judgement, "cells": table.to_dicts()})
    else:
        _print_counts(("one coder", "the other", "articles", "records"), table.rows())


def confusions(study: Study = Path(), json: Json = False) -> None:
    """Count which answers were settled, and what coders had said instead.

    Example: framing agreement confusions
    """
    from framing.study.outcomes import confusions as settled

    corpus = coded_twice(study)
    found = settled([codings_of(corpus, article) for article in corpus.articles])
    if not found:
        raise stop(
            "No settled value differs from what a coder said: there is no adjudicated record yet, or none changes a value. "
            "`framing adjudicate` writes them.",
            console.FAULTY,
        )
    if json:
        console.as_json({"confusions": [one._asdict() for one in found]})
    else:
        _print_counts(("value", "settled as", "confused with", "times", "records"), [one[:5] for one in found])


def _print_counts(head: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Prints counts, each followed by its records."""
    console.as_table(head, [(*cells, " ".join(records)) for *cells, records in rows])
