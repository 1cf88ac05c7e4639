"""Bringing a case to the points at which the acts of working on it can be done."""

from datetime import date

from django.contrib.auth.hashers import make_password

from grids.models import Post
from grids.roles import Role
from mediation.major import actions as major
from mediation.models import Mediator
from mediation.panels import actions as panels
from mediation.records import actions as records
from mediation.risks import actions as risks
from mediation.team import actions as team
from mediation.timing import actions as timing
from shuangliu.accounts.models import User
from tests.mediation import story
from tests.mediation.story import AT, accepted, mediating

FIVE = {"problem": "施工扰民补偿", "leader": "区司法局分管领导", "plan": "一个月内分三步协商补偿",
        "team": "镇街、住建、社区工作专班",
        "follow_through": "每周调度，履行后回访"}
DAY = date(2026, 3, 11)


def traffic(cast, **given):
    """An accident of which nobody knows yet from when its limit counts."""
    return mediating(cast, code="0503", **given)


def medical(cast, **given):
    return mediating(cast, code="0502", **given)


def appraising(cast):
    case = medical(cast)
    timing.appraise_case(case, by=cast.feng, at=AT, subject="过错参与度", institution="市医学会", began_on=DAY)
    return case


def recusal_open(cast):
    case = mediating(cast)
    team.raise_recusal(case, by=cast.feng, at=AT, mediator=case.mediator, raised_by="applicant", ground="kin")
    return case


def with_evidence(cast):
    case = mediating(cast)
    records.add_evidence(case, by=cast.feng, at=AT, name="租赁合同", brought_by="applicant", is_original=True, pieces=1,
                         received_on=DAY)
    return case


def with_deposit(cast):
    case = mediating(cast)
    records.take_deposit(case, by=cast.feng, at=AT, kind="deposit", amount=1000, party=case.parties.first(),
                         held_by="镇财政专户", received_on=DAY)
    return case


def in_panel(cast):
    case = mediating(cast)
    panels.consult_panel(case, by=cast.zheng, at=AT, question="责任如何划分？", experts=[("王律师", "法律")])
    return case


def major_accepted(cast, *, people: int = 40):
    return accepted(cast, people=people)


def major_mediating(cast):
    case = major_accepted(cast)
    major.write_five_ones(case, by=cast.zheng, at=AT, **FIVE)
    story.actions.assign_case(case, by=cast.zheng, at=AT, mediator=Mediator.objects.get(user=cast.feng))
    return case


def ordered(cast):
    case = mediating(cast)
    major.supervise_case(case, by=cast.chen, at=AT, text="请报进展", reply_by=date(2026, 3, 20))
    return case


def at_risk(cast):
    case = mediating(cast)
    risks.flag_risk(case, by=cast.feng, at=AT, sign="heated", measure="已分开双方")
    return case


def colleague(cast, username: str = "gao") -> Mediator:
    """Another mediator of Feng's committee, with an account and a post in the town."""
    user = User.objects.create(username=username, name="高调解", password=make_password(None),
                               must_change_password=False)
    Post.objects.create(user=user, role=Role.MEDIATOR, area=cast.town, valid_from=date(2010, 1, 1))
    return Mediator.objects.create(user=user, name=user.name, org=Mediator.objects.get(user=cast.feng).org)


# act: the case to which it can be done
CASE_FOR = {
    "start-clock": traffic, "appraise": medical, "appraised": appraising, "extend": medical, "team": mediating,
    "recusal": mediating, "decide-recusal": recusal_open, "bring": mediating, "addendum": mediating,
    "private-note": mediating, "investigate": mediating, "evidence": mediating, "give-back": with_evidence,
    "deposit": mediating, "settle-deposit": with_deposit, "consult": mediating, "advise": in_panel,
    "mark-major": mediating, "five-ones": major_accepted, "progress": major_mediating, "supervise": mediating,
    "reply": ordered, "risk": mediating, "police": mediating, "risk-over": at_risk,
}
