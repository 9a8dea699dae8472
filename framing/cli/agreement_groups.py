"""Whether a study is as reliable in one language, outlet, country, period or pair of coders as in another."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from framing.cli import console
from framing.cli.agreement_figures import FIGURES, figures, resampled
from framing.cli.options import one_of, stop

if TYPE_CHECKING:
    from framing.agreement.groups import GroupReliability
    from framing.agreement.resampling import Bootstrap
    from framing.corpus import Corpus


def print_groups(corpus: "Corpus", by: str, bootstrap: "Bootstrap", as_json: bool) -> list[float | None]:
    """Prints every judgement in every group, and which differ; gives the lower bounds of alpha."""
    from framing.agreement import groups as grouped
    from framing.agreement import study as measured
    from framing.refusal import Refusal
    from framing.report.wording import p_words

    found = _grouped(corpus, by, bootstrap)
    summary = _summary(found, by, corpus)
    rows = [
        {
            "group": group,
            **row,
            "p": None if isinstance(one.p, Refusal) else one.p,
            "q": one.q,
            "no_p": str(one.p) if isinstance(one.p, Refusal) else "",
        }
        for one in found
        for group, part in one.groups.items()
        for row in measured.reliability_table([part], corpus.codebook).iter_rows(named=True)
    ]
    if as_json:
        differing = [one.name for one in grouped.differing(found)]
        tests = sum(one.q is not None for one in found)
        told = {"summary": summary, "tests": tests, "differing": differing}
        console.as_json({"by": by, **resampled(bootstrap), **told, "rows": rows})
    else:
        console.say(summary)
        head = ("judgement", by, *FIGURES, "p of equal alpha", "q")
        shown = [
            (row["judgement"], row["group"], *figures(row)[1:], row["no_p"] or p_words(row["p"]), p_words(row["q"]))
            for row in rows
        ]
        console.as_table(head, shown)
    return [row["low"] for row in rows]


def _summary(found: "Sequence[GroupReliability]", by: str, corpus: "Corpus") -> str:
    """One sentence on all tests: how many judgements differ between the groups, and which."""
    from framing.agreement.groups import differing
    from framing.agreement.study import judgement_label
    from framing.report.wording import p_words

    tests = sum(one.q is not None for one in found)
    if not tests:
        return f"No judgement could be tested for a difference by {by}; the table says why."
    how = f"false discovery rate 5 %; {tests} of {len(found)} judgements could be tested"
    differ = [
        f"{judgement_label(one.name, corpus.codebook)} (q = {p_words(one.q)})".replace("= <", "< ")
        for one in differing(found)
    ]
    if not differ:
        return f"No judgement differs by {by} in alpha ({how})."
    count = "One judgement differs" if len(differ) == 1 else f"{len(differ)} judgements differ"
    return f"{count} by {by} in alpha: {', '.join(differ)}. ({how[0].upper()}{how[1:]}.)"


def _grouped(corpus: "Corpus", by: str, bootstrap: "Bootstrap") -> "list[GroupReliability]":
    from framing.agreement import groups as grouped
    from framing.agreement.clusters import clusters_in_periods
    from framing.analysis.period import label
    from framing.refusal import Refusal

    one_of(by, grouped.BY, "--by")
    if by == "coder-pair":
        found = grouped.by_coder_pair(corpus.tables, corpus.codebook, bootstrap)
    else:
        articles, exchanged = corpus.tables.articles, None
        if by == "period":
            groups = {name: label(day, "quarter") for name, day in articles.select("article", "published").iter_rows()}
            exchanged = clusters_in_periods(corpus.tables, groups)
        else:
            column = "article_language" if by == "language" else by
            groups = {name: str(group) for name, group in articles.select("article", column).iter_rows()}
        found = grouped.by_group(corpus.tables, corpus.codebook, groups, bootstrap, exchanged)
    if isinstance(found, Refusal):
        raise stop(str(found), console.FAULTY)
    return found
