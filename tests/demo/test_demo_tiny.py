"""The demo county in small: everybody can sign in and has something to do, and nothing contradicts itself."""

import re
from itertools import pairwise

import pytest
from django.urls import reverse

from grids.models import AreaCode, Post
from incidents.models import Incident, Move
from incidents.states import State
from mediation.models import Case, Dossier, FileNumber
from mediation.models.limits import BESIDE
from mediation.papers.actions import gaps
from shuangliu import audit
from shuangliu.accounts.models import User
from shuangliu.attachments.models import Attachment
from shuangliu.audit import chain
from shuangliu.deadlines.models import Deadline, Step
from shuangliu.demo.accounts import ACCOUNTS
from shuangliu.demo.current_cases import PLAYED
from shuangliu.indicators.recompute import compare
from shuangliu.notices.models import Message, Notice


def test_everybody_of_the_tour_can_sign_in(tiny, client):
    for username in ("worker", "admin"):
        client.post(reverse("accounts:login"), {"username": username, "password": "shuangliu-demo"})
        assert client.get(reverse("desk")).status_code == 200, username
        client.logout()
    # Checking argon2 takes a third of a second: the others have the same password, and so the same hash.
    accounts = User.objects.filter(username__in=[account.username for account in ACCOUNTS])
    assert accounts.count() == 18
    assert {(user.password, user.is_active, user.must_change_password) for user in accounts} == {
        (User.objects.get(username="worker").password, True, False)}


def test_nobody_else_can(tiny):
    others = User.objects.exclude(username__in=[account.username for account in ACCOUNTS])
    assert others.exists()
    assert not any(user.has_usable_password() for user in others)


def test_the_administrator_and_the_auditor_open_the_admin(tiny):
    staff = set(User.objects.filter(is_staff=True).values_list("username", "is_superuser"))
    assert staff == {("admin", True), ("auditor", False)}
    assert User.objects.get(username="auditor").get_all_permissions() == {"audit.view_entry"}


def test_the_handler_receives_what_town_and_county_dispatch_to_urban_management(tiny):
    departments = Post.objects.filter(user__username="handler").values_list("department__code", flat=True)
    assert set(departments) == {"urban-management", "dongsheng-urban-management"}


@pytest.mark.parametrize("username", ["worker", "station", "subcenter", "county", "handler"])
def test_each_desk_of_the_tiers_has_work(tiny, username):
    waiting = Incident.objects.waiting_for(User.objects.get(username=username))
    assert waiting.count() >= 2


@pytest.mark.parametrize("username", ["clerk", "center", "mediator"])
def test_each_desk_of_mediation_has_work(tiny, username):
    assert Case.objects.waiting_for(User.objects.get(username=username)).count() >= 2


@pytest.mark.parametrize("username", [account.username for account in ACCOUNTS])
def test_each_desk_opens(tiny, browser, username):
    assert browser(User.objects.get(username=username)).get(reverse("desk")).status_code == 200


def test_an_open_incident_of_the_tour_opens_with_its_timeline_and_pictures(tiny, browser):
    station = User.objects.get(username="station")
    worker = User.objects.get(username="worker")
    shown = Attachment.objects.filter(matter_type="incidents.incident", role="after").first()
    incident = Incident.objects.get(pk=shown.matter_id)
    page = browser(station).get(incident.get_absolute_url()).content.decode()
    assert worker.name in page
    assert shown.thumbnail_url in page


def test_every_state_is_there(tiny):
    assert set(Incident.objects.values_list("state", flat=True)) == set(State.values)
    assert set(Case.objects.values_list("state", flat=True)) >= set(PLAYED)


def test_clocks_are_in_every_phase(tiny):
    assert set(Incident.objects.open().values_list("alert", flat=True)) == set(Step.values)


def test_each_open_matter_has_one_clock_that_agrees_with_it(tiny):
    for model in (Incident, Case):
        matters = model.objects.filter(due_at__isnull=False)
        # Besides, a tier that was raised to has a clock of its own, and what is suspended has one that rests.
        clocks = Deadline.objects.running().filter(matter_type=model._meta.label_lower, paused_at=None)
        clocks = clocks.exclude(kind__contains="-").exclude(kind__in=BESIDE)
        assert dict(clocks.values_list("matter_id", "due_at")) == dict(matters.values_list("pk", "due_at"))
        assert clocks.count() == matters.count()


def test_no_step_of_a_clock_is_left_to_take(tiny):
    assert not Deadline.objects.to_check(tiny.at).exists()


def test_nothing_lies_in_the_future(tiny):
    for moment in ("reported_at", "accepted_at", "resolved_at", "closed_at", "judged_at"):
        assert not Incident.objects.filter(**{f"{moment}__gt": tiny.at}).exists()
    assert not Move.objects.filter(at__gt=tiny.at).exists()
    for moment in ("registered_at", "accepted_at", "assigned_at", "concluded_at"):
        assert not Case.objects.filter(**{f"{moment}__gt": tiny.at}).exists()


def test_timelines_lead_to_where_the_incidents_are(tiny):
    for incident in Incident.objects.prefetch_related("moves"):
        moves = list(incident.moves.all())
        assert moves[0].act == "report"
        assert moves[-1].to_state == incident.state
        assert [move.at for move in moves] == sorted(move.at for move in moves)
        assert all(after.from_state == before.to_state for before, after in pairwise(moves))


def test_some_disputes_went_to_mediation_and_came_back(tiny):
    assert Incident.objects.filter(case__isnull=False, state=State.IN_PROGRESS).exists()
    assert Incident.objects.filter(case__outcome="settled", state=State.RESOLVED).exists()


def test_a_report_without_a_place_waits_for_the_workstation(tiny):
    station = User.objects.get(username="station")
    assert Incident.objects.waiting_for(station).filter(grid=None).exists()


def test_figures_are_what_the_rows_say(tiny):
    assert compare(at=tiny.at) == 0


def test_the_log_is_whole(tiny):
    assert list(chain.verify()) == []


def test_the_county_is_known_by_its_old_code_too(tiny):
    old = AreaCode.objects.get(code="510122")
    assert (old.name, old.area.name, old.area.code) == ("双流县", "双流区", "510116")


def test_the_log_goes_on_after_the_entries_that_were_written_at_once(tiny):
    worker = User.objects.get(username="worker")
    audit.record("incident.reported", worker, by=worker, at=tiny.at)
    assert chain.seal() == 1
    assert list(chain.verify()) == []


@pytest.mark.parametrize("username", ["station", "subcenter", "clerk", "center"])
def test_the_tour_finds_notices_some_of_them_unread(tiny, username):
    mine = Notice.objects.visible_to(User.objects.get(username=username))
    assert 0 < mine.unread().count() < mine.count()


def test_nothing_leaves_the_house(tiny):
    assert not Message.objects.exists()


def test_history_tells_nobody(tiny):
    """The past is written, not acted: notices come from the incidents and cases of these days alone."""
    assert Notice.objects.count() < 1000


def test_a_dossier_is_put_away_and_others_wait_for_what_they_lack(tiny, browser):
    dossier = Dossier.objects.get()
    assert (dossier.case.state, dossier.case.sessions.exists(), dossier.pages > 8) == ("archived", True, True)
    page = browser(User.objects.get(username="clerk")).get(reverse("mediation:paper-list", args=[dossier.case_id]))
    assert FileNumber.text_of(dossier.case) in page.text
    waiting = list(Case.objects.for_detail().filter(papers__isnull=False, state__in=["agreed", "failed"]))
    assert waiting
    assert all(gaps(case) for case in waiting)


def test_titles_name_nobody(tiny):
    titles = set(Case.objects.values_list("title", flat=True))
    assert not [title for title in titles if re.search("某(?!镇|公司)", title)]
