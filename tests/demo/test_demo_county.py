"""The demo county in full: it has what the report of 2014 counts (domain.md §2), and what only many rows show.

All in one module: loading it takes minutes.
"""

from collections import Counter
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.db.models import Count, F
from django.urls import reverse

from grids.models import Area, Level, Post
from grids.roles import Role
from hotline.measures import IS_LATE, IS_ON_TIME
from hotline.models import QualityCheck, Ticket
from hotline.portal.fields import county as public_county
from hotline.portal.figures import HIDDEN, published
from incidents.models import Incident
from mediation.models import Case, MediationCenter, MediationOrg, MediationWindow, Mediator, Party, ScreeningPoint
from residents.models import Dwelling, Permit
from shuangliu.accounts.models import User
from shuangliu.audit import chain
from shuangliu.demo.catalogues import REPORT
from shuangliu.indicators.models import NamedPeriod
from shuangliu.indicators.recompute import compare
from shuangliu.privacy import id_number
from shuangliu.privacy.documents import Document

from .test_demo_residents import today

pytestmark = pytest.mark.slow
SHANGHAI = ZoneInfo("Asia/Shanghai")
PERIOD = (datetime(2011, 8, 1, tzinfo=SHANGHAI), datetime(2014, 8, 1, tzinfo=SHANGHAI))


@pytest.fixture
def of_the_report(county):
    """The cases accepted in the three years of the report."""
    start, end = PERIOD
    return Case.objects.filter(accepted_at__gte=start, accepted_at__lt=end)


def test_the_territory(county):
    assert Counter(Area.objects.values_list("level", flat=True)) == {
        "county": 1, "town": 12, "community": 131, "grid": 1091}


def test_every_grid_has_a_worker_and_every_desk_somebody(county):
    def served(role):
        return Counter(Post.objects.filter(role=role).values_list("area", flat=True))

    for level, role in [(Level.GRID, Role.GRID_WORKER), (Level.COMMUNITY, Role.WORKSTATION),
                        (Level.TOWN, Role.SUBCENTER), (Level.TOWN, Role.MED_CLERK)]:
        assert set(Area.objects.at(level).values_list("id", flat=True)) <= set(served(role)), role
    workers = Post.objects.filter(role=Role.GRID_WORKER)
    assert workers.values("user").distinct().count() == workers.count() == 1091


def test_the_network_of_mediation(county):
    centers = Counter(MediationCenter.objects.values_list("kind", flat=True))
    assert centers == {"county": 1, "town": 12, "specialised": 5}
    assert MediationOrg.objects.count() == 236
    assert MediationOrg.objects.filter(place="specialised").count() == 5
    assert MediationOrg.objects.filter(place="community").values("area").distinct().count() == 131
    windows = MediationWindow.objects.values_list("area__level", "center__kind")
    assert Counter(windows) == {("community", None): 131, ("town", "town"): 12, ("county", "specialised"): 5}
    assert ScreeningPoint.objects.count() == 105
    assert Mediator.objects.count() == 835
    sizes = MediationOrg.objects.annotate(size=Count("mediators")).values_list("size", flat=True)
    assert (min(sizes), max(sizes)) >= (3, 3)
    assert max(sizes) <= 9


def test_the_cases_of_the_report(of_the_report):
    _, end = PERIOD
    assert of_the_report.count() == 13_395
    settled = of_the_report.filter(outcome="settled")
    assert settled.count() == 12_861
    assert not settled.filter(concluded_at__gte=end).exists()
    failed = of_the_report.filter(outcome="failed")
    assert failed.filter(concluded_at__lt=end).count() == 420
    assert failed.filter(concluded_at__gte=end).count() == 114
    towns = of_the_report.values_list("town_key").annotate(n=Count("*"))
    assert len(towns) == 12
    assert min(n for _, n in towns) > 100


def test_the_success_rate_is_read_from_figures_that_the_job_counted(county, browser):
    assert compare(at=county.at) == 0
    start, end = REPORT
    period = NamedPeriod.objects.get()
    assert (period.name, period.start, period.end) == ("2014 年报告期", start, end)
    for code in ("510116", "510122"):
        answer = browser(User.objects.get(username="county")).get(
            "/api/v1/indicators/mediation_success/", {"area": code, "start": start, "end": end}).json()
        assert (answer["numerator"], answer["denominator"], answer["value"]) == (12_861, 13_395, "96.01")


def test_the_dashboard_shows_it(county, browser):
    page = browser(User.objects.get(username="county")).get(reverse("dashboard")).content.decode()
    assert "96.01" in page
    assert "13,395" in page or "13395" in page


def test_the_work_of_now(county):
    assert Incident.objects.open().count() >= 250
    assert 70 <= Case.objects.open().count() <= 150
    assert Incident.objects.filter(state__in=["closed", "evaluated"]).count() >= 3000
    on_time = Incident.objects.exclude(handle_due_at=None).filter(resolved_at__isnull=False)
    late = [incident for incident in on_time if incident.resolved_at > incident.handle_due_at]
    assert 0.02 < len(late) / on_time.count() < 0.15


def test_no_party_is_a_real_person(county):
    numbers = [party.id_number for party in Party.objects.exclude(id_hash="").filter(document=Document.ID_CARD)]
    assert len(numbers) > 2000
    for number in numbers:
        id_number.validate(number, today=county.at.date())
        assert number.startswith("510199")


def test_the_log_of_all_that_is_whole(county):
    assert list(chain.verify()) == []


# The hotline: what only many tickets show.

def test_some_per_cent_are_late_and_no_more(county):
    on_time, late = Ticket.objects.filter(IS_ON_TIME).count(), Ticket.objects.filter(IS_LATE).count()
    assert 0.01 < late / (on_time + late) < 0.05
    replied = Ticket.objects.filter(replied_at__gt=F("first_due_at"))
    assert replied.count() > 30
    assert all(move.at > ticket.received_at for ticket in replied.prefetch_related("moves")
               for move in ticket.moves.all() if move.act == "expire")


def test_the_published_figures_are_not_thin(county):
    shown = published(public_county(), county.at.date())
    cells = [cell for _town, row in shown.table(shown.received) for cell in row]
    assert cells.count(HIDDEN) < len(cells) / 8
    assert int(shown.received[None, None]) > 2500
    rates = [cell for _town, row in shown.table(shown.on_time) for cell in row]
    assert len(set(rates)) > 5
    assert rates.count("–") < len(rates) / 8


def test_people_write_themselves_too_and_work_is_listened_to(county):
    assert Ticket.objects.filter(channel="portal").count() > 150
    assert Ticket.objects.filter(channel="portal", state="dispatched").exists()
    checks = QualityCheck.objects.order_by("day")
    assert {"", "ok", "improve"} == set(checks.values_list("result", flat=True))
    assert checks.waiting().count() >= 5


# Its pilot community.

def test_the_pilot_community_is_there_in_full(county):
    assert Dwelling.objects.count() >= 1_200
    people = today().filter(person__merged_into=None)
    assert 2_600 <= people.count() <= 3_300
    assert 0.25 < people.filter(kind="floating").count() / people.count() < 0.35
    assert Permit.objects.filter(expires_on__gte=county.at.date()).count() > 100
