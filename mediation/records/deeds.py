"""The acts about what was said, found, brought and deposited."""

from django.utils.translation import gettext_lazy as _

from ..deed import Deed
from ..states import Act
from . import actions, forms

DEEDS = (
    Deed(Act.ADDENDUM, forms.AddendumForm, actions.add_to_session, "edit", _("The addendum is recorded."),
         _("The record stays as it was written; the addendum stands below it with your name and the time."),
         card="rounds"),
    Deed(Act.PRIVATE_NOTE, forms.PrivateNoteForm, actions.note_privately, "lock", _("The note is kept."),
         _("Only the mediators of this case and the manager of the centre read it. It comes into no paper and no "
           "export."),
         card="private"),
    Deed(Act.INVESTIGATE, forms.InvestigateForm, actions.investigate_case, "search",
         _("The investigation is recorded."),
         card="evidence", keeps_draft=True),
    Deed(Act.EVIDENCE, forms.EvidenceForm, actions.add_evidence, "file", _("The evidence is on the list."),
         card="evidence"),
    Deed(Act.GIVE_BACK, forms.GiveBackForm, actions.give_evidence_back, "return", _("Noted as given back."),
         card="evidence"),
    Deed(Act.DEPOSIT, forms.DepositForm, actions.take_deposit, "plus", _("The deposit is recorded."),
         _("Mediation costs nothing (People's Mediation Law art. 4). A deposit only makes sure that what is agreed is "
           "done, and is given back or used for it."), card="deposits"),
    Deed(Act.SETTLE_DEPOSIT, forms.SettleDepositForm, actions.settle_deposit, "check", _("Recorded."), card="deposits"),
)
ROOM = {
    Act.ADDENDUM: lambda case: case.sessions.exists(),
    Act.GIVE_BACK: lambda case: case.evidences.filter(returned_on=None).exists(),
    Act.DEPOSIT: lambda case: case.parties.exists(),
    Act.SETTLE_DEPOSIT: lambda case: case.deposits.exists(),
}
