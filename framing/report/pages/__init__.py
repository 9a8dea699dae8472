"""The pages of a report, one a module."""
