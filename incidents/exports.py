"""The list as a file: what is seen, row by row, without personal data (domain.md §7 rule 3)."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from shuangliu.pages import keyset
from shuangliu.privacy.masking import mask_numbers
from shuangliu.spreadsheets import Sheet

from .models import Category, Incident
from .states import State

MOST = 50_000


def is_too_long(incidents) -> bool:
    """Whether there are more than fit into one file."""
    return incidents.order_by()[: MOST + 1].count() > MOST


class Export:
    """`sheet()` walks the incidents in `order`; `count` is how many it has written."""

    def __init__(self, incidents, order: tuple[str, ...]):
        self.incidents, self.order, self.count = incidents.for_queue(), order, 0

    def sheet(self) -> Sheet:
        return Sheet(_("Incidents"), headings(), self._rows())

    def _rows(self) -> Iterator[list]:
        tiers = {tier.value: str(tier.label) for tier in Category.Tier}
        states = {state.value: str(state.label) for state in State}
        for incident in keyset.walk(self.incidents, order=self.order, most=MOST):
            self.count += 1
            yield _cells(incident, states, tiers)


def headings() -> list[str]:
    return [_("Incident number"), _("Category code"), _("Category"), _("Description"), _("Place"), _("Grid code"),
            _("Grid"), _("State"), _("With"), _("Urgent"), _("Due at"), _("Overdue"), _("Times reworked"),
            _("Reported at")]


def _cells(incident: Incident, states: dict, tiers: dict) -> list:
    grid = incident.grid if incident.grid_id else None
    return [
        incident.number, incident.category.code, incident.category.name, mask_numbers(incident.description),
        mask_numbers(incident.place), grid and grid.code, grid and grid.name, states[incident.state],
        incident.department.name if incident.department_id else tiers[incident.tier], incident.is_urgent,
        incident.due_at, incident.is_open and incident.is_overdue, incident.rework_count, incident.reported_at,
    ]
