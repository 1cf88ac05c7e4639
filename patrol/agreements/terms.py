"""What an agreement is about: its four sides, what is insured, and what each side usually takes on."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

REMIND_BEFORE = timedelta(days=30)
LONGEST = timedelta(days=3 * 366)


class Side(TextChoices):
    """The four (domain.md §1.3)."""

    VILLAGE = "village", _("Village or community")
    POLICE = "police", _("Community police officer")
    RESIDENTS = "residents", _("Residents of the village")
    INSURER = "insurer", _("Insurance company")


class Loss(TextChoices):
    """What was lost or broken. Things alone: who may have done it is a matter of the police and stands nowhere here."""

    GOODS = "goods", _("Household goods")
    BIKE = "bike", _("Bicycle or electric bicycle")
    TOOLS = "tools", _("Farm tools")
    ANIMALS = "animals", _("Poultry and livestock")
    CROPS = "crops", _("Crops and fish")
    DOORS = "doors", _("Doors, windows and locks")


class Every(TextChoices):
    """How often a duty comes."""

    WEEK = "week", _("every week")
    MONTH = "month", _("every month")
    QUARTER = "quarter", _("every quarter")
    ONCE = "once", _("once")


class Ground(TextChoices):
    """Why it ends before its time."""

    AGREED = "agreed", _("All four agree")
    UNPAID = "unpaid", _("The premium is not paid")
    BREACH = "breach", _("One side does not keep its duties")
    INSURER = "insurer", _("The insurer ends the cover")
    MERGED = "merged", _("The village was merged or moved")
    DROPPED = "dropped", _("It did not come about")


@dataclass(frozen=True)
class Task:
    """A duty as it is drafted: whose, what, how often, and how many hours each time."""

    side: str
    text: str
    every: str = Every.MONTH
    hours: Decimal = Decimal(0)


# What the county proposes in a new draft; the four agree on their own.
USUAL = (
    Task(Side.VILLAGE, "组织巡逻队夜间巡逻", Every.WEEK, Decimal(14)),
    Task(Side.VILLAGE, "张贴提示，检查门锁、路灯和停车棚", Every.MONTH, Decimal(3)),
    Task(Side.POLICE, "到村指导巡逻，讲防盗要点", Every.MONTH, Decimal(4)),
    Task(Side.POLICE, "通报发案数量（只报数字）", Every.MONTH, Decimal(1)),
    Task(Side.RESIDENTS, "邻里轮值守望", Every.WEEK, Decimal(4)),
    Task(Side.INSURER, "上门办理理赔，七日内赔付到户", Every.MONTH, Decimal(2)),
    Task(Side.INSURER, "拨付巡防补助", Every.QUARTER),
)


def next_day(day: date, every: str) -> date | None:
    """The last day of the period after the one that ended on `day`; None for what comes once."""
    if every == Every.WEEK:
        return day + timedelta(days=7)
    if every == Every.ONCE:
        return None
    months = 3 if every == Every.QUARTER else 1
    count = day.year * 12 + day.month + months  # months since year 0; the month after the goal, from 0
    return date(count // 12, count % 12 + 1, 1) - timedelta(days=1)


def first_day(start: date, every: str, ends_on: date) -> date:
    """The last day of the first period of a duty: the Sunday, or the end of month or quarter; of what comes once, the
    end of the agreement."""
    if every == Every.ONCE:
        return ends_on
    if every == Every.WEEK:
        return start + timedelta(days=6 - start.weekday())
    month = start.month if every == Every.MONTH else (start.month + 2) // 3 * 3
    return date(start.year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
