"""Records in, small tables out."""
