"""What each page says first: a few sentences that a scholar could quote, one kind of page a module."""
