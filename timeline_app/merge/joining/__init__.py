"""Events made of reports: taken apart, grouped by verdicts and likeness, put together, and offered in pairs."""
