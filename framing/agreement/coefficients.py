"""All reliability coefficients by name, and the floor below which a yes/no code is not estimated."""

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np

from framing.agreement.alpha import krippendorff_alpha
from framing.agreement.estimate import Coefficient, Estimate, coded_rows
from framing.agreement.kappas import cohen_kappa, cohen_kappa_linear, cohen_kappa_quadratic, conger_kappa, light_kappa
from framing.agreement.pooled_chance import (
    brennan_prediger,
    fleiss_kappa,
    gwet_ac1,
    gwet_ac2_linear,
    gwet_ac2_quadratic,
    percent_agreement,
    scott_pi,
    unanimous_agreement,
)
from framing.agreement.ratings import Ratings
from framing.refusal import Refusal

FEWEST_POSITIVES = 5

COEFFICIENTS: Mapping[str, Coefficient] = MappingProxyType(
    {
        coefficient.name: coefficient
        for coefficient in (
            percent_agreement,
            unanimous_agreement,
            krippendorff_alpha,
            cohen_kappa,
            cohen_kappa_linear,
            cohen_kappa_quadratic,
            light_kappa,
            conger_kappa,
            fleiss_kappa,
            scott_pi,
            gwet_ac1,
            gwet_ac2_linear,
            gwet_ac2_quadratic,
            brennan_prediger,
        )
    }
)


def binary_estimate(ratings: Ratings, label: str) -> Estimate | Refusal:
    """Alpha of whether one code was given, refused when too few units got it from any coder.

    Args:
        ratings: nominal categories or sets of labels.
        label: the category or label whose presence is compared.

    Returns:
        The estimate, or the refusal ``fewer_than_five_positives``: with so few, alpha jumps between about 0 and 1
        by a single coding.

    Source:
        Krippendorff (2019), Content Analysis, 4th ed., ch. 12: reliability needs variation; the floor is a rule of
        this toolkit.

    >>> frames = Ratings.from_lists([["war", "trade", "trade"], ["war", "trade", "war"]], "nominal")
    >>> binary_estimate(frames, "war").code
    'fewer_than_five_positives'
    """
    presence = ratings.presence_of(label)
    compared = presence.codes[coded_rows(presence, 2)]
    held = [code for code, category in enumerate(presence.categories) if category == "present"]
    positives = int(np.isin(compared, held).any(axis=1).sum())
    if positives >= FEWEST_POSITIVES or not len(compared):
        return krippendorff_alpha(presence)
    return Refusal(
        "fewer_than_five_positives",
        f"Too few: '{label}' was coded in {positives} of {len(compared)} units coded at least twice.",
        f"At least {FEWEST_POSITIVES} units to which some coder gave '{label}'.",
    )
