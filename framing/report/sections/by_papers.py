"""Whether countries, or other groups of papers, differ; not whether these papers do, in these articles."""

from framing.compare.chance.paper_test import PaperTest
from framing.compare.chance.permutation import ABOUT
from framing.compare.result import Comparison
from framing.refusal import Refusal
from framing.report.blocks import Paragraph, Section, Table, line
from framing.report.pairing import Pairing
from framing.report.speech import Speech
from framing.report.wording import ENGLISH, p_equals, p_words, points, refused


def by_papers(pairing: Pairing, compared: Comparison) -> Section:
    """The test that exchanges papers, or why there is none."""
    ctx, say, found = pairing.ctx, pairing.ctx.say, compared.papers
    if isinstance(found, Refusal):
        told = (refused(found, ctx=ctx),)
        return Section("papers", say.text("papers-about-countries"), told, language=ctx.language)
    rows = tuple(
        (line(ctx.frame_label(row["answer"])), line(points(row["difference"])), line(p_words(row["p"], say)))
        for row in found.answers.to_dicts()
    )
    head = (say.text("comparison-head-frame"), say.text("comparison-head-difference"), say.text("papers-head-p"))
    table = Table(say.text("papers-caption"), head, rows, frozenset({1, 2}))
    blocks = (Paragraph(line(paper_sentence(found, say))), table)
    return Section("papers", say.text("papers-title", about=about_papers(found)), blocks, language=ctx.language)


def paper_sentence(found: PaperTest | Refusal, say: Speech = ENGLISH) -> str:
    """The test that exchanges papers in one sentence, or why there is none."""
    if isinstance(found, Refusal):
        return f"{say.text('papers-no-p')}{say.text('between-sentences')}{found}"
    return say.text(
        "papers-test",
        about=about_papers(found),
        p=p_equals(found.p, say),
        exact="yes" if found.exact else "no",
        arrangements=found.arrangements,
        smallest=p_words(found.smallest_p, say),
        a=len(found.papers_a),
        b=len(found.papers_b),
    )


def about_papers(found: PaperTest) -> str:
    """What the test is about, as messages choose by it: countries or groups."""
    return "countries" if found.about == "countries" else "groups"


def about_of(about: str) -> str:
    """What a p is about, as messages choose by it: articles or readings."""
    return "articles" if about == ABOUT else "readings"
