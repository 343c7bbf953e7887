"""Edit: hand-made events as a table, any event as a form, places from candidates, a marker or the map."""
