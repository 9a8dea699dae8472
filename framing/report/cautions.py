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
        told = say.text("warning-separator").join(warnings)
        sentences.append(say.text("banner-articles", warnings=told))
    return " ".join(sentences)


def _warnings(ctx: Context) -> list[str]:
    """What holds for some articles, and whether it does for all of them."""
    known = provenance(ctx.articles)
    ways = [way for way in ("purposive", "unfinished", "undeclared") if way in known.sampling]
    holding = {"second-hand": known.second_hand == known.articles} if known.second_hand else {}
    holding.update((way, len(known.sampling) == 1) for way in ways)
    if isinstance(ctx.reading, Reading):
        kinds = {coder["kind"] for coder in coders_of(ctx, ctx.reading.articles)}
        if "machine" in kinds:
            holding["machine"] = kinds == {"machine"}
    return [ctx.say.text(f"warning-{kind}", every="yes" if every else "no") for kind, every in holding.items()]
