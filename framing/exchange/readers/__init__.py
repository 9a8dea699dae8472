"""One module a format: what a file of it looks like, and the clippings in it."""
