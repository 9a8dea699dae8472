"""What a methods section says of a comparison."""

from framing.analysis.intervals import EVENTS
from framing.compare.chance.paper_test import PaperTest
from framing.compare.chance.permutation import PermutationTest
from framing.compare.frames import FrameComparison
from framing.compare.result import Comparison
from framing.refusal import Refusal
from framing.report.blocks import Paragraph, Section, line
from framing.report.context import plural
from framing.report.ground import Ground
from framing.report.wording import family_size


def methods(ground: Ground, compared: Comparison, test: PermutationTest) -> Section:
    """A paragraph for the methods section of whoever reports this comparison."""
    one, other = (side.words for side in compared.sides)
    how = "by enumeration" if test.exact else f"from {test.tables:,} random arrangements (seed {ground.choices.seed})"
    coders = sorted(
        {coder for names in ground.material.reading.articles["coders"].drop_nulls() for coder in names.split()}
    )
    text = (
        f"{one} (n = {test.n_a}) were compared with {other} (n = {test.n_b}) on {plural(test.strata, 'event')} that both covered, under "
        f"the reading “{ground.ctx.read_as}” of {plural(len(coders), 'coder')} and codebook {ground.ctx.corpus.codebook['version']}. "
        "Primary frame dimensions were tested by the generalised Cochran–Mantel–Haenszel statistic against its permutation "
        f"distribution, {how}. Articles were exchanged only inside events, those that share one description together. "
        f"This p and all others of frames and scales are about {test.about}. {_detectable_method(compared)}{_paper_method(compared.papers)}"
        f"{_interval_method(compared.frames)} Bias-corrected Cramér’s V and the "
        "Jensen–Shannon distance are given beside their permutation nulls; log-odds have an informative Dirichlet prior; ordinal "
        "scales were compared by the probability of superiority, over the articles that take a position; their medians are given "
        "without a test. Whether sides differ in how often they take one was tested, with worst-case bounds for what is not seen "
        "(Manski 1989). False discovery was controlled after Benjamini and Hochberg, and after Benjamini and Yekutieli, over the "
        f"{plural(family_size(compared), 'test')} of this comparison, which are one family: all primary frame dimensions together, "
        "each of them, each ordinal scale, and how often each is expressed. Every other comparison is a family of its own. "
        f"{_error_method(compared)}{compared.sampling}"
    )
    return Section("methods", "For your methods section", (Paragraph(line(text)),))


def _detectable_method(compared: Comparison) -> str:
    """What counts as found, and how the difference that could have been found was computed; nothing without verdicts."""
    if isinstance(compared.verdicts, Refusal):
        return ""
    return (
        "A frame dimension is said to differ where its p, corrected as below, is at most .05 and the interval of the difference leaves "
        "out 0. Of the others the smallest difference is given that would have been found with a probability of .80, at the level "
        "that its p had to pass (Fleiss, Tytun and Ury 1980, with continuity correction and effective numbers of articles). "
    )


def _error_method(compared: Comparison) -> str:
    """How coder error was taken out of the differences, or nothing where it was not."""
    if isinstance(compared.errors, Refusal):
        return ""
    return (
        "Differences of primary frames were corrected for coder error by the matrix method (Rogan and Gladen 1978; Kuha and Skinner "
        f"1997), its confusion being resampled together with the articles. {compared.errors.basis} "
    )


def _interval_method(frames: FrameComparison | Refusal) -> str:
    """How the intervals of shares and of differences were made, as a methods section has it."""
    by = None if isinstance(frames, Refusal) else frames.shares["interval_by"][0]
    told = {
        "events": "Shares carry Wilson intervals of the effective number of articles, which the variation between events gives, "
        "with Student’s t; differences carry Newcombe’s of the same kind, with Mantel–Haenszel weights.",
        "articles": "Shares carry Wilson intervals, differences Newcombe’s with Mantel–Haenszel weights.",
    }
    return told.get(str(by), f"Shares carry no intervals, as there are fewer than {EVENTS} events.")


def _paper_method(found: PaperTest | Refusal) -> str:
    """How the claim about countries was tested, or that none is made."""
    if isinstance(found, Refusal):
        return "" if found.code == "readings" else "No claim is made about countries or other groups of papers. "
    n, m = len(found.papers_a), len(found.papers_b)
    how = f"all {found.arrangements:,}" if found.exact else f"{found.arrangements:,} random"
    return (
        f"Whether the {found.about} differ was tested by exchanging the papers ({n} and {m}) between the sides, the distance of the "
        f"sides’ mean departures from what all papers wrote on the same events being compared with its value in {how} arrangements. "
    )
