"""What every act after the end begins with."""

from django.utils.translation import gettext as _

from ..actions.moving import CaseMoved, check
from ..models import Case, Round
from ..models.rounds import End


def hold(case: Case, act: str) -> None:
    """Hold the row of the case until the transaction ends: acts that leave its state as it is come one after another.
    Raises CaseMoved when the state does not allow `act`, or is no longer what the caller saw."""
    check(case, act)
    if Case.objects.filter(pk=case.pk, state=case.state).update(state=case.state) != 1:
        case.refresh_from_db()
        raise CaseMoved(
            _("Somebody was faster: the case is now “%(state)s”.") % {"state": case.get_state_display()}, matter=case)


def agreed_round(case: Case, act: str) -> Round:
    """The round whose agreement is in hand, read afresh; the case is held. Raises CaseMoved when there is none."""
    hold(case, act)
    one = case.rounds.order_by("-number").first()
    if one is None or one.end != End.AGREED:
        raise CaseMoved(_("There is no agreement in this case."), matter=case)
    one.case = case  # as it was fetched
    return one
