"""A simulated study whose truth is known."""
