"""Events as a table, and what of it passes a filter."""
