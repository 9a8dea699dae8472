"""One coder's part of a study as a zip, and the way back."""
