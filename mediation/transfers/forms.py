"""What is asked when a case is offered to others, and when they answer."""

from django import forms
from django.utils.translation import gettext_lazy as _

from shuangliu.pages.forms import Chips

from ..forms import ActForm, OrgField
from ..forms.acts import lines
from ..models import CaseTransfer, MediationOrg
from .models import Body

# By which way of mediation a body outside deals with a dispute.
CHANNELS = {Body.COURT: MediationOrg.Kind.JUDICIAL}
SHORT = {"max_length": 1000, "widget": lines(3)}


class TransferForm(ActForm):
    """To an organisation of the network, or to a body outside by its name."""

    kind = forms.ChoiceField(label=_("How"), choices=CaseTransfer.Kind.choices, initial=CaseTransfer.Kind.REFER,
                             widget=Chips)
    to_org = OrgField(label=_("To an organisation of the network"), required=False, empty_label=_("None of these"))
    body = forms.ChoiceField(label=_("or to a body outside"), choices=Body.choices, required=False, widget=Chips)
    body_name = forms.CharField(label=_("Name of the body outside"), max_length=100, required=False)
    reason = forms.CharField(label=_("Reason"), **SHORT)
    documents = forms.CharField(label=_("Papers handed over"), required=False, **SHORT,
                                help_text=_("One a line: application, records, evidence."))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["to_org"].offer(
            MediationOrg.objects.in_county(self.case.area_key).exclude(pk=self.case.org_id), lambda org: org.area)

    def clean(self):
        given = super().clean()
        org, name, body = given.get("to_org"), given.get("body_name"), given.get("body")
        if org and (name or body):
            self.add_error("to_org", _("Either an organisation of the network or a body outside, not both."))
        elif not org and not name:
            self.add_error("to_org" if not body else "body_name", _("Please say to whom it is offered."))
        elif name and not body:
            self.add_error("body", _("Please say what kind of body it is."))
        if body:
            given["channel"] = CHANNELS.get(body, MediationOrg.Kind.ADMINISTRATIVE)
        return given


class ReasonForm(ActForm):
    reason = forms.CharField(label=_("Reason"), **SHORT)


class MoveOutForm(ActForm):
    external_number = forms.CharField(label=_("Number there"), max_length=60, required=False,
                                      help_text=_("The number by which the body outside keeps it."))


class ReportResultForm(ActForm):
    to = forms.CharField(label=_("Told to"), max_length=100)
    how = forms.CharField(label=_("How"), max_length=100, help_text=_("Letter, phone, handed over at the window."))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["to"].initial = self.case.get_source_display()
