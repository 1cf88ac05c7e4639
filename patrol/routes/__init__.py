"""Routes: points in the order in which they are walked."""
