"""By what a report may be known again: its words, day and places, the deed, and whom or what it befell."""
