"""The kinds of things in the network, as lists and files print them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import F
from django.utils.html import format_html
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from grids.jurisdiction import may

from ..models import MediationCenter, MediationOrg, MediationWindow, Mediator, ScreeningPoint
from . import hours

Columns = tuple[tuple[Any, Callable], ...]


@dataclass(frozen=True)
class Part:
    """A kind of thing in the network: its list has these columns after the name, its file `more` of them."""

    model: type
    label: Any
    icon: str
    related: tuple[str, ...]
    columns: Columns
    more: Columns = ()

    @property
    def path(self) -> str:
        return self.model.objects.all().area_path

    @property
    def name_label(self):
        return self.model._meta.get_field("name").verbose_name

    def rows(self, user):
        return self.model.objects.visible_to(user).active()

    def listed(self, user):
        rows = self.rows(user).select_related(*self.related).annotate(at_key=F(f"{self.path}__key"))
        rows = rows.defer(*(f"{path}__outline" for path in self.related if path.endswith("area")))
        return hours.with_hours(rows, localdate()) if self.model is MediationWindow else rows

    def url_of(self, row, user) -> str:
        """The page of a row; nothing where it has none or the user may not open it."""
        if self.model is Mediator and not may(user, "mediator.view", row):
            return ""
        return row.get_absolute_url() if hasattr(row, "get_absolute_url") else ""


def open_badge(window: MediationWindow) -> str:
    """Whether it is open now, as safe HTML."""
    if hours.is_open(window, now()):
        return format_html('<span class="badge badge--done">{}</span>', _("Open now"))
    return format_html('<span class="badge badge--off">{}</span>', _("Closed now"))


def _hours(window: MediationWindow) -> str:
    return hours.in_words(window.hours.all()) or window.note


PARTS = {
    "centers": Part(MediationCenter, gettext_lazy("Mediation centres"), "building", ("area",), (
        (gettext_lazy("Kind"), lambda row: row.get_kind_display()), (gettext_lazy("Area"), lambda row: row.area))),
    "orgs": Part(MediationOrg, gettext_lazy("Mediation organisations"), "users",
                 ("area", "center", "specialty", "department"), (
        (gettext_lazy("Kind"), lambda row: row.get_kind_display()),
        (gettext_lazy("Place in the network"), lambda row: row.get_place_display()),
        (gettext_lazy("Specialty"), lambda row: row.specialty or ""), (gettext_lazy("Area"), lambda row: row.area),
        (gettext_lazy("Mediation centre"), lambda row: row.center)), (
        (gettext_lazy("Supervising department"), lambda row: row.department or ""),
        (gettext_lazy("Founded on"), lambda row: row.founded_on), (gettext_lazy("Filed on"), lambda row: row.filed_on),
        (gettext_lazy("Term from"), lambda row: row.term_from), (gettext_lazy("Term until"), lambda row: row.term_to))),
    "windows": Part(MediationWindow, gettext_lazy("Mediation windows"), "inbox", ("area", "center", "org"), (
        (gettext_lazy("Belongs to"), lambda row: row.center or row.org), (gettext_lazy("Area"), lambda row: row.area),
        (gettext_lazy("Opening hours"), _hours))),
    "mediators": Part(Mediator, gettext_lazy("Mediators"), "user", ("org__area",), (
        (gettext_lazy("Rank"), lambda row: row.get_rank_display()),
        (gettext_lazy("Mediation organisation"), lambda row: row.org),
        (gettext_lazy("Area"), lambda row: row.org.area), (gettext_lazy("Skills"), lambda row: row.skills))),
    "points": Part(ScreeningPoint, gettext_lazy("Screening points"), "pin", ("area", "org"), (
        (gettext_lazy("Screened by"), lambda row: row.org), (gettext_lazy("Area"), lambda row: row.area))),
}
