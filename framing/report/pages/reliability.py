"""The reliability page: what the double coding shows, where the coders differed, and what the choice of reading changes."""

from dataclasses import replace
from typing import Any

import polars as pl

from framing.agreement.double_coding import coded_twice
from framing.agreement.resampling import DEFAULT_BOOTSTRAP
from framing.agreement.verdicts import RELY, TENTATIVE
from framing.corpus import older_versions, under
from framing.refusal import Refusal
from framing.report.blocks import Block, Page, Paragraph, Section
from framing.report.briefs.registers import reliability_in_brief
from framing.report.context import Context, coders_in
from framing.report.figures import FIGURES
from framing.report.figures.recipe import Measured
from framing.report.sections.adjudication import adjudication, disagreements, exceptions, named
from framing.report.sections.readings import readings
from framing.report.sections.shared import present

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
    say, coders = ctx.say, coders_in(ctx, "main")
    title = say.text("reliability-agreement")
    if isinstance(found, Refusal):
        others = ctx.corpus.tables.codings.filter(pl.col("phase") != "main").height
        told = say.together(say("reliability-refused"), say("reliability-single-coder", others=others))
        return Section("coefficients", title, (Paragraph(told, "refusal"),), language=ctx.language)
    words = say.together(
        say("reliability-coded", coders=len(coders), articles=max(found.table["units"].to_list())),
        say("reliability-rule", rely=RELY, tentative=TENTATIVE),
        say("reliability-limits"),
        say("reliability-steps"),
    )
    blocks: list[Block] = [Paragraph(words), *_machines(ctx, coders), found.block(ctx.style)]
    return Section("coefficients", title, tuple(blocks), language=ctx.language)


def _earlier(ctx: Context, version: str) -> Section | None:
    """The reliability of codings under a version of the codebook that means something else; nothing where none was double."""
    found = FIGURES["reliability"].of(replace(ctx, corpus=under(ctx.corpus, version)))
    if isinstance(found, Refusal):
        return None
    numbers = found.row.numbers(found.subject, found.table)
    assert numbers
    title = ctx.say.text("reliability-earlier", edition=version)
    words = Paragraph(ctx.say("reliability-earlier-apart", edition=version))
    return Section(f"codebook-{version}", title, (words, numbers), language=ctx.language)


def _machines(ctx: Context, coders: list[Record]) -> list[Paragraph]:
    """What agreement does not show where models are among the coders."""
    machines = [entry for entry in coders if entry["kind"] == "machine"]
    if not machines:
        return []
    names: list[Any] = sorted({entry["name"] for entry in machines})
    message = "reliability-simulated" if ctx.simulated else "reliability-machines"
    told = ctx.say(message, machines=len(machines), coders=len(coders), names=names)
    return [Paragraph(told, "caution")]


def _methods(ctx: Context) -> Section:
    """What a methods section says of the coding."""
    say, coders = ctx.say, coders_in(ctx, "main")
    title = say.text("reliability-methods")
    if len(coders) < 2:
        return Section("methods", title, (Paragraph(say("reliability-one-coder")),), language=ctx.language)
    book, seed = ctx.corpus.codebook, str(DEFAULT_BOOTSTRAP.seed)
    sentences = [
        say(
            "reliability-methods-coded",
            twice=len(coded_twice(ctx.corpus.tables.codings)),
            articles=len(ctx.corpus.articles),
            coders=len(coders),
            named=named(ctx, coders),
            codebook=book["id"],
            edition=book["version"],
        ),
        say("reliability-methods-alpha", draws=DEFAULT_BOOTSTRAP.draws, seed=seed),
        say("reliability-methods-steps"),
        say("reliability-methods-computed"),
    ]
    if adjudicators := coders_in(ctx, "adjudicated"):
        sentences += [say("reliability-methods-settled", named=named(ctx, adjudicators)), *exceptions(ctx)]
    return Section("methods", title, (Paragraph(say.together(*sentences)),), language=ctx.language)
