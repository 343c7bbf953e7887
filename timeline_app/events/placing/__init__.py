"""Where an event happened: the places its sentence names, their roles, and the scene told before."""
