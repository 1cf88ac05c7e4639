"""A grid worker is asked to go to a door, and says what became of it."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from grids.keys import truncate
from grids.models import Level, Post
from grids.roles import Role
from shuangliu import audit
from shuangliu.accounts.models import User

from .. import news
from ..models import CareReferral, CareTask
from ..services import Done, Errand, Hours
from ..states import Act
from .moving import move


@transaction.atomic
def assign(referral: CareReferral, *, by, at: datetime, worker: User, errand: str, due_on: date,
           hours: str = Hours.ANY) -> CareTask:
    """The worker gets the errand, the door and a masked name. Raises ValidationError where no door is known."""
    address = referral.lives_at
    if not address:
        raise ValidationError({"worker": _("No address is known: there is no door to go to.")})
    if due_on < localdate(at):
        raise ValidationError({"due_on": _("This day is over.")})
    if worker not in workers_for(referral, localdate(at)):
        raise ValidationError({"worker": _("No grid worker of this community.")})
    move(referral, Act.ASSIGN, by=by, at=at, note=Errand(errand).label)
    task = CareTask.objects.create(referral=referral, area_key=referral.area_key, worker=worker, errand=Errand(errand),
                                   address=address, hours=hours, due_on=due_on, asked_by=by, asked_at=at)
    news.tell_worker(task, at=at)
    return task


@transaction.atomic
def report(task: CareTask, *, by, at: datetime, done: str) -> bool:
    """What became of it, from a list; the door is forgotten. False when it was said before."""
    moved = CareTask.objects.filter(pk=task.pk, done_at=None).update(done=Done(done), done_at=at, address="")
    if moved:
        audit.record("care-task.report", task, by=by, at=at)
        move(task.referral, Act.REPORT, by=by, at=at, note=Done(done).label)
    task.refresh_from_db()
    return bool(moved)


def workers_for(referral: CareReferral, day: date) -> list[User]:
    """Those of the grid first, then of the community."""
    community = truncate(referral.area_key, Level.COMMUNITY)
    posts = (Post.objects.on(day).filter(role=Role.GRID_WORKER, user__is_active=True, area__key__gte=community,
                                         area__key__lt=community + 10**6)
             .select_related("user", "area").defer("area__outline").order_by("area__key", "user_id"))
    grid = truncate(referral.area_key, Level.GRID)
    return [post.user for post in sorted(posts, key=lambda post: post.area.key != grid)]
