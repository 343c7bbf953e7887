"""How a story goes on: what is in force between its sentences, and when and where their events were by it."""
