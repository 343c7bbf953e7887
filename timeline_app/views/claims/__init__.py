"""What sources say of one event, how far apart they are, and the words behind it."""
