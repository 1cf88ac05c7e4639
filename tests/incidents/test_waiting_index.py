"""What waits for a desk above the stations lies in an index of its own: its condition leaves nothing out."""

from itertools import product

import pytest
from django.db import connection

from grids.jurisdiction import posts_for
from incidents.models import Incident
from incidents.states import OPEN, State
from incidents.waiting import LEVEL, _waits_at, for_a_desk_q
from shuangliu.deadlines.models import Step

from .story import PIPE


@pytest.mark.parametrize(("who", "tier"), [("sun", 3), ("tang", 4)])
def test_nothing_that_waits_is_left_out(story, who, tier):
    """Every open state, tier and alert; dispatched or the desk's own; urgent or not; placed, or only in the area."""
    user = getattr(story.cast, who)
    (post,) = posts_for(user, "incident.view")
    some = story.report(kind=PIPE)
    left_out, found = 0, 0
    office = story.cast.departments["urban-management"]
    values = product(sorted(OPEN), (2, 3, 4), Step.values, (True, False), (None, user), (some.area_key, post.area.key),
                     (None, office))
    for state, own_tier, alert, is_urgent, handler, key, department in values:
        if state in (State.IN_PROGRESS, State.REWORK, State.SUSPENDED) and handler is None:
            continue  # somebody has signed for it
        if handler == user and state in (State.IN_PROGRESS, State.REWORK) and own_tier < tier:
            continue  # a desk that signs owns it, and what is being handled never goes down
        Incident.objects.filter(pk=some.pk).update(
            state=state, tier=own_tier, alert=alert, is_urgent=is_urgent, handler=handler, area_key=key,
            department=department,
            suspended_at=story.at if state == State.SUSPENDED else None, is_sampled=state == State.SELF_HANDLED)
        waits = Incident.objects.filter(_waits_at(post, user))
        found += waits.count()
        left_out += waits.exclude(for_a_desk_q(tier)).count()
    assert found > 50
    assert left_out == 0


@pytest.mark.postgres
@pytest.mark.parametrize(("who", "tier"), [("sun", 3), ("tang", 4)])
def test_the_index_serves_the_queue(story, who, tier):
    story.report()
    rows = Incident.objects.waiting_for(getattr(story.cast, who)).order_by("due_at", "id")[:51]
    with connection.cursor() as cursor:
        # A table of one row is never worth an index otherwise.
        cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off; SET LOCAL enable_sort = off")
    assert f"incident_{LEVEL[tier]}_desk" in rows.explain()


def test_whoever_reported_from_a_desk_is_asked_for_a_word(story):
    incident = story.report(by=story.cast.sun)
    for step in ("accepted", "assigned", "in_progress", "resolved", "verified", "closed"):
        assert incident not in Incident.objects.waiting_for(story.cast.sun).filter(state=State.CLOSED)
        getattr(story, step)(incident)
    assert incident in Incident.objects.waiting_for(story.cast.sun)
