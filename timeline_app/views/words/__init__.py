"""What is shown, in the words, colours and counts a person reads."""
