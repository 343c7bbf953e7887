"""The lists people work in: events to review, names, sources, rows."""
