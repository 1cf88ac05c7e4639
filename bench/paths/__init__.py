"""What is measured. Each path yields its cases, one after the other: made ready when its turn has come."""

from .buffers import buffers
from .hotline import desk, knowledge, tickets
from .imports import imports
from .jobs import folding, sweep
from .open311 import open311
from .pages import api, dashboard, detail, queue
from .patrols import coverage
from .public import public_create
from .reading import figures, locate
from .report import create
from .searching import searching, similar

PATHS = {
    "queue": queue, "buffers": buffers, "detail": detail, "create": create, "public": public_create,
    "dashboard": dashboard, "api": api, "sweep": sweep, "fold": folding, "figures": figures, "locate": locate,
    "search": searching, "similar": similar, "open311": open311,
    "import": imports,
    "coverage": coverage,
    "desk": desk, "tickets": tickets, "knowledge": knowledge,
}
