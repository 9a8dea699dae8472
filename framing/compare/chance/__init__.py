"""What chance alone would give: what is exchanged with what, and the tests made of it."""
