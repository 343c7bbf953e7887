"""Documents: what is kept, adding, describing and reading again."""
