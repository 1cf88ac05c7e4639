"""What the public writes about leases."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from grids.fields import AreaField
from grids.models import Level
from hotline.portal.fields import photos
from residents.leases.forms import PartiesForm, TermsForm
from residents.leases.forms.fields import RentField
from residents.leases.models import Asked, Firm
from residents.leases.models.leases import Filer
from residents.leases.querysets import NUMBER
from residents.leases.rules import ITEMS
from shuangliu.attachments.forms import WithFiles
from shuangliu.guard import codes
from shuangliu.guard.puzzle import WithPuzzle
from shuangliu.pages.forms import Chips, DayField
from shuangliu.privacy import credit_code, id_number

FIRMS = {Filer.AGENCY: Firm.Kind.AGENCY, Filer.MANAGER: Firm.Kind.MANAGER}
OUTSIDE = [choice for choice in Filer.choices if choice[0] != Filer.COMMUNITY]
MOST_PHOTOS = 12


class FileForm(WithPuzzle, PartiesForm, TermsForm, WithFiles):
    """A lease, by any of the four who may file it. `uuid` names the form: sent twice it makes one lease."""

    side = forms.ChoiceField(label=_("Who are you?"), choices=OUTSIDE, initial=Filer.LANDLORD, widget=Chips,
                             help_text=_("If the landlord does not file it, the tenant may."))
    firm_name = forms.CharField(label=_("Name of the agency or manager"), max_length=100, required=False)
    firm_code = forms.CharField(label=_("Its credit code"), max_length=18, required=False)
    area = AreaField(label=_("Town or community"))
    address = forms.CharField(label=_("Address"), max_length=200, help_text=_("Estate, house, staircase and door."))
    photos = photos(MOST_PHOTOS, _("Photos of the papers"))
    consent = forms.BooleanField(label=_("What I write is true, and the other side knows that I file it."))

    use_required_attribute = False

    def __init__(self, data=None, files=None, *, by=None, **kwargs):
        super().__init__(data, files, by=by, **kwargs)
        self.fields["photos"].help_text = _("The lease, the ID cards of both sides, and the title.")

    def offer(self):
        self.fields["area"].offer()
        return self

    def clean_area(self):
        """A community: each has its registrar, a town as such has none."""
        area = self.cleaned_data["area"]
        if area.level == Level.TOWN:
            raise ValidationError(_("Please choose the community: its registrar looks at the lease."))
        return area

    def clean(self):
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("side") in FIRMS:
            cleaned["firm_code"] = id_number.normalise(cleaned.get("firm_code", ""))
            if not cleaned.get("firm_name"):
                self.add_error("firm_name", _("Please fill this in too."))
            try:
                credit_code.validate(cleaned["firm_code"])
            except ValidationError as error:
                self.add_error("firm_code", error)
        if not self.errors and self.is_spent():
            self.add_error("sum", _("This page was sent already. Please send it once more."))
        return cleaned

    def given(self) -> dict:
        said = self.cleaned_data
        given = {"uuid": said["uuid"], "side": said["side"], "area": said["area"], "address": said["address"],
                 "landlords": self.landlords(), "tenants": self.tenants(), **self.terms()}
        if kind := FIRMS.get(said["side"]):
            firm, _new = Firm.objects.get_or_create(kind=kind, code=said["firm_code"],
                                                    defaults={"name": said["firm_name"]})
            given[str(said["side"])] = firm
        return given


class CodeForm(codes.CodeForm):
    """Number (ZL00000012, ZL12 or 12) and the six digits."""

    pattern, begins, looks = NUMBER, _("It begins with ZL."), _("A number looks like ZL00000012.")


class CompleteForm(WithFiles):
    photos = photos(MOST_PHOTOS, _("Photos of the papers"))
    note = forms.CharField(label=_("What do you want to add?"), max_length=500, required=False,
                           widget=forms.Textarea({"rows": 2}))

    use_required_attribute = False

    def __init__(self, data=None, files=None, by=None):
        super().__init__(data, files, by=by)

    def clean(self):
        cleaned = super().clean()
        if not self.errors and not cleaned.get("photos") and not cleaned.get("note"):
            self.add_error("photos", _("Please add the missing papers, or say why they cannot be had."))
        return cleaned


class AskForm(WithFiles):
    """A change, a renewal or the end. `ends_on`: the new last day, of an end the day it ends on."""

    kind = forms.ChoiceField(label=_("What do you ask for?"), choices=Asked.Kind, initial=Asked.Kind.RENEW,
                             widget=Chips)
    ends_on = DayField(label=_("Until"), required=False,
                       help_text=_("The new last day; of an end, the day it ends on."))
    rent = RentField(required=False, help_text=_("Empty: as before."))
    note = forms.CharField(label=_("In your words"), max_length=500, required=False,
                           widget=forms.Textarea({"rows": 2}))
    photos = photos(MOST_PHOTOS, _("Photos of the papers"))

    use_required_attribute = False

    def __init__(self, data=None, files=None, by=None, **kwargs):
        super().__init__(data, files, by=by, **kwargs)

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("kind") == Asked.Kind.RENEW and not cleaned.get("ends_on") and "ends_on" not in self.errors:
            self.add_error("ends_on", _("Please say until when."))
        if cleaned.get("kind") == Asked.Kind.CHANGE and not cleaned.get("rent") and not cleaned.get("note"):
            self.add_error("note", _("Please say what changes."))
        return cleaned

    def given(self) -> dict:
        return {name: self.cleaned_data[name] for name in ("uuid", "kind", "ends_on", "rent", "note")}


class SafetyForm(forms.Form):
    """The list of the self-check: yes or no to each line, and what was found."""

    uuid = WithFiles.base_fields["uuid"]
    use_required_attribute = False

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for item in ITEMS:
            self.fields[item.code] = forms.ChoiceField(
                label=item.question, choices=[("yes", _("Yes")), ("no", _("No, or not sure"))], widget=Chips)
            self.fields[f"{item.code}_note"] = forms.CharField(label=_("What was found"), max_length=200,
                                                               required=False)

    @property
    def groups(self) -> list[tuple]:
        """Subject of a line, its question, its note; the subject only where a new one begins."""
        subjects = ["", *(item.subject for item in ITEMS)]
        return [("" if item.subject == before else item.subject, self[item.code], self[f"{item.code}_note"])
                for before, item in zip(subjects, ITEMS, strict=False)]

    def answers(self) -> dict[str, tuple[bool, str]]:
        return {item.code: (self.cleaned_data[item.code] == "yes", self.cleaned_data[f"{item.code}_note"])
                for item in ITEMS}


class VerifyForm(forms.Form):
    code = forms.CharField(label=_("Check code"), max_length=20, help_text=_("Twelve marks, at the foot of the "
                                                                           "certificate."),
                           widget=forms.TextInput({"autocomplete": "off", "autocapitalize": "characters"}))

    use_required_attribute = False
