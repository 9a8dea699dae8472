"""Reliability: do coders who work apart reach the same codes? Coefficients, intervals, tests, and words for what is not known."""
