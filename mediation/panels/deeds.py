"""The acts about a panel."""

from django.utils.translation import gettext_lazy as _

from ..deed import Deed
from ..states import Act
from . import actions, forms

DEEDS = (
    Deed(Act.CONSULT, forms.ConsultForm, actions.consult_panel, "users", _("The panel is called."),
         _("For grave disputes and those of many people. The limit of mediation runs on meanwhile."), card="panels",
         keeps_draft=True),
    Deed(Act.ADVISE, forms.AdviseForm, actions.advise_case, "check", _("The opinion is there. Mediation goes on."),
         keeps_draft=True),
)
