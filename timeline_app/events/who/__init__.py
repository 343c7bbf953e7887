"""Who took part in an event, and as what."""
