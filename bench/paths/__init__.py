"""What is measured. Each path yields its cases, one after the other: made ready when its turn has come."""

from .buffers import buffers
from .effect import coverage
from .hotline import desk, knowledge, tickets
from .imports import imports
from .jobs import folding, sweep
from .open311 import open311
from .pages import api, dashboard, detail, queue
from .patrol import roster
from .public import public_create
from .reading import figures, locate
from .report import create
from .searching import searching, similar
from .volunteers import volunteers

PATHS = {
    "queue": queue, "buffers": buffers, "detail": detail, "create": create, "public": public_create,
    "dashboard": dashboard, "api": api, "sweep": sweep, "fold": folding, "figures": figures, "locate": locate,
    "search": searching, "similar": similar, "open311": open311,
    "import": imports,
    "desk": desk, "tickets": tickets, "knowledge": knowledge, "volunteers": volunteers,
    "roster": roster, "coverage": coverage,
}
