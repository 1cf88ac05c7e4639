"""Candidates, the election, the charter."""

from django import forms
from django.utils.translation import gettext_lazy as _

from shuangliu.pages.forms import DayField, ManyChips

from ..limits import months_after
from ..models import CommitteeMember
from .fields import ActForm, PeopleField, VoteFields, note, papers

TERM = 36  # months [D]


class ProposeForm(ActForm):
    once = True
    people = PeopleField(label=_("Candidates"))
    note = note()


class TermForm(VoteFields):
    term_until = DayField(label=_("term until"))

    def prepare(self):
        super().prepare()
        self.fields["term_until"].initial = months_after(self.today, TERM)

    def clean(self):
        cleaned = super().clean()
        if (until := cleaned.get("term_until")) and (day := cleaned.get("voted_on")) and until <= day:
            self.add_error("term_until", _("The term ends before it begins."))
        return cleaned


class ElectForm(TermForm):
    elected = forms.ModelMultipleChoiceField(CommitteeMember.objects.none(), label=_("Who was elected"),
                                             widget=ManyChips)
    chair = forms.ModelChoiceField(CommitteeMember.objects.none(), label=_("in the chair"), empty_label=None)
    note = note()

    field_order = ["elected", "chair"]

    def prepare(self):
        super().prepare()
        standing = CommitteeMember.objects.filter(committee__courtyard=self.courtyard, committee__voted_on=None)
        for name in ("elected", "chair"):
            self.fields[name].queryset = standing
            self.fields[name].label_from_instance = lambda member: member.name  # whoever enters it has named them
        self.fields["elected"].initial = list(standing.values_list("pk", flat=True))

    def clean(self):
        cleaned = super().clean()
        chair, elected = cleaned.get("chair"), cleaned.get("elected")
        if chair and elected is not None and chair not in elected:
            self.add_error("chair", _("The chair is one of those who were elected."))
        return cleaned


class ReElectForm(TermForm):
    once = True
    people = PeopleField(label=_("Members, the chair first"))
    note = note()

    field_order = ["people"]


class CharterForm(VoteFields):
    once = True
    papers = papers(_("The charter"))
    note = note()

    field_order = ["papers"]
