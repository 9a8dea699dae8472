"""Who is compared with whom: countries, outlets, groups named in the study, or two coders' readings of the same."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any, Literal, NamedTuple

import polars as pl

from framing.analysis.choices import Alone
from framing.refusal import Refusal
from framing.study.cldr import COUNTRIES
from framing.study.faults import meant

Kind = Literal["country", "outlet", "group", "coder"]
ATTRIBUTES = ("country", "language", "ownership")
"""What every outlet has and may be grouped by; a study names further groups, such as orientation, in ``groups``."""
MANY = 12
"""The most outlets that a message names."""
REST = "rest"
"""All outlets of the core panel that are on no other side, unless an outlet has this name."""
NAMED = 80
"""Letters of outlets' names that fit a sentence or the key of a chart; beyond, outlets are counted, and listed once."""


class Side(NamedTuple):
    """One side of a comparison.

    Attributes:
        name: as it was written, for example japan, owner_type=state, rg, coder:a.
        kind: country, outlet, group or coder.
        outlets: ids of its outlets, in the order of the register; all outlets of the study for a coder.
        words: how it is called in print: by the names of its outlets, or by how many there are.
        coder: the coder whose reading it is; empty for outlets.
        head: a short name for the columns of tables.
        listing: the names of its outlets where ``words`` only counts them; stands once on every page.
    """

    name: str
    kind: Kind
    outlets: tuple[str, ...]
    words: str
    coder: str = ""
    head: str = ""
    listing: str = ""


def sides(written: str, outlets: pl.DataFrame, coders: Sequence[str] = ()) -> tuple[Side, ...] | Refusal:
    """The sides that a person wrote, in that order.

    Args:
        written: names with commas between them: a country by name or code, the id of an outlet, ``attribute=value`` for a
            group (an entry of ``groups``, for example orientation, or one of ``ATTRIBUTES``), ``rest`` for all outlets of
            the core panel that are on no other side, or ``coder:id``.
        outlets: the outlet table. Countries and groups take the outlets of the core panel; any outlet may be named.
        coders: ids of the coders whose readings may be compared.

    Returns:
        Two or more sides that share no outlet; or the refusal ``unknown_side`` (with the name that was probably meant),
        ``overlapping_sides``, ``mixed_sides``, ``empty_side`` or ``one_side``.

    Source:
        Peter and Lauf (2002), Journalism & Mass Communication Quarterly 79(4):815, for outlets as units of comparison.

    >>> outlets = pl.DataFrame({"outlet": ["asahi", "rg"], "name_short": ["Asahi", "RG"], "country": ["JP", "RU"],
    ...     "panel": "core", "language": ["ja", "ru"], "ownership": ["private", "state"], "groups": [[], []]})
    >>> [side.words for side in sides("japan,russia", outlets)]
    ['Asahi (Japan)', 'RG (Russia)']
    >>> print(sides("japan,rusia", outlets).reason)
    There is no side 'rusia'; did you mean 'russia'?
    """
    known = _known(outlets, coders)
    names = [part.strip() for part in written.split(",")]
    if REST in map(str.lower, names) and REST not in known:
        others = [_found(name, known) for name in names if name.lower() != REST]
        known[REST] = _rest(outlets, [side for side in others if side])
    chosen = []
    for name in names:
        side = _found(name, known)
        if side is None:
            return _unknown(name, known)
        chosen.append(side._replace(name=name))
    return _incompatible(chosen) or tuple(chosen)


def side(written: str, outlets: pl.DataFrame) -> Side | Refusal:
    """One side by itself: a country, an outlet or a group.

    Args:
        written: its name, as in ``sides``; neither ``rest`` nor a coder, which need other sides.
        outlets: the outlet table.

    Returns:
        The side, or the refusal ``unknown_side``.

    >>> outlets = pl.DataFrame({"outlet": ["asahi"], "name_short": ["Asahi"], "country": ["JP"], "language": ["ja"],
    ...     "ownership": ["private"], "groups": [[]]})
    >>> side("japan", outlets).outlets, side("japn", outlets).code
    (('asahi',), 'unknown_side')
    """
    known = _known(outlets, ())
    found = _found(written, known)
    return found._replace(name=written) if found else _unknown(written, known)


def pairs(chosen: Sequence[Side]) -> list[tuple[Side, Side]]:
    """Every pair of sides, in order: three sides are three comparisons, and one family of tests.

    Args:
        chosen: two or more sides.

    Returns:
        The pairs.

    >>> [(one.name, other.name) for one, other in pairs([Side(name, "outlet", (name,), name) for name in "abc"])]
    [('a', 'b'), ('a', 'c'), ('b', 'c')]
    """
    return list(combinations(chosen, 2))


def written_country(code: str) -> str:
    """A country as a person may write it as a side without quotation marks.

    Args:
        code: its ISO 3166-1 code.

    Returns:
        Its English name where that is one word, else its code; lower case.

    >>> written_country("JP"), written_country("US"), written_country("QQ")
    ('japan', 'us', 'qq')
    """
    name = COUNTRIES.get(code, [code])[0].lower()
    return code.lower() if " " in name else name


def listed(names: Sequence[str]) -> str:
    """Names as prose puts them one after another.

    Args:
        names: one or more.

    Returns:
        The names with commas, and *and* before the last.

    >>> listed(["Asahi", "Nikkei", "RG"])
    'Asahi, Nikkei and RG'
    """
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


_ALIASES = {alias.lower(): names[0].lower() for names in COUNTRIES.values() for alias in names}


def _found(name: str, known: Mapping[str, Side]) -> Side | None:
    return known.get(name) or known.get(name.lower()) or known.get(_ALIASES.get(name.lower(), ""))


def _rest(outlets: pl.DataFrame, others: Sequence[Side]) -> Side:
    """The outlets of the core panel that are on none of the other sides."""
    taken = {outlet for side in others for outlet in side.outlets}
    rows = [row for row in _core(outlets) if str(row["outlet"]) not in taken]
    called, listing = _called([str(row["name_short"]) for row in rows])
    ids = tuple(str(row["outlet"]) for row in rows)
    return Side(REST, "group", ids, f"{called} (all others)", head="all others", listing=listing)


def _core(outlets: pl.DataFrame) -> list[dict[str, Any]]:
    rows = outlets.with_columns(pl.col("outlet").cast(pl.String)).to_dicts()
    return [row for row in rows if row.get("panel", "core") == "core"] or rows


def _unknown(name: str, known: Mapping[str, Side]) -> Refusal:
    """No such side: what was probably meant, or the groups of that attribute, or what there is to choose from."""
    need = "Countries, outlets, attribute=value, rest, or coder:id, with commas between."
    offered = _offered(known)
    attribute, equals, value = name.lower().partition("=")
    groups = [entry.partition("=") for entry in offered if "=" in entry]
    siblings = [group for one, _, group in groups if equals and one == attribute]
    close = meant(value, siblings) if siblings else meant(name.lower(), offered)
    if "did you mean" in close:
        right = close.replace("mean '", f"mean '{attribute}=") if siblings else close
        return Refusal("unknown_side", f"There is no side {name!r}{right}", need)
    if siblings:
        choice = f"The groups of {attribute} are {listed(siblings)}."
    else:
        countries = [entry for entry in offered if known[entry].kind == "country"]
        attributes = [f"{entry}=…" for entry in dict.fromkeys(one for one, _, _ in groups)]
        coders = ["coder:…"] if any(map(_is_coder, known.values())) else []
        outlets = [entry for entry in offered if known[entry].kind == "outlet"]
        named = outlets if len(outlets) <= MANY else [f"{len(outlets)} outlets"]
        choice = f"There are {listed([*named, *countries, *attributes, *coders])}."
    return Refusal("unknown_side", f"There is no side {name!r}. {choice}", need)


def _is_coder(side: Side) -> bool:
    return side.kind == "coder"


def _known(outlets: pl.DataFrame, coders: Sequence[str]) -> dict[str, Side]:
    """Every side of the study by every name that it goes by."""
    rows = outlets.with_columns(pl.col("outlet").cast(pl.String)).to_dicts()
    found: dict[str, Side] = {}
    for name, words, members in _groups(_core(outlets)):
        ids = tuple(str(row["outlet"]) for row in members)
        kind: Kind = "group" if "=" in name else "country"
        called, listing = _called([str(row["name_short"]) for row in members])
        found.setdefault(name, Side(name, kind, ids, f"{called} ({words})", head=words, listing=listing))
    everyone = tuple(str(row["outlet"]) for row in rows)
    for row in rows:
        name, short = str(row["outlet"]), str(row["name_short"])
        found[name] = Side(name, "outlet", (name,), short, head=short)
    papers, listing = _called([str(row["name_short"]) for row in rows])
    for who in coders:
        words = f"coder {who} on {papers}"
        name = str(Alone(who))
        found[name] = Side(name, "coder", everyone, words, who, f"coder {who}", listing)
    return found


def _called(names: Sequence[str]) -> tuple[str, str]:
    """What to call some outlets together, and their names where that only counts them."""
    every = listed(names) if names else "no outlet"
    return (every, "") if len(every) <= NAMED else (f"{len(names)} outlets", every)


def _groups(rows: Sequence[Mapping[str, object]]) -> Iterator[tuple[str, str, list[Mapping[str, object]]]]:
    members: dict[tuple[str, str], list[Mapping[str, object]]] = {}
    for row in rows:
        code = str(row["country"])
        names = [code.lower(), *(name.lower() for name in COUNTRIES.get(code, [])[:1])]
        calls = [(name, COUNTRIES.get(code, [code])[0]) for name in names]
        named = row.get("groups") or []
        attributes = [f"{name}={_slug(row[name])}" for name in ATTRIBUTES if row.get(name)]
        entries = dict.fromkeys([*(named if isinstance(named, list) else []), *attributes])
        for call in [*calls, *((entry, entry.replace("=", ": ")) for entry in entries)]:
            members.setdefault(call, []).append(row)
    for (name, words), found in members.items():
        yield name, words, found


def _slug(value: object) -> str:
    """A value without commas and spaces, since commas separate sides."""
    return re.sub(r"[^0-9A-Za-z]+", "-", str(value)).strip("-").lower()


def _offered(known: Mapping[str, Side]) -> list[str]:
    """Names to choose from: a country by its name rather than by its code."""
    return [name for name in known if not re.fullmatch("[a-z]{2}", name) or known[name].kind == "outlet"]


def _incompatible(chosen: Sequence[Side]) -> Refusal | None:
    if len(chosen) < 2:
        return Refusal("one_side", f"There is one side, {chosen[0].words}.", "At least two, with a comma between them.")
    if len({side.kind == "coder" for side in chosen}) > 1:
        reason = "A coder's reading cannot be compared with an outlet."
        return Refusal("mixed_sides", reason, "Either outlets, countries and groups, or coders.")
    empty = [side.name for side in chosen if not side.outlets]
    if empty:
        reason = "No outlet of the core panel is left for the side 'rest'."
        return Refusal("empty_side", reason, "Sides that leave some outlets, or none called rest.")
    for one, other in pairs(chosen):
        shared = [name for name in one.outlets if name in other.outlets]
        if (shared and one.kind != "coder") or (one.coder and one.coder == other.coder):
            what = one.words if one.coder else listed(shared)
            reason = f"{what} would be on both sides, {one.name} and {other.name}."
            return Refusal("overlapping_sides", reason, "Sides that have nothing in common.")
    return None
