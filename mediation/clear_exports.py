"""Parties of cases in a file, in clear where a second person approves it (shuangliu.protection.exports)."""

from datetime import date, timedelta
from operator import attrgetter

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from shuangliu.pages.forms import DayField, day_start
from shuangliu.protection.exports import Column, Exporter, exporter

from .figures.table30_views import handed_out_by
from .models import Party


class PartiesForm(forms.Form):
    """Parties of cases registered on these days."""

    start = DayField(label=gettext_lazy("Registered from"))
    end = DayField(label=gettext_lazy("Registered until"))

    use_required_attribute = False

    def clean(self):
        given = self.cleaned_data
        if given.get("start") and given.get("end") and given["end"] < given["start"]:
            self.add_error("end", _("The last day is not before the first."))
        return given


@exporter("mediation.parties", act="case.export-clear")
class Parties(Exporter):
    label = gettext_lazy("Parties of mediation cases")
    form = PartiesForm
    columns = (
        Column("number", gettext_lazy("Case number"), attrgetter("case.number")),
        Column("registered", gettext_lazy("Registered at"), attrgetter("case.registered_at")),
        Column("side", gettext_lazy("Side"), lambda party: party.get_role_display()),
        Column("name", gettext_lazy("Full name"), attrgetter("name"), attrgetter("masked_name")),
        Column("id_number", gettext_lazy("ID number"), attrgetter("id_number"), attrgetter("masked_id_number")),
        Column("phone", gettext_lazy("Phone"), attrgetter("phone"), attrgetter("masked_phone")),
        Column("address", gettext_lazy("Address"), attrgetter("address"), attrgetter("masked_address")),
    )

    def rows(self, user, *, start: date, end: date):
        cases = handed_out_by(user, self.act).filter(
            registered_at__gte=day_start(start), registered_at__lt=day_start(end + timedelta(days=1)))
        return Party.objects.filter(case__in=cases).select_related("case").order_by("case_id", "id")

    def matter(self, row: Party):
        return row.case
