"""When an event was: which expression of its words dates it, and what stands in where none does."""
