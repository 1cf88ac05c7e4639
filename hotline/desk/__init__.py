"""The desk of an agent: calls that ring, who answers them, and one form from the first word to the end."""
