"""What map and timeline draw: plain columns for the browser."""
