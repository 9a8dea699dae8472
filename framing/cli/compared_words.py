"""How the tables of a comparison read at the prompt: heads and cells in words; names and raw figures are those of --json."""

from collections.abc import Mapping
from math import isnan
from typing import Any

HEADS = {
    "n_a": "articles, {a}", "n_b": "articles, {b}", "median_a": "median, {a}", "median_b": "median, {b}",
    "share_a": "share, {a}", "share_b": "share, {b}", "unseen_a": "not visible, {a}", "unseen_b": "not visible, {b}",
    "smallest_p": "smallest p there could be", "q": "q", "q_bh": "q (Benjamini–Hochberg)", "q_by": "q (Benjamini–Yekutieli)",
    "distance": "distance of the shares", "null_mean": "distance by chance, mean", "null_95": "distance by chance, 95th percentile",
    "refused": "why no figure", "m": "tests in the family", "discovery": "found", "low": "low", "high": "high",
    "superiority": "chance that {a} is higher", "superiority_low": "that chance at least", "superiority_high": "that chance at most",
    "worst_low": "difference at least", "worst_high": "difference at most", "interval_by": "interval by",
    "cramers_v": "Cramér’s V", "jensen_shannon": "Jensen–Shannon distance",
}  # fmt: skip
"""Columns and measures to what a person reads."""
VERDICTS = {
    "larger": "{a} more", "smaller": "{b} more", "not_found": "no difference found", "unclear": "unclear",
    "frame": "frame", "primary": "primary frames", "superiority": "values", "expressed": "takes a position",
}  # fmt: skip
_CHANCES = ("p", "smallest_p", "q", "q_bh", "q_by")


def head(name: str, sides: tuple[str, str]) -> str:
    """The head of a column; one that needs no other word is shown without its underscores.

    >>> head("n_a", ("Asahi", "Sankei")), head("prob_low", ("", ""))
    ('articles, Asahi', 'prob low')
    """
    return HEADS.get(name, name.replace("_", " ")).format(a=sides[0], b=sides[1])


def cell(column: str, value: object, labels: Mapping[str, str], sides: tuple[str, str]) -> object:
    """A value as people read it: a name by its label, a p as in prose, other figures with as many digits as say something.

    >>> cell("smallest_p", 0.0005312, {}, ("", "")), cell("difference", -0.05054, {}, ("", ""))
    ('<.001', '-0.05')
    >>> cell("test", "frame:war", {"war": "War & defence"}, ("", ""))
    'frame: War & defence'
    """
    from framing.report.wording import p_words

    match value:
        case bool():
            return "yes" if value else "no"
        case float() if isnan(value):
            return ""
        case float() if column in _CHANCES:
            return p_words(value)
        case float():
            return f"{value:.2f}" if abs(value) < 1 else f"{value:.2f}".rstrip("0").rstrip(".")
        case str() if " " not in value and column not in ("label", "refused", "event", "article"):
            return ": ".join(_named(part, labels, sides) for part in value.split(":"))
    return value


def labels_of(codebook: Mapping[str, Any], outlets: list[dict[str, Any]]) -> dict[str, str]:
    """Frames and variables by their English labels, outlets by their English names."""
    named = {entry["id"]: str(entry["labels"]["en"]) for entry in (*codebook["frames"], *codebook["variables"])}
    return named | {entry["id"]: str(entry["names"]["en"]) for entry in outlets}


def _named(name: str, labels: Mapping[str, str], sides: tuple[str, str]) -> str:
    told = labels.get(name) or VERDICTS.get(name) or HEADS.get(name) or name
    return told.format(a=sides[0], b=sides[1]) if name in VERDICTS or name in HEADS else told
