"""What people enter about their own data: the request, number and code, the word, a complaint."""

import re
import uuid

from django import forms
from django.utils.translation import gettext_lazy as _

from grids.models import Level
from hotline.guard.puzzle import WithPuzzle
from shuangliu.pages.forms import Chips
from shuangliu.subjects.models import SubjectRequest
from shuangliu.subjects.states import Kind

from . import follow_forms as portal
from .fields import AreaField, PhoneField, county

Asker = SubjectRequest.Asker
NUMBER = re.compile(r"(?:QL)?0*(\d{1,18})", re.IGNORECASE)


class AskForm(WithPuzzle):
    """About the ticket that is being followed; else a phone says where the answer goes, and a community where the
    counter is."""

    kind = forms.ChoiceField(label=_("What do you ask for?"), choices=Kind)
    text = forms.CharField(label=_("In your words"), max_length=1000, required=False,
                           widget=forms.Textarea({"rows": 4}))
    asker = forms.ChoiceField(label=_("For whom do you ask?"), widget=Chips, initial=Asker.SELF, choices=[
        (Asker.SELF, _("For myself")), (Asker.GUARDIAN, _("For my child or ward")),
        (Asker.AGENT, _("For somebody who authorised me"))])
    area = AreaField(label=_("Your community"), required=False, help_text=_(
        "Its counter checks who you are. If you do not say, the hotline calls you back."))
    phone = PhoneField(label=_("Phone for our answer"))
    uuid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    use_required_attribute = False

    def __init__(self, *args, ticket=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.ticket = ticket
        if ticket:
            del self.fields["phone"], self.fields["area"]
        else:
            self.fields["area"].offer()

    def where(self) -> dict:
        """Desk and place: the counter of a community, or the hotline."""
        area = self.cleaned_data.get("area")
        if area and area.level == Level.COMMUNITY:
            return {"desk": "counter", "area_key": area.key}
        return {"area_key": self.ticket.area_key if self.ticket else (area or county()).key}


class CodeForm(portal.CodeForm):
    """Number (QL000012, QL12 or 12) and the six digits."""

    pattern, begins, looks = NUMBER, _("It begins with QL."), _("A number looks like QL000012.")


class WordForm(forms.Form):
    word = forms.CharField(label=_("Word from the counter"), max_length=20, widget=forms.TextInput(
        {"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}))

    use_required_attribute = False


class ComplainForm(forms.Form):
    text = forms.CharField(label=_("What do you complain about?"), max_length=1000, widget=forms.Textarea({"rows": 3}))
    uuid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    use_required_attribute = False
