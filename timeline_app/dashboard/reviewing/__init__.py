"""Review: what is at hand, in which order, and many at once."""
