"""Two people at once, on real PostgreSQL connections."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from mediation import actions as cases
from mediation.models import Case, Mediator, MeetingDecision
from mediation.network import actions
from shuangliu import deadlines
from shuangliu.pages.conflict import Conflict
from tests.cast import assemble
from tests.mediation import story
from tests.mediation.network import samples

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
SECONDS = 20  # a test that waits longer than that hangs


def at_once(*works) -> list:
    """Do all works at the same moment, each on its own connection; what they raised, or None."""
    together = Barrier(len(works))

    def run(work):
        try:
            together.wait(SECONDS)
            work()
        except (Conflict, ValidationError) as refused:
            return refused
        finally:
            connection.close()

    with ThreadPoolExecutor(len(works)) as pool:
        return [done.result(SECONDS) for done in [pool.submit(run, work) for work in works]]


@pytest.fixture
def cast(transactional_db):
    return assemble()


@pytest.mark.parametrize("attempt", range(5))
def test_appointed_and_taken_out_of_service(cast, now, attempt):
    """Either the case has the mediator, who stays, or the mediator is out, and the case has nobody."""
    net = story.network(cast)
    case = Case.objects.for_detail().get(pk=story.accepted(cast).pk)
    feng = Mediator.objects.select_related("org__center__area").get(pk=net.feng.pk)
    results = at_once(
        lambda: cases.assign_case(case, by=cast.zheng, at=story.AT, mediator=feng),
        lambda: actions.retire(net.feng, by=cast.zheng, at=story.AT, reason="退休"))
    assert sum(result is not None for result in results) == 1
    has_case = Case.objects.filter(pk=case.pk, mediator=feng).exists()
    assert Mediator.objects.get(pk=feng.pk).is_active is has_case


def test_two_managers_end_a_decision(cast, now):
    decision = samples.decision(cast)
    fresh = [MeetingDecision.objects.for_queue().get(pk=decision.pk) for _ in range(2)]
    results = at_once(
        lambda: actions.finish(fresh[0], by=cast.zheng, at=story.AT, result="已完成"),
        lambda: actions.drop(fresh[1], by=cast.zheng, at=story.AT, reason="重复"))
    assert sum(result is not None for result in results) == 1
    assert not deadlines.running(decision).exists()
