"""What changed in a codebook, and what becomes of codings, as lines at the prompt."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from framing.study.revision.difference import Change
    from framing.study.revision.operations import Loss
    from framing.study.revision.plan import Plan
    from framing.study.revision.touched import Touched

KINDS = {
    "form": "Form (what a record may hold)",
    "meaning": "Meaning (what a coder reads to decide)",
    "words": "Words only (labels, looks, spelling)",
}

AGAIN = {
    "older_codebook": "the whole coding: the codebook means something else now",
    "not_coded": "the question is newer than the coding",
    "redefined": "its definition has changed",
}


WHYS = {
    "merged": "merged: the finer answer is lost",
    "dropped": "dropped with what it answered",
    "to_code_again": "to be coded again",
    "realigned": "whom the decision follows, now that answers have changed",
    "held_back": "the coding keeps its version until it is coded again",
}


def plan_lines(planned: "Plan") -> Iterator[str]:
    """A plan as lines: what is lost, record by record; what is held back; what cannot be done."""
    from framing.report.context import plural
    from framing.study.faults import as_lines

    changed = [each for each in planned.moved if each.after]
    held = [each for each in planned.moved if not each.after]
    yield f"to codebook {planned.target}: {plural(len(changed), 'coding')} to bring, {len(held)} held back, {plural(len(planned.files), 'file')} to change"
    if planned.staying:
        yield f"{plural(len(planned.staying), 'coding')} under an older codebook left as is: the article has been coded and settled again"
    for each in (*planned.registers, *planned.moved):
        for loss in each.losses:
            yield f"{each.file}{f':{each.line}' if each.line else ''}::{loss_line(loss)}"
    yield from as_lines(planned.faults)


def loss_line(loss: "Loss") -> str:
    """An answer that a migration cannot keep as it was given, and what becomes of it."""
    after = "" if loss.after is None else f" → {_short(loss.after)}"
    return f"{loss.pointer}: {_short(loss.before)}{after} ({WHYS[loss.why]})"


def change_line(change: "Change", stands: "Touched") -> str:
    """One change, with the records that it touches."""
    return f"{_words(change)}{_standing(stands)}"


def _words(change: "Change") -> str:
    subject = f"{change.subject}" + (f", {change.what.replace('/', ' ')}" if change.what else "")
    if change.perhaps:
        return f"{subject}: removed; perhaps renamed to {change.perhaps}"
    if change.step != "changed" or not change.what:
        return f"{subject}: {change.step}"
    return f"{subject}: {_short(change.before)} → {_short(change.after)}"


def _short(value: Any) -> str:
    """A value as one line can show it."""
    words = isinstance(value, list) and all(isinstance(each, str) for each in value)
    text = value if isinstance(value, str) else ", ".join(value) if words else repr(value)
    return repr(text if len(text) <= 60 else text[:59] + "…")


def _standing(stands: "Touched") -> str:
    from framing.report.context import plural

    parts = [plural(stands.codings, "coding")] if stands.codings else []
    parts += [plural(stands.articles, "article")] if stands.articles else []
    by = f" by {', '.join(stands.coders)}" if stands.coders else ""
    return f" ({', '.join(parts)}{by})" if parts else ""


def version_verdict(needed: str, given: str | None, version: str) -> str:
    """Whether the version rose far enough for what changed."""
    order = ("patch", "minor", "major")
    if given is not None and order.index(given) >= order.index(needed):
        return f"The version rises by a {given} step, which these changes allow."
    stands = f"rises by a {given} step only" if given else f"does not rise (it is {version})"
    return (
        f"These changes need a {needed} step, and the version {stands}: older codings would be pooled with newer ones."
        if needed == "major"
        else f"These changes need a {needed} step, and the version {stands}."
    )
