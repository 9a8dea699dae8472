"""Comparing the coverage of the same event by two sides: pure functions of tidy tables that return tables or refusals."""
