"""Areas, changes of boundaries, posts and worker files for the house tests."""

from datetime import date, timedelta

from django.utils.timezone import localdate, now

from grids.changes import actions as changes
from grids.models import Area, Post, WorkerFile
from grids.roles import Role
from grids.workers.models import Certificate, Training
from shuangliu.accounts.models import User

from . import boundaries


def change(cast):
    return changes.plan_change(boundaries.split(cast, day=localdate() + timedelta(days=20)), by=cast.sun, at=now())


def file(cast):
    return WorkerFile.objects.get(user=cast.wang)


def filed(cast):
    """By its own number, which is that of the person."""
    return {"pk": cast.wang.pk, "matter": file(cast)}


def many_changes(cast, n: int) -> None:
    for _ in range(n):
        changes.cancel_change(change(cast), by=cast.sun, at=now())


def many_workers(cast, n: int) -> None:
    """Each with a grid, a skill, a training and a certificate."""
    first = Area.objects.count()
    for number in range(first, first + n):
        grid = Area.objects.create(code=f"510116001001{number:03d}", level="grid", name=f"格{number}",
                                   parent=cast.community, valid_from=date(2020, 1, 1))
        user = User.objects.create(username=f"w{number}", name=f"员{number}")
        Post.objects.create(user=user, role=Role.GRID_WORKER, area=grid, valid_from=date(2020, 1, 1))
        Training.objects.create(file=user.worker_file, held_on=date(2025, 1, 1), topic="消防", hours=4)
        Certificate.objects.create(file=user.worker_file, name="急救", issued_on=date(2025, 1, 1),
                                   valid_until=localdate() + timedelta(days=9))
        user.worker_file.skills.create(name=f"技{number}")


SAMPLES = {
    "grids:area-detail": lambda cast: {"code": cast.community.code, "foreign": ["qian", "lu"]},
    "grids:change-detail": change,
    "grids:change-cancel": change,
    "grids:post-detail": lambda cast: Post.objects.get(user=cast.wang),
    "grids:post-hand-over": lambda cast: Post.objects.get(user=cast.wang),
    **{f"grids:worker-{page}": filed for page in ("detail", "edit", "training", "certificate", "remove")},
}

LISTS = {
    "grids:change-list": ("sun", many_changes),
    "grids:post-list": ("sun", many_workers),
    "grids:worker-list": ("sun", many_workers),
}
