"""What every page of a report warns of."""

from framing.analysis.provenance import provenance
from framing.analysis.reading import Reading
from framing.report.context import Context, coders_of, plural

PLACEHOLDER = "CHANGE THIS"
"""What `framing init` writes into a new study wherever the user must fill in the text."""


def banner(ctx: Context) -> str:
    """The warning at the top of every page; empty where there is nothing to warn of."""
    if ctx.corpus.codebook.get("simulated"):
        return "Simulated: these articles and coders do not exist; every value was drawn by a program."
    unfinished = str([ctx.corpus.codebook, ctx.corpus.registers]).count(PLACEHOLDER)
    sentences = []
    if unfinished:
        texts = plural(unfinished, "text still says", "texts still say")
        sentences.append(f"This study is not ready for readers: {texts} {PLACEHOLDER}.")
    if warnings := _warnings(ctx):
        sentences.append(f"Articles here are {'; '.join(warnings)}.")
    return " ".join(sentences)


def _warnings(ctx: Context) -> list[str]:
    known = provenance(ctx.articles)
    used = coders_of(ctx, ctx.reading.articles) if isinstance(ctx.reading, Reading) else []
    holding = {
        "known at second hand": known.second_hand > 0,
        "picked to illustrate an argument, not a sample of coverage": "purposive" in known.sampling,
        "drawn at random, but not all of those that were drawn are read": "unfinished" in known.sampling,
        "chosen in an undeclared way": "undeclared" in known.sampling,
        "coded by a language model": any(coder["kind"] == "machine" for coder in used),
    }
    return [words for words, holds in holding.items() if holds]
