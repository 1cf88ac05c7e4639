"""What the community can do to a volunteer: for each act its form, its action and how it is offered."""

from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import may
from shuangliu.pages import deed

from . import actions, forms
from .models import Volunteer
from .states import Act, allowed


class Deed(deed.Deed):
    page = "patrol:volunteer"

    def ask(self, data=None, *, volunteer: Volunteer, by):
        """The form, over what was sent."""
        return self.form(data, volunteer=volunteer, by=by)


DEEDS: dict[str, Deed] = {deed.act.value: deed for deed in (
    Deed(Act.VERIFY, forms.VerifyForm, actions.verify, "check", _("Seen. They may serve now."),
         _("Compare the card with the entry. For somebody under 18, see the guardian's consent in writing.")),
    Deed(Act.ACTIVATE, forms.NothingForm, actions.activate, "check-circle", _("In service."),
         _("From now on they are called up, and their hours count.")),
    Deed(Act.RESUME, forms.NothingForm, actions.resume, "refresh", _("In service again.")),
    Deed(Act.TRAIN, forms.TrainForm, actions.train, "file", _("Written down."),
         _("Dangerous tasks need the training in safety.")),
    Deed(Act.INSURE, forms.InsureForm, actions.insure, "lock", _("Written down."),
         _("An accident insurance has to run before a dangerous task, not after it.")),
    Deed(Act.CORRECT, forms.CorrectForm, actions.correct, "edit", _("Put right."),
         _("A new number or name: only with the card before you.")),
    Deed(Act.BIND, forms.BindForm, actions.bind, "user", _("Bound."),
         _("With an account they see their hours, walk shifts and answer by themselves. Empty looses it.")),
    Deed(Act.SUSPEND, forms.ReasonForm, actions.suspend, "clock", _("They pause: nobody calls them up.")),
    Deed(Act.REFUSE, forms.ReasonForm, actions.refuse, "x", _("Not taken on, with your reason."), grave=True),
    Deed(Act.WITHDRAW, forms.NothingForm, actions.withdraw, "x", _("The withdrawal is entered."),
         _("No reason is asked for. Teams and call-ups end; name and numbers are forgotten in a year, the hours stay "
           "as counts."), grave=True),
)}


def offered(volunteer: Volunteer, user) -> list[Deed]:
    """What `user` may do to the volunteer now, the next thing first."""
    return [deed for deed in DEEDS.values() if allowed(deed.act, volunteer.state)
            and may(user, f"volunteer.{deed.act}", volunteer)]
