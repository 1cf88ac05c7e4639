"""A lease from filing to its end, and every way it may go instead."""

import uuid
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from residents.leases import actions
from residents.leases.models import Asked, Lease, LeaseRule, Party
from residents.leases.rules import TO_LIVE_IN, Paper, Refusal, Space, Use
from residents.leases.states import CERTIFIED, PENDING, TRANSITIONS, State, allowed
from residents.models import Person, Residence
from shuangliu import deadlines
from shuangliu.audit.models import Entry
from shuangliu.deadlines.sweep import escalate_overdue
from shuangliu.notices.models import Notice
from shuangliu.pages.conflict import Conflict
from tests.residents.story import LUO, TANG

from .story import ALL_PAPERS, LANDLORD, TENANT, WAY, somebody


def refused(field: str = "__all__"):
    """Expect a ValidationError at this field."""

    class Expect:
        def __enter__(self):
            self.raised = pytest.raises(ValidationError)
            self.info = self.raised.__enter__()

        def __exit__(self, *error):
            caught = self.raised.__exit__(*error)
            found = self.info.value
            assert field in (found.message_dict if hasattr(found, "error_dict") else {"__all__"})
            return caught

    return Expect()


def test_a_landlord_files_and_the_registrar_registers(lettings, cast):
    lease = lettings.file()
    assert (lease.state, lease.filed_by, str(lease.due_at.date())) == ("submitted", "landlord", "2026-03-16")
    assert lease.parties.get(role="landlord").code == lease.code
    assert list(Lease.objects.visible_to(cast.xie).waiting()) == [lease]
    assert not Lease.objects.visible_to(cast.yan)
    assert not Lease.objects.visible_to(cast.wang)
    assert Notice.objects.filter(user=cast.xie, kind="lease.filed").exists()
    home = lettings.dwelling()
    lettings.accept(lease, dwelling=home)
    lettings.register(lease)
    assert (lease.state, lease.dwelling, lease.due_at, lease.edition) == ("registered", home, None, 1)
    assert lease.certificate == f"ZLBA2026{lease.pk:08d}"
    assert len(lease.check_code) == 12
    assert not deadlines.running(lease)
    assert [move.act for move in lease.moves.all()] == ["file", "accept", "register"]
    assert Entry.objects.filter(verb="lease.register", matter_id=lease.pk, actor_id=cast.xie.pk).exists()


def test_nothing_of_the_parties_is_in_clear(lettings, django_db_blocker):
    from django.db import connection

    lettings.file()
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM residents_party")
        dump = str(cursor.fetchall())
        cursor.execute("SELECT * FROM residents_lease")
        dump += str(cursor.fetchall())
    assert not any(secret in dump for secret in (LUO, TANG, "罗永贵", "13800001234", "1800"))


def test_the_same_form_twice_is_one_lease(lettings, cast):
    form = uuid.uuid4()
    assert lettings.file(uuid_=form) == lettings.file(uuid_=form)
    with pytest.raises(Conflict):
        lettings.file(uuid_=form, by=cast.xie)


def test_the_list_of_what_is_missing_is_told_once_and_stops_the_clock(lettings):
    lease = lettings.lease("need_more")
    assert lease.needs == ["title"]
    assert deadlines.running(lease, "register").get().paused_at
    lettings.at += timedelta(days=12)
    actions.complete(lease, by=None, at=lettings.at, uuid=uuid.uuid4(), side="landlord")
    assert lease.state == "submitted"
    assert str(lease.due_at.date()) == "2026-03-26"  # three working days after it came back, as none had gone before
    assert lease.moves.filter(act="need-more").count() == 1


def test_it_is_asked_for_more_only_once(lettings, cast):
    lease = lettings.lease("need_more")
    actions.complete(lease, by=None, at=lettings.at, uuid=uuid.uuid4(), side="landlord")
    with pytest.raises(Conflict):
        lettings.need_more(lease)
    lettings.accept(lease)


@pytest.mark.parametrize("space", sorted(set(Space) - TO_LIVE_IN))
def test_what_is_no_living_space_is_not_let_to_live_in(lettings, space):
    with refused("space"):
        lettings.file(space=space)
    assert lettings.file(space=space, use=Use.STORAGE)


def test_each_person_needs_room(lettings):
    with refused("people"):
        lettings.file(people=4, floor_area=Decimal("19.99"))
    assert lettings.file(people=4, floor_area=Decimal("20"))
    with refused("people"):
        lettings.file(people=3, rooms=1)
    assert lettings.file(people=3, rooms=1, is_family=True)
    LeaseRule.objects.create(pk=1, per_person=Decimal("8"), per_room=3)
    with refused("people"):
        lettings.file(people=4, floor_area=Decimal("20"))
    assert lettings.file(people=3, rooms=1)
    assert lettings.file(people=9, rooms=1, use=Use.SHOP)


def test_a_dwelling_is_let_as_a_whole_once(lettings):
    home = lettings.dwelling()
    first = lettings.lease(dwelling=home)
    second = lettings.lease("accepted", dwelling=home)
    with refused():
        lettings.register(second)
    assert second.moves.last().act == "accept"
    lettings.end(first)
    lettings.register(second)


def test_rooms_of_a_dwelling_are_counted_together(lettings):
    home = lettings.dwelling()
    home.floor_area = Decimal("18")
    home.save()
    room = {"space": "bedroom", "rooms": 1, "people": 2, "floor_area": Decimal("10")}
    lettings.lease(dwelling=home, **room)
    with refused():
        lettings.lease(dwelling=home, **room)
    with refused():
        lettings.lease(dwelling=home, **room | {"floor_area": Decimal("19"), "people": 1})
    assert lettings.lease(dwelling=home, **room | {"people": 1}).state == "registered"


def test_papers_are_seen_before_it_is_accepted(lettings, cast):
    lease = lettings.file()
    with refused("papers"):
        actions.accept(lease, by=cast.xie, at=lettings.at, dwelling=lettings.dwelling(), papers=[Paper.CONTRACT])
    assert lease.state == "submitted"


@pytest.mark.parametrize("ground", list(Refusal))
def test_it_is_refused_for_a_ground_of_the_law(lettings, cast, ground):
    lease = lettings.file()
    actions.refuse(lease, by=cast.xie, at=lettings.at, refusal=ground, reason="顶楼加建")
    assert (lease.state, lease.refusal, lease.due_at) == ("refused", ground, None)


def test_tenants_who_live_there_become_residents(lettings, cast, homes):
    known = homes.register(name="唐秀英", number=TANG, kind="floating")
    other = somebody("刘小波")
    lease = lettings.lease("accepted", tenants=[TENANT, other])
    tang, liu = lease.parties.filter(role="tenant").order_by("id")
    actions.register_lease(lease, by=cast.xie, at=lettings.at, settlers=[
        actions.Settler(tang), actions.Settler(liu, reason="01")])
    assert Residence.objects.get(person=known, until=None).dwelling == lease.dwelling
    new = Person.objects.numbered(other.id_number).get()
    home = new.residences.get()
    assert (home.dwelling, home.kind, home.tenure, home.since) == (lease.dwelling, "floating", "02", lease.starts_on)
    assert set(Party.objects.filter(role="tenant").values_list("person", flat=True)) == {known.pk, new.pk}


def test_nobody_becomes_a_resident_unless_the_registrar_says_so(lettings, homes):
    known = homes.register(name="唐秀英", number=TANG)
    lease = lettings.lease()
    assert lease.parties.get(role="tenant").person == known
    assert known.residences.get(until=None).dwelling != lease.dwelling
    assert Person.objects.count() == 1


def test_late_is_shown_and_nothing_follows(lettings):
    day = lettings.today - timedelta(days=40)
    lease = lettings.lease(signed_on=day, starts_on=day)
    assert lease.was_filed_late
    assert lease.state == "registered"
    assert not lettings.file().was_filed_late
    # 2014-07-31 + 30 days is a Saturday: until Monday, the first.
    lease.signed_on = date(2014, 7, 31)
    assert lease.file_by == date(2014, 9, 1)


def test_what_is_due_strikes(lettings):
    lease = lettings.file()
    escalate_overdue(lettings.at + timedelta(days=6))
    lease.refresh_from_db()
    assert lease.is_overdue
    assert lease.state == "submitted"
    assert {"warn", "late"} <= set(lease.moves.values_list("act", flat=True))


def test_the_end_is_announced_once_and_comes_by_itself(lettings, cast, django_user_model):
    lease = lettings.lease(ends_on=lettings.today + timedelta(days=31))
    assert actions.remind_of_ends(lettings.at) == 0
    lettings.at += timedelta(days=1)
    assert actions.remind_of_ends(lettings.at) == 1
    assert actions.remind_of_ends(lettings.at) == 0
    lettings.at += timedelta(days=30)
    assert actions.expire(lettings.at) == 0  # the last day itself
    lettings.at += timedelta(days=1)
    assert actions.expire(lettings.at) == 1
    lease.refresh_from_db()
    assert (lease.state, lease.ended_on) == ("expired", lease.ends_on)
    assert actions.expire(lettings.at) == 0


def test_a_renewal_is_asked_for_and_entered(lettings, cast):
    lease = lettings.lease()
    day, form = lease.ends_on + timedelta(days=365), uuid.uuid4()
    with refused("ends_on"):
        actions.ask(lease, by=None, at=lettings.at, uuid=form, kind="renew", side="landlord", ends_on=lease.ends_on)
    asked = actions.ask(lease, by=None, at=lettings.at, uuid=form, kind="renew", side="landlord", ends_on=day)
    assert actions.ask(lease, by=None, at=lettings.at, uuid=form, kind="renew", side="landlord", ends_on=day) == asked
    assert str(lease.due_at.date()) == "2026-03-16"
    with pytest.raises(Conflict):
        actions.ask(lease, by=None, at=lettings.at, uuid=uuid.uuid4(), kind="end", side="tenant")
    actions.renew(lease, by=cast.xie, at=lettings.at, ends_on=day, rent="1900")
    asked.refresh_from_db()
    assert (lease.state, lease.ends_on, lease.rent, lease.edition) == ("renewed", day, "1900", 2)
    assert (lease.due_at, asked.answer, asked.answered_by) == (None, "granted", cast.xie)


def test_what_is_asked_for_can_be_declined_with_a_reason(lettings, cast):
    lease = lettings.lease("asked")
    actions.decline(lease, by=cast.xie, at=lettings.at, reason="房屋已列入征收范围")
    assert (lease.state, lease.due_at, lease.asked.get().answer) == ("registered", None, "declined")
    with pytest.raises(Conflict):
        actions.decline(lease, by=cast.xie, at=lettings.at, reason="又一次")


def test_one_that_ran_out_can_be_renewed_for_thirty_days(lettings, cast):
    lease = lettings.lease(ends_on=lettings.today)
    lettings.at += timedelta(days=10)
    actions.expire(lettings.at)
    lease.refresh_from_db()
    day = lease.ends_on + timedelta(days=365)
    with pytest.raises(Conflict):
        actions.renew(lease, by=cast.xie, at=lettings.at + timedelta(days=21), ends_on=day)
    actions.renew(lease, by=cast.xie, at=lettings.at, ends_on=day)
    assert (lease.state, lease.ended_on) == ("renewed", None)


def test_a_tenant_ends_the_own_entry_and_the_last_one_the_lease(lettings, cast):
    lease = lettings.lease(tenants=[TENANT, somebody("刘小波")])
    tang, liu = lease.parties.filter(role="tenant").order_by("id")
    actions.leave(tang, by=None, at=lettings.at)
    actions.leave(tang, by=None, at=lettings.at)
    lease.refresh_from_db()
    assert (lease.state, tang.left_on, lease.people) == ("changed", lettings.today, 1)
    lettings.ask(lease)
    actions.leave(liu, by=None, at=lettings.at)
    lease.refresh_from_db()
    assert (lease.state, lease.ended_on, lease.due_at) == ("ended", lettings.today, None)
    assert Asked.objects.get().answer == "declined"
    assert Notice.objects.filter(user=cast.xie, kind="lease.left").exists()


def test_a_landlord_ends_no_entry_of_a_tenant(lettings):
    lease = lettings.lease()
    actions.leave(lease.parties.get(role="landlord"), by=None, at=lettings.at)
    lease.refresh_from_db()
    assert lease.state == "registered"


@pytest.mark.parametrize("state", WAY)
@pytest.mark.parametrize("act", ["need_more", "accept", "register", "refuse", "withdraw", "change", "renew", "end",
                                 "ask"])
def test_an_act_in_a_wrong_state_is_a_conflict_and_changes_nothing(lettings, state, act):
    lease = lettings.lease(state)
    before = list(lease.moves.values_list("id", flat=True))
    if allowed(act.replace("_", "-"), lease.state) and not (state == "asked" and act == "ask"):
        return
    with pytest.raises(Conflict):
        getattr(lettings, act)(lease)
    assert list(lease.moves.values_list("id", flat=True)) == before


def test_every_state_is_reached_and_every_open_one_has_a_limit(lettings):
    reached = set()
    for _sources, goals in TRANSITIONS.values():
        reached |= set(goals if isinstance(goals, tuple) else (goals,))
    assert reached - {None} == set(State)
    for state in PENDING:
        assert lettings.lease(state).due_at
    assert {"registered", "ended", "expired"} <= CERTIFIED


def test_what_the_papers_say_is_put_right_before_it_is_registered(lettings, cast):
    lease = lettings.file(landlords=[LANDLORD])
    actions.correct(lease, by=cast.xie, at=lettings.at, rent="1700")
    party = lease.parties.get(role="tenant")
    actions.correct_party(party, by=cast.xie, at=lettings.at, name="唐秀 英", phone="13900009999")
    lease.refresh_from_db()
    party.refresh_from_db()
    assert (lease.rent, party.name, party.phone) == ("1700", "唐秀英", "13900009999")
    with refused("id_number"):
        actions.correct_party(party, by=cast.xie, at=lettings.at, id_number="510184198810012640")
    with refused("people"):
        actions.correct(lease, by=cast.xie, at=lettings.at, people=50)
    lettings.accept(lease)
    lettings.register(lease)
    with pytest.raises(Conflict):
        actions.correct(lease, by=cast.xie, at=lettings.at, rent="1")


def test_the_papers_are_those_of_the_law():
    assert ALL_PAPERS == ["contract", "landlord_id", "tenant_id", "title"]
