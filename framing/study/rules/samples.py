"""Rules of samples: the probabilities are those of the draw, and nobody was drawn twice."""

from collections import Counter
from collections.abc import Iterator
from math import isclose

from framing.study.faults import meant
from framing.study.index import Index
from framing.study.rules.complaint import Complaint, Record, repeated

FILE = "coded/samples.json"


def sample_ids_unique(register: Record, _: Index) -> Iterator[Complaint]:
    """Every sample has its own id."""
    yield from repeated(register, "samples")


def sample_strata_whole(register: Record, _: Index) -> Iterator[Complaint]:
    """No stratum gave more than it has, and as many articles are listed as were drawn."""
    for place, sample in enumerate(register["samples"]):
        listed = Counter(chosen["stratum"] for chosen in sample["articles"])
        for position, stratum in enumerate(sample["strata"]):
            where = ("samples", place, "strata", position, "drawn")
            if stratum["drawn"] > stratum["size"]:
                yield where, f"{stratum['drawn']} cannot be drawn from {stratum['size']}"
            elif stratum["unit"] == "article" and listed[stratum["id"]] != stratum["drawn"]:
                yield (
                    where,
                    f"{listed[stratum['id']]} articles are listed of {stratum['id']!r}; list those that were drawn, all of them",
                )


def sample_inclusion_exact(register: Record, _: Index) -> Iterator[Complaint]:
    """The inclusion probability of an article is that of its stratum."""
    for place, sample in enumerate(register["samples"]):
        strata = {stratum["id"]: stratum for stratum in sample["strata"]}
        for position, chosen in enumerate(sample["articles"]):
            where = ("samples", place, "articles", position)
            stratum = strata.get(chosen["stratum"])
            if stratum is None:
                yield (
                    (*where, "stratum"),
                    f"there is no stratum {chosen['stratum']!r}{meant(chosen['stratum'], strata)}",
                )
            elif stratum["drawn"] <= stratum["size"] and not isclose(
                chosen["inclusion"], right := stratum["drawn"] / stratum["size"], rel_tol=1e-9
            ):
                yield (*where, "inclusion"), f"{stratum['drawn']} of {stratum['size']} were drawn: write {right!r}"


def sample_articles_once(register: Record, _: Index) -> Iterator[Complaint]:
    """An article is drawn once, in one sample."""
    seen: dict[str, str] = {}
    for place, sample in enumerate(register["samples"]):
        for position, chosen in enumerate(sample["articles"]):
            if chosen["article"] in seen:
                message = (
                    f"{chosen['article']!r} is drawn already in {seen[chosen['article']]!r}; remove one of the two"
                )
                yield ("samples", place, "articles", position, "article"), message
            seen.setdefault(chosen["article"], sample["id"])


def sample_articles_exist(index: Index) -> Iterator[tuple[str, int, Complaint]]:
    """Every drawn article has its record."""
    for place, sample in enumerate(index.samples.values()):
        for position, chosen in enumerate(sample["articles"]):
            name = chosen["article"]
            if name not in index.articles:
                where = ("samples", place, "articles", position, "article")
                yield FILE, 0, (where, f"there is no article {name!r}{meant(name, index.articles)}")
