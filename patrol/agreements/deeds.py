"""What the workstation can do to an agreement: for each act its form, its action and how it is offered. The order is
that of the buttons: the first that is possible is the next thing to do."""

from datetime import datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import may
from shuangliu.pages import deed

from . import actions, forms
from .models import FourPartyAgreement
from .states import Act, allowed
from .terms import REMIND_BEFORE


class Deed(deed.Deed):
    page = "patrol:agreement"

    def ask(self, data=None, files=None, *, agreement: FourPartyAgreement, by, at: datetime):
        """The form, over what was sent."""
        return self.form(data, files, agreement=agreement, by=by, at=at)


DEEDS: dict[str, Deed] = {one.act.value: one for one in (
    Deed(Act.ACTIVATE, forms.ActivateForm, actions.activate, "check-circle",
         _("In force. What each side has taken on comes due from now on."),
         _("All four have signed; the insurer has issued the policy.")),
    Deed(Act.SIGN, forms.SignForm, actions.sign, "edit", _("The signature is entered."),
         _("One after another. With the fourth the agreement is signed.")),
    Deed(Act.RENEW, forms.RenewForm, actions.renew, "refresh", _("Drafted. The four sign the new one."),
         _("A new draft with the same terms, from the day after the last. The old one runs on until then.")),
    Deed(Act.CLAIM, forms.ClaimForm, actions.claim, "plus", _("The claim is entered."),
         _("A thing that was lost or broken. Neither a name nor a suspect is written down here.")),
    Deed(Act.COUNT, forms.CountForm, actions.count, "chart", _("The number is entered."),
         _("A number that somebody told you, for days before the agreement or under it.")),
    Deed(Act.CORRECT, forms.CorrectForm, actions.correct, "edit", _("The draft is put right."),
         _("As long as nobody has signed.")),
    Deed(Act.UNSIGN, forms.UnsignForm, actions.unsign, "x", _("Taken back."),
         _("Entered by mistake, or the terms have to be changed. The scan goes with it.")),
    Deed(Act.TERMINATE, forms.TerminateForm, actions.terminate, "x", _("Ended, with your reason."),
         _("From today on. Losses until now can still be claimed."), grave=True),
)}


def is_due(act: str, agreement: FourPartyAgreement) -> bool:
    """Beyond the state: terms change before anybody has signed, a signature is taken back where there is one, and one
    renewal is enough."""
    if act == Act.CORRECT:
        return agreement.signed_count == 0
    if act == Act.UNSIGN:
        return agreement.signed_count > 0
    if act == Act.RENEW:
        return not hasattr(agreement, "successor")
    if act in (Act.CLAIM, Act.COUNT):
        return agreement.was_in_force
    return True


def offered(agreement: FourPartyAgreement, user, at: datetime) -> list[Deed]:
    """What `user` may do to the agreement now, the next thing first; a renewal is that when the end is near."""
    found = [one for one in DEEDS.values() if allowed(one.act, agreement.state)
             and may(user, f"agreement.{one.act}", agreement) and is_due(one.act, agreement)]
    is_far = agreement.ends_on > localdate(at) + REMIND_BEFORE
    if is_far and agreement.is_running:
        found.sort(key=lambda one: one.act == Act.RENEW)  # last but for what ends it
        found.sort(key=lambda one: one.grave)
    return found
