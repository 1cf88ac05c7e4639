"""The map of a dashboard: the areas below in the colour of a figure, each a link one level down."""

from django.urls import reverse
from django.utils.http import urlencode

from .board import Board
from .figures import figure_named
from .sections import Comparison

ANY_CODE = "000000"  # the browser puts the code of the area here


def map_of(board: Board, query: dict[str, str], chosen: str) -> dict:
    """What static/js/dashboard/map.js draws. `chosen` is the figure asked for (the first one otherwise); a
    community shows its grids without figures, which are kept for communities and above."""
    names = list(dict.fromkeys(
        name for section in board.sections if isinstance(section, Comparison) for name in section.figures))
    cells = {
        name: {child.code: board.cell_in(child, name, is_linked=False) for child in board.children}
        for name in names
    }
    below = reverse("dashboard") + "?" + urlencode({**query, "area": ANY_CODE})
    return {
        "outlines": reverse("grids:area-outlines") + "?" + urlencode({"area": board.area.code}),
        "below": below if board.has_children else reverse("grids:area-detail", args=[ANY_CODE]),
        "chosen": chosen if chosen in names else next(iter(names), ""),
        "figures": [
            {
                "name": name,
                "label": str(figure_named(name).label),
                "unit": figure_named(name).unit,
                "areas": {
                    code: {"value": cell.drawn, "text": cell.text}
                    for code, cell in areas.items()
                },
            }
            for name, areas in cells.items()
        ],
    }
