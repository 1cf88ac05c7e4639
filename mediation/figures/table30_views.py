"""/mediation/figures/table30/: handing table 30 of GB/T 31000 to another system, for a purpose, on record."""

from datetime import timedelta

from django import forms
from django.db import transaction
from django.db.models import Q
from django.shortcuts import render
from django.utils.timezone import localtime, now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from grids.jurisdiction import area_q, posts_for
from shuangliu import audit, spreadsheets
from shuangliu.audit.models import Entry
from shuangliu.audit.recording import entry
from shuangliu.pages import unsent
from shuangliu.pages.access import allows
from shuangliu.pages.forms import DayField, day_start
from shuangliu.protection import looks

from ..models import Case
from ..models.queryset import in_areas
from .table30 import ITEMS, MOST, Table

ACT = "case.exchange"


class ExchangeForm(forms.Form):
    """Cases registered on these days; the purpose and who gets the file are logged."""

    start = DayField(label=gettext_lazy("Registered from"))
    end = DayField(label=gettext_lazy("Registered until"))
    recipient = forms.CharField(label=gettext_lazy("Who gets the file"), min_length=2, max_length=60)
    purpose = forms.CharField(label=gettext_lazy("Purpose"), min_length=4, max_length=100)
    is_clear = forms.BooleanField(
        label=gettext_lazy("Names and ID numbers of the main parties in clear"), required=False,
        help_text=gettext_lazy("Only where the recipient must tell persons apart and has a legal ground of its own; "
                               "then each case is logged. Otherwise they are masked."))
    ground = forms.CharField(label=gettext_lazy("Legal ground of the recipient"), required=False, max_length=60,
                             help_text=gettext_lazy("Needed for names in clear: law and article, or the document."))

    def clean(self):
        given = self.cleaned_data
        if given.get("start") and given.get("end") and given["end"] < given["start"]:
            self.add_error("end", _("The last day is not before the first."))
        if given.get("is_clear") and not given.get("ground") and "ground" not in self.errors:
            self.add_error("ground", _("Names in clear need the legal ground of the recipient."))


def handed_out_by(user, act: str = ACT):
    """The cases of the user's areas that are at a centre there: one that has gone up is the upper centre's to tell."""
    areas = [post.area for post in posts_for(user, act)]
    return Case.objects.filter(in_areas(areas)).filter(Q(center=None) | area_q(areas, "center__area__key"))


@never_cache
@require_http_methods(["GET", "POST"])
@allows(ACT)
def table30(request):
    """The form; sent with a purpose, the file. More than fit into one file are refused."""
    form = ExchangeForm(request.POST or unsent.take(request))
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        cases = handed_out_by(request.user).filter(
            registered_at__gte=day_start(given["start"]),
            registered_at__lt=day_start(given["end"] + timedelta(days=1)))
        if cases.order_by()[: MOST + 1].count() <= MOST:
            return _handed_out(request, cases, given)
        form.add_error("end", _("More than %(most)s cases: choose fewer days.") % {"most": f"{MOST:,}"})
    return render(request, "mediation/figures/table30.html", {
        "form": form, "empty": [item for item in ITEMS if item.empty]}, status=422 if request.method == "POST" else 200)


@transaction.atomic
def _handed_out(request, cases, given: dict):
    """The file, and the record of what went to whom and why: of the hand-out, and in clear of each case."""
    at, table = now(), Table(cases, is_clear=given["is_clear"])
    file = spreadsheets.write(table.sheets(), "xlsx")
    said = " · ".join(filter(None, [given["purpose"], given["recipient"], given["ground"]]))[:200]
    audit.record("case.exchanged", None, by=request.user, at=at, purpose=said, rows=len(table.written),
                 start=given["start"], end=given["end"], clear=given["is_clear"])
    if given["is_clear"]:
        looks.note(Entry.objects.bulk_create(
            [entry("case.revealed", case, by=request.user, at=at, purpose=said, table="30")
             for case in table.written], batch_size=1000))
    return spreadsheets.download(file, f"GBT31000-30 {localtime(at):%Y-%m-%d %H%M}", "xlsx")
