"""How alike two reports are: by rules that join them, and as a chance by which they are offered."""
