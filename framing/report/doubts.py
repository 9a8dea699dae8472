"""What else could have made a difference: other choices of the analyst, and the errors of coders."""

from collections.abc import Sequence

import polars as pl

from framing import chart, picture
from framing.compare.misclassification import Confusion, tipping_points
from framing.compare.permutation import ABOUT, LEVEL
from framing.compare.result import Comparison
from framing.compare.robustness import Claim, agreement, multiverse
from framing.report.blocks import Figure, Paragraph, Section, Table, line
from framing.report.context import plural
from framing.report.ground import Ground, design_of
from framing.report.sections import refused
from framing.report.told import adjusted, p_words, points, sampling_note

CHOICES = {
    "reading": "reading",
    "basis": "date rule",
    "bundles": "shared descriptions",
    "voices": "voices",
    "window": "window",
    "role": "frames",
}


def robustness(ground: Ground, compared: Comparison, about: str) -> Section:
    """The claim of a comparison under every combination of choices."""
    title = "Under other choices"
    parts = compared.match is not None and compared.match.level != "own"
    q = adjusted(compared).get("primary", (1.0, 1.0))[0]
    if (q > LEVEL or parts) and not ground.thorough:
        why = (
            "The claim about all events together is tried under other readings, dates and windows on the page that compares them"
            if parts
            else f"No difference is claimed (q = {p_words(q)} in the family of this page), so there is no claim to try under other readings, dates and windows"
        )
        text = f"{why}; `framing compare {about or '--all'} --output DIR` tries this one too."
        return Section("robustness", title, (Paragraph(line(text)),))
    found = multiverse(ground.material.tables, Claim(event=about), compared.sides, ground.grid, ground.options.seed)
    agree, given, distinct = agreement(found)
    told = (
        f"The claim: the sides differ in their primary frames ({ABOUT}). {agree} of {given} distinct combinations of choices that give a number "
        f"agree (p below .05); {plural(distinct - given, 'more gives', 'more give')} none. Combinations that change no count are not counted again."
    )
    figure = Figure(
        "specifications",
        picture.spec(chart.specification_curve(found, ground.ctx.style)),
        "The size of the difference (total variation of shares within events) under each combination of choices.",
    )
    return Section(
        "robustness", title, (Paragraph(line(told)), sampling_note(compared), figure, _choice_table(ground, found))
    )


def _choice_table(ground: Ground, found: pl.DataFrame) -> Table:
    rows = []
    for choice, words in CHOICES.items():
        for (option,), part in found.group_by(choice, maintain_order=True):
            agree, given, distinct = agreement(part)
            estimates = part["estimate"].drop_nulls()
            values = estimates.to_list()
            span = f"{min(values):.2f} to {max(values):.2f}" if values else "–"
            label = chart.option_label(str(option), ground.ctx.style.words)
            rows.append(
                (
                    line(f"{words}: {label}"),
                    line(f"{agree} of {given}" if given else "–"),
                    line(str(distinct)),
                    line(span),
                )
            )
    head = ("Choice", "agree", "distinct", "difference")
    caption = (
        "Under each choice, all others varying. Distinct 0: it changes no count, so that it is told under another."
    )
    return Table(caption, head, tuple(rows), frozenset({1, 2, 3}))


def misclassified(ground: Ground, events: Sequence[str]) -> Section:
    """How much of each difference the errors of coders, at the rate that double coding shows, could make alone."""
    title = "Could coder error make this?"
    confusion = ground.confusion
    if not isinstance(confusion, Confusion):
        return Section("error", title, (refused(confusion),))
    told = (
        f"By the {plural(confusion.articles, 'article')} that were coded twice, one coder gives {confusion.rate:.0%} of articles another "
        "primary frame than the true one. Errors alike on both sides make differences smaller. Two worse cases: one side alone is "
        "coded with error; or every error about a frame goes one way on one side and the other way on the other."
    )
    found = tipping_points(design_of(ground, events), confusion)
    rows = []
    for (answer,), part in found.group_by("answer", maintain_order=True):
        one, worst = (part.row(by_predicate=pl.col("case") == case, named=True) for case in ("one_side", "opposite"))
        times = "–" if worst["times"] is None else f"{worst['times']:.1f}"
        rows.append(
            (
                line(ground.ctx.frame_label(str(answer))),
                line(points(one["difference"])),
                line(points(one["made"])),
                line(points(worst["made"])),
                line(times),
                line("yes" if one["could_alone"] else "only in the worst case" if worst["could_alone"] else "no"),
            )
        )
    head = ("Frame dimension", "difference", "one side", "worst case", "tips at", "could error alone make it?")
    caption = "In percentage points. Tips at: how many times as frequent errors would have to be in the worst case."
    return Section("error", title, (Paragraph(line(told)), Table(caption, head, tuple(rows), frozenset({1, 2, 3, 4}))))
