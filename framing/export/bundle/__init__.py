"""A study as one file for an archive: whoever has it can compute everything in it again. Nothing here writes a file."""
