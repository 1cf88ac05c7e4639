"""A lease filed at the counter."""

from django import forms
from django.utils.translation import gettext_lazy as _

from shuangliu.attachments.forms import StagedPhotosField, WithFiles
from shuangliu.attachments.models import Role
from shuangliu.pages.forms import Chips

from ..models.leases import Filer
from . import fields
from .terms import PartiesForm, TermsForm


class CounterForm(PartiesForm, TermsForm, WithFiles):
    """`uuid` names the form: sent twice it makes one lease."""

    dwelling = fields.DwellingField(help_text=_("Its number (FW…), or the address as the register writes it."))
    filed_by = forms.ChoiceField(label=_("Who files it"), choices=Filer, initial=Filer.LANDLORD, widget=Chips)
    photos = StagedPhotosField(role=Role.REPORT, most=12, required=False, label=_("Photos of the papers"))
    is_draft = forms.BooleanField(label=_("Keep as a draft: something is still to come"), required=False)

    use_required_attribute = False

    def __init__(self, data=None, files=None, *, by, **kwargs):
        super().__init__(data, files, by=by, **kwargs)
        self.fields["dwelling"].by = by
        self.order_fields(["dwelling", "filed_by", *TermsForm.base_fields])

    def given(self) -> dict:
        dwelling = self.cleaned_data["dwelling"]
        return {"uuid": self.cleaned_data["uuid"], "side": self.cleaned_data["filed_by"], "dwelling": dwelling,
                "area": dwelling.building.area, "address": dwelling.address, "is_draft": self.cleaned_data["is_draft"],
                "landlords": self.landlords(), "tenants": self.tenants(), **self.terms()}
