"""What a sentence reports: whether it does, by which of its verbs, of what type and how surely."""
