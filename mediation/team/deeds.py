"""The acts about those who work on a case."""

from django.utils.translation import gettext_lazy as _

from ..deed import Deed
from ..states import Act
from . import actions, forms

DEEDS = (
    Deed(Act.TEAM, forms.TeamForm, actions.set_team, "users", _("The mediators are set."),
         _("Whoever is not chosen any longer does not see the case any longer."), card="team"),
    Deed(Act.RECUSAL, forms.RecusalForm, actions.raise_recusal, "flag", _("The ground is noted. The manager decides."),
         _("A mediator who is near to a party or to the matter leaves the case to others; a party may ask for it."),
         card="team"),
    Deed(Act.DECIDE_RECUSAL, forms.DecideRecusalForm, actions.decide_recusal, "check", _("The decision is recorded."),
         card="team"),
    Deed(Act.BRING, forms.InviteForm, actions.invite_participant, "plus", _("The participant is noted."),
         _("Relatives, experts and organisations may be asked to help when both sides consent (People's Mediation Law "
           "art. 20)."), card="team"),
)
ROOM = {Act.DECIDE_RECUSAL: lambda case: case.recusals.filter(decision="").exists()}
