"""Residents in a file, in clear where a second person approves it (shuangliu.protection.exports); children under 14 are
in none (exports.py)."""

from operator import attrgetter

from django import forms
from django.db.models import Prefetch
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from grids.models import Area
from shuangliu.protection.exports import Column, Exporter, exporter

from ..models import Person, Residence
from ..models.living import Kind
from . import areas
from .exports import without_children


class PeopleForm(forms.Form):
    """Who lives in one grid or community by the register."""

    area = forms.CharField(label=_("Code of the community or grid"), max_length=15, widget=forms.TextInput(
        {"inputmode": "numeric", "autocomplete": "off"}))
    kind = forms.ChoiceField(label=_("kind"), choices=[("", _("All")), *Kind.choices], required=False)

    use_required_attribute = False

    def clean_area(self):
        """Whether it is theirs is for `visible_to` to say: who asks for another's gets nobody."""
        code = self.cleaned_data["area"].strip()
        if not Area.objects.current(localdate()).filter(code=code, level__in=["community", "grid"]).exists():
            raise forms.ValidationError(_("There is no community or grid with this code."))
        return code


def _home(person: Person) -> Residence | None:
    return next(iter(person.homes), None)


@exporter("residents.people", act="person.export-clear")
class People(Exporter):
    label = _("Residents by the register")
    form = PeopleForm
    columns = (
        Column("number", _("Record"), attrgetter("number")),
        Column("name", _("Full name"), attrgetter("name"), attrgetter("masked_name")),
        Column("id_number", _("ID number"), attrgetter("id_number"), attrgetter("masked_id_number")),
        Column("phone", _("Phone"), attrgetter("phone"), attrgetter("masked_phone")),
        Column("home", _("Home"), lambda person: _home(person) and _home(person).dwelling.address),
        Column("kind", _("kind"), lambda person: _home(person) and _home(person).get_kind_display()),
        Column("since", _("lives there since"), lambda person: _home(person) and _home(person).since),
        Column("confirmed", _("last confirmed at"), attrgetter("confirmed_at")),
    )

    def rows(self, user, *, area: str, kind: str = ""):
        place = Area.objects.current(localdate()).defer("outline").get(code=area)
        homes = Residence.objects.filter(until=None)
        people = without_children(Person.objects.visible_to(user), localdate()).filter(**areas.within(place))
        if kind:
            people = people.filter(pk__in=homes.filter(kind=kind).values("person"))
        return people.prefetch_related(Prefetch("residences", homes.select_related("dwelling__building"),
                                                to_attr="homes")).order_by("id")
