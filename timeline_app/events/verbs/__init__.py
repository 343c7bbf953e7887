"""Which words of a sentence tell that something happened: listed or not, in what tense, and how surely."""
