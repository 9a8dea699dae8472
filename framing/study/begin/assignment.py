"""Who codes what: every article by one coder who reads its language, some by two, pairs in rotation."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from framing.refusal import Refusal
from framing.study.sampling.order import place

SHOWN = 5
"""Articles that a refusal names."""


class Piece(NamedTuple):
    """An article to code.

    Attributes:
        id: its id.
        outlet: an id of outlets.json.
        language: BCP 47.
    """

    id: str
    outlet: str
    language: str

    @property
    def kind(self) -> tuple[str, str]:
        """What the work is balanced by."""
        return self.outlet, self.language


class Worker(NamedTuple):
    """A coder.

    Attributes:
        id: an id of coders.json.
        languages: that the coder reads.
        has: articles that the coder has coded or was given before.
    """

    id: str
    languages: frozenset[str]
    has: frozenset[str]

    def reads(self, piece: Piece) -> bool:
        """Whether the coder reads the language of an article, whatever its script or region.

        >>> Worker("aki", frozenset({"zh"}), frozenset()).reads(Piece("a", "x", "zh-Hans"))
        True
        """
        return piece.language.partition("-")[0] in {language.partition("-")[0] for language in self.languages}


def spread(pieces: Iterable[Piece], seed: int) -> list[Piece]:
    """Articles in a random order in which every stretch has its part of each outlet and language.

    >>> [piece.id for piece in spread([Piece(name, name[0], "en") for name in ("a1", "a2", "b1", "b2")], 1)][:2]
    ['a2', 'b1']
    """
    kinds: dict[tuple[str, str], list[Piece]] = defaultdict(list)
    for piece in sorted(pieces, key=lambda piece: (place(seed, piece.id), piece.id)):
        kinds[piece.kind].append(piece)
    placed = [
        ((rank + 0.5) / len(members), place(seed, piece.id), piece)
        for members in kinds.values()
        for rank, piece in enumerate(members)
    ]
    return [piece for _, _, piece in sorted(placed)]


def assigned(
    pieces: Sequence[Piece], workers: Sequence[Worker], twice: int, seed: int = 0, beside: Sequence[Worker] = ()
) -> dict[str, list[str]] | Refusal:
    """The articles that each coder gets beside those that the coder has.

    Args:
        pieces: the articles to code.
        workers: who codes; what they have stays theirs.
        twice: how many articles two coders code, those that have two already included.
        seed: the same seed gives the same work, on every machine.
        beside: coders who get nothing new, and whose work counts all the same.

    Returns:
        New articles by coder, sorted. Each goes to whoever has the fewest of its outlet and language, then the fewest in all;
        the second coder makes the pair that has met least. Or a refusal of articles that nobody can read, or not two.

    Source:
        Krippendorff (2019), Content Analysis, 4th ed., ch. 12: coders who rotate show whether they are interchangeable.

    >>> pieces = [Piece(f"a{number}", "x", "ja") for number in range(4)]
    >>> ann, ben = (Worker(name, frozenset({"ja"}), frozenset()) for name in ("ann", "ben"))
    >>> {name: len(work) for name, work in assigned(pieces, [ann, ben], 2).items()}
    {'ann': 3, 'ben': 3}
    """
    able = {
        piece.id: [worker for worker in workers if worker.reads(piece) or piece.id in worker.has] for piece in pieces
    }
    if unread := [piece for piece in pieces if not able[piece.id]]:
        return _unread(unread)
    doubled = [piece for piece in spread(pieces, seed) if len(able[piece.id]) > 1]
    if not 0 <= twice <= len(doubled):
        need = f"A number from 0 to {len(doubled)}, or more coders who read the same languages."
        return Refusal(
            "too_few_pairs", f"{twice} articles cannot be coded twice: {len(doubled)} can be read by two coders.", need
        )
    has = {worker.id: set(worker.has) for worker in (*workers, *beside)}
    chosen, desk = _doubled(doubled, has, twice), _Desk(pieces, has, seed)
    for piece in spread(pieces, seed):
        desk.give(piece, [worker.id for worker in able[piece.id]], 2 if piece.id in chosen else 1)
    return {worker.id: sorted(has[worker.id] - worker.has) for worker in workers}


def _doubled(able: Sequence[Piece], has: Mapping[str, set[str]], twice: int) -> set[str]:
    """The articles that two coders code: those that two have already, and then the first of the others."""
    already = [piece for piece in able if sum(piece.id in mine for mine in has.values()) > 1]
    others = [piece for piece in able if piece not in already]
    return {piece.id for piece in [*already, *others][: max(twice, len(already))]}


class _Desk:
    """Hands out one article after the other; knows who has how much of what, and which pairs have met."""

    def __init__(self, pieces: Iterable[Piece], has: Mapping[str, set[str]], seed: int) -> None:
        self._has, self._seed = has, seed
        self._kinds: Counter[tuple[str, tuple[str, str]]] = Counter()
        self._all: Counter[str] = Counter()
        self._pairs: Counter[tuple[str, str]] = Counter()
        for piece in pieces:
            who = [name for name, mine in has.items() if piece.id in mine]
            for name in who:
                self._count(name, piece)
            self._pairs.update(combinations(sorted(who), 2))

    def give(self, piece: Piece, able: Sequence[str], wanted: int) -> None:
        """Finds coders for an article until it has as many as it should."""
        who = [name for name, mine in self._has.items() if piece.id in mine]
        while len(who) < wanted:
            name = min((name for name in able if name not in who), key=lambda name: self._burden(name, piece, who))
            self._has[name].add(piece.id)
            self._count(name, piece)
            self._pairs.update((min(name, other), max(name, other)) for other in who)
            who.append(name)

    def _burden(self, name: str, piece: Piece, who: Sequence[str]) -> tuple[int, int, int, str]:
        met = sum(self._pairs[(min(name, other), max(name, other))] for other in who)
        return met, self._kinds[name, piece.kind], self._all[name], place(self._seed, f"{piece.id}\n{name}")

    def _count(self, name: str, piece: Piece) -> None:
        self._kinds[name, piece.kind] += 1
        self._all[name] += 1


def _unread(pieces: Sequence[Piece]) -> Refusal:
    named = ", ".join(piece.id for piece in pieces[:SHOWN]) + (
        f" and {len(pieces) - SHOWN} more" if len(pieces) > SHOWN else ""
    )
    languages = ", ".join(sorted({piece.language for piece in pieces}))
    return Refusal(
        "nobody_reads",
        f"No coder reads {languages}, in which {len(pieces)} articles are: {named}.",
        "A coder with that language in coders.json (`framing add coder`), or --coder of one who has.",
    )
