"""For the house tests: marks on a ticket, and what was forgotten."""

from datetime import timedelta
from uuid import uuid4

from grids.models import Post
from grids.roles import Role
from shuangliu.retention import holds, restrictions, rules
from shuangliu.retention.models import Forgetting, Hold, Restriction, RetentionRule
from tests.conftest import NOW

ON_PAPER = {"reason": "法院调取", "basis": "民事诉讼法第70条"}


def security_admin(cast):
    """Nobody, who guards data today."""
    Post.objects.get_or_create(user=cast.nobody, role=Role.SECURITY_ADMIN, area=cast.county, valid_from="2020-01-01")
    return cast.nobody


def held(cast) -> Hold:
    return holds.hold(cast.wang, by=cast.he, at=NOW, area_key=cast.town.key, **ON_PAPER)


def restricted(cast) -> Restriction:
    restrictions.restrict(cast.wang, by=cast.he, at=NOW, area_key=cast.town.key, **ON_PAPER)
    return Restriction.objects.get()


def forgotten(cast) -> Forgetting:
    rules.ensure()
    rule = RetentionRule.objects.get(what="notice.read")
    return Forgetting.objects.create(rule=rule, what=rule.what, version=1, days=90, does="delete", first=NOW, last=NOW,
                                     count=1, at=NOW, run=uuid4())


def many_holds(cast, n: int) -> None:
    for _number in range(n):
        held(cast)


def many_restrictions(cast, n: int) -> None:
    first = Restriction.objects.count()
    Restriction.objects.bulk_create(
        Restriction(matter_type="accounts.user", matter_id=10**6 + first + number, area_key=cast.town.key, by=cast.he,
                    at=NOW + timedelta(minutes=number), **ON_PAPER) for number in range(n))


def many_forgettings(cast, n: int) -> None:
    for _number in range(n):
        forgotten(cast)


SAMPLES = {"retention:hold-lift": held, "retention:restriction-lift": restricted,
           "retention:forgetting-detail": forgotten}
LISTS = {"retention:hold-list": ("he", many_holds), "retention:restriction-list": ("he", many_restrictions),
         "retention:ledger": ("he", many_forgettings)}
