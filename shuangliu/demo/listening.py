"""Quality checks: drawn by lot from each of the last days, as the nightly job would; those of the days before are
noted."""

from datetime import timedelta

from hotline.actions import quality
from hotline.models import QualityCheck
from hotline.models.quality import Point, Result
from shuangliu.audit.recording import entry

from . import ledger
from .moments import office_moment
from .world import World

DAYS, WAITING = 14, 3  # drawn, and of these not listened to yet
TO_IMPROVE = 0.2
NOTED = {Point.PLACE: "只记了路名，没有问到门牌或旁边的标志。", Point.TOLD: "没有告诉来电人几天内答复、怎么查询。",
         Point.ASKED: "发生的时间没有问，承办单位又打来核实。", Point.ANSWER: "答复用了部门的行话，来电人没有听懂。",
         Point.CALL_BACK: "回访时先替来电人说了满意。"}  # fmt: skip
PRAISED = ["记录清楚，一次派准。", "耐心听完再归纳，来电人确认无误。", ""]


def load(world: World) -> int:
    """Draw and note them; returns how many."""
    for ago in range(DAYS, 0, -1):
        quality.draw(world.today - timedelta(days=ago))
    read = list(QualityCheck.objects.filter(day__lt=world.today - timedelta(days=WAITING)).select_related("ticket")
                .order_by("day", "ticket"))
    for check in read:
        _note(world, check)
    QualityCheck.objects.bulk_update(read, ["result", "points", "words", "by", "at"])
    ledger.write(entry("quality.noted", check.ticket, by=check.by, at=check.at, result=check.result,
                       points=check.points) for check in read)
    return QualityCheck.objects.count()


def _note(world: World, check: QualityCheck) -> None:
    """On one of the two days after; one in five has something to be improved."""
    random = world.hotline
    point = random.choice(list(NOTED)) if random.random() < TO_IMPROVE else None
    check.by, check.at = world.users["hotline_lead"], office_moment(random, check.day + timedelta(days=1))
    check.result = Result.IMPROVE if point else Result.OK
    check.points = [point.value] if point else []
    check.words = NOTED[point] if point else random.choice(PRAISED)
