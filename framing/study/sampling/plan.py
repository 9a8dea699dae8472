"""What a person asks of a sample, and the sample that follows from it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from framing.refusal import Refusal
from framing.study.sampling import designs
from framing.study.sampling.designs import Asked, Draw, Unit, Window
from framing.study.sampling.order import METHOD, in_order

Record = dict[str, Any]


def drawn(asked: Asked, frame: Sequence[Unit]) -> Draw | Refusal:
    """The sample; the same for the same frame, in whatever order, and the same seed."""
    if not frame:
        return Refusal(
            "no_article",
            "There is no article to draw from.",
            "Articles that are not coded yet and in no earlier frame.",
        )

    def order(keys: Any) -> list[str]:
        return in_order(asked.seed, keys)

    return designs.DESIGNS[asked.design](frame, asked, order)


class Origin(NamedTuple):
    """What a sample was drawn from, and when.

    Attributes:
        frame: where its list stands: file, sha256, size, from.
        articles: id of the article of each drawn key.
        day: of the draw, YYYY-MM-DD.
    """

    frame: Record
    articles: Mapping[str, str]
    day: str


def entry(name: str, asked: Asked, draw: Draw, origin: Origin) -> Record:
    """The entry of ``samples.json``: design, seed, frame, strata, and each article with its inclusion probability.

    Args:
        name: id of the sample.
        asked: the design.
        draw: what it gave.
        origin: what it was drawn from.
    """
    known = {stratum.id: stratum for stratum in draw.strata}
    special: dict[str, Record] = {
        "simple": {},
        "stratified": {"by": list(asked.by), "every": asked.every, "allocation": asked.allocation},
        "weeks": {"every": asked.every, "from": asked.first.isoformat(), "to": asked.last.isoformat()},
        "windows": {
            "windows": [{"event": w.event, "from": w.first.isoformat(), "to": w.last.isoformat()} for w in asked.around]
        },
    }
    return {
        "id": name,
        "design": asked.design,
        "n": asked.n,
        "seed": asked.seed,
        "method": METHOD,
        **special[asked.design],
        "frame": origin.frame,
        "draws": [{"day": origin.day, "n": asked.n, "articles": len(draw.chosen)}],
        "strata": [stratum._asdict() for stratum in draw.strata],
        "articles": [
            {
                "article": origin.articles[chosen.key],
                **({"key": chosen.key} if origin.articles[chosen.key] != chosen.key else {}),
                "stratum": chosen.stratum,
                "unit": chosen.unit if known[chosen.stratum].unit == "day" else origin.articles[chosen.key],
                "inclusion": known[chosen.stratum].inclusion,
            }
            for chosen in draw.chosen
        ],
    }  # fmt: skip


def asked_before(sample: Mapping[str, Any]) -> Asked:
    """The design of a sample that was drawn."""
    return Asked(
        sample["design"],
        sample["n"],
        sample["seed"],
        tuple(sample.get("by", ())),
        sample.get("every", "all"),
        sample.get("allocation", "proportional"),
        date.fromisoformat(sample.get("from", "0001-01-01")),
        date.fromisoformat(sample.get("to", "9999-12-31")),
        tuple(
            Window(w["event"], date.fromisoformat(w["from"]), date.fromisoformat(w["to"]))
            for w in sample.get("windows", ())
        ),
    )


def extended(sample: Mapping[str, Any], made: Record) -> Record | Refusal:
    """The entry of a larger sample of the same design, or why it is none: whoever was drawn stays drawn.

    Args:
        sample: the entry as it stands.
        made: the new one.
    """
    before = {chosen["article"] for chosen in sample["articles"]}
    lost = before - {chosen["article"] for chosen in made["articles"]}
    if lost or made["n"] <= sample["n"]:
        return Refusal(
            "not_larger",
            f"The sample {sample['id']!r} was drawn with n = {sample['n']}; what was drawn stays drawn.",
            f"A number above {sample['n']}, or another --name for a sample of its own.",
        )
    return made | {"draws": [*sample["draws"], *made["draws"]]}
