"""Mediators, experts and member units."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from grids.models import Department
from shuangliu.pages.forms import Chips, ManyChips

from ...models import DisputeCategory, Expert, MediationCenter, Mediator, MemberUnit
from .base import RowForm, not_ahead

PHONE = re.compile(r"\+?[0-9][0-9 -]{5,19}")


def specialties():
    """The groups of disputes, and the kinds that have specialised organisations."""
    return DisputeCategory.objects.filter(is_active=True).exclude(parent__isnull=False, field="").exclude(
        parent__field__gt="")


class MediatorForm(RowForm):
    many = ("specialties",)

    class Meta:
        model = Mediator
        fields = ["name", "org", "rank", "active_from", "specialties", "skills"]
        widgets = {"rank": Chips, "specialties": ManyChips}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.offer_orgs()
        self.fields["rank"].choices = Mediator.Rank.choices
        self.fields["specialties"].queryset = specialties()
        self.fields["active_from"].validators.append(not_ahead)
        self.fields["skills"].help_text = _("Languages, trades, experience: what helps in choosing.")

    def clean(self):
        super().clean()
        name, org = self.cleaned_data.get("name"), self.cleaned_data.get("org")
        same = Mediator.objects.filter(name=name, org=org, is_active=True).exclude(pk=self.instance.pk)
        if name and org and same.exists():
            raise ValidationError({"name": _("There is one of this name in this organisation already.")})
        return self.cleaned_data


class ExpertForm(RowForm):
    many = ("categories",)

    class Meta:
        model = Expert
        fields = ["center", "name", "field", "employer", "title", "phone", "categories"]
        widgets = {"categories": ManyChips, "phone": forms.TextInput({"inputmode": "tel", "autocomplete": "off"})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["center"].queryset = self.centers().filter(kind=MediationCenter.Kind.COUNTY)
        self.fields["center"].empty_label = None
        self.fields["field"].help_text = _("Lawyer, physician, cost engineer: by what they judge.")
        self.fields["categories"].queryset = specialties()
        self.known = self.instance.phone
        if self.known:
            # Who edits need not see it: left empty it stays.
            self.initial["phone"] = ""
            self.fields["phone"].help_text = _("Kept: %(phone)s. Left empty it stays.") % {
                "phone": self.instance.masked_phone}

    def clean_phone(self):
        phone = self.cleaned_data["phone"].strip()
        if phone and not PHONE.fullmatch(phone):
            raise ValidationError(_("This is no phone number."))
        return phone or self.known


class UnitForm(RowForm):
    class Meta:
        model = MemberUnit
        fields = ["center", "name", "department", "liaison"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["center"].queryset = self.centers().exclude(kind=MediationCenter.Kind.SPECIALISED)
        self.fields["center"].empty_label = None
        self.fields["department"].queryset = Department.objects.filter(is_active=True).order_by("area__key", "code")
        self.fields["department"].help_text = _("Where it is one of the departments of the platform.")
