"""Works: they begin after self-government, are followed by item, and end with the joint acceptance."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Sum
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from shuangliu import attachments
from shuangliu.attachments.forms import part_of

from ..catalogue import MUST_BE_THERE, Defence, Source, Standing, Unit
from ..models import Allocation, Courtyard, DefenceCheck, JointAcceptance, WorksItem, WorksPlan
from ..states import Act
from .moving import CourtyardMoved, is_finished, locked, move


@transaction.atomic
def begin(courtyard: Courtyard, *, by, at: datetime, contractor: str, begun_on: date, ends_on: date,
          note: str = "") -> None:
    """先自治后整治: raises CourtyardMoved without a charter, and while no committee is in its term on that day."""
    row = locked(courtyard, Act.BEGIN, by=by)
    if why := why_not(row, begun_on):
        raise CourtyardMoved(row, Act.BEGIN, by, why=why)
    WorksPlan.objects.filter(pk=row.plan.pk).update(contractor=contractor, begun_on=begun_on, ends_on=ends_on)
    move(courtyard, Act.BEGIN, by=by, at=at, note=note or contractor, said={"from_day": begun_on, "until": ends_on})


def why_not(courtyard: Courtyard, day: date) -> str:
    """Why works may not begin on that day; "" when they may."""
    committee = courtyard.committee
    if committee is None or courtyard.charter is None:
        return _("Self-government first: without a committee and a charter nothing is built.")
    if not committee.is_in_term(day):
        return _("Self-government first: the term of the committee is over. Elect a new one before the works begin.")
    return ""


@transaction.atomic
def progress(courtyard: Courtyard, *, by, at: datetime, uuid: UUID, item: WorksItem, done: int, spent: int,
             note: str = "") -> None:
    """How far an item is and what was paid for it; photos were staged with the form."""
    row = locked(courtyard, Act.PROGRESS, by=by)
    if item.plan_id != row.plan.pk:
        raise ValidationError({"item": _("This item is of another plan.")})
    done_on = (item.done_on or localdate(at)) if done == 100 else None
    WorksItem.objects.filter(pk=item.pk).update(progress=done, spent=spent, done_on=done_on)
    attachments.claim(uuid, item, by=by)
    move(courtyard, Act.PROGRESS, by=by, at=at, note=note or f"{item.what} {done}%",
         said={"item": item.pk, "progress": done, "spent": spent})


@transaction.atomic
def accept(courtyard: Courtyard, *, by, at: datetime, uuid: UUID, units: Iterable[str], inspected_on: date,
           note: str = "") -> None:
    """Those who used to sign apart have looked together: each of the four defences is there, each with its photo.

    What is left of the county's money goes back to its programme. Raises ValidationError while an item is not
    finished, somebody who must be there was not, or a photo is missing.
    """
    row = locked(courtyard, Act.ACCEPT, by=by)
    plan, units = row.plan, list(units)
    if not is_finished(plan):
        raise ValidationError(_("Not every works item is at 100 % yet."))
    if missing := [unit.label for unit in MUST_BE_THERE if unit not in units]:
        raise ValidationError({"units": _("Not without: %(units)s.") % {"units": "、".join(map(str, missing))}})
    found = JointAcceptance.objects.create(uuid=uuid, plan=plan, inspected_on=inspected_on, note=note, by=by,
                                           units=[unit.value for unit in Unit if unit in units])
    for defence in Defence:
        check = DefenceCheck.objects.create(courtyard=row, acceptance=found, defence=defence, standing=Standing.GOOD)
        if not attachments.claim(part_of(uuid, defence), check, by=by):
            raise ValidationError({f"photos_{defence}": _("A photo has to show it.")})
    give_back(plan, by=by, at=at)
    move(courtyard, Act.ACCEPT, by=by, at=at, note=note, said={"units": found.units, "day": inspected_on})


def give_back(plan: WorksPlan, *, by, at: datetime) -> None:
    """What was granted and is not spent goes back to its programme."""
    if plan.programme_id is None:
        return
    spent = plan.items.filter(source=Source.PROGRAMME).aggregate(sum=Sum("spent"))["sum"] or 0
    left = (plan.allocations.aggregate(sum=Sum("amount"))["sum"] or 0) - spent
    if left > 0:
        Allocation.objects.create(programme_id=plan.programme_id, plan=plan, amount=-left, by=by, at=at)
