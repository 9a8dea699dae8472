"""How many random draws each test takes, and why that many."""

PERMUTATION = 10_000
"""Arrangements of a comparison: a p near .05 then has a standard error of .002, so that its second decimal holds."""
