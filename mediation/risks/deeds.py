"""The acts about a dispute that may turn violent."""

from django.utils.translation import gettext_lazy as _

from ..deed import Deed
from ..states import Act
from . import actions, forms

DEEDS = (
    Deed(Act.RISK, forms.RiskForm, actions.flag_risk, "alert", _("Noted. The manager knows."),
         _("The manager of the centre is told at once."), grave=True, card="risks"),
    Deed(Act.POLICE, forms.PoliceForm, actions.report_to_police, "phone", _("The report to the police is recorded."),
         _("Call 110 first. Everything is filled in for a call just now: one tap records it."), grave=True,
         card="risks",
         template="mediation/case_police.html"),
    Deed(Act.RISK_OVER, forms.RiskOverForm, actions.end_risk, "check", _("The risk is over."), card="risks"),
)
ROOM = {
    Act.RISK: lambda case: not case.is_at_risk,
    Act.RISK_OVER: lambda case: case.is_at_risk,
}
