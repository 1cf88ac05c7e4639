"""A courtyard from the survey to the last review, and what may not happen on the way."""

import uuid
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from patrol.courtyards import actions
from patrol.courtyards.actions import CourtyardMoved
from patrol.courtyards.models import Allocation, CommitteeMember, Courtyard, CourtyardRule, WorksItem
from patrol.courtyards.states import TRANSITIONS, Act, State
from shuangliu import audit
from shuangliu.deadlines.models import Deadline
from shuangliu.deadlines.sweep import escalate_overdue
from shuangliu.notices.models import Notice
from shuangliu.pages.conflict import Conflict

from .story import BUDGET, PEOPLE


def test_the_whole_way(yards, cast):
    courtyard = yards.enter()
    assert (courtyard.state, courtyard.lacks, courtyard.turn) == ("surveyed", 3, "station")
    yards.propose(courtyard)
    yards.elect(courtyard)
    assert (courtyard.state, courtyard.governed_at) == ("forming", None)
    yards.charter(courtyard)
    assert (courtyard.state, courtyard.lacks) == ("governed", 2)  # there is an organisation now
    yards.plan(courtyard)
    assert yards.vote(courtyard) is True
    assert (courtyard.state, courtyard.turn) == ("voted", "town")
    yards.endorse(courtyard)
    assert courtyard.turn == "county"
    yards.approve(courtyard)
    assert (courtyard.state, courtyard.turn) == ("approved", "station")
    yards.begin(courtyard)
    yards.finish(courtyard)
    assert (courtyard.state, courtyard.turn) == ("works", "town")
    yards.accept(courtyard)
    yards.settle(courtyard)
    assert courtyard.due_at.date() >= yards.today + timedelta(days=180)
    yards.review(courtyard)
    assert (courtyard.state, courtyard.turn) == ("reviewed", "station")
    yards.review(courtyard, months=12)
    assert (courtyard.state, courtyard.turn, courtyard.due_at) == ("reviewed", "", None)
    said = [entry.verb for entry in audit.history(courtyard)]
    assert said[0] == "courtyard.enter"
    assert said[-1] == "courtyard.review"
    assert not Deadline.objects.running().filter(matter_type="patrol.courtyard").exists()


def test_every_act_is_in_the_rights_or_the_clocks():
    from grids.roles import RIGHTS

    clocks = {Act.WARN, Act.LATE, Act.RAISE}
    assert {act for act in TRANSITIONS if f"courtyard.{act}" not in RIGHTS} == clocks


@pytest.mark.parametrize("state", ["surveyed", "forming"])
def test_no_works_before_self_government(yards, state):
    courtyard = yards.courtyard(state)
    for act in (lambda: yards.plan(courtyard), lambda: yards.begin(courtyard)):
        with pytest.raises(CourtyardMoved):
            act()
    with pytest.raises(IntegrityError), transaction.atomic():  # and the database says so, too
        Courtyard.objects.filter(pk=courtyard.pk).update(state=State.WORKS, approved_at=yards.at)


def test_a_committee_without_a_charter_is_not_enough(yards):
    courtyard = yards.courtyard("forming")
    yards.elect(courtyard)
    with pytest.raises(CourtyardMoved):
        yards.plan(courtyard)
    with pytest.raises(ValidationError):  # nor is a charter without its paper
        yards.do("charter", courtyard, uuid=uuid.uuid4(), **yards.votes(70, 0))


def test_works_need_a_committee_in_its_term(yards):
    courtyard = yards.courtyard("approved")
    yards.later(days=40 * 31)
    with pytest.raises(Conflict, match="届"):
        yards.begin(courtyard)
    yards.do("re_elect", courtyard, uuid=uuid.uuid4(), people=PEOPLE[:3], term_until=yards.today + timedelta(days=900),
             **yards.votes(60, 2))
    yards.begin(courtyard)
    assert courtyard.state == "works"
    first = CommitteeMember.objects.filter(left_on__isnull=False)
    assert first.count() == 3  # those before have left


def test_who_was_not_elected_is_forgotten_at_once(yards):
    courtyard = yards.courtyard("forming")
    yards.elect(courtyard)
    assert [member.name for member in courtyard.committee.members.all()] == ["白建国", "罗玉兰", "周福生"]
    assert courtyard.committee.members.get(is_chair=True).name == "白建国"
    assert not CommitteeMember.objects.exclude(committee=courtyard.committee).exists()


def test_half_of_the_households_are_no_majority(yards):
    courtyard = yards.courtyard("forming")
    with pytest.raises(ValidationError):
        yards.elect(courtyard, votes_for=45)
    yards.elect(courtyard, votes_for=46)


@pytest.mark.parametrize(("votes", "entitled", "passes"), [(60, 90, True), (59, 90, False), (61, 91, True),
                                                          (60, 91, False), (1, 1, True)])
def test_two_thirds_of_the_households_make_a_plan(yards, votes, entitled, passes):
    courtyard = yards.courtyard("planning")
    assert yards.vote(courtyard, votes, 0, entitled) is passes
    assert courtyard.state == ("voted" if passes else "planning")


def test_the_county_may_ask_for_another_share(yards):
    CourtyardRule.objects.create(pk=1, share_of=1, share_in=2)
    courtyard = yards.courtyard("planning")
    assert yards.vote(courtyard, 45, 0) is True


def test_a_plan_that_fell_keeps_its_numbers_and_is_drafted_anew(yards):
    courtyard = yards.courtyard("planning")
    yards.vote(courtyard, 30, 40)
    with pytest.raises(ValidationError):
        yards.vote(courtyard, 80, 0)
    yards.plan(courtyard, items=False, from_programme=29_000_000, from_town=5_000_000)
    assert [(plan.version, plan.votes_for) for plan in courtyard.plans.all()] == [(2, 0), (1, 30)]
    assert courtyard.plan.items.count() == 2  # the items go along
    assert yards.vote(courtyard, 80, 0) is True


def test_a_plan_without_items_is_not_voted_on(yards):
    courtyard = yards.courtyard("governed")
    yards.plan(courtyard, items=False)
    with pytest.raises(ValidationError):
        yards.vote(courtyard)


def test_items_do_not_cost_more_than_their_source_gives(yards):
    courtyard = yards.courtyard("planning")
    with pytest.raises(ValidationError):
        yards.item(courtyard, planned=2_000_001)
    yards.item(courtyard, planned=2_000_000)
    with pytest.raises(ValidationError):  # nor does a new version give less than they cost
        yards.plan(courtyard, items=False, from_programme=29_999_999, from_town=5_000_000)


def test_the_county_approves_after_the_town(yards):
    courtyard = yards.courtyard("voted")
    with pytest.raises(CourtyardMoved, match="街"):
        yards.approve(courtyard)
    yards.do("send_back", courtyard, by=yards.cast.tang, note="请补充消防通道")
    assert (courtyard.state, courtyard.turn) == ("planning", "station")
    with pytest.raises(ValidationError):  # what came back is another version, and voted on anew
        yards.vote(courtyard)


def test_no_programme_gives_more_than_it_has(yards):
    programme = yards.programme
    programme.budget = 50_000_000
    programme.save()
    first, second = yards.courtyard("endorsed"), yards.courtyard("endorsed")
    yards.approve(first)
    with pytest.raises(ValidationError) as refused:
        yards.approve(second)
    assert "programme" in refused.value.message_dict
    second.refresh_from_db()
    assert second.state == "voted"
    assert Allocation.objects.count() == 1


def test_what_is_left_goes_back_at_the_acceptance(yards):
    courtyard = yards.courtyard("accepted")
    amounts = list(Allocation.objects.values_list("amount", flat=True))
    assert amounts == [30_000_000, -3_000_000]  # 27 of 28 million fen of the gate were spent
    assert actions.planning.left_of(yards.programme) == BUDGET - 27_000_000
    assert courtyard.state == "accepted_works"


def test_what_was_set_aside_for_one_that_is_razed_goes_back(yards, cast):
    courtyard = yards.courtyard("approved")
    yards.do("strike_off", courtyard, by=cast.sun, struck="razed")
    assert actions.planning.left_of(yards.programme) == BUDGET
    under_works = yards.courtyard("works")
    with pytest.raises(CourtyardMoved):
        yards.do("strike_off", under_works, by=cast.sun, struck="razed")


def test_nothing_is_accepted_by_half(yards):
    courtyard = yards.courtyard("works")
    with pytest.raises(ValidationError):
        yards.accept(courtyard)  # not finished
    yards.finish(courtyard)
    with pytest.raises(ValidationError):
        yards.accept(courtyard, units=["community", "town"])  # without the committee
    with pytest.raises(ValidationError) as refused:
        yards.accept(courtyard, without="fire")
    assert "photos_fire" in refused.value.message_dict
    courtyard.refresh_from_db()
    assert courtyard.state == "works"


def test_a_progress_is_of_the_plan(yards):
    one, other = yards.courtyard("works"), yards.courtyard("works")
    with pytest.raises(ValidationError):
        yards.progress(one, other.plan.items.first())
    yards.progress(one, one.plan.items.first(), done=40, spent=12_34)
    item = one.plan.items.first()
    assert (item.progress, item.spent, item.done_on) == (40, 1234, None)
    with pytest.raises(IntegrityError), transaction.atomic():
        WorksItem.objects.filter(pk=item.pk).update(progress=100)


def test_it_is_reviewed_when_the_time_has_come(yards):
    courtyard = yards.courtyard("long_term")
    with pytest.raises(ValidationError):
        yards.do("review", courtyard, uuid=uuid.uuid4(), is_kept=True)
    yards.review(courtyard, is_kept=False, note="门卫走了", lost=["has_organisation"])
    assert (courtyard.state, courtyard.relapsed_at, courtyard.has_organisation) == ("relapsed", yards.at, False)


def test_a_relapse_begins_anew_with_a_plan_while_self_government_stands(yards):
    courtyard = yards.courtyard("relapsed")
    assert (courtyard.turn, courtyard.lacks, courtyard.approved_at) == ("station", 3, None)
    yards.restart(courtyard)
    assert (courtyard.state, courtyard.relapsed_at is not None) == ("governed", True)
    yards.plan(courtyard)
    assert courtyard.plan.version == 2
    assert courtyard.plan.items.count() == 2  # its own; what was built then stays with the plan of then


def test_a_relapse_without_a_committee_begins_with_self_government(yards):
    courtyard = yards.courtyard("relapsed")
    yards.later(days=40 * 31)
    yards.restart(courtyard)
    assert (courtyard.state, courtyard.governed_at) == ("surveyed", None)
    yards.propose(courtyard)
    yards.elect(courtyard)  # the charter of then still stands
    assert courtyard.state == "governed"


def test_one_that_lacks_nothing_waits_for_nobody(yards):
    courtyard = yards.enter(has_guard=True, has_property_mgmt=True, has_organisation=True)
    assert (courtyard.lacks, courtyard.turn, courtyard.due_at) == (0, "", None)
    yards.do("survey", courtyard, uuid=uuid.uuid4(), defences={"people": "good"}, has_guard=False,
             has_property_mgmt=True, has_organisation=True, households=90, residents=240)
    assert (courtyard.lacks, courtyard.turn) == (1, "station")


def test_the_same_form_enters_one(yards, cast):
    number = uuid.uuid4()
    first = yards.enter(uuid_=number)
    assert yards.enter(uuid_=number) == first
    with pytest.raises(Conflict):
        yards.enter(uuid_=number, by=cast.li)
    with pytest.raises(ValidationError):
        yards.enter(name=first.name)
    yards.do("strike_off", first, by=cast.sun, struck="razed")
    assert yards.enter(name=first.name).pk != first.pk


def test_clocks_warn_run_out_and_are_raised(yards, cast):
    courtyard = yards.courtyard("works")
    for days in (75, 20, 60):
        escalate_overdue(at=yards.later(days=days))
    courtyard.refresh_from_db()
    assert (courtyard.alert, courtyard.state) == ("raised", "works")
    assert [move.act for move in courtyard.moves.all()][-3:] == ["warn", "late", "raise"]
    told = set(Notice.objects.filter(kind="courtyard.raised").values_list("user__username", flat=True))
    assert told == {"zhao", "sun", "chen"}


def test_whose_turn_it_is_hears_of_it(yards):
    yards.courtyard("endorsed")
    told = {(one.user.username, one.kind) for one in Notice.objects.all()}
    assert {("zhao", "courtyard.entered"), ("sun", "courtyard.voted"), ("tang", "courtyard.endorsed"),
            ("chen", "courtyard.endorsed")} <= told
    assert not {one.text for one in Notice.objects.all() if "白建国" in one.text}
