"""A browser that does the work."""

from itertools import count

from shuangliu.guard import puzzle


def solved(text: str = "") -> dict:
    """A puzzle with the work done for it."""
    text = text or puzzle.issue()
    return {"puzzle": text, "proof": next(str(n) for n in count() if puzzle.is_proven(text, str(n)))}
