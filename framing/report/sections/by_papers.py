"""Whether countries, or other groups of papers, differ; not whether these papers do, in these articles."""

from framing.compare.chance.paper_test import PaperTest
from framing.compare.result import Comparison
from framing.refusal import Refusal
from framing.report.blocks import Paragraph, Section, Table, line
from framing.report.ground import Ground
from framing.report.wording import p_words, points, refused


def by_papers(ground: Ground, compared: Comparison) -> Section:
    """The test that exchanges papers, or why there is none."""
    found = compared.papers
    if isinstance(found, Refusal):
        return Section("papers", "What it says about countries", (refused(found),))
    rows = tuple(
        (line(ground.ctx.frame_label(row["answer"])), line(points(row["difference"])), line(p_words(row["p"])))
        for row in found.answers.to_dicts()
    )
    caption = (
        "Mean departure of a paper from what all papers wrote on the same events, first less second side, every paper weighted "
        "equally. p, papers: for the largest difference over all frame dimensions, so it needs no further adjustment."
    )
    table = Table(caption, ("Frame dimension", "difference, points", "p, papers"), rows, frozenset({1, 2}))
    said = Paragraph(line(paper_sentence(found)))
    return Section("papers", f"Do the {found.about} differ?", (said, table))


def paper_sentence(found: PaperTest | Refusal) -> str:
    """The test that exchanges papers in one sentence, or why there is none."""
    if isinstance(found, Refusal):
        return f"No p is given about countries or other groups of papers. {found}"
    how = f"all {found.arrangements:,} arrangements" if found.exact else f"{found.arrangements:,} arrangements drawn"
    return (
        f"Do the {found.about} differ? Permutation test, papers exchanged between the sides: p = {p_words(found.p)} ({how}; the "
        f"smallest p that these papers could give is {p_words(found.smallest_p)}; {len(found.papers_a)} and {len(found.papers_b)} papers)."
    ).replace("p = <", "p <")
