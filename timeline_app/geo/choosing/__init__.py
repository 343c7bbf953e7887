"""Choosing among the places a name may mean, from what the whole text says."""
