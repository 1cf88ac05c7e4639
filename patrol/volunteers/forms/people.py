"""Who somebody is and what they offer: asked at the portal and at the desk alike."""

import uuid

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import area_q, posts_for
from grids.models import Area, Level
from residents.leases.forms.fields import PhoneField
from shuangliu.pages.forms import DayField, ManyChips
from shuangliu.privacy import documents
from shuangliu.privacy.documents import Document

from ..kinds import Service, Skill, Time

PLAIN = {"autocomplete": "off", "spellcheck": "false", "data-draft-skip": True}
PAPERS = [(one.value, one.label) for one in documents.PERSONAL if one != Document.BIRTH]


class PersonForm(forms.Form):
    """`given()` is what the actions take. A minor names a guardian; whether somebody is one, the number tells."""

    name = forms.CharField(label=_("full name"), max_length=50, widget=forms.TextInput(PLAIN))
    document = forms.ChoiceField(label=_("kind of document"), choices=PAPERS, initial=Document.ID_CARD)
    id_number = forms.CharField(label=_("ID number"), max_length=40,
                                widget=forms.TextInput({**PLAIN, "data-behaviour": "idnumber"}))
    born_on = DayField(label=_("birthday"), required=False,
                       help_text=_("Only where the document is no ID card: its number tells it."))
    phone = PhoneField(label=_("Phone"))
    services = forms.MultipleChoiceField(label=_("Fields of service"), choices=Service, widget=ManyChips)
    skills = forms.MultipleChoiceField(label=_("Skills"), choices=Skill, widget=ManyChips, required=False)
    times = forms.MultipleChoiceField(label=_("When you can serve"), choices=Time, widget=ManyChips, required=False)
    guardian_name = forms.CharField(label=_("Name of the guardian"), max_length=50, required=False,
                                    widget=forms.TextInput(PLAIN))
    guardian_phone = PhoneField(label=_("Phone of the guardian"), required=False)

    use_required_attribute = False

    def given(self) -> dict:
        said = self.cleaned_data
        return {name: said[name] for name in ("name", "document", "id_number", "born_on", "phone", "guardian_name",
                                              "guardian_phone")} | {
            "abilities": [*said["services"], *said["skills"], *said["times"]]}


class CommunityField(forms.ModelChoiceField):
    """A community of the desk."""

    def __init__(self, **kwargs):
        super().__init__(Area.objects.none(), label=_("community"), to_field_name="code", empty_label=None, **kwargs)

    def serve(self, user, act: str):
        self.queryset = communities(user, act)

    def label_from_instance(self, obj):
        return obj.name


def communities(user, act: str):
    """The communities in which `user` may do `act`."""


    areas = [post.area for post in posts_for(user, act)]
    return (Area.objects.current(localdate()).filter(area_q(areas, "key"), level=Level.COMMUNITY)
            .defer("outline").order_by("key"))


class EnterForm(PersonForm):
    """At the desk, with the card on it."""

    area = CommunityField()
    guardian_agreed = forms.BooleanField(label=_("The guardian's consent was seen in writing"), required=False,
                                         help_text=_("For somebody under 18."))
    shares_phone = forms.BooleanField(label=_("Another volunteer has this phone, too: they share it"), required=False)
    consent = forms.BooleanField(label=_("The words of consent were read and signed"))
    uuid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, data=None, *, user):
        super().__init__(data)
        self.fields["area"].serve(user, "volunteer.enter")

    def given(self) -> dict:
        return super().given() | {name: self.cleaned_data[name] for name in (
            "area", "guardian_agreed", "shares_phone", "uuid")}
