"""What can befall a change of boundaries: planned, called off, carried out."""

import logging
from collections import Counter
from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from shuangliu import audit
from shuangliu.pages.conflict import Conflict

from ..models import Area, AreaCode, Level, Post
from ..roles import Role
from . import work
from .models import AreaChange, PlannedGrid
from .plan import Part, Plan, eve, plan_of, problems
from .redrawing import redraw

# A report that was on its way at the moment of the change comes to rest in the old grid all the same; what was closed
# there may be reopened much later. So old grids are looked at again: the young ones by the minute, all by night.
YOUNG, OLD = timedelta(days=2), timedelta(days=400)

logger = logging.getLogger(__name__)


class ChangeMoved(Conflict):
    """It has been carried out or called off meanwhile."""


class Refused(ValidationError):
    """Something stands against the plan; `problems` says what, and at which field."""

    def __init__(self, found):
        self.problems = found
        super().__init__([problem.message for problem in found])


def plan_change(plan: Plan, *, by, at: datetime) -> AreaChange:
    """Write the plan down, and carry it out at once when its day is today. Raises Refused."""
    change = _write_down(plan, by=by, at=at)
    if change.starts_on <= localdate(at) and carry_out(change, by=by, at=at):
        work.hand_over(change, by=by, at=at)
    return change


@transaction.atomic
def _write_down(plan: Plan, *, by, at: datetime) -> AreaChange:
    # One plan for a grid at a time: whoever comes second waits here, and finds the first.
    list(Area.objects.select_for_update().filter(pk__in=[area.pk for area in plan.ends]).order_by("pk").values("pk"))
    if found := problems(plan, today=localdate(at)):
        raise Refused(found)
    change = AreaChange.objects.create(
        kind=plan.kind, area_key=plan.area_key, starts_on=plan.starts_on, heir=plan.heir, reason=plan.reason,
        document=plan.document, planned_by=by, planned_at=at)
    change.ends.set(plan.ends)
    PlannedGrid.objects.bulk_create([
        PlannedGrid(change=change, code=part.code, name=part.name, kind=part.kind, community=part.community,
                    outline=part.outline, worker=part.worker, takes_rest=part.takes_rest) for part in plan.makes])
    audit.record("change.planned", change, by=by, at=at, kind=plan.kind, starts_on=plan.starts_on,
                 ends=[area.code for area in plan.ends], makes=[part.code for part in plan.makes])
    return change


@transaction.atomic
def cancel_change(change: AreaChange, *, by, at: datetime) -> None:
    """Call it off before its day. Raises ChangeMoved."""
    if AreaChange.objects.pending().filter(pk=change.pk).update(cancelled_by=by, cancelled_at=at) != 1:
        raise ChangeMoved(_("This change has been carried out or called off meanwhile."), matter=change)
    audit.record("change.cancelled", change, by=by, at=at)


@transaction.atomic
def carry_out(change: AreaChange, *, by, at: datetime) -> bool:
    """Old grids and their posts end, new ones begin; False when somebody else has done so, or called it off.

    The open work follows by `work.hand_over`. Raises Refused when the plan does not fit any more.
    """
    if AreaChange.objects.pending().filter(pk=change.pk).update(done_at=at, obstacle="") != 1:
        return False
    plan = plan_of(change)
    if found := problems(plan, today=None):
        raise Refused(found)
    for area in plan.ends:
        _end(area, plan, by=by, at=at)
    for row, part in zip(change.makes.order_by("code"), plan.makes, strict=True):
        row.area = _begin(part, plan, by=by, at=at)
        row.save(update_fields=["area"])
    redraw(plan)
    change.refresh_from_db()
    audit.record("change.carried-out", change, by=by, at=at)
    return True


def carry_out_due(at: datetime, *, by=None) -> Counter:
    """Carry out what is due at `at`, and hand over the open work of what was done; returns how many of each.

    What does not fit any more stays planned and says why, until somebody puts it right or calls it off.
    """
    counts = Counter()
    for change in AreaChange.objects.pending().filter(starts_on__lte=localdate(at)).order_by("starts_on", "id"):
        try:
            counts["carried out"] += carry_out(change, by=by, at=at)
        except Refused as refused:
            obstacle = " ".join(refused.messages)[:500]
            if AreaChange.objects.pending().filter(pk=change.pk).exclude(obstacle=obstacle).update(obstacle=obstacle):
                logger.error("Change of boundaries %s: %s", change.pk, obstacle)
            counts["refused"] += 1
        except Exception:  # whatever one change meets, the others have their day
            logger.exception("Change of boundaries %s: put off", change.pk)
            counts["failed"] += 1
    counts["handed over"] = hand_over_work(at, since=at - YOUNG, by=by)
    return counts


def hand_over_work(at: datetime, *, since: datetime, by=None) -> int:
    """Hand over the open work of changes that were carried out after `since`, or have not done so yet; returns how
    many matters."""
    done = AreaChange.objects.filter(Q(handed_over_at=None) | Q(done_at__gt=since), done_at__isnull=False)
    moved = 0
    for change in done.order_by("done_at", "id"):
        try:
            moved += work.hand_over(change, by=by, at=at)
        except Exception:  # what is left of this one is found by the next run
            logger.exception("Change of boundaries %s: open work left behind", change.pk)
    return moved


def _end(area: Area, plan: Plan, *, by, at: datetime) -> None:
    last_day = eve(plan.starts_on)
    area.valid_to = last_day
    area.save()  # and with it `updated_at`, by which every process learns that its tree of outlines is old
    AreaCode.objects.filter(area=area, valid_to=None).update(valid_to=last_day)
    for post in Post.objects.filter(area=area).filter(Q(valid_to=None) | Q(valid_to__gt=last_day)):
        # A post that was to begin later has no day left but its first.
        post.valid_to = max(last_day, post.valid_from)
        post.save(update_fields=["valid_to"])
        audit.record("post.ended", post, by=by, at=at, user=post.user_id, area=area.code)
    audit.record("area.ended", area, by=by, at=at, code=area.code)


def _begin(part: Part, plan: Plan, *, by, at: datetime) -> Area:
    area = Area.objects.create(
        level=Level.GRID, parent=part.community, code=part.code, name=part.name, kind=part.kind, outline=part.outline,
        is_schematic=any(old.is_schematic for old in plan.ends), valid_from=plan.starts_on)
    AreaCode.objects.create(area=area, code=part.code, name=part.name, valid_from=plan.starts_on)
    audit.record("area.made", area, by=by, at=at, code=area.code)
    if part.worker and part.worker.is_active:  # whoever has left meanwhile leaves the grid vacant
        post = Post.objects.create(user=part.worker, role=Role.GRID_WORKER, area=area, valid_from=plan.starts_on)
        audit.record("post.given", post, by=by, at=at, user=part.worker.pk, area=area.code)
    return area
