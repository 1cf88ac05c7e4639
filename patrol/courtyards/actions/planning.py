"""The plan: drafted, voted on by the households, endorsed by the town, approved by the county with its money."""

from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Sum
from django.utils.translation import gettext as _

from ..catalogue import Source
from ..models import Allocation, Courtyard, CourtyardRule, Programme, WorksItem, WorksPlan
from ..states import Act, State
from ..yuan import yuan
from .moving import CourtyardMoved, locked, move


@transaction.atomic
def draft(courtyard: Courtyard, *, by, at: datetime, uuid: UUID, text: str, from_programme: int = 0, from_town: int = 0,
          from_residents: int = 0, from_others: int = 0, note: str = "") -> None:
    """A plan, or a new version of one; the items of the version before go along. Raises ValidationError for a plan
    that costs nothing, or less than its items."""
    if WorksPlan.objects.filter(uuid=uuid).exists():
        return
    row = locked(courtyard, Act.PLAN, by=by)
    before = row.plan if row.state == State.PLANNING else None
    money = {"from_programme": from_programme, "from_town": from_town, "from_residents": from_residents,
             "from_others": from_others}
    if not sum(money.values()):
        raise ValidationError({"from_programme": _("Say what it costs and who pays.")})
    last = row.plans.order_by("-version").values_list("version", flat=True).first() or 0
    plan = WorksPlan.objects.create(uuid=uuid, courtyard=row, version=last + 1, text=text, drafted_by=by, drafted_at=at,
                                    **money)
    if before:
        before.items.update(plan=plan)
        for source in Source:
            _refuse_dearer(plan, source, 0, field=f"from_{source}")
    move(courtyard, Act.PLAN, by=by, at=at, note=note, said={"version": plan.version, **money})


@transaction.atomic
def add_item(courtyard: Courtyard, *, by, at: datetime, uuid: UUID, kind: str, what: str, source: str, planned: int,
             note: str = "") -> None:
    """One thing that is built. Raises ValidationError when its source has no more in the plan."""
    if WorksItem.objects.filter(uuid=uuid).exists():
        return
    plan = locked(courtyard, Act.ITEM, by=by).plan
    _refuse_dearer(plan, source, planned, field="planned")
    WorksItem.objects.create(uuid=uuid, plan=plan, kind=kind, what=what, source=source, planned=planned)
    move(courtyard, Act.ITEM, by=by, at=at, note=note or what, said={"kind": kind, "planned": planned})


def _refuse_dearer(plan: WorksPlan, source: str, more: int, *, field: str) -> None:
    there = plan.items.filter(source=source).aggregate(sum=Sum("planned"))["sum"] or 0
    if there + more > plan.amount_from(source):
        said = {"source": Source(source).label, "most": yuan(plan.amount_from(source)), "there": yuan(there)}
        raise ValidationError({field: _(
            "“%(source)s” gives %(most)s in this plan, and %(there)s are taken already.") % said})


@transaction.atomic
def vote(courtyard: Courtyard, *, by, at: datetime, entitled: int, votes_for: int, votes_against: int, voted_on: date,
         note: str = "") -> bool:
    """The households have voted; returns whether the plan passed. One that fell stays with its numbers, and a new
    version is drafted. Raises ValidationError for a plan without items, or that was voted down already."""
    row = locked(courtyard, Act.VOTE, by=by)
    plan = row.plan
    if not plan.items.exists():
        raise ValidationError(_("The plan has no works items yet: add what shall be built and what it costs."))
    if plan.voted_on:
        raise ValidationError(_("This version was voted on already. Draft a new one."))
    passed = CourtyardRule.current().is_enough(votes_for, entitled)
    WorksPlan.objects.filter(pk=plan.pk).update(entitled=entitled, votes_for=votes_for, votes_against=votes_against,
                                                voted_on=voted_on)
    move(courtyard, Act.VOTE, by=by, at=at, to=State.VOTED if passed else State.PLANNING, said={
        "for": votes_for, "against": votes_against, "entitled": entitled},
        note=note or (_("The plan passed") if passed else _("Not enough households")))
    return passed


@transaction.atomic
def endorse(courtyard: Courtyard, *, by, at: datetime, note: str = "") -> None:
    """The town agrees with the plan: now it is with the county."""
    plan = locked(courtyard, Act.ENDORSE, by=by).plan
    if not WorksPlan.objects.filter(pk=plan.pk, endorsed_at=None).update(endorsed_by=by, endorsed_at=at):
        raise CourtyardMoved(courtyard, Act.ENDORSE, by)
    move(courtyard, Act.ENDORSE, by=by, at=at, note=note)


@transaction.atomic
def approve(courtyard: Courtyard, *, by, at: datetime, programme: Programme | None = None, note: str = "") -> None:
    """The county agrees, with the guidance of the comprehensive-management office, and grants its share.

    Raises CourtyardMoved before the town has agreed, ValidationError where the programme has not so much left.
    """
    plan = locked(courtyard, Act.APPROVE, by=by).plan
    if plan.endorsed_at is None:
        raise CourtyardMoved(courtyard, Act.APPROVE, by, why=_("The town has not endorsed this plan yet."))
    if plan.from_programme:
        if programme is None:
            raise ValidationError({"programme": _("Say which programme pays.")})
        grant(plan, programme, plan.from_programme, by=by, at=at)
    WorksPlan.objects.filter(pk=plan.pk).update(approved_by=by, approved_at=at,
                                                programme=programme if plan.from_programme else None)
    move(courtyard, Act.APPROVE, by=by, at=at, note=note, approved_at=at, said={
        "granted": plan.from_programme, "programme": programme.pk if programme else None})


def grant(plan: WorksPlan, programme: Programme, amount: int, *, by, at: datetime) -> None:
    """Money of the programme for the plan, never more than there is. Raises ValidationError."""
    Programme.objects.select_for_update().get(pk=programme.pk)  # two approvals at once would both see enough
    left = left_of(programme)
    if amount > left:
        raise ValidationError({"programme": _("“%(programme)s” has %(left)s left, and the plan asks for %(asked)s.") % {
            "programme": programme.name, "left": yuan(left), "asked": yuan(amount)}})
    Allocation.objects.create(programme=programme, plan=plan, amount=amount, by=by, at=at)


def left_of(programme: Programme) -> int:
    return programme.budget - (programme.allocations.aggregate(sum=Sum("amount"))["sum"] or 0)


@transaction.atomic
def send_back(courtyard: Courtyard, *, by, at: datetime, note: str) -> None:
    """Back to whoever drafted it, with the reason. The vote counted for what it was: a new version is voted anew."""
    locked(courtyard, Act.SEND_BACK, by=by)
    move(courtyard, Act.SEND_BACK, by=by, at=at, note=note)
