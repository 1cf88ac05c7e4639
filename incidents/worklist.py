"""The list of incidents: its tabs, and what is kept of it as a filter."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from shuangliu.worklists.lists import MANY, Worklist, written

from .finding import NEWEST
from .forms import IncidentFilter
from .models import Incident

BY_DUE = ("due_at", "id")
TABS = {
    "waiting": (gettext_lazy("Waiting for me"), BY_DUE),
    "open": (gettext_lazy("Open"), BY_DUE),
    "all": (gettext_lazy("All"), NEWEST),
    "mine": (gettext_lazy("Reported by me"), NEWEST),
}
IN_HAND = {"waiting", "open"}  # what these show lies in the index of open rows, however long history is


def tab_of(query: QueryDict, form: IncidentFilter) -> str:
    """Filters without a tab search everything."""
    return query.get("tab") or ("all" if form.is_set else "waiting")


def rows_of_tab(tab: str, user, *, is_figure: bool = False):
    """The incidents of a tab; each is a part of what is visible to the user. Behind a figure stand also those that
    boundaries have taken elsewhere."""
    incidents = Incident.objects.all()
    if tab == "waiting":
        return incidents.waiting_for(user)
    if tab == "mine":
        return incidents.filter(reporter=user)
    if tab == "open":
        return incidents.open_for(user)
    return incidents.visible_to(user) if is_figure else incidents.listed_for(user)


def clean(query: QueryDict, user) -> str:
    form = IncidentFilter(query, user=user)
    if not form.is_valid() or query.get("tab", "all") not in TABS:
        raise ValidationError(_("This filter cannot be kept: one of its fields is not understood."))
    return written(query, ["tab", *form.fields])


def count(query: str, user, at: datetime) -> int | None:
    asked = QueryDict(query)
    form = IncidentFilter(asked, user=user)
    tab = tab_of(asked, form)
    if tab not in IN_HAND:
        return None
    return form.narrow(rows_of_tab(tab, user), at, by_index=False).order_by(*BY_DUE)[:MANY].count()


WORKLIST = Worklist("incidents", "incidents:incident-list", clean, count)
