"""The list of agreements and its tabs, and the duties that are due."""

from datetime import timedelta

from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from .models import AgreementDuty, FourPartyAgreement

NEWEST, BY_END = ("-id",), ("ends_on", "id")
MANY = 100  # a tab with more says 99+
AHEAD = timedelta(days=7)

TABS = {
    "running": (_("Agreement in force"), BY_END),
    "ending": (_("Ending within 30 days"), BY_END),
    "to_sign": (_("To be signed"), NEWEST),
    "all": (_("All"), NEWEST),
}
COUNTED = ("ending", "to_sign")


def rows_of_tab(tab: str, user, at):
    """The agreements of a tab; each is a part of what is visible to the user."""
    rows = FourPartyAgreement.objects.visible_to(user).of_desk(user)
    return {"running": rows.running, "to_sign": rows.to_sign, "all": rows.all,
            "ending": lambda: rows.ending_soon(localdate(at))}[tab]()


def counts(user, at) -> dict[str, int]:
    return {name: rows_of_tab(name, user, at).order_by(*TABS[name][1])[:MANY].count() for name in COUNTED}


def duties_due(user, at):
    """What has to be marked by the end of the next seven days, what is late first."""
    visible = FourPartyAgreement.objects.visible_to(user)
    return AgreementDuty.objects.filter(due_on__lte=localdate(at) + AHEAD, agreement__in=visible).select_related(
        "agreement__area").defer("agreement__area__outline")
