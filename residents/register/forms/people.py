"""People: entered, put right, moved, their permits."""

import uuid

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from shuangliu.pages.forms import Chips, DayField
from shuangliu.privacy import documents, id_number
from shuangliu.privacy.documents import Document

from ...models import Permit
from ...models.living import Kind, Left, Reason, Tenure
from ...models.people import Sex
from .fields import HomeField

NONE = ("", "—")
PAPERS = [NONE, *((one.value, one.label) for one in documents.PERSONAL)]
PLAIN = {"autocomplete": "off", "spellcheck": "false"}


class Paper(forms.Form):
    """Who somebody is. The number comes first: it tells birthday and sex, and whether they are here already."""

    id_number = forms.CharField(
        label=_("ID number"), max_length=40, required=False,
        widget=forms.TextInput({**PLAIN, "data-behaviour": "idnumber", "inputmode": "text"}),
        help_text=_("18 or 15 characters of the card; leave it empty where nobody has a paper."))
    document = forms.ChoiceField(label=_("kind of document"), required=False, initial=Document.ID_CARD,
                                 choices=PAPERS[1:])
    is_number_confirmed = forms.BooleanField(
        label=_("I have the card before me, and it shows exactly this number"), required=False)
    name = forms.CharField(label=_("full name"), max_length=50, widget=forms.TextInput(PLAIN))
    sex = forms.ChoiceField(label=_("sex"), required=False, choices=Sex, widget=Chips)
    born_on = DayField(label=_("birthday"), required=False)
    phone = forms.CharField(label=_("phone"), max_length=20, required=False,
                            widget=forms.TextInput({**PLAIN, "inputmode": "tel"}))
    other_phone = forms.CharField(label=_("other phone"), max_length=20, required=False,
                                  widget=forms.TextInput({**PLAIN, "inputmode": "tel"}))
    origin_code = forms.RegexField(
        r"^\d{6}$", label=_("county of household registration"), required=False,
        widget=forms.TextInput({**PLAIN, "inputmode": "numeric"}), error_messages={"invalid": _("Six digits.")},
        help_text=_("Six digits, for those registered elsewhere."))
    origin_address = forms.CharField(label=_("address of household registration"), max_length=200, required=False,
                                     widget=forms.TextInput(PLAIN))
    employer = forms.CharField(label=_("employer"), max_length=100, required=False, widget=forms.TextInput(PLAIN))

    use_required_attribute = False
    known = ""  # the number that is there, where none is typed
    GIVEN = ("name", "document", "id_number", "is_number_confirmed", "sex", "born_on", "phone", "other_phone",
             "origin_code", "origin_address", "employer")

    def clean_born_on(self):
        return past(self.cleaned_data["born_on"])

    def clean(self):
        """A birthday or sex other than the number tells is a slip in one of the two."""
        given = super().clean()
        document = given.get("document", "")
        number = id_number.upgraded(id_number.normalise(given.get("id_number") or self.known))
        for name, told in (("born_on", documents.born_on(document, number)), ("sex", documents.sex(document, number))):
            if told and given.get(name) and given[name] != told:
                self.add_error(name, _("The ID number says otherwise."))
        return given

    @property
    def asks_for_card(self) -> bool:
        """Whether the check digit failed: then, and only then, somebody may say that the card shows it so."""
        codes = {error.code for error in self.errors.get("id_number", forms.utils.ErrorList()).as_data()}
        return "check" in codes or self["is_number_confirmed"].value() in (True, "on")

    @property
    def given(self) -> dict:
        return {name: self.cleaned_data[name] for name in self.GIVEN if name in self.cleaned_data}


class Living(forms.Form):
    """Where somebody lives, and how."""

    dwelling = HomeField(label=_("Home"))
    kind = forms.ChoiceField(label=_("kind"), choices=Kind, widget=Chips)
    tenure = forms.ChoiceField(label=_("lives there as"), required=False, choices=[NONE, *Tenure.choices])
    reason = forms.ChoiceField(label=_("came"), required=False, choices=[NONE, *Reason.choices],
                               help_text=_("Of those registered elsewhere."))
    since = DayField(label=_("lives there since"), required=False, help_text=_("Leave it empty where nobody knows."))

    use_required_attribute = False

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["dwelling"].user = user

    def clean_since(self):
        return past(self.cleaned_data["since"])

    def clean(self):
        given = super().clean()
        if given.get("reason") and given.get("kind") == Kind.REGISTERED:
            self.add_error("reason", _("Only of those registered elsewhere."))
        return given

    @property
    def home(self) -> dict:
        return {name: self.cleaned_data[name] for name in ("dwelling", "kind", "tenure", "reason", "since")}


class PersonForm(Living, Paper):
    """Somebody new. `uuid` is the form: sent twice it is one person."""

    uuid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    field_order = ["uuid", "id_number", "document", "is_number_confirmed", "name", "sex", "born_on", "phone",
                   "dwelling", "kind", "tenure", "reason", "since", "other_phone", "origin_code", "origin_address",
                   "employer"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.is_bound:
            self.fields["id_number"].widget.attrs["autofocus"] = True


class CorrectForm(Paper):
    """What is wrong is typed anew; what is left empty stays as it is, and nothing is shown in clear. `remove` names
    what is known no longer."""

    REMOVED = ("phone", "other_phone", "origin_address", "employer")

    remove = forms.MultipleChoiceField(label=_("Known no longer: remove"), required=False,
                                       widget=forms.CheckboxSelectMultiple)
    note = forms.CharField(label=_("Why"), max_length=200, required=False,
                           help_text=_("Without names and numbers."))

    def __init__(self, *args, person, **kwargs):
        super().__init__(*args, **kwargs)
        self.person, self.known = person, person.id_number
        self.fields["name"].required = False
        self.fields["id_number"].help_text = _("Only if it is wrong or missing.")
        for name, hint in {"name": person.masked_name, "id_number": person.masked_id_number,
                           "phone": person.masked_phone, "other_phone": person.masked_other_phone}.items():
            self.fields[name].widget.attrs["placeholder"] = hint
        self.initial |= {"document": person.document or Document.ID_CARD, "origin_code": person.origin_code}
        there = [(name, self.fields[name].label) for name in self.REMOVED if getattr(person, name)]
        self.fields["remove"].choices = there
        if not there:
            del self.fields["remove"]

    @property
    def given(self) -> dict:
        """Only what was typed; `document` where the number or the kind changes."""
        typed = {name: value for name, value in super().given.items() if value}
        if not (typed.get("id_number") or self.person.id_number):
            typed.pop("document", None)
        if "id_number" not in typed and typed.get("document") == self.person.document:
            typed.pop("document", None)
        if "id_number" in typed:
            typed["is_number_confirmed"] = self.cleaned_data["is_number_confirmed"]
        return typed | dict.fromkeys(self.cleaned_data.get("remove", ()), "")


class MoveInForm(Living):
    pass


class MoveOutForm(forms.Form):
    until = DayField(label=_("Last day there"))
    left = forms.ChoiceField(label=_("why it ended"), choices=Left, widget=Chips)

    use_required_attribute = False


class PermitForm(forms.Form):
    """A permit is written down; its number is typed anew or stays."""

    kind = forms.ChoiceField(label=_("kind"), choices=Permit.PermitKind, widget=Chips,
                             initial=Permit.PermitKind.RESIDENCE)
    permit_number = forms.CharField(label=_("permit number"), max_length=30, required=False,
                                    widget=forms.TextInput(PLAIN))
    issued_on = DayField(label=_("issued on"), required=False)
    expires_on = DayField(label=_("expires on"), required=False)

    use_required_attribute = False

    def __init__(self, *args, permit=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.permit = permit
        if permit:
            self.initial |= {name: getattr(permit, name) for name in ("kind", "issued_on", "expires_on")}
            if permit.permit_number:
                self.fields["permit_number"].help_text = _("Leave it empty to keep the number that is there.")

    def clean(self):
        given = super().clean()
        first, last = given.get("issued_on"), given.get("expires_on")
        if first and last and last < first:
            self.add_error("expires_on", _("It ends before it begins."))
        if self.permit and not given.get("permit_number"):
            given["permit_number"] = self.permit.permit_number
        return given


def past(day):
    if day and day > localdate():
        raise forms.ValidationError(_("This day is still to come."))
    return day
