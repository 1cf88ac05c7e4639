"""What is asked when others are invited to mediate together, and when they have answered."""

from django import forms
from django.utils.translation import gettext_lazy as _

from shuangliu.pages.forms import Chips

from ..forms import ActForm, OrgField
from ..models import JointMember, MediationOrg


class InviteForm(ActForm):
    org = OrgField(label=_("An organisation of the network"), required=False, empty_label=_("None of these"))
    body_name = forms.CharField(label=_("or a department or other body"), max_length=100, required=False)
    contact = forms.CharField(label=_("Contact"), max_length=60, required=False,
                              help_text=_("Office and number by which it is reached."))
    reason = forms.CharField(label=_("What for"), max_length=200,
                             help_text=_("For instance: explains the law; gives an expert's view; knows the family."))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["org"].offer(
            MediationOrg.objects.in_county(self.case.area_key).exclude(pk=self.case.org_id), lambda org: org.area)

    def clean(self):
        given = super().clean()
        if bool(given.get("org")) == bool(given.get("body_name")):
            self.add_error("org", _("Either an organisation of the network or another body."))
        return given


class PartnerForm(ActForm):
    member = forms.ModelChoiceField(label=_("Partner"), queryset=JointMember.objects.none(),
                                    empty_label=_("Please choose"))
    answer = forms.ChoiceField(label=_("Answer"), choices=JointMember.Answer.choices, widget=Chips)
    part = forms.CharField(label=_("Part played"), max_length=300, required=False,
                           widget=forms.Textarea({"rows": 3}))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["member"].queryset = self.case.joint_members.select_related("org")
