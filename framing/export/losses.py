"""What a format cannot carry, counted in the study at hand: nobody should find out later."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from framing.export.as_refi import fitting
from framing.export.column import by_place
from framing.export.package import Package, Records

Record = Mapping[str, Any]
SHIFTED = "are places in the codebook, which shift where it changes; `framing codebook numbers` fixes them"


def of_tables(package: Package) -> list[str]:
    """What the tables do not have."""
    records = package.records
    return _told(
        _decisions(records),
        _count(_evidence(records, "quote"), "quotes have their words, but not their places in the text"),
    )


def of_wide(package: Package) -> list[str]:
    """What the wide table alone, as numbers with English labels, does not have."""
    evidence = [*_evidence(package.records, "quote"), *_evidence(package.records, "paraphrase")]
    languages = [name for name in package.titles if name != "en"]
    return _told(
        "Only the wide table is in the file: no events, outlets and articles by themselves, and no data dictionary.",
        _count(evidence, "pieces of evidence are left out"),
        f"Labels are in English alone; {', '.join(languages)} are left out." if languages else "",
        _shifting(package),
        _decisions(package.records),
        _memos(package.records),
    )


def of_stata(package: Package) -> list[str]:
    """What a file for Stata does not have."""
    return [*of_wide(package), "Stata knows no levels of measurement; they stand in the codebook."]


def of_refi(package: Package) -> list[str]:
    """What a REFI-QDA project does not have."""
    records = package.records
    quotes, rest = _evidence(records, "quote"), _evidence(records, "paraphrase")
    placed = [item for text, codings in _by_text(records) for _, item in fitting(codings, text)]
    without = (
        f"{len(quotes)} quotes come from a description of their article; the texts are exported only with --texts."
        if quotes
        else ""
    )
    return _told(
        without
        if not records.texts
        else _count(quotes[len(placed) :], "quotes were not found in the text and are left out"),
        _count(rest, "paraphrases lose their place in the source; where texts are given away, they are notes"),
        _decisions(records),
        _count(
            [each for each in records.codings if each.get("minutes") is not None],
            "codings lose the minutes that they took",
        ),
        "Rules of the codebook (what to include and exclude, cues, mistakes, examples), levels of measurement, labels in other "
        "languages, and which codes exclude each other are only in schemas/codebook.json.",
        "Who is a person and who a machine is only in coded/coders.json.",
        "Readings, weights, searches and sampling are left out.",
    )


def of_annotations(package: Package) -> list[str]:
    """What Web Annotations do not have."""
    records = package.records
    return _told(
        _decisions(records),
        _memos(records),
        _count(
            [each for each in records.codings if each.get("text_sha256")],
            "codings lose the hash of the text in which they count",
        ),
        "The codebook is left out: a tag is a question and the label of an answer.",
        "Readings, weights, searches and sampling are left out.",
    )


def report(package: Package, name: str, losses: Callable[[Package], list[str]]) -> Mapping[str, bytes]:
    """The file beside an export that says what is not in it; none where nothing is lost."""
    lines = losses(package)
    text = f"What {name} cannot carry of this study\n\n" + "".join(f"- {line}\n" for line in lines)
    return {f"{name}-losses.txt": text.encode()} if lines else {}


def _told(*lines: str) -> list[str]:
    return [line for line in lines if line]


def _count(found: Sequence[Any], what: str) -> str:
    return f"{len(found)} {what}." if found else ""


def _evidence(records: Records, kind: str) -> list[Record]:
    return [item for coding in records.codings for item in coding["evidence"] if item["kind"] == kind]


def _decisions(records: Records) -> str:
    made = [decision for coding in records.codings for decision in coding.get("decisions", ())]
    return _count(made, "decisions of adjudication, with their reasons, are left out")


def _shifting(package: Package) -> str:
    """Which columns have numbers that another codebook would not give."""
    columns = package.tables["wide"].columns
    names = [column.name for column in columns if by_place(column) and column.name != "relation"]
    return f"Numbers of {', '.join(names)} {SHIFTED}." if names else ""


def _memos(records: Records) -> str:
    return _count([each for each in records.codings if each.get("memo")], "memos of coders are left out")


def _by_text(records: Records) -> Iterable[tuple[str, list[Record]]]:
    for article, text in records.texts.items():
        yield text, [coding for coding in records.codings if coding["article"] == article]
