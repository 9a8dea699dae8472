"""``python -m framing`` is ``framing``."""

from framing.cli import main

main()
