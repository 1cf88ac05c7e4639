"""Who is told what of a demand: whoever has to answer and whoever asked, never of their own act."""

import pytest

from incidents.demands import answering
from shuangliu.deadlines import running
from shuangliu.deadlines.sweep import escalate_overdue
from shuangliu.notices.models import Notice

from .demands import ask


def told(demand) -> dict[str, set[str]]:
    """Kind of notice -> who was told, of the last act on it."""
    heard = {}
    notices = Notice.objects.filter(matter_type="incidents.demand", matter_id=demand.pk, at=demand.moves.last().at)
    for kind, name in notices.values_list("kind", "user__username"):
        heard.setdefault(kind.removeprefix("demand."), set()).add(name)
    return heard


@pytest.mark.parametrize(("kind", "state", "expected"), [
    ("extension", "asked", {"asked": {"tang"}}),
    ("extension", "ended", {}),  # that there is more time is told of the incident
    ("suspension", "asked", {"asked": {"tang"}}),
    ("supervision", "asked", {"asked": {"guo"}}),
    ("supervision", "taken", {}),
    ("supervision", "answered", {"answered": {"sun"}}),
    ("supervision", "ended", {"concluded": {"guo"}}),
    ("whistle", "passing", {"asked": {"sun"}}),
    ("whistle", "asked", {"asked": {"zhou"}}),
    ("whistle", "ended", {"rated": {"zhou"}}),
    ("task", "asked", {"asked": {"zhou"}}),
    ("task", "ended", {"answered": {"tang"}}),
])
def test_who_is_told(kind, state, expected, story):
    assert told(ask(story, kind, state)) == expected


def test_who_called_is_told_of_the_arrival(story):
    demand = ask(story, "whistle", "taken")
    answering.arrive(demand, by=story.cast.zhou, at=story.later())
    assert told(demand) == {"arrived": {"sun"}}


def test_the_county_is_told_of_a_call_that_nobody_answers(story):
    demand = ask(story, "whistle")
    for moment, expected in (("warn_at", {"warned": {"zhou"}}), ("due_at", {"expired": {"zhou"}}),
                             ("raise_at", {"raised_above": {"tang"}})):
        escalate_overdue(at=getattr(running(demand).get(), moment))
        assert told(demand) == expected


def test_the_next_desk_is_told_that_it_decides_now(story):
    demand = ask(story, "whistle", "passing")
    escalate_overdue(at=running(demand).get().raise_at)
    demand.refresh_from_db()
    assert told(demand) == {"warned": {"sun"}, "expired": {"sun"}, "raised": {"tang"}}


def test_what_falls_is_told_to_whoever_was_asked(story):
    incident = story.tell("in_progress")
    demand = ask(story, "extension", incident=incident)
    story.resolved(incident)
    assert told(demand) == {"fallen": {"tang"}}


def test_a_notice_holds_no_words_of_anybody(story):
    demand = ask(story, "whistle")
    assert demand.text not in Notice.objects.get(kind="demand.asked").text
