"""What each act on a request asks for."""

from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from shuangliu.pages.forms import Chips
from shuangliu.privacy import documents, id_number
from shuangliu.privacy.documents import PERSONAL, Document
from shuangliu.privacy.identified import dialled

from . import finding, registry
from .limits import OF_AGE
from .models import SubjectFinding, SubjectRequest
from .states import ANONYMOUS, BY_DESK, Ground, Kind

Asker, How = SubjectRequest.Asker, SubjectRequest.How
PAPERS = [(one.value, one.label) for one in PERSONAL]
HIDDEN_FROM_BROWSER = {"autocomplete": "off"}


def words(label, *, rows: int = 3, most: int = 1000, **more) -> forms.CharField:
    return forms.CharField(label=label, max_length=most, widget=forms.Textarea({"rows": rows}), **more)


class Identity(forms.Form):
    """Who stands at the counter, and whose data are meant. Of whoever speaks for somebody, the document and the proof:
    for somebody under 18 the guardian asks (民法典 art. 19, 23)."""

    asker = forms.ChoiceField(label=gettext_lazy("Who asks"), choices=Asker, initial=Asker.SELF, widget=Chips)
    name = forms.CharField(label=gettext_lazy("Name of the person whose data are meant"), max_length=50,
                           widget=forms.TextInput(HIDDEN_FROM_BROWSER))
    document = forms.ChoiceField(label=gettext_lazy("Document of this person"), choices=PAPERS,
                                 initial=Document.ID_CARD)
    id_number = forms.CharField(label=gettext_lazy("Its number"), max_length=40,
                                widget=forms.TextInput(HIDDEN_FROM_BROWSER))
    phone = forms.CharField(label=gettext_lazy("Phone"), max_length=20, required=False,
                            widget=forms.TextInput({"type": "tel", **HIDDEN_FROM_BROWSER}))
    is_phone_proven = forms.BooleanField(
        label=gettext_lazy("I rang this phone, and it rang in front of me"), required=False,
        help_text=gettext_lazy("Only then is looked for what is kept under it."))
    speaker = forms.CharField(label=gettext_lazy("Name of guardian or agent"), max_length=50, required=False,
                              widget=forms.TextInput(HIDDEN_FROM_BROWSER))
    seen_document = forms.ChoiceField(label=gettext_lazy("Document of guardian or agent"), required=False,
                                      choices=[("", "—"), *PAPERS])
    seen_last = forms.CharField(label=gettext_lazy("Its last four"), max_length=4, min_length=4, required=False,
                                widget=forms.TextInput(HIDDEN_FROM_BROWSER))
    proof = forms.CharField(label=gettext_lazy("What proves guardianship or authority"), max_length=200, required=False,
                            help_text=gettext_lazy("Such as: household register, power of attorney of a day."))
    was_seen = forms.BooleanField(label=gettext_lazy("I have seen the original, and the face fits"))

    use_required_attribute = False
    needs_identity, known_phone = True, ""
    spoken_for = ("speaker", "seen_document", "seen_last", "proof")
    folded_label = gettext_lazy("For somebody else: guardian or agent")

    @property
    def folded(self) -> list:
        return [self[name] for name in self.spoken_for]

    @property
    def folded_open(self) -> bool:
        """Shown at once where it is needed; without script by a tap."""
        speaks_for = self["asker"].value() not in ("", None, Asker.SELF)
        return speaks_for or any(self.errors.get(one) for one in self.spoken_for)

    def clean_id_number(self):
        number = id_number.normalise(self.cleaned_data["id_number"])
        document = self.cleaned_data.get("document")
        if number and document:
            documents.validate(document, number, today=localdate())
        return number

    def clean_phone(self):
        return dialled(self.cleaned_data["phone"])

    def clean(self):
        given = super().clean()
        if not self.needs_identity:
            return given
        born = documents.born_on(given.get("document", ""), id_number.upgraded(given.get("id_number", "")))
        if given.get("asker") == Asker.SELF:
            if born and _age(born) < OF_AGE:
                self.add_error("asker", _("Under %(age)d: the guardian asks.") % {"age": OF_AGE})
        elif given.get("asker"):
            for name in self.spoken_for:
                if not given.get(name) and name not in self.errors:
                    self.add_error(name, _("Needed of whoever asks for somebody else."))
        if given.get("is_phone_proven") and not (given.get("phone") or self.known_phone) and "phone" not in self.errors:
            self.add_error("phone", _("Which phone rang?"))
        return given

    def identity(self) -> dict:
        """The keywords of actions.identify."""
        given = {name: self.cleaned_data[name] for name in (
            "asker", "name", "document", "id_number", "phone", "is_phone_proven", *self.spoken_for)}
        if given["asker"] == Asker.SELF:
            given |= {"speaker": "", "proof": "", "seen_document": given["document"],
                      "seen_last": given["id_number"][-4:]}
        return {"how": How.COUNTER, **given}


class ReceiveForm(Identity):
    """At the counter: what is asked, and who asks. Who only wants an explanation, or complains, need not show it."""

    uuid = forms.UUIDField(widget=forms.HiddenInput)
    kind = forms.ChoiceField(label=gettext_lazy("What is asked for"), choices=Kind, widget=Chips)
    text = words(gettext_lazy("In their words"), required=False)

    field_order = ["uuid", "kind", "text", "asker"]
    for_identity = ("name", "document", "id_number", "was_seen")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.data.get("kind") in ANONYMOUS:
            self.needs_identity = False
            for name in self.for_identity:
                self.fields[name].required = False


class IdentifyForm(Identity):
    """Of a request that came by the portal: at the counter, or called back on the phone that was given."""

    how = forms.ChoiceField(label=gettext_lazy("How it was checked"), choices=How, initial=How.COUNTER, widget=Chips)

    field_order = ["how", "asker"]

    def __init__(self, *args, request, by, at, **kwargs):
        self.request, self.by, self.at, self.known_phone = request, by, at, request.phone
        super().__init__(*args, **kwargs)
        self.fields["asker"].initial = request.asker
        if request.phone:
            self.fields["phone"].help_text = _("Empty: %(phone)s, as it was given.") % {"phone": request.masked_phone}
        if not request.phone:
            self.fields["how"].choices = [(How.COUNTER, How.COUNTER.label)]
        else:
            self.fields["how"].help_text = _(
                "Called back: only what is kept under this phone is found, and who asks for somebody else comes to the "
                "counter.")
        if self.data.get("how") == How.CALLBACK:
            self.needs_identity = False
            for name in ("document", "id_number", "was_seen"):
                self.fields[name].required = False

    def clean(self):
        given = super().clean()
        if given.get("how") == How.CALLBACK and given.get("asker") not in (None, Asker.SELF):
            self.add_error("asker", _("Who asks for somebody else comes to the counter."))
        return given

    def given(self) -> dict:
        if self.cleaned_data["how"] == How.CALLBACK:
            return {"how": How.CALLBACK, "name": self.cleaned_data["name"]}
        return self.identity()


class ActForm(forms.Form):
    """A form about `request`, filled in by `by` at `at`."""

    use_required_attribute = False

    def __init__(self, *args, request, by, at, **kwargs):
        self.request, self.by, self.at = request, by, at
        super().__init__(*args, **kwargs)
        self.prepare()

    def prepare(self) -> None:
        """Fill in what is known."""

    def given(self) -> dict:
        """The keywords of the action."""
        return self.cleaned_data


class NothingForm(ActForm):
    pass


class ReferForm(ActForm):
    note = words(gettext_lazy("What the security administrator should know"), most=300)


class ExtendForm(ActForm):
    reason = forms.CharField(label=gettext_lazy("Why it takes longer"), max_length=200,
                             help_text=gettext_lazy("The person reads it."))


class RefuseForm(ActForm):
    ground = forms.ChoiceField(label=gettext_lazy("Ground of the refusal"), choices=[("", "—"), *Ground.choices])
    reason = words(gettext_lazy("Reason, for the person to read"), most=500)


class CarryOutForm(ActForm):
    note = words(gettext_lazy("What was put right"), most=300)


class AnswerForm(ActForm):
    answer = words(gettext_lazy("What was done, for the person to read"), rows=4, most=2000)

    def prepare(self):
        if self.request.has_copy(self.at):
            self.fields["answer"].initial = _(
                "The copy of your data can be fetched until %(day)s, with number, code and the word from the "
                "counter.") % {"day": f"{localdate(self.request.copy_until):%Y-%m-%d}"}


class GrantForm(ActForm):
    """Each record that was found is granted or left out, the latter for a ground. What may not be granted is left out
    beforehand, and why stands there."""

    reason = words(gettext_lazy("What the person should know"), required=False, most=500)

    def prepare(self):
        found = list(self.request.findings.all())
        self.known = finding.known_to(self.by, found)
        self.hidden = len(found) - len(self.known)
        self.lines, self.is_hopeless = [], bool(self.known)
        for one in self.known:
            ground, why = finding.objection(one, self.request.kind, at=self.at)
            offered = [("leave", _("Leave out"))] if ground else [("do", _("Grant")), ("leave", _("Leave out"))]
            self.fields[f"do_{one.pk}"] = forms.ChoiceField(
                label=_title(one), choices=offered, initial="leave" if ground else "do", widget=Chips, help_text=why)
            self.fields[f"ground_{one.pk}"] = forms.ChoiceField(
                label=_("Ground of the refusal"), choices=[("", "—"), *Ground.choices], initial=ground, required=False)
            self.fields[f"note_{one.pk}"] = forms.CharField(label=_("Ground in words"), max_length=300, initial=why,
                                                            required=False)
            self.is_hopeless = self.is_hopeless and bool(ground)
            self.lines.append((one, self[f"do_{one.pk}"], self[f"ground_{one.pk}"], self[f"note_{one.pk}"]))
        if not self.hidden and self.request.kind not in BY_DESK:
            self.fields["reason"].help_text = _("It stands in the answer.")

    def clean(self):
        given = super().clean()
        if self.hidden:
            raise ValidationError(_("More is kept of this person than your desk may know of. Refer the request to the "
                                    "security administrator."))
        for one in self.known:
            if given.get(f"do_{one.pk}") == "leave" and not given.get(f"ground_{one.pk}"):
                self.add_error(f"ground_{one.pk}", _("Say why it is left out."))
        return given

    def given(self):
        left = {one.pk: (self.cleaned_data[f"ground_{one.pk}"], self.cleaned_data[f"note_{one.pk}"])
                for one in self.known if self.cleaned_data[f"do_{one.pk}"] == "leave"}
        return {"left_out": left, "reason": self.cleaned_data["reason"]}


class TakeForm(forms.Form):
    """Number and code of somebody who stands here."""

    number = forms.CharField(label=gettext_lazy("Number of the request"), max_length=24,
                             widget=forms.TextInput({"placeholder": "QL000012", **HIDDEN_FROM_BROWSER}))
    code = forms.CharField(label=gettext_lazy("Six-digit code"), max_length=12,
                           widget=forms.TextInput({"inputmode": "numeric", **HIDDEN_FROM_BROWSER}))

    use_required_attribute = False

    def clean_number(self) -> int:
        digits = self.cleaned_data["number"].strip().upper().removeprefix("QL").lstrip("0")
        if not (digits.isascii() and digits.isdigit() and len(digits) <= 18):
            raise ValidationError(_("A number looks like QL000012."))
        return int(digits)


def _title(one: SubjectFinding) -> str:
    how, record = registry.get(one.holder), one.record
    return f"{how.label} · {how.title(record)}" if record else str(how.label)


def _age(born: date) -> int:
    today = localdate()
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))
