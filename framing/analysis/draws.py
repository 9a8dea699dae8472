"""How many random draws each test and interval takes, and why that many.

Of B arrangements a p is (1 + as extreme) / (B + 1): with 1,999 and 9,999 it can be .05 exactly. Near .05 its standard error is
.002 with 10,000 arrangements and .005 with 2,000.
"""

PERMUTATION = 10_000
"""Arrangements of a comparison: the second decimal of its p holds."""
PEERS = 2_000
"""Arrangements for each pair of outlets: an overview of many pairs, where one decimal less will do."""
ROBUSTNESS = 1_999
"""Arrangements for each combination of choices: there are dozens, and only whether p reaches .05 is counted."""
MISCLASSIFICATION = 1_000
"""Draws for a difference without coder error, whose interval is printed in whole per cent."""
CONFUSION = 400
"""Resamples of the articles coded twice: each is an EM of its own, and ``MISCLASSIFICATION`` draws from them."""
GROUP_DIFFERENCE = 1_999
"""Relabellings for a difference between groups of articles: each computes alpha anew for every group."""
AGREEMENT = 20_000
"""Resamples for an interval of a coefficient: another seed moves a bound by about a fiftieth of the standard error."""
