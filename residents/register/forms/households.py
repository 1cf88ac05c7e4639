"""Households: formed, joined, put right, split."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ...models import Membership, Person
from ...models.households import Relation
from .fields import HomeField

RELATIONS = [(one.value, one.label) for one in Relation if one != Relation.HEAD]


class PersonChoice(forms.ModelChoiceField):
    def label_from_instance(self, obj):
        return f"{obj.masked_name} {obj.number}"


class MemberChoice(forms.ModelChoiceField):
    def label_from_instance(self, obj):
        return f"{obj.person.masked_name} · {obj.get_relation_display()}"


class MembersChoice(forms.ModelMultipleChoiceField):
    label_from_instance = MemberChoice.label_from_instance


def number_field():
    return forms.RegexField(r"^[0-9A-Za-z]*$", label=_("household number"), max_length=20, required=False,
                            error_messages={"invalid": _("Digits and letters.")}, help_text=_("As the household "
                            "register shows it; unique in the community."))


class FormForm(forms.Form):
    """Who of those who live in the dwelling is the head."""

    head = PersonChoice(Person.objects.none(), label=_("Head of the household"), empty_label=None,
                        widget=forms.RadioSelect)
    register_number = number_field()

    use_required_attribute = False

    def __init__(self, *args, dwelling, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["head"].queryset = Person.objects.visible_to(user).filter(
            residences__dwelling=dwelling, residences__until=None).order_by("id")


class JoinForm(forms.Form):
    """Somebody who lives in the dwelling of the household, or anybody by the number of the record."""

    person = PersonChoice(Person.objects.none(), label=_("Who lives there"), required=False, empty_label="—")
    number = forms.CharField(label=_("Or by the record, RY…"), max_length=22, required=False)
    relation = forms.ChoiceField(label=_("relation to the head"), choices=RELATIONS)

    use_required_attribute = False

    def __init__(self, *args, household, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        self.fields["person"].queryset = Person.objects.visible_to(user).filter(
            residences__dwelling=household.dwelling_id, residences__until=None).exclude(
            memberships__in=Membership.objects.filter(household=household, until=None)).order_by("id")

    def clean(self):
        given = super().clean()
        if given.get("number"):
            given["person"] = recorded(given["number"], self.user)
            if given["person"] is None:
                self.add_error("number", _("No record of your areas has this number."))
        elif not given.get("person") and "person" not in self.errors:
            self.add_error("person", _("Who joins the household?"))
        return given


class RelationsForm(forms.Form):
    """What each is to the head; one select for each member."""

    use_required_attribute = False

    def __init__(self, *args, members, **kwargs):
        super().__init__(*args, **kwargs)
        for member in members:
            self.fields[f"member_{member.pk}"] = forms.ChoiceField(
                label=f"{member.person.masked_name} {member.person.number}", choices=Relation, initial=member.relation)

    @property
    def relations(self) -> dict[int, str]:
        return {int(name.removeprefix("member_")): value for name, value in self.cleaned_data.items()}


class HouseholdForm(forms.Form):
    register_number = number_field()
    dwelling = HomeField(label=_("Address of the household"))

    use_required_attribute = False

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["dwelling"].user = user


class SplitForm(forms.Form):
    """Who leaves, and who of them is the head."""

    members = MembersChoice(Membership.objects.none(), label=_("Who forms a household of their own"),
                            widget=forms.CheckboxSelectMultiple)
    head = MemberChoice(Membership.objects.none(), label=_("Head of the household"), empty_label="—")
    register_number = number_field()
    dwelling = HomeField(label=_("Address of the household"), required=False)

    use_required_attribute = False

    def __init__(self, *args, household, user, **kwargs):
        super().__init__(*args, **kwargs)
        rows = household.members.filter(until=None).exclude(relation=Relation.HEAD).select_related("person")
        self.fields["members"].queryset = self.fields["head"].queryset = rows
        self.fields["dwelling"].user = user
        self.fields["dwelling"].help_text = _("Leave it empty where it stays the same.")

    def clean(self):
        given = super().clean()
        if "members" in given:
            given["members"] = list(given["members"])
            if given.get("head") and given["head"] not in given["members"]:
                self.add_error("head", _("The new head is one of those who leave."))
        return given


def recorded(number: str, user) -> Person | None:
    """The person of this record number whom `user` sees."""
    digits = number.strip().upper().removeprefix("RY")
    if not (digits.isascii() and digits.isdigit() and len(digits) < 19):
        return None
    return Person.objects.visible_to(user).filter(pk=int(digits)).first()
