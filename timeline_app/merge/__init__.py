"""To be filled: see docs/decisions/0001."""
