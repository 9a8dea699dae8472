"""Rules of claims about coverage."""

from collections.abc import Iterator

from framing.study.faults import meant, shown
from framing.study.index import Index, Unread
from framing.study.levels import scored
from framing.study.rules.codings import too_long
from framing.study.rules.complaint import Complaint, Record, repeated
from framing.study.rules.locators import located


def claim_ids_unique(register: Record, _: Index) -> Iterator[Complaint]:
    """Every claim has its own id."""
    yield from repeated(register, "claims")


def claim_source_known(register: Record, index: Index) -> Iterator[Complaint]:
    """A claim is made by a source of the study, in one of its sections or notes."""
    yield from located(register["claims"], index, "claims")


def claim_coder_known(register: Record, index: Index) -> Iterator[Complaint]:
    """A claim was drawn from its source by a coder of the study."""
    for place, claim in enumerate(register["claims"]):
        if claim["by"] not in index.coders:
            yield ("claims", place, "by"), f"there is no coder {claim['by']!r}{meant(claim['by'], index.coders)}"


def claim_described_known(register: Record, index: Index) -> Iterator[Complaint]:
    """A claim names whom it describes, and says rightly whether the study has articles by them."""
    for place, claim in enumerate(register["claims"]):
        for step, message in _described(claim["about"], index):
            yield ("claims", place, "about", step), message


def _described(about: Record, index: Index) -> Iterator[tuple[str, str]]:
    group, name = about["group"], about.get("outlet")
    if group != "outlet":
        if name is not None:
            yield "outlet", f"a claim about {group} names no paper; remove it, or set group to 'outlet'"
        if group == "capital" and "name" not in about:
            yield "group", "which capital? Give its name"
    elif name is None and "name" not in about:
        yield "group", "which paper? Give outlet, or the name of a paper that is not in the study"
    elif name is not None and name not in index.outlets:
        yield "outlet", f"there is no outlet {name!r}{meant(name, index.outlets)}"
        return
    if group not in ("outlet", "press") or isinstance(index.outlets, Unread):
        return
    countries = {outlet["country"] for outlet in index.outlets.values()}
    held = name is not None if group == "outlet" else about.get("country") in {None, *countries}
    if about["in_study"] != held:
        which = "has" if held else "does not have"
        yield "in_study", f"must be {shown(held)}: the study {which} an outlet of this description (see outlets.json)"


def claim_events_known(register: Record, index: Index) -> Iterator[Complaint]:
    """A claim is about events of the study."""
    for place, claim in enumerate(register["claims"]):
        for position, event in enumerate(claim["events"]):
            if event not in index.events:
                where = ("claims", place, "events", position)
                yield where, f"there is no event {event!r}{meant(event, index.events, 6)}"


def claim_codebook_known(register: Record, index: Index) -> Iterator[Complaint]:
    """Theme, direction and answer of a claim are words of the codebook."""
    if not index.codebook:
        return
    frames = [frame["id"] for frame in index.codebook["frames"]]
    for place, claim in enumerate(register["claims"]):
        if claim["theme"] is not None and claim["theme"] not in frames:
            message = f"{claim['theme']!r} is not a frame of the codebook{meant(claim['theme'], frames)}"
            yield ("claims", place, "theme"), message
        for read in (_direction, _answer):
            for where, message in read(claim, index):
                yield ("claims", place, *where), message


def _direction(claim: Record, index: Index) -> Iterator[Complaint]:
    ordinal = [name for name, variable in index.variables.items() if scored(variable)]
    name = claim.get("direction", {}).get("variable")
    if name is not None and name not in ordinal:
        yield ("direction", "variable"), f"{name!r} is not an ordinal variable of the codebook{meant(name, ordinal)}"


def _answer(claim: Record, index: Index) -> Iterator[Complaint]:
    nominal = [name for name, variable in index.variables.items() if not scored(variable)]
    name, value = (claim.get("answer", {}).get(key) for key in ("variable", "value"))
    if name is not None and name not in nominal:
        yield ("answer", "variable"), f"{name!r} is not a nominal or set variable of the codebook{meant(name, nominal)}"
    elif name is not None:
        values = [entry["id"] for entry in index.variables[name]["values"]]
        if value not in values:
            yield ("answer", "value"), f"{value!r} is not a value of {name!r}{meant(str(value), values)}"


def claim_period_runs(register: Record, _: Index) -> Iterator[Complaint]:
    """A claim is about quarters that run forwards."""
    for place, claim in enumerate(register["claims"]):
        first, last = claim["period"]["from"], claim["period"]["to"]
        if last < first:
            yield ("claims", place, "period", "to"), f"{last} is before from ({first}); swap them"


def claim_words_short(register: Record, _: Index) -> Iterator[Complaint]:
    """A claim is retold in few words, not copied."""
    for place, claim in enumerate(register["claims"]):
        if excess := too_long(claim["words"], claim["lang"]):
            yield ("claims", place, "words"), f"{excess}: shorten it"
