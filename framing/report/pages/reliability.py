"""The reliability page: what the double coding shows, where the coders differed, and what the choice of reading changes."""

from dataclasses import replace
from typing import Any

from framing.agreement.double_coding import coded_twice
from framing.agreement.resampling import DEFAULT_BOOTSTRAP
from framing.agreement.verdicts import RELY, TENTATIVE
from framing.compare.sides import listed
from framing.corpus import older_versions, under
from framing.refusal import Refusal
from framing.report.blocks import Block, Page, Paragraph, Section, line
from framing.report.briefs.registers import reliability_in_brief
from framing.report.context import Context, coders_in, plural
from framing.report.figures import FIGURES
from framing.report.figures.row import Measured
from framing.report.sections.adjudication import adjudication, disagreements, exceptions
from framing.report.sections.readings import readings
from framing.report.sections.shared import present
from framing.report.wording import refused

Record = dict[str, Any]


def reliability(ctx: Context) -> Page:
    """The page of reliability, disagreements, adjudication and readings."""
    earlier = tuple(_earlier(ctx, version) for version in older_versions(ctx.corpus))
    found = FIGURES["reliability"].of(ctx)
    brief = reliability_in_brief(ctx, found if isinstance(found, Refusal) else found.table)
    parts = (
        brief,
        _coefficients(ctx, found),
        disagreements(ctx),
        adjudication(ctx),
        readings(ctx),
        *earlier,
        _methods(ctx),
    )
    return Page("reliability", ctx.say.text("page-reliability"), (), present(parts))


def _coefficients(ctx: Context, found: Measured[Context] | Refusal) -> Section:
    if isinstance(found, Refusal):
        return Section("coefficients", "Agreement", (refused(found),))
    coded = max(found.table["units"].to_list())
    coders = coders_in(ctx, "main")
    warning = _machines(coders)
    words = (
        f"{plural(len(coders), 'coder')} coded {plural(coded, 'article')} independently. "
        f"By Krippendorff’s rule a variable is reliable when alpha is at least {RELY:.3f} and allows tentative conclusions from "
        f"{TENTATIVE:.3f}. Here the rule is applied to the lower end of the interval, not to alpha itself. A judgement should be "
        "dropped or merged only if alpha itself is low. If only the interval is too wide, the verdict is undecided and says how many "
        "more articles, coded with the same agreement, would narrow it enough. Where coders never disagreed, the interval is the one "
        "that this many articles without a disagreement allow (Clopper and Pearson). With fewer than two people among the coders "
        "there is no verdict. A variable is judged in three steps, each on the articles left by the step before: seen? (no: the source "
        "does not show it, so there is no answer), expressed? (no: not expressed or not applicable, both of which were seen), and "
        "the value."
    )
    blocks: list[Block] = [
        Paragraph(line(words)),
        *([Paragraph(line(warning), "caution")] if warning else []),
        found.block(ctx.style),
    ]
    return Section("coefficients", "Agreement", tuple(blocks))


def _earlier(ctx: Context, version: str) -> Section | None:
    """The reliability of codings under a version of the codebook that means something else; nothing where none was double."""
    found = FIGURES["reliability"].of(replace(ctx, corpus=under(ctx.corpus, version)))
    if isinstance(found, Refusal):
        return None
    words = (
        f"Codings under codebook {version} are pooled with no others, because their answers mean something else. Their reliability "
        "is that of the version which the coders used; it says nothing about the present one."
    )
    numbers = found.row.numbers(found.subject, found.table)
    assert numbers
    return Section(f"codebook-{version}", f"Agreement under codebook {version}", (Paragraph(line(words)), numbers))


def _machines(coders: list[Record]) -> str:
    machines = [entry for entry in coders if entry["kind"] == "machine"]
    if not machines:
        return ""
    names = listed(sorted({entry["name"] for entry in machines}))
    return (
        f"{len(machines)} of {plural(len(coders), 'coder')} {'is a program' if len(machines) == 1 else 'are programs'} ({names}). "
        "Runs of one model share their errors: agreement between them shows how consistently the model applies the codebook. It does not show that "
        "people would agree, or that the codings are correct."
    )


def _methods(ctx: Context) -> Section:
    coders = coders_in(ctx, "main")
    if len(coders) < 2:
        return Section(
            "methods",
            "For your methods section",
            (Paragraph(line("There is only one coder, so there is nothing to report on reliability yet.")),),
        )
    book = ctx.corpus.codebook
    twice = len(coded_twice(ctx.corpus.tables.codings))
    kinds = listed([f"{entry['id']} ({entry['kind']})" for entry in coders])
    text = (
        f"{twice} of {plural(len(ctx.corpus.articles), 'article')} were coded independently by {plural(len(coders), 'coder')}, {kinds}, under "
        f"codebook {book['id']} {book['version']}. Reliability is reported per variable as Krippendorff’s alpha (nominal; ordinal for the "
        f"scales; MASI and Jaccard distance for sets) with 95 % percentile intervals from {DEFAULT_BOOTSTRAP.draws:,} bootstrap resamples of "
        f"articles, articles that share one description being resampled together (seed {DEFAULT_BOOTSTRAP.seed}), alongside percent agreement and "
        "Gwet’s AC1. Each variable was judged in steps: whether the source lets one see it, whether it is expressed where it "
        "is seen, and its value where it is expressed; agreement that it cannot be seen does not count as agreement on a value. Judgements that fewer than five articles received are reported as not estimable. Coefficients were "
        "computed with framing, whose self-test recomputes 96 published figures."
    )
    if adjudicators := coders_in(ctx, "adjudicated"):
        names = listed([f"{entry['id']} ({entry['kind']})" for entry in adjudicators])
        text = " ".join([f"{text} Disagreements were settled by {names}.", *exceptions(ctx)])
    return Section("methods", "For your methods section", (Paragraph(line(text)),))
