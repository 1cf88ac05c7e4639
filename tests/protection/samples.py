"""For the house tests: a reveal, and exports in clear at each point."""

from datetime import date, timedelta
from uuid import uuid4

from mediation.models import MediationCenter
from shuangliu.protection import exports, reveals
from tests.conftest import NOW
from tests.hotline.story import Calls
from tests.incidents.story import Story, make_kinds
from tests.mediation import story as mediation

CHOSEN = {"start": date(2026, 3, 1), "end": date(2026, 3, 31)}


def revealed(cast, number: int = 1):
    """Ma has looked at a caller."""
    calls = Calls(Story(cast, make_kinds()))
    for index in range(number):
        ticket = calls.receive(phone=f"138{index:08d}")
        shown = reveals.reveal(ticket, by=cast.ma, at=NOW + index * timedelta(minutes=5), purpose="reach")
    return shown


def asked(cast, **more):
    """Zheng, manager of the county's centre, wants the parties of March with their phones."""
    if not MediationCenter.objects.exists():
        mediation.network(cast)
        mediation.mediating(cast)
    given = {"by": cast.zheng, "at": NOW, "uuid": uuid4(), "what": "mediation.parties", "chosen": CHOSEN,
             "filters": {name: str(day) for name, day in CHOSEN.items()}, "fields": ["phone"], "purpose": "reach",
             "words": "回访满意度", "recipient": "区调解中心回访组", **more}
    return exports.ask(**given)


def approved(cast):
    request = asked(cast)
    exports.approve(request, by=cast.an, at=NOW)
    request.refresh_from_db()
    return request


def made(cast):
    request = approved(cast)
    exports.make(request, at=NOW)
    request.refresh_from_db()
    return request


SAMPLES = {
    "protection:reveal-hide": revealed,
    "protection:export-detail": asked,
    "protection:export-decide": asked,
    "protection:export-fetch": made,
}


def many_asked(cast, n: int) -> None:
    for _ in range(n):
        asked(cast)


def many_looks(cast, n: int) -> None:
    revealed(cast, n)


LISTS = {"protection:export-list": ("an", many_asked), "protection:reveal-list": ("he", many_looks)}
