"""What the registrar can do to a lease: for each act its form, its action and how it is offered. The order is that of
the buttons: the first that is possible is the next thing to do."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import may
from shuangliu.pages import deed

from . import actions, forms
from .models import Lease
from .states import Act, allowed


class Deed(deed.Deed):
    page = "residents:lease"

    def ask(self, data=None, files=None, *, lease: Lease, by, at: datetime, **more):
        """The form, over what was sent."""
        return self.form(data, files, lease=lease, by=by, at=at, **more)


DEEDS: dict[str, Deed] = {deed.act.value: deed for deed in (
    Deed(Act.SUBMIT, forms.DraftForm, actions.submit, "send", _("Sent in. The time of the registration runs.")),
    Deed(Act.ACCEPT, forms.AcceptForm, actions.accept, "check", _("Accepted. Please register it next."),
         _("You have seen all four papers, and know which dwelling it is.")),
    Deed(Act.REGISTER, forms.RegisterForm, actions.register_lease, "check-circle",
         _("Registered. The certificate can be printed."),
         _("The lease is registered, and the certificate counts until its last day. Nothing is charged.")),
    Deed(Act.COMPLETE, forms.CompleteForm, actions.complete, "check", _("It is complete now. Please decide on it."),
         _("Somebody has brought what was missing to the counter.")),
    Deed(Act.RENEW, forms.RenewForm, actions.renew, "refresh", _("Renewed. The certificate is issued anew."),
         _("The same parties go on, to a later last day.")),
    Deed(Act.CHANGE, forms.ChangeForm, actions.change, "edit", _("Entered. The certificate is issued anew."),
         _("Rent, space, or how many live there.")),
    Deed(Act.DECLINE, forms.DeclineForm, actions.decline, "x", _("Declined, with your reason."),
         _("What was asked for is not entered; the lease stays as it is."), grave=True),
    Deed(Act.NEED_MORE, forms.NeedMoreForm, actions.need_more, "send", _("Told. The time rests until they answer."),
         _("Tell all that is missing at once: it can be asked for once only.")),
    Deed(Act.CORRECT, forms.CorrectForm, actions.correct, "edit", _("The lease is put right."),
         _("As the papers have it.")),
    Deed(Act.END, forms.EndForm, actions.end, "x", _("The end is entered."),
         _("Both sides have ended it, or the tenant has left.")),
    Deed(Act.WITHDRAW, forms.NoteForm, actions.withdraw, "x", _("Taken back."),
         _("Who filed it does not want it any more.")),
    Deed(Act.REFUSE, forms.RefuseForm, actions.refuse, "x", _("Refused, with your reason."),
         _("For one of the grounds of the law, with words that tell what they can do."), grave=True),
)}


def is_due(act: str, lease: Lease) -> bool:
    """Beyond the state: what is missing is told once, and nothing can be declined that nobody asked for."""
    if act == Act.NEED_MORE:
        return not actions.was_told(lease)
    return act != Act.DECLINE or lease.asked.filter(answer="").exists()


def offered(lease: Lease, user) -> list[Deed]:
    """What `user` may do to the lease now, the next thing first: what was asked for before all else."""
    found = [deed for deed in DEEDS.values() if allowed(deed.act, lease.state)
             and may(user, f"lease.{deed.act}", lease) and is_due(deed.act, lease)]
    asked = lease.asked.filter(answer="").values_list("kind", flat=True).first()
    return sorted(found, key=lambda deed: deed.act != asked)
