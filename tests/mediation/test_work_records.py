"""Sessions, private talks, evidence, deposits: who reads what, and that sums add up."""

from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from mediation import actions
from mediation.models import Deposit
from mediation.records import actions as records
from tests.mediation import work
from tests.mediation.story import mediating
from tests.mediation.test_case_acts import HELD

SECRET = "申请人底线是两千元"
PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


@pytest.fixture
def talked(story):
    case = mediating(story.cast)
    records.note_privately(case, by=story.cast.feng, at=story.now, side="applicant", held_at=story.now, text=SECRET)
    return case


@pytest.mark.parametrize(("person", "reads"), [("feng", True), ("zheng", True), ("wu", False), ("chen", False)])
def test_private_talks_are_read_by_mediators_and_manager_only(person, reads, talked, story, browser):
    page = browser(getattr(story.cast, person)).get(talked.get_absolute_url())
    assert page.status_code == 200
    assert (SECRET in page.text) == reads
    assert ("背靠背" in page.text) == reads


@pytest.mark.parametrize("person", ["feng", "zheng", "wu"])
def test_private_talks_come_into_no_interface_and_no_export(person, talked, story, browser):
    client = browser(getattr(story.cast, person))
    assert SECRET not in client.get(f"/api/v1/mediation/cases/{talked.pk}/").text
    export = client.get("/mediation/cases/export/?format=csv")
    assert export.status_code == 403 or SECRET not in b"".join(export).decode()


def test_private_talks_are_kept_encrypted(talked):
    with connection.cursor() as cursor:
        cursor.execute("SELECT text FROM mediation_privatenote")
        assert SECRET not in cursor.fetchone()[0]


def test_a_clerk_writes_no_private_talk(talked, story, browser):
    assert browser(story.cast.wu).get(f"/mediation/cases/{talked.pk}/private-note/").status_code == 403


def test_who_was_present_is_ticked(story, browser):
    case = mediating(story.cast)
    client = browser(story.cast.feng)
    url = f"/mediation/cases/{case.pk}/session/"
    nobody = client.post(url, HELD | {"participants": ""})
    assert nobody.status_code == 422
    assert "participants" in nobody.context["form"].errors
    party = case.parties.first()
    client.post(url, HELD | {"participants": "", "present": [party.pk], "is_public": "on"})
    session = case.sessions.order_by("-id").first()
    assert (list(session.present.all()), session.is_public) == ([party], True)
    page = client.get(case.get_absolute_url()).text
    assert f"{party.masked_name} · 公开调解" in page
    shown = client.get(f"/api/v1/mediation/cases/{case.pk}/").json()["content"]["rounds"][0]["sessions"][-1]
    assert (shown["present"], shown["is_public"]) == ([party.masked_name], True)


def test_a_party_of_another_case_was_not_here(story, browser):
    case, other = mediating(story.cast), mediating(story.cast)
    response = browser(story.cast.feng).post(
        f"/mediation/cases/{case.pk}/session/", HELD | {"present": [other.parties.first().pk]})
    assert response.status_code == 422


def test_the_browser_keeps_the_draft_of_a_session_until_it_is_stored(story, browser):
    case = mediating(story.cast)
    client = browser(story.cast.feng)
    url = f"/mediation/cases/{case.pk}/session/"
    assert f'data-draft="case-{case.pk}-session"' in client.get(url).text
    assert client.post(url, HELD).cookies["draft_stored"].value == f"case-{case.pk}-session"


def test_a_record_is_corrected_by_an_addendum_only(story, browser):
    case = mediating(story.cast)
    session = case.sessions.get()
    browser(story.cast.feng).post(f"/mediation/cases/{case.pk}/addendum/",
                                  {"session": session.pk, "text": "应为十点。"})
    session.refresh_from_db()
    assert session.record == "双方陈述了事实。"
    addendum = session.addenda.get()
    assert (addendum.text, addendum.by, addendum.recorded_at) == ("应为十点。", story.cast.feng, story.now)


def test_scans_of_evidence_are_seen_by_the_case_team(story, browser):
    case = mediating(story.cast)
    client = browser(story.cast.feng)
    client.post(f"/mediation/cases/{case.pk}/evidence/", {
        "uuid": "0b52e0bb-6a3f-4f9f-8b40-3a2a6b6e0a77", "name": "合同", "brought_by": "respondent", "pieces": "1",
        "received_on": "2026-03-11", "scans": [SimpleUploadedFile("合同.pdf", PDF, "application/pdf")]})
    page = client.get(case.get_absolute_url()).text
    url = page.split('href="/attachments/')[1].split('"')[0]
    for person, status in [("feng", 200), ("wu", 200), ("chen", 404), ("qian", 404)]:
        assert browser(getattr(story.cast, person)).get(f"/attachments/{url}").status_code == status, person


def test_no_more_goes_back_than_was_given(story):
    case = work.with_deposit(story.cast)
    deposit = case.deposits.get()
    settle = {"by": story.cast.feng, "at": story.now, "deposit": deposit, "on": work.DAY}
    records.settle_deposit(case, kind="applied", amount=Decimal("600.00"), **settle)
    with pytest.raises(actions.Refused):
        records.settle_deposit(case, kind="returned", amount=Decimal("400.01"), **settle)
    records.settle_deposit(case, kind="returned", amount=Decimal("400.00"), **settle)
    deposit = Deposit.objects.prefetch_related("moves").get()
    assert (deposit.applied, deposit.returned, deposit.left) == (600, 400, 0)


def test_evidence_is_given_back_once(story):
    case = work.with_evidence(story.cast)
    given = {"by": story.cast.feng, "at": story.now, "evidence": case.evidences.get(), "returned_to": "applicant",
             "returned_on": work.DAY}
    records.give_evidence_back(case, **given)
    with pytest.raises(actions.CaseMoved):
        records.give_evidence_back(case, **given)
