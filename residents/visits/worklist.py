"""The list of visits and its tabs."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from .models import VisitTask

ENTER_WITHIN = timedelta(days=7)  # so that what the worker found is still true; a reminder, no clock
MANY = 100  # a tab with more says 99+
TABS = {
    "enter": (_("To be entered"), ("done_at", "id")),
    "open": (_("On their way"), ("due_on", "id")),
    "all": (_("All"), ("-id",)),
}
COUNTED = ("enter", "open")


def rows_of_tab(tab: str, user):
    """The visits of a tab; each is a part of what is visible to the user."""
    tasks = VisitTask.objects.visible_to(user).of_desk(user)
    return {"enter": tasks.to_enter, "open": tasks.to_make, "all": tasks.all}[tab]()


def counts(user) -> dict[str, int]:
    return {name: rows_of_tab(name, user).order_by(*TABS[name][1])[:MANY].count() for name in COUNTED}
