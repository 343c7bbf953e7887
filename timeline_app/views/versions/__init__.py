"""Two states of one thing beside each other: versions, readings, histories, two people's."""
