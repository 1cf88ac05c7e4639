"""The file of a grid worker: who sees it, who keeps it, and that it counts and never ranks."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from grids.models import Post, WorkerFile
from grids.roles import Role
from grids.workers.models import Certificate, Training
from shuangliu import audit
from tests.conftest import NOW

from .samples import many_workers

pytestmark = pytest.mark.usefixtures("now")
TODAY = NOW.date()
LIST = reverse("grids:worker-list")


def page(user, name="detail"):
    return reverse(f"grids:worker-{name}", args=[user.pk])


def test_whoever_becomes_a_grid_worker_has_a_file(cast):
    assert set(WorkerFile.objects.values_list("user__username", flat=True)) == {"wang", "li"}
    Post.objects.create(user=cast.nobody, role=Role.GRID_WORKER, area=cast.grid, valid_from=TODAY)
    assert WorkerFile.objects.filter(user=cast.nobody).exists()


@pytest.mark.parametrize(("who", "status"), [
    ("wang", 200), ("li", 404), ("zhao", 200), ("sun", 200), ("tang", 200), ("chen", 200), ("qian", 404),
    ("guo", 403), ("wu", 403)])
def test_the_worker_and_the_desks_above_see_it(cast, browser, who, status):
    assert browser(getattr(cast, who)).get(page(cast.wang)).status_code == status


@pytest.mark.parametrize("who", ["wang", "zhao", "chen"])
def test_the_town_and_the_county_keep_it(cast, browser, who):
    assert browser(getattr(cast, who)).post(page(cast.wang, "edit"), {}).status_code == 403


def test_who_serves_elsewhere_now_is_the_new_desks(cast, browser):
    Post.objects.filter(user=cast.wang).update(valid_to=TODAY - timedelta(days=1))
    assert browser(cast.sun).get(page(cast.wang)).status_code == 200  # nobody's yet: still known where he served
    there = cast.areas["510116002001001"]
    Post.objects.create(user=cast.wang, role=Role.GRID_WORKER, area=there, valid_from=TODAY)
    assert browser(cast.sun).get(page(cast.wang)).status_code == 404
    assert browser(cast.qian).get(page(cast.wang)).status_code == 200


def test_whoever_serves_in_two_places_is_known_in_both(cast, browser):
    Post.objects.create(user=cast.wang, role=Role.GRID_WORKER, area=cast.areas["510116002001001"], valid_from=TODAY)
    for who in ("zhao", "qian", "sun"):
        assert browser(getattr(cast, who)).get(page(cast.wang)).status_code == 200


def test_selection_and_skills_are_written_down(cast, browser):
    sun = browser(cast.sun)
    response = sun.post(page(cast.wang, "edit"), {
        "selection": "open", "selected_on": "2024-05-06", "selected_by": "东升街道办", "document": "东办〔2024〕8号",
        "skills": "调解、急救，手语 急救"})
    assert response["Location"] == page(cast.wang)
    text = browser(cast.wang).get(page(cast.wang)).content.decode()
    for expected in ("公开招聘", "东升街道办", "东办〔2024〕8号", "手语"):
        assert expected in text
    file = WorkerFile.objects.get(user=cast.wang)
    assert {skill.name for skill in file.skills.all()} == {"调解", "急救", "手语"}
    assert [(entry.verb, entry.detail) for entry in audit.history(file)] == [("worker.edited", {})]


def test_trainings_and_certificates_come_and_mistakes_go(cast, browser):
    sun = browser(cast.sun)
    sun.post(page(cast.wang, "training"), {"held_on": "2026-03-01", "topic": "消防", "hours": "4", "result": "passed"})
    sun.post(page(cast.wang, "certificate"), {"name": "急救员证", "number": "A-12", "issued_on": "2024-04-01",
                                              "valid_until": "2026-04-01"})
    text = sun.get(page(cast.wang)).content.decode()
    assert "考核合格" in text
    assert "急救员证" in text
    sun.post(page(cast.wang, "remove"), {"training": Training.objects.get().pk})
    assert (Training.objects.count(), Certificate.objects.count()) == (0, 1)
    # Nobody takes an entry out of another's file.
    sun.post(page(cast.li, "remove"), {"certificate": Certificate.objects.get().pk})
    assert Certificate.objects.exists()


@pytest.mark.parametrize(("name", "given", "field"), [
    ("training", {"held_on": str(TODAY + timedelta(days=1))}, "held_on"),
    ("training", {"hours": "0"}, "hours"),
    ("certificate", {"valid_until": "2020-01-01"}, "valid_until"),
    ("certificate", {"number": "11010519491231002X"}, "number"),
    ("edit", {"skills": "一" * 21}, "skills"),
])
def test_what_is_wrong_is_said_at_its_field(cast, browser, name, given, field):
    right = {"training": {"held_on": "2026-03-01", "topic": "消防", "hours": "4", "result": "passed"},
             "certificate": {"name": "急救员证", "issued_on": "2024-04-01"},
             "edit": {"selection": "open", "selected_on": "2024-05-06", "selected_by": "东升街道办"}}
    response = browser(cast.sun).post(page(cast.wang, name), {**right[name], **given})
    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]


def test_the_list_follows_the_grids(cast, browser):
    many_workers(cast, 3)
    keys = [file.at_key for file in browser(cast.sun).get(LIST).context["page"].rows]
    assert keys == sorted(keys)
    assert len(keys) == 5


def test_the_list_is_narrowed_by_area_skill_and_certificate(cast, browser):
    many_workers(cast, 3)

    def listed(client, **query):
        return {file.user.username for file in client.get(LIST, query).context["page"].rows}

    tang = browser(cast.tang)
    assert listed(tang, area="510116002") == set()
    assert listed(tang, skill="技9") == {"w9"}
    assert listed(tang, expiring="on") == {"w8", "w9", "w10"}
    assert listed(browser(cast.li)) == {"li"}


@pytest.mark.parametrize("days", [("2026-03-01", "2026-02-01"), ("9999-12-30", "9999-12-31")])
def test_a_period_that_is_none_is_refused(cast, browser, days):
    response = browser(cast.sun).get(page(cast.wang), dict(zip(("start", "end"), days, strict=True)))
    assert response.status_code == 422


def test_old_days_are_understood(cast, browser):
    response = browser(cast.wang).get(page(cast.wang), {"start": "2026-01-01", "end": "2026-01-31"})
    assert response.context["period"].cleaned_data["start"] == date(2026, 1, 1)
