"""Who is told what: whoever acts next and whoever waits for an answer, never of their own act, in few statements."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from grids.models import Post
from grids.roles import Role
from incidents import actions, news
from incidents.demands import news as demand_news
from incidents.models import Incident, LoopRule
from incidents.states import Act, Stage
from shuangliu.deadlines import running
from shuangliu.deadlines.sweep import escalate_overdue
from shuangliu.notices.models import Channel, Message, Notice
from shuangliu.pages import remembered
from tests.mediation.story import category, network

from .story import DISPUTE, PIPE, Story

NOT_TOLD = {Act.CORRECT, Act.SIGN, Act.CLEAR, Act.LAPSE, Act.TAKE, Act.PROGRESS}  # nobody has to do anything about it


def told(incident, act: str = "") -> dict[str, set[str]]:
    """Kind of notice -> who was told, of the last act on the incident."""
    move = incident.moves.filter(**({"act": act} if act else {})).last()
    notices = Notice.objects.filter(matter_type="incidents.incident", matter_id=incident.pk, at=move.at)
    heard = {}
    for kind, name in notices.values_list("kind", "user__username"):
        heard.setdefault(kind.removeprefix("incident."), set()).add(name)
    return heard


def test_no_act_is_forgotten():
    assert set(news.TOLD) | set(demand_news.TOLD) | NOT_TOLD == set(Act)


@pytest.mark.parametrize(("state", "expected"), [
    ("reported", {"reported": {"zhao"}}),
    ("accepted", {"accepted": {"wang"}}),
    ("assigned", {"assigned": {"guo"}}),
    ("resolved", {"resolved": {"wang", "zhao"}}),
    ("verified", {"verified": {"sun"}}),
    ("closed", {"closed": {"wang"}}),
    ("evaluated", {"judged": {"guo"}}),
])
def test_the_usual_way(story, state, expected):
    # Town's desk takes it over when it assigns, so it closes.
    assert told(story.tell(state)) == expected


def test_signing_is_told_to_nobody(story):
    assert told(story.tell("in_progress")) == {}


def test_rejected(story):
    incident = story.report()
    actions.reject(incident, by=story.cast.zhao, at=story.later(), reason="不属于网格事项")
    assert told(incident) == {"rejected": {"wang"}}


def test_returned_and_sent_up(story):
    incident = story.tell("assigned")
    actions.return_(incident, by=story.cast.guo, at=story.later(), reason="产权属燃气公司")
    assert told(incident) == {"returned": {"sun"}}
    actions.escalate(incident, by=story.cast.sun, at=story.later(), reason="超出职权")
    assert told(incident) == {"escalated": {"tang"}}


def test_what_nobody_wants_is_decided_jointly(story):
    incident = story.tell("contested")
    assert told(incident) == {"contested": {"tang"}}
    actions.decide(incident, by=story.cast.tang, at=story.later(), reason="会商",
                   department=story.cast.departments["dongsheng-urban-management"])
    assert told(incident) == {"decided": {"guo"}}


def test_handed_down_and_sent_up_again(story):
    incident = story.tell("town")
    actions.hand_down(incident, by=story.cast.sun, at=story.later(), reason="社区可处置")
    assert told(incident) == {"handed_down": {"zhao"}}
    actions.escalate(incident, by=story.cast.zhao, at=story.later(), reason="处置不了")
    assert told(incident) == {"contested": {"sun"}}


@pytest.mark.parametrize("state", ["assigned", "in_progress"])
def test_recalled_the_office_that_had_it_is_told(story, state):
    incident = story.tell(state)
    actions.recall(incident, by=story.cast.sun, at=story.later(), reason="派错单位")
    assert told(incident) == {"recalled": {"guo"}}


def test_suspended_and_resumed(story):
    incident = story.tell("suspended")
    assert told(incident) == {"suspended": {"guo"}, "suspended_report": {"wang"}}
    actions.resume(incident, by=story.cast.tang, at=story.later())
    assert told(incident) == {"resumed": {"guo"}}


def test_extended(story):
    incident = story.tell("in_progress")
    actions.extend(incident, by=story.cast.sun, at=story.later(), amount=1)
    assert told(incident) == {"extended": {"guo"}}


def test_who_goes_on_with_another_hears_how_it_ends(story):
    first = story.report()
    second = story.report(by=story.cast.li)
    actions.merge(second, by=story.cast.zhao, at=story.later(), into=first)
    for step in story.steps[1:7]:
        getattr(story, step)(first)
    heard = Notice.objects.filter(user=story.cast.li, matter_id=second.pk).values_list("kind", "url")
    assert ("incident.main_closed", second.get_absolute_url()) in set(heard)
    assert not Notice.objects.filter(user=story.cast.li, matter_id=first.pk).exists()


def test_merged_and_taken_apart(story):
    incident = story.tell("merged")
    assert told(incident) == {"merged": {"wang"}}
    actions.unmerge(incident, by=story.cast.sun, at=story.later(), reason="不是同一件事")
    assert told(incident) == {"unmerged": {"wang"}, "reported_again": {"zhao"}}


def test_withdrawn(story):
    for by, expected in [("wang", {"cancelled_here": {"zhao"}}), ("zhao", {"cancelled": {"wang"}})]:
        incident = story.report()
        actions.cancel(incident, by=getattr(story.cast, by), at=story.later(), reason="误报")
        assert told(incident) == expected


def test_reopened(story):
    incident = story.tell("closed")
    actions.reopen(incident, by=story.cast.tang, at=story.later(), reason="问题反复")
    assert told(incident) == {"reopened": {"sun"}, "reopened_report": {"wang"}}


@pytest.mark.parametrize(("percent", "expected"), [(100, {"sampled": {"zhao"}}), (0, {})])
def test_settled_on_the_spot(story, percent, expected):
    LoopRule.objects.create(pk=1, sample_percent=percent)
    incident = story.tell("self_handled")
    assert told(incident) == expected


def test_what_is_settled_or_joined_at_once_is_no_new_report_to_the_desk(story):
    LoopRule.objects.create(pk=1, sample_percent=0)
    main = story.report()
    assert told(story.report(reply="已当场清扫")) == {}
    assert told(story.report(by=story.cast.li, joins=main)) == {}


def test_nobody_is_asked_to_judge_what_they_settled_themselves(story):
    LoopRule.objects.create(pk=1, sample_percent=100)
    incident = story.tell("self_handled")
    actions.verify(incident, by=story.cast.zhao, at=story.later())
    actions.close(incident, by=story.cast.zhao, at=story.later())
    assert told(incident) == {"closed_own": {"wang"}}


def test_reworked(story):
    incident = story.tell("resolved")
    story.rework(incident)
    assert told(incident) == {"reworked": {"guo"}}


def test_a_desk_that_handles_it_itself(story):
    """All of the desk but the one who decided it; when it is handled, nobody checks their own work."""
    deputy = person(story, "deputy", Role.WORKSTATION, story.cast.community)
    incident = story.tell("accepted")
    actions.assign(incident, by=story.cast.zhao, at=story.later())
    assert told(incident) == {"assigned": {"deputy"}}
    actions.sign(incident, by=deputy, at=story.later())
    actions.resolve(incident, by=story.cast.zhao, at=story.later(), reply="已清运")
    assert told(incident) == {"resolved": {"wang"}}


def test_located(story):
    incident = story.report(point=None)
    actions.locate(incident, by=story.cast.sun, at=story.later(), grid=story.cast.grid)
    assert told(incident) == {"located": {"zhao"}}


def test_a_dispute(story):
    network(story.cast)
    incident = story.tell("accepted", kind=DISPUTE)
    case = actions.mediate(incident, by=story.cast.zhao, at=story.later(), category=category(), title="渗水", people=2)
    assert told(incident) == {"mediated": {"wang"}}
    actions.unsettle(incident, case=case, at=story.later())
    assert told(incident) == {"unsettled": {"zhao"}}


def test_a_settled_dispute_asks_for_its_check(story):
    network(story.cast)
    incident = story.tell("accepted", kind=DISPUTE)
    case = actions.mediate(incident, by=story.cast.zhao, at=story.later(), category=category(), title="渗水", people=2)
    actions.settle(incident, case=case, at=story.later())
    assert told(incident) == {"settled": {"wang", "zhao"}}


@pytest.mark.parametrize(("state", "warned", "expired", "raised"), [
    ("reported", {"warned": {"zhao"}}, {"expired": {"zhao"}, "expired_below": {"sun"}}, {"raised": {"sun"}}),
    ("assigned", {"warned": {"guo"}}, {"expired": {"guo"}, "expired_with": {"sun"}, "expired_below": {"tang"}},
     {"raised": {"tang"}, "raised_above": {"guo"}}),
    ("in_progress", {"warned": {"guo"}}, {"expired": {"guo"}, "expired_with": {"sun"}, "expired_below": {"tang"}},
     {"raised": {"tang"}, "raised_above": {"guo"}}),
    ("resolved", {"warned": {"wang", "zhao"}},
     {"expired": {"wang", "zhao"}, "expired_with": {"sun"}, "expired_below": {"tang"}},
     {"raised": {"tang"}, "raised_above": {"wang", "zhao"}}),
])
def test_what_the_clock_does(story, state, warned, expired, raised):
    incident = story.tell(state)
    clock = running(incident).get()
    for moment, act, expected in [(clock.warn_at, Act.WARN, warned), (clock.due_at, Act.EXPIRE, expired),
                                  (clock.raise_at, Act.RAISE, raised)]:
        for _ in range(2):
            escalate_overdue(at=moment)
        heard = told(incident, act)
        heard.pop("warned_here", None)  # the clock of the tier above may begin with its warning
        assert heard == expected
    assert set(Notice.objects.filter(matter_id=incident.pk, kind__startswith="incident.expired")
               .values_list("is_urgent", flat=True)) == {True}


def test_the_clock_of_the_tier_above_warns_its_desk(story):
    incident = story.tell("in_progress")
    escalate_overdue(at=running(incident).get().raise_at)
    clock = running(incident).exclude(kind="handle").get()
    escalate_overdue(at=clock.warn_at)
    assert told(incident, Act.WARN) == {"warned_here": {"tang"}}


def test_above_the_county_its_supervisor_hears(story):
    incident = story.report()
    Incident.objects.filter(pk=incident.pk).update(tier=4)
    clock = running(incident).get()
    for moment in (clock.warn_at, clock.due_at):
        escalate_overdue(at=moment)
    assert told(incident, Act.EXPIRE) == {"expired": {"tang"}, "expired_below": {"chen"}}


def test_urgent_from_the_beginning(story):
    incident = story.report(kind=PIPE)
    assert Notice.objects.get(matter_id=incident.pk).is_urgent


def test_posts_of_today_count(story):
    cast = story.cast
    Post.objects.filter(user=cast.zhao).update(valid_to=date(2026, 3, 10))
    person(story, "new", Role.WORKSTATION, cast.community, valid_from=date(2026, 3, 11))
    person(story, "later", Role.WORKSTATION, cast.community, valid_from=date(2026, 3, 12))
    left = person(story, "left", Role.WORKSTATION, cast.community)
    left.is_active = False
    left.save()
    assert told(story.report()) == {"reported": {"new"}}


def test_whoever_is_told_may_look(story, browser):
    for state in (*story.steps, "rework"):
        if state != "rework":
            story.tell(state)
        else:
            story.rework(story.tell("resolved"))
    notices = list(Notice.objects.select_related("user"))
    assert len(notices) > 20
    for notice in notices:
        assert Incident.objects.visible_to(notice.user).filter(pk=notice.matter_id).exists(), notice


def test_nothing_is_told_that_somebody_wrote(story):
    story.tell("evaluated", description="张三丰家门口", place="棠湖西路12号")
    said = " ".join(Notice.objects.values_list("text", flat=True))
    assert "暴露垃圾" in said
    assert not any(word in said for word in ("张三丰", "棠湖西路", "已清运"))


def test_the_groups_of_office_and_desk_hear_it(story):
    cast = story.cast
    groups = [Channel(medium="wecom", address="https://example.cn/", **owner) for owner in (
        {"department": cast.departments["dongsheng-urban-management"]}, {"area": cast.community},
        {"area": cast.town}, {"area": cast.grid}, {"department": cast.departments["police"]})]
    office, station, town, *_silent = Channel.objects.bulk_create(groups)
    story.tell("verified")
    heard = list(Message.objects.order_by("id").values_list("kind", "channel"))
    assert heard == [("incident.reported", station.pk), ("incident.assigned", office.pk),
                     ("incident.resolved", station.pk), ("incident.verified", town.pk)]


@pytest.mark.parametrize("act", ["report", "accept", "assign", "resolve", "verify", "close", "expire"])
def test_an_act_costs_three_statements_more_at_most(story, monkeypatch, settings, act):
    """Whom it concerns, their notices, the messages to their channels. With a mailbox for everybody."""
    settings.EMAIL_HOST = "post.test"
    Channel.objects.bulk_create(Channel(medium="mail", user=user, address="x@example.cn")
                                for user in story.cast.people.values())
    monkeypatch.setattr(remembered, "monotonic", lambda: 0.0)  # what is read once a minute is read before
    remembered.forget_all()
    before = {"report": None, "accept": "reported", "assign": "accepted", "resolve": "in_progress",
              "verify": "resolved", "close": "verified", "expire": "assigned"}[act]
    after = {"accept": story.accepted, "assign": story.assigned, "resolve": story.resolved,
             "verify": story.verified, "close": story.closed}

    def cost() -> int:
        incident = story.tell(before) if before else None
        story.report()  # whatever is remembered after the first time
        with CaptureQueriesContext(connection) as queries:
            if act == "report":
                story.report()
            elif act == "expire":
                actions.expire(incident, stage=Stage.SIGN, at=story.at + timedelta(days=1))
            else:
                after[act](incident)
        return len(queries)

    with monkeypatch.context() as silence:
        silence.setattr(news, "TOLD", {})
        silent = cost()
    assert silent < cost() <= silent + 3


def person(story: Story, username: str, role: Role, area, valid_from=date(2010, 1, 1)):
    user = type(story.cast.wang)(username=username, name=f"{username}某", must_change_password=False)
    user.set_unusable_password()
    user.save()
    Post.objects.create(user=user, role=role, area=area, valid_from=valid_from)
    return user
