"""What the lists are asked. A list is that of one community or grid: the first of theirs unless they say."""

from datetime import timedelta

from django import forms
from django.db.models import Exists, OuterRef
from django.utils.timezone import localdate, now
from django.utils.translation import gettext_lazy as _

from shuangliu import search

from ...models import Dwelling, Permit, Residence
from ...models.homes import BuildingUse
from ...models.living import Kind
from .. import areas
from .fields import PlaceField

ALL = ("", _("All"))
STALE = timedelta(days=180)  # unless somebody has made sure since, a row is to be checked
NEW = timedelta(days=30)
SOON = timedelta(days=30)


class Filter(forms.Form):
    """`place` is the community or grid that is shown; None for whoever serves nowhere."""

    area = PlaceField(label=_("Area"), required=False, empty_label=None)

    def __init__(self, data, *, user, act: str):
        super().__init__(data)
        self.fields["area"].serve(user, act)
        self.is_valid()
        self.place = self.cleaned_data.get("area") or (None if "area" in self.errors else
                                                       self.fields["area"].queryset.first())
        if self.place and not self.data.get("area"):
            self.initial["area"] = self.place.pk
            self.data = {**self.data.dict(), "area": self.place.pk} if hasattr(self.data, "dict") else self.data

    @property
    def is_narrowed(self) -> bool:
        return any(self.data.get(name) for name in self.fields if name != "area")

    def here(self, rows):
        return rows.filter(**areas.within(self.place)) if self.place else rows.none()


class BuildingFilter(Filter):
    q = forms.CharField(label=_("Name or street"), required=False, max_length=50,
                        widget=forms.TextInput({"type": "search", "autocomplete": "off"}))

    field_order = ["q", "area"]

    def clean_q(self):
        text = self.cleaned_data["q"]
        if text and not search.is_enough(text):
            raise forms.ValidationError(_("Two characters at least."))
        return text

    def narrow(self, rows):
        rows = self.here(rows)
        text = self.cleaned_data.get("q")
        return search.matching(rows, text) if text else rows


class DwellingFilter(Filter):
    standing = forms.ChoiceField(label=_("standing"), required=False, choices=[ALL, *Dwelling.Standing.choices])
    use = forms.ChoiceField(label=_("use"), required=False, choices=[ALL, *BuildingUse.choices])

    def narrow(self, rows):
        rows = self.here(rows)
        for name in ("standing", "use"):
            if value := self.cleaned_data.get(name):
                rows = rows.filter(**{name: value})
        return rows


class PersonFilter(Filter):
    """`tab`: all, those to check, the newly moved in, those whose permit runs out."""

    TABS = [("all", _("All residents")), ("check", _("To check")), ("new", _("Newly moved in")),
            ("permit", _("Permit runs out"))]

    kind = forms.ChoiceField(label=_("kind"), required=False, choices=[ALL, *Kind.choices])

    def __init__(self, data, *, user, act: str):
        self.tab = data.get("tab") if data.get("tab") in dict(self.TABS) else "all"
        super().__init__(data, user=user, act=act)

    def narrow(self, people):
        people = pile(self.here(people), self.tab)
        if kind := self.cleaned_data.get("kind"):
            home = Residence.objects.filter(person=OuterRef("pk"), until=None, kind=kind)
            people = people.filter(Exists(home))
        return people


def pile(people, name: str):
    """Those of `people` who lie on a pile of the registrar."""
    today = localdate()
    if name == "check":
        return people.filter(confirmed_at__lt=now() - STALE)
    if name == "new":
        return people.filter(pk__in=Residence.objects.filter(until=None, since__gte=today - NEW).values("person"))
    if name == "permit":
        return people.filter(pk__in=Permit.objects.filter(expires_on__gte=today, expires_on__lte=today + SOON)
                             .values("person"))
    return people
