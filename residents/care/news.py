"""Who is told what of a referral: its keeper, the handlers of the agency, at last the workstation. What is told names
the number alone: no person, no help."""

from collections.abc import Iterable
from datetime import datetime

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from grids.holders import Seat, holders
from grids.roles import Role
from shuangliu import notices
from shuangliu.deadlines.models import Step

from .models import AidApplication, CareReferral, CareTask
from .states import OF_AGENCY, Act, AidAct, State

# act: the kind of the notice and its words.
TO_AGENCY = {
    Act.SEND: ("sent", _("A care referral was sent to you")),
    Act.WITHDRAW: ("withdrawn", _("Consent to a care referral was taken back")),
    Act.DROP: ("dropped", _("A care referral was taken back")),
}
TO_KEEPER = {
    Act.ACCEPT: ("accepted", _("The agency has said yes to a care referral")),
    Act.RETURN: ("returned", _("A care referral came back")),
    Act.BEGIN: ("begun", _("Help by a care referral has begun")),
    Act.END: ("ended", _("Help by a care referral has ended")),
    Act.REPORT: ("reported", _("A grid worker has been at the door for a care referral")),
    Act.WITHDRAW: ("withdrawn", _("Consent to a care referral was taken back")),
    Act.HAND_OVER: ("handed_over", _("A care referral was handed over to you")),
}
# To whose turn it is; what is late to the keeper as well, what is long late to the workstation.
ALERTS = {
    Act.WARN: ("warned", _("The time for a care referral is running out")),
    Act.LATE: ("overdue", _("A care referral is overdue")),
    Act.RAISE: ("raised", _("A care referral is long overdue")),
}
AID = {
    AidAct.APPLY: ("aid_applied", _("Aid was applied for")),
    AidAct.GRANT: ("aid_granted", _("Aid was granted")),
    AidAct.REFUSE: ("aid_refused", _("Aid was not granted")),
    AidAct.TAKE_BACK: ("aid_taken_back", _("An application for aid was taken back")),
}
AID_ALERTS = {
    Step.WARNED: ("aid_warned", _("The time for an application for aid is running out")),
    Step.OVERDUE: ("aid_overdue", _("An application for aid is overdue")),
    Step.RAISED: ("aid_raised", _("An application for aid is long overdue")),
}
TASK = ("task", _("You are asked to go to a door"))


def name_kinds() -> None:
    """Name what can be told; once, at start."""
    told = {**dict(TO_AGENCY.values()), **dict(TO_KEEPER.values()), **dict(ALERTS.values()), **dict(AID.values()),
            **dict(AID_ALERTS.values())}
    for name, words in [*told.items(), TASK]:
        notices.kind(f"care.{name}", words)


def tell(referral: CareReferral, act: str, *, by, at: datetime) -> None:
    """Tell those concerned, in the transaction of the act; nobody hears of what they did themselves."""
    users: set[int] = set()
    if act in TO_AGENCY:
        users |= handlers(referral, at)
    if act in TO_KEEPER or act in (Act.LATE, Act.RAISE):
        users.add(referral.keeper_id)
    if act in ALERTS:
        users |= handlers(referral, at) if referral.state in OF_AGENCY else {referral.keeper_id}
    if name := (TO_AGENCY | TO_KEEPER | ALERTS).get(act):
        seen = referral.state != State.RESTRICTED
        _tell(users - {by and by.pk}, name[0], referral, referral.number,
              referral.get_absolute_url() if seen else reverse("residents:care-list"), at)
    if act == Act.RAISE:  # without a way in: the workstation asks, and reads nothing
        station = {one.user_id for one in holders(referral.area_key, (Seat(Role.WORKSTATION),), localdate(at))}
        _tell(station, ALERTS[act][0], referral, f"{referral.number} · {referral.agency or ''}", reverse("desk"), at)


def tell_of_aid(application: AidApplication, act: str, *, by, at: datetime) -> None:
    if act in AID:
        referral = application.referral
        users = {referral.keeper_id} if act in (AidAct.GRANT, AidAct.REFUSE) else handlers(referral, at)
        _tell(users - {by and by.pk}, AID[act][0], application, application.number, application.get_absolute_url(), at)


def tell_of_late_aid(application: AidApplication, step: str, *, at: datetime) -> None:
    referral = application.referral
    users = handlers(referral, at) | ({referral.keeper_id} if step != Step.WARNED else set())
    _tell(users, AID_ALERTS[step][0], application, application.number, application.get_absolute_url(), at)


def tell_worker(task: CareTask, *, at: datetime) -> None:
    _tell({task.worker_id}, TASK[0], task, str(task.due_on), task.get_absolute_url(), at)


def handlers(referral: CareReferral, at: datetime) -> set[int]:
    """Those who handle for the agency, over the place."""
    if referral.agency_id is None:
        return set()
    return {one.user_id for one in holders(referral.area_key, (Seat(Role.DEPT_HANDLER, referral.agency_id),),
                                           localdate(at))}


def _tell(users: Iterable[int | None], name: str, matter, text: str, url: str, at: datetime) -> None:
    notices.tell(sorted(filter(None, users)), f"care.{name}", matter=matter, text=text, url=url, at=at)
