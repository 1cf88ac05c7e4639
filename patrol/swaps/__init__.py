"""Swaps: somebody asks another to walk a shift for them; the leader grants it."""
