"""What the errors of coders do to differences, as far as double coding shows."""
