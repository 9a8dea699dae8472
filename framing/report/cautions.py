"""What every page of a report warns of."""

from framing.analysis.provenance import provenance
from framing.analysis.reading import Reading
from framing.report.context import Context, coders_of

PLACEHOLDER = "CHANGE THIS"
"""What `framing init` writes into a new study wherever the user must fill in the text."""


def banner(ctx: Context) -> str:
    """The warning at the top of every page; empty where there is nothing to warn of."""
    say = ctx.say
    if ctx.simulated:
        return say.text("banner-simulated")
    unfinished = str([ctx.corpus.codebook, ctx.corpus.registers]).count(PLACEHOLDER)
    sentences = [say.text("banner-unfinished", texts=unfinished, placeholder=PLACEHOLDER)] if unfinished else []
    if warnings := _warnings(ctx):
        told = say.text("warning-separator").join(map(say.text, warnings))
        sentences.append(say.text("banner-articles", warnings=told))
    return " ".join(sentences)


def _warnings(ctx: Context) -> list[str]:
    """The messages of what holds for some articles."""
    known = provenance(ctx.articles)
    used = coders_of(ctx, ctx.reading.articles) if isinstance(ctx.reading, Reading) else []
    holding = {
        "warning-second-hand": known.second_hand > 0,
        "warning-purposive": "purposive" in known.sampling,
        "warning-unfinished": "unfinished" in known.sampling,
        "warning-undeclared": "undeclared" in known.sampling,
        "warning-machine": any(coder["kind"] == "machine" for coder in used),
    }
    return [message for message, holds in holding.items() if holds]
