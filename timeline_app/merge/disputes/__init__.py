"""What sources of one event claim, on what they disagree, and what cannot be as it is told."""
