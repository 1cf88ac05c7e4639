"""How long each stage may take, and which vote is enough: the county changes both (CourtyardRule)."""

from datetime import date

from shuangliu.deadlines import Limit, Unit

from .states import Stage

FORM_DAYS, GOVERN_DAYS, PLAN_DAYS, VOTE_DAYS = 60, 90, 60, 45  # natural days [D]
BEGIN_DAYS, SETTLE_DAYS, RESTART_DAYS = 60, 30, 30
APPROVE_DAYS = 10  # working days
REVIEWS = (6, 12)  # months after the acceptance (domain.md §5.6)
SHARE = (2, 3)  # of the households entitled to vote: enough for a plan
MOST_WORKS = 3 * 365  # days
FORGET_AFTER = 3 * 365 + 1  # days that the names of a former committee are kept (网络数据安全管理条例 art. 12)


def limit_of(stage: str, *, rule, today: date, until: date | None = None) -> Limit:
    """The limit of a stage by the county's rule; works and reviews have a last day, `until`."""
    if stage in (Stage.WORKS, Stage.REVIEW):
        return Limit(max((until - today).days, 1), Unit.NATURAL_DAYS)
    if stage == Stage.APPROVE:
        return Limit(rule.approve_days, Unit.WORKING_DAYS)
    return Limit(getattr(rule, f"{stage}_days"), Unit.NATURAL_DAYS)


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last one of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    raise ValueError(day)
