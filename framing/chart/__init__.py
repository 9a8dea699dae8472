"""Charts: each one a pure function from a measure's table to one picture, with the order and colours of the codebook."""
