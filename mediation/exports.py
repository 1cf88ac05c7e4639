"""The list of cases as a file: the outline only. What a dispute is about and who is party to it is in no file
(人民调解法 art. 15)."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from shuangliu.pages import keyset
from shuangliu.spreadsheets import Sheet

from .models import Case

MOST = 50_000


def is_too_long(cases) -> bool:
    """Whether there are more than fit into one file."""
    return cases.order_by()[: MOST + 1].count() > MOST


class Export:
    """`sheet()` walks the cases in `order`; `count` is how many it has written."""

    def __init__(self, cases, order: tuple[str, ...]):
        self.cases, self.order, self.count = cases.for_queue(), order, 0

    def sheet(self) -> Sheet:
        return Sheet(_("Mediation cases"), headings(), self._rows())

    def _rows(self) -> Iterator[list]:
        for case in keyset.walk(self.cases, order=self.order, most=MOST):
            self.count += 1
            yield _cells(case)


def headings() -> list[str]:
    return [_("Case number"), _("Category code"), _("Dispute category"), _("Town (subdistrict)"), _("State"),
            _("Outcome"), _("Level"), _("Channel"), _("Mediation organisation"), _("Due at"),
            _("Registered at"), _("Accepted at"), _("Concluded at")]


def _cells(case: Case) -> list:
    return [
        case.number, case.category.code, case.category.label, str(case.town or case.area), case.get_state_display(),
        case.get_outcome_display(), case.get_level_display(), case.get_channel_display(), case.org and case.org.name,
        case.due_at, case.registered_at, case.accepted_at, case.concluded_at,
    ]
