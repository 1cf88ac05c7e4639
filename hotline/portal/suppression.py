"""Small numbers stay hidden in published tables (domain.md §7 rule 8), and sums do not give them away.

Rows (towns) and columns (months) have their sums, which are cells as well, under the key None. A number of 1 to 4 is
left out. Then one that could be worked out from what is still shown is protected by leaving out others: a hidden cell
can be worked out exactly when no ring of hidden cells, from row to column and back, goes through it.
"""

from collections import defaultdict, deque
from collections.abc import Hashable

FEWEST = 5

Cell = tuple[Hashable, Hashable]  # row, column


def with_sums(table: dict[Cell, int]) -> dict[Cell, int]:
    """The table with the sum of each row, of each column and of all."""
    whole = defaultdict(int, table)
    for (row, column), number in table.items():
        for cell in ((row, None), (None, column), (None, None)):
            whole[cell] += number
    return dict(whole)


def suppressed(whole: dict[Cell, int]) -> set[Cell]:
    """The cells of a table with its sums that must not be shown."""
    hidden = {cell for cell, number in whole.items() if 0 < number < FEWEST}
    while told := next((cell for cell in sorted(hidden, key=str) if is_told(cell, hidden)), None):
        ring = _cheapest_ring(told, whole, hidden)
        if ring is None:
            return set(whole)
        hidden |= ring
    return hidden


def _cheapest_ring(cell: Cell, whole: dict[Cell, int], hidden: set[Cell]) -> set[Cell] | None:
    """The corners of a rectangle with this one, of which the fewest and smallest are not hidden yet; rather cells
    than sums, rather numbers than noughts. None where the table has but one row or column."""
    row, column = cell

    def price(corners: set[Cell]) -> tuple:
        new = corners - hidden
        return sum(None in one for one in new), len(new), sum(whole[one] == 0 for one in new), sum(
            whole[one] for one in new), str(sorted(map(str, new)))

    rings = [{(row, other[1]), (other[0], column), other} for other in whole if other[0] != row and other[1] != column]
    return min(rings, key=price, default=None)


def is_told(cell: Cell, hidden: set[Cell]) -> bool:
    """Whether the cells that are shown say what stands in this hidden one: no other way leads over hidden cells from
    its row to its column."""
    ways = defaultdict(set)
    for row, column in hidden - {cell}:
        ways["row", row].add(("column", column))
        ways["column", column].add(("row", row))
    goal, seen, ahead = ("column", cell[1]), set(), deque([("row", cell[0])])
    while ahead:
        here = ahead.popleft()
        if here == goal:
            return False
        if here not in seen:
            seen.add(here)
            ahead.extend(ways[here])
    return True
