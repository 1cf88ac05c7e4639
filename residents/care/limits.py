"""How long the stages of a referral may take, and how long it is kept. The county changes the days (CareRule) and the
periods (the rules of retention)."""

from datetime import date

from shuangliu.deadlines import Limit, Unit

from .states import Stage

ANSWER_DAYS, BEGIN_DAYS, GO_ON_DAYS = 5, 10, 3  # working days
AID_DAYS = 20  # working days
DRAFTS_KEPT, RESTRICT_AFTER, FORGET_AFTER = 30, 180, 3 * 365 + 1  # days; the last: 网络数据安全管理条例 art. 12
CHILD = 14  # years: below, the guardian alone consents (PIPL art. 31, 未成年人保护法 art. 72)
LONGEST = 366  # days of help in one go


def limit_of(stage: str, *, rule, today: date, until: date | None) -> Limit:
    """The limit of a stage by the county's rule; help is given until its last day."""
    if stage == Stage.SERVE:
        return Limit(max((until - today).days, 1), Unit.NATURAL_DAYS)
    days = {Stage.ANSWER: rule.answer_days, Stage.BEGIN: rule.begin_days, Stage.GO_ON: rule.go_on_days}[stage]
    return Limit(days, Unit.WORKING_DAYS)
