"""What comparisons are made from, computed once for all pages of two sides."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import polars as pl

from framing.agreement.judgement import judgements
from framing.agreement.resampling import Bootstrap
from framing.analysis.choices import Choices
from framing.analysis.reading import Reading
from framing.analysis.subjects import Asked, Subject
from framing.analysis.table import Tables
from framing.compare.coder_error.confusion import SideConfusions, side_confusions
from framing.compare.reliability import reliability_by_language
from framing.compare.selection import frame_words
from framing.compare.sides import Side
from framing.refusal import Refusal
from framing.study.levels import scale

_STEPS: tuple[Asked, ...] = ("expressed", "value")


class Material(NamedTuple):
    """What comparisons are made from.

    Attributes:
        tables: the study's tables.
        reading: one reading.
        scales: the ordinal variables with their scores, rising.
        reliability: as from ``reliability_by_language``, or why there is none.
        confusions: of the sides that are compared, as from ``side_confusions``, or why there are none.
    """

    tables: Tables
    reading: Reading
    scales: Mapping[str, Sequence[int]]
    reliability: pl.DataFrame | Refusal
    confusions: SideConfusions | Refusal = Refusal(
        "not_asked", "How coders confuse frames was not asked for.", "The confusions of both sides."
    )


def material_for(tables: Tables, codebook: Mapping[str, Any], read: Reading) -> Material:
    """The material for whatever is compared in a study, without the confusions of a pair of sides.

    Args:
        tables: the study's tables.
        codebook: its codebook.
        read: the reading of all its articles.

    Returns:
        The material.

    >>> from framing.analysis.reading import reading
    >>> from framing.corpus import read as study
    >>> tables, codebook = study().tables, study().codebook
    >>> material_for(tables, codebook, reading(tables)).confusions.code
    'not_asked'
    """
    scales, frames = ordinal_scales(codebook), frame_words(tables)
    names = judgement_names(scales, frames)
    judged = [one for one in judgements(tables, codebook, read.ground) if one.name in names]
    reliability = reliability_by_language(tables, judged, Bootstrap())
    return Material(tables, read, scales, reliability)


def for_pair(material: Material, pair: tuple[Side, Side], choices: Choices) -> Material:
    """The material of a pair of sides: all but the errors of coders is the same for every pair.

    Args:
        material: of the study, or of any other pair.
        pair: the sides.
        choices: those that the material was made under.

    Returns:
        The material.

    >>> from framing.analysis.choices import USUAL
    >>> from framing.analysis.reading import reading
    >>> from framing.compare.sides import sides
    >>> from framing.corpus import read
    >>> study = read()
    >>> known = material_for(study.tables, study.codebook, reading(study.tables))
    >>> for_pair(known, sides("yomiuri,sankei", study.tables.outlets), USUAL).scales == known.scales
    True
    """
    confusions = side_confusions(material.tables, frame_words(material.tables), pair, choices.seed)
    return material._replace(confusions=confusions)


def ordinal_scales(codebook: Mapping[str, Any]) -> dict[str, list[int]]:
    """The ordinal variables of a codebook with their scores.

    Args:
        codebook: the codebook.

    Returns:
        Scores by variable, rising.

    >>> ordinal_scales({"variables": [{"id": "stance", "level": "ordinal", "values": [{"id": -1}, {"id": 1}]}]})
    {'stance': [-1, 1]}
    """
    return {entry["id"]: steps for entry in codebook["variables"] if (steps := scale(entry))}


def judgement_names(scales: Mapping[str, Sequence[int]], frames: Sequence[str]) -> list[str]:
    """The judgements whose reliability stands beside a comparison.

    Args:
        scales: the ordinal variables.
        frames: the frames.

    Returns:
        Names as in ``framing.agreement.judgement``.

    >>> judgement_names({"stance": [-1, 1]}, ["war"])
    ['primary', 'frame:war', 'stance:expressed', 'stance']
    """
    steps = [Subject(asked, scale) for scale in scales for asked in _STEPS]
    return [str(part) for part in (Subject("primary"), *(Subject("frame", frame) for frame in frames), *steps)]
