"""Volunteers are called up, answer, and are told when nobody need come."""

from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from grids.models import Area
from shuangliu import audit
from shuangliu.pages.conflict import Conflict

from .. import news, rules
from ..kinds import RISKY
from ..models import CallUp, Invitation, Volunteer
from ..states import State

MOST = 500  # who calls more people than this calls nobody in particular


@transaction.atomic
def call(*, by, at: datetime, uuid: UUID, area: Area, title: str, task: str, place: str, starts_at: datetime,
         ends_at: datetime, needed: int, wanted: str = "", team=None, is_risky: bool = False,
         note: str = "") -> tuple[CallUp, bool]:
    """The call-up, and whether it is new. Everybody who serves in the area and fits is asked; a dangerous task asks
    only adults who are insured on the day and trained. Raises ValidationError where nobody is left to ask."""
    if sent := CallUp.objects.filter(uuid=uuid).first():
        return sent, False
    faults = {}
    if ends_at <= starts_at:
        faults["ends_at"] = _("The end lies before the start.")
    if ends_at <= at:
        faults.setdefault("ends_at", _("This lies in the past."))
    if faults:
        raise ValidationError(faults)
    is_risky = is_risky or task in RISKY
    found = Volunteer.objects.filter(state=State.ACTIVE, area_key__gte=area.low, area_key__lt=area.high).unrestricted()
    if team is not None:
        found = found.filter(memberships__team=team, memberships__left_on=None)
    if wanted:
        found = found.filter(abilities__what=wanted)
    fit = rules.fit(found, localdate(starts_at)) if is_risky else found
    asked, all_of_them = list(fit.order_by("-hours", "id")[: MOST + 1]), found.count()
    if not asked:
        raise ValidationError(_("Nobody to ask: %(n)d serve there, and none of them is of age, insured on the day and "
                                "trained in safety.") % {"n": all_of_them} if all_of_them else
                              _("Nobody who serves there fits."))
    if len(asked) > MOST:
        raise ValidationError(_("More than %(most)d people. Choose a smaller area, a team or a skill.")
                              % {"most": MOST})
    made = CallUp.objects.create(
        uuid=uuid, area=area, area_key=area.key, title=title, task=task, is_risky=is_risky, place=place, team=team,
        starts_at=starts_at, ends_at=ends_at, needed=needed, wanted=wanted, note=note, by=by, at=at,
        left_out=all_of_them - len(asked))
    Invitation.objects.bulk_create([Invitation(call_up=made, volunteer=one) for one in asked])
    audit.record("call-up.made", made, by=by, at=at, asked=len(asked), left_out=made.left_out)
    news.tell(made, "called", at=at)
    return made, True


@transaction.atomic
def answer(invitation: Invitation, said: str, *, by, at: datetime, way: str) -> Invitation:
    """Yes, no or later; it may be changed until the end. Raises Conflict when it is over or called off, ValidationError
    for a dangerous task when the insurance has run out meanwhile."""
    row = Invitation.objects.select_for_update(of=("self",)).select_related("call_up", "volunteer").get(
        pk=invitation.pk)
    if not row.call_up.is_open_at(at):
        raise Conflict(_("It is called off.") if row.call_up.is_cancelled else _("It is over."), matter=row.call_up)
    if said == Invitation.Answer.YES and row.call_up.is_risky and (
            why := rules.why_unfit(row.volunteer, localdate(row.call_up.starts_at))):
        raise ValidationError(why)
    if row.answer != said:
        row.answer, row.way, row.answered_at, row.answered_by = said, way, at, by
        row.save(update_fields=["answer", "way", "answered_at", "answered_by"])
        audit.record("call-up.answered", row.call_up, by=by, at=at, volunteer=row.volunteer_id, answer=said, way=way)
    return row


@transaction.atomic
def cancel_call_up(call_up: CallUp, *, by, at: datetime, reason: str) -> None:
    """Nobody need come. Raises Conflict when it is over or was called off before."""
    row = CallUp.objects.select_for_update().get(pk=call_up.pk)
    if not row.is_open_at(at):
        raise Conflict(_("It is called off.") if row.is_cancelled else _("It is over."), matter=row)
    row.cancelled_at, row.reason = at, reason
    row.save(update_fields=["cancelled_at", "reason"])
    audit.record("call-up.cancelled", row, by=by, at=at)
    news.tell(row, "cancelled", at=at)
