"""A study as tables for other programs: tables in, files out. Nothing here writes."""
