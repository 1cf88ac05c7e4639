"""What my desk and the daily digest tell of mediation beside its cases."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from mediation import digest
from mediation.models import Mediator
from mediation.screening import results, sweep
from mediation.screening.models import Screening
from tests.mediation.network import samples as network
from tests.mediation.screening.story import screening

DESK = reverse("desk")
TITLE = "矛盾排查"


@pytest.fixture
def week(story):
    """The weekly screening of the market in Zhao's community, by Feng's committee; its last day is a Sunday."""
    return screening(story.cast)


def pile(client):
    return next((pile for pile in client.get(DESK).context["piles"] if str(pile.title) == TITLE), None)


def on(day, browser, user):
    """The person's desk on that morning."""
    with time_machine.travel(f"{day}T09:00+08:00", tick=False):
        return pile(browser(user))


def test_a_screening_waits_for_those_who_are_reminded_of_it(week, story, browser):
    assert on(week.remind_on - timedelta(days=1), browser, story.cast.feng) is None
    for who in ("feng", "zhao"):
        found = on(week.remind_on, browser, getattr(story.cast, who))
        row, = found.rows
        assert (row.title, row.url, row.is_late) == ("棠湖农贸市场", week.get_absolute_url(), False)
        assert (found.overdue, found.today, found.later) == (0, 0, 1)
    for who in ("qian", "wang", "wu", "chen"):
        assert on(week.remind_on, browser, getattr(story.cast, who)) is None, who


def test_on_its_last_day_it_is_due_today(week, story, browser):
    assert on(week.ends_on, browser, story.cast.feng).today == 1


def test_what_was_done_waits_no_more(week, story, browser):
    results.write_result(week, by=story.cast.zhao, at=story.now, findings=[])
    assert on(week.remind_on, browser, story.cast.feng) is None


def test_what_was_missed_is_told_to_them_and_to_the_manager(week, story, browser):
    later = story.now + timedelta(days=7)
    sweep.sweep(later)
    for who in ("feng", "zhao", "zheng"):
        part, = on(later.date(), browser, getattr(story.cast, who)).parts
        assert (part.count, part.url, part.is_late) == (1, f"{reverse('mediation:screening-list')}?tab=missed", True)
    assert on(later.date(), browser, story.cast.wu) is None
    assert on((later + timedelta(days=90)).date(), browser, story.cast.zheng) is None


def test_a_mediator_of_another_organisation_is_not_asked(week, story, browser):
    Mediator.objects.filter(user=story.cast.feng).update(org=story.net.there)
    assert on(week.remind_on, browser, story.cast.feng) is None


def test_many_points_cost_the_desk_no_more(week, story, browser):
    def queries():
        with time_machine.travel(f"{week.ends_on}T09:00+08:00", tick=False):
            client = browser(story.cast.zhao)
            client.get(DESK)
            with CaptureQueriesContext(connection) as asked:
                client.get(DESK)
        return len(asked)

    few = queries()
    for number in range(1, 5):
        point = type(week.point).objects.create(name=f"市场{number}", area=story.cast.community, org=story.net.here)
        Screening.objects.create(point=point, area_key=week.area_key, every=week.every, starts_on=week.starts_on,
                                 ends_on=week.ends_on, remind_on=week.remind_on)
    assert queries() == few


def test_the_digest_tells_of_screenings(week, story):
    late = story.now + timedelta(days=7)
    sweep.sweep(late)
    at = late.replace(day=20)  # a Friday
    assert digest.lines(story.cast.zhao, at) == ["矛盾排查：1 处待排查，1 处逾期未排查"]
    assert digest.lines(story.cast.zheng, at) == ["矛盾排查：0 处待排查，1 处逾期未排查"]
    assert digest.lines(story.cast.wu, at) == []


def test_the_digest_tells_of_decisions_that_are_due(cast, now):
    decision = network.decision(cast, days=2)
    assert digest.lines(cast.zheng, now) == []
    day = decision.due_at.replace(hour=8)
    assert digest.lines(cast.zheng, day) == ["联席会议议定事项：0 件逾期，1 件今日到期"]
    assert digest.lines(cast.zheng, day + timedelta(days=1)) == ["联席会议议定事项：1 件逾期，0 件今日到期"]
    assert digest.lines(cast.chen, day) == []
