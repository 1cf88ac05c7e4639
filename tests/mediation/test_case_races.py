"""Two people at once, on real PostgreSQL connections: one is done, the other hears who was faster."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from mediation import actions
from mediation.models import Case, Party
from shuangliu import audit, deadlines
from shuangliu.indicators.models import Delta
from tests.cast import assemble
from tests.mediation import story

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
SECONDS = 20  # a test that waits longer than that hangs


def at_once(*works) -> list:
    """Do all works at the same moment, each on its own connection; their results, or the CaseMoved they raised."""
    together = Barrier(len(works))

    def run(work):
        try:
            together.wait(SECONDS)
            return work()
        except actions.CaseMoved as moved:
            return moved
        finally:
            connection.close()

    with ThreadPoolExecutor(len(works)) as pool:
        return [done.result(SECONDS) for done in [pool.submit(run, work) for work in works]]


@pytest.fixture
def cast(transactional_db):
    return assemble()


@pytest.fixture
def net(cast, now):
    return story.network(cast)


def moved(results) -> list:
    return [result for result in results if isinstance(result, actions.CaseMoved)]


def test_two_managers_assigning(cast, net):
    case = story.accepted(cast)
    fresh = [Case.objects.for_detail().get(pk=case.pk) for _ in range(2)]
    results = at_once(*(
        lambda case=case, mediator=mediator: actions.assign_case(case, by=cast.zheng, at=story.AT, mediator=mediator)
        for case, mediator in zip(fresh, [net.feng, net.without_account], strict=True)))
    assert len(moved(results)) == 1
    case.refresh_from_db()
    assert case.state == "assigned"
    assert [entry.detail["mediator"] for entry in audit.history(case).filter(verb="case.assigned")] == [
        case.mediator.name]


def test_accepting_and_refusing(cast, net):
    case = story.registered(cast)
    one, other = (Case.objects.for_detail().get(pk=case.pk) for _ in range(2))
    results = at_once(
        lambda: actions.accept_case(one, by=cast.wu, at=story.AT),
        lambda: actions.refuse_case(other, by=cast.zheng, at=story.AT, reason="已起诉。"))
    assert len(moved(results)) == 1
    case.refresh_from_db()
    assert deadlines.running(case).count() == (case.state == "accepted")
    assert Delta.objects.filter(measure="case.accepted").count() == (case.state == "accepted")


def test_a_form_sent_twice_at_the_same_moment(cast, net):
    uuid = "3f0d5f8e-6c0b-4df7-9a55-1a0b0c0d0e0f"
    results = at_once(*[lambda: story.registered(cast, uuid=uuid)] * 3)
    assert len({case.pk for case in results}) == 1
    assert (Case.objects.count(), Party.objects.count()) == (1, 2)


def test_two_cases_joined_to_each_other(cast, net):
    one, other = story.registered(cast), story.registered(cast)
    results = at_once(*(
        lambda case=case, into=into: actions.join_case(case, by=cast.wu, at=story.AT, into=into)
        for case, into in ((one, other), (Case.objects.get(pk=other.pk), Case.objects.get(pk=one.pk)))))
    assert len(moved(results)) == 1
    assert sorted(Case.objects.values_list("state", flat=True)) == ["joined", "registered"]
