"""Explore: the filters, and the parts of the page that run alone."""
