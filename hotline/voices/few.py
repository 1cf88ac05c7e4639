"""What leaves the page of those who analyse: numbers below five are not told, so that nobody is found by them."""

LEAST = 5
FEW = None  # a number that is not told


def told(counts: list[int]) -> list[int | None]:
    """The column as it may be told beside its sum: numbers from 1 to 4 are not, and where these could be reckoned from
    the sum, because they are one alone or fewer than five together, the next smallest are not either."""
    hidden = {place for place, count in enumerate(counts) if 0 < count < LEAST}
    if hidden:
        rest = sorted((count, place) for place, count in enumerate(counts) if count >= LEAST)
        while rest and (len(hidden) < 2 or sum(counts[place] for place in hidden) < LEAST):
            hidden.add(rest.pop(0)[1])
    return [FEW if place in hidden else count for place, count in enumerate(counts)]


def told_alone(count: int) -> int | None:
    """A number that stands in no column."""
    return FEW if 0 < count < LEAST else count
