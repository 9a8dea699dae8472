"""Articles drawn at random from a list, each with the probability with which it was drawn."""
