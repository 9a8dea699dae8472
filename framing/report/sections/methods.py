"""What a methods section says of a comparison."""

from collections.abc import Iterator

from framing.analysis.intervals import EVENTS
from framing.compare.chance.paper_test import PaperTest
from framing.compare.chance.permutation import PermutationTest
from framing.compare.result import Comparison
from framing.refusal import Refusal
from framing.report.blocks import Line, Paragraph, Section
from framing.report.context import coders_of
from framing.report.pairing import Pairing, compared_articles
from framing.report.sections.by_papers import about_of, about_papers
from framing.report.sections.robustness import confusion_basis
from framing.report.sides import names
from framing.report.speech import Speech
from framing.report.wording import family_size, interval_by, told_sampling


def methods(pairing: Pairing, compared: Comparison, test: PermutationTest) -> Section:
    """A paragraph for the methods section of whoever reports this comparison."""
    say = pairing.ctx.say
    told = say.together(*_sentences(pairing, compared, test))
    return Section("methods", say.text("methods-title"), (Paragraph(told),), language=pairing.ctx.language)


def _sentences(pairing: Pairing, compared: Comparison, test: PermutationTest) -> Iterator[Line]:
    say = pairing.ctx.say
    yield _compared(pairing, compared, test)
    yield say(
        "methods-tested",
        exact="yes" if test.exact else "no",
        tables=test.tables,
        seed=str(pairing.choices.seed),
        about=about_of(test.about),
    )
    by = "none" if isinstance(compared.frames, Refusal) else interval_by(compared.frames.shares)
    if not isinstance(compared.verdicts, Refusal):
        yield say("methods-verdicts", by=by)
    yield from _about_papers(compared.papers, say)
    yield say("methods-intervals", by=by, least=EVENTS)
    yield say("methods-measures")
    yield say("methods-family", tests=family_size(compared))
    if not isinstance(compared.errors, Refusal):
        yield say("methods-errors", basis=confusion_basis(compared.errors, say))
    yield say("methods-chosen", how=told_sampling(say, compared_articles(pairing, compared), pairing.choices))


def _compared(pairing: Pairing, compared: Comparison, test: PermutationTest) -> Line:
    """Who was compared on what, under which reading."""
    ctx = pairing.ctx
    return ctx.say(
        "methods-compared",
        **names(ctx, compared.sides),
        a=test.n_a,
        b=test.n_b,
        events=test.strata,
        reading=ctx.read_in_full,
        coders=len(coders_of(ctx, pairing.material.reading.articles)),
        edition=ctx.corpus.codebook["version"],
    )


def _about_papers(found: PaperTest | Refusal, say: Speech) -> Iterator[Line]:
    """How the claim about countries was tested, or that none is made."""
    if not isinstance(found, Refusal):
        yield say(
            "methods-papers",
            about=about_papers(found),
            a=len(found.papers_a),
            b=len(found.papers_b),
            exact="yes" if found.exact else "no",
            arrangements=found.arrangements,
        )
    elif found.code != "readings":
        yield say("methods-no-papers")
