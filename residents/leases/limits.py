"""How long what concerns a lease may take (domain.md §4.6; 商品房屋租赁管理办法 art. 14, 17, 19)."""

from datetime import date, datetime, time, timedelta

from shuangliu.deadlines import Limit, Unit
from shuangliu.deadlines.calendars import current
from shuangliu.deadlines.workdays import SHANGHAI
from shuangliu.deadlines.worktime import after

from .states import Stage

# Registration within three working days is the law's; so long we take for a change, renewal or end too. Who is
# asked for papers has half a month; then somebody asks again or refuses, and nothing happens by itself.
LIMITS: dict[str, Limit] = {
    Stage.REGISTER: Limit(3, Unit.WORKING_DAYS),
    Stage.COMPLETE: Limit(15, Unit.NATURAL_DAYS),
    Stage.ASKED: Limit(3, Unit.WORKING_DAYS),
}
FILE_WITHIN = 30  # days after the contract; who comes later is late, and nothing else
REMIND_BEFORE = timedelta(days=30)  # before the last day
RENEW_AFTER = timedelta(days=30)  # a lease that ran out can be renewed for so long


def file_by(signed_on: date) -> date:
    """The last day on which a lease signed on this day is filed in time: a day off passes it on."""
    return after(datetime.combine(signed_on, time(12), SHANGHAI), FILE_WITHIN, Unit.NATURAL_DAYS, current()).date()
