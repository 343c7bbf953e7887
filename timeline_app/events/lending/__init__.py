"""Which place of a story is lent to what it tells without one: weighed among all that it names."""
