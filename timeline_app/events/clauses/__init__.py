"""The clauses of a sentence that tell happenings of their own: joined ones, and asides with a day of theirs."""
