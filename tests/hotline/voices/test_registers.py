"""Liaison officers of each unit, and plans that are looked at again."""

from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from hotline.voices import reminding
from hotline.voices.models import ContingencyPlan, LiaisonOfficer
from shuangliu import attachments
from shuangliu.notices.models import Notice
from tests.conftest import NOW

LIAISON, PLANS = reverse("hotline:liaison-list"), reverse("hotline:plan-list")
PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF"


def officer(**more) -> dict:
    return {"name": "林联络", "office_phone": "028-85800000", "valid_from": "2026-01-01", **more}


def test_a_unit_without_an_officer_is_named(voices, cast, browser):
    chen, police = browser(cast.chen), cast.departments["police"]
    assert police in chen.get(LIAISON).context["lacking"]
    chen.post(reverse("hotline:liaison-new"), officer(department=police.pk))
    assert police not in chen.get(LIAISON).context["lacking"]
    LiaisonOfficer.objects.update(valid_to=date(2026, 3, 10))
    assert police in chen.get(LIAISON).context["lacking"]
    assert len(chen.get(LIAISON).context["rows"]) == 0
    assert len(chen.get(LIAISON, {"all": 1}).context["rows"]) == 1


def test_an_officer_is_of_one_unit(voices, cast, browser):
    new, both = reverse("hotline:liaison-new"), {"department": cast.departments["police"].pk, "unit": "公司"}
    for wrong in ({}, both, {"unit": "公司", "valid_to": "2025-01-01"}):
        answer = browser(cast.chen).post(new, officer(**wrong))
        assert (answer.status_code, LiaisonOfficer.objects.count()) == (422, 0)
        assert "林联络" in answer.content.decode()


def test_a_plan_has_its_paper_and_its_drills(voices, cast, browser):
    mu, owner = browser(cast.mu), cast.departments["urban-management"]
    form = mu.get(reverse("hotline:plan-new")).context["form"]
    mu.post(reverse("hotline:plan-new"), {
        "uuid": str(form["uuid"].value()), "title": "内涝预案", "kind": "disaster", "owner": owner.pk, "version": "1",
        "valid_from": "2026-01-01", "review_on": "2026-12-31", "is_active": "on",
        "paper": SimpleUploadedFile("plan.pdf", PDF, "application/pdf")})
    plan = ContingencyPlan.objects.get()
    paper = attachments.of(plan).get()
    assert browser(cast.zhou).get(paper.url).status_code == 200
    assert browser(cast.guo).get(paper.url).status_code == 404
    drill = reverse("hotline:plan-drill", args=[plan.pk])
    assert browser(cast.zhou).post(drill, {"held_on": "2027-01-01", "summary": "明年"}).status_code == 422
    browser(cast.zhou).post(drill, {"held_on": "2026-03-01", "summary": "水泵启动慢"})
    assert "水泵启动慢" in mu.get(plan.get_absolute_url()).content.decode()


def test_a_review_that_is_over_is_told_once_for_each_day(voices, cast):
    plan = voices.plan(review_on=date(2026, 3, 1))
    voices.plan(review_on=date(2026, 3, 1), is_active=False)
    assert [reminding.remind(at=NOW), reminding.remind(at=NOW)] == [1, 0]
    assert set(Notice.objects.filter(kind="plan.due").values_list("user", flat=True)) == {cast.zhou.pk, cast.mu.pk}
    ContingencyPlan.objects.filter(pk=plan.pk).update(review_on=date(2026, 3, 5))
    assert reminding.remind(at=NOW) == 1
