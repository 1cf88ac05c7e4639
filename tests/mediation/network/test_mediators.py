"""The file of a mediator: the manager's and their own."""

from datetime import date

import pytest
from django.db import connection

from grids.roles import Role
from mediation.models import Mediator, MediatorCertificate, MediatorTraining, RecusalGround
from shuangliu import audit
from shuangliu.audit.models import Entry
from tests.mediation import story as stories
from tests.mediation.network import samples


@pytest.fixture
def feng(story) -> Mediator:
    return story.net.feng


def page(mediator, act="") -> str:
    return mediator.get_absolute_url() + (f"{act}/" if act else "")


def test_who_opens_it(story, feng, neighbours, browser):
    colleague = stories.someone("colleague", Role.MEDIATOR, story.cast.town)
    expected = [(story.cast.zheng, 200), (story.cast.feng, 200), (colleague, 403), (story.cast.wu, 403),
                (story.cast.chen, 403), (neighbours["zheng"], 404)]
    assert [browser(user).get(page(feng)).status_code for user, _ in expected] == [status for _, status in expected]


def test_the_list_links_only_what_opens(story, feng, browser):
    url = "/mediation/network/mediators/"
    assert page(feng) in browser(story.cast.zheng).get(url).text
    mine = browser(story.cast.feng).get(url).text
    assert page(feng) in mine
    assert page(story.net.without_account) not in mine
    assert page(feng) not in browser(story.cast.wu).get(url).text


def test_counts_of_work_are_of_now_and_stand_here_only(story, feng, browser):
    stories.assigned(story.cast)
    stories.agreed(story.cast)
    work = browser(story.cast.feng).get(page(feng)).context["work"]
    assert [n for _label, n in work] == [1, 0, 0]


def test_trainings_are_summed_by_year(story, feng, browser):
    client = browser(story.cast.zheng)
    for day, hours in [("2026-01-05", "4"), ("2026-03-05", "2.5"), ("2025-06-01", "8")]:
        client.post(page(feng, "training"), {"held_on": day, "subject": f"培训{day}", "hours": hours})
    shown = client.get(page(feng))
    assert [(year, float(hours)) for year, hours in shown.context["years"]] == [(2026, 6.5), (2025, 8.0)]
    again = client.post(page(feng, "training"), {"held_on": "2026-01-05", "subject": "培训2026-01-05", "hours": "4"})
    assert again.status_code == 422  # sent twice
    assert MediatorTraining.objects.count() == 3


@pytest.mark.parametrize(("act", "changes", "field"), [
    ("training", {"hours": "0"}, "hours"), ("training", {"held_on": "2026-03-12"}, "held_on"),
    ("training", {"subject": ""}, "subject"), ("certificate", {"valid_until": "2020-01-01"}, None),
    ("certificate", {"number": "510199198001012016"}, "number"), ("certificate", {"issued_on": "x"}, "issued_on"),
])
def test_what_cannot_be_is_said(story, feng, browser, act, changes, field):
    right = {"training": {"held_on": "2026-03-01", "subject": "调解技巧", "hours": "4"},
             "certificate": {"name": "调解员证", "number": "1", "issued_on": "2025-01-01", "valid_until": ""}}[act]
    response = browser(story.cast.zheng).post(page(feng, act), {**right, **changes})
    assert response.status_code == 422
    errors = response.context["form"].errors
    assert (field in errors) if field else errors


def test_what_was_entered_by_mistake_is_taken_out(story, feng, browser):
    client = browser(story.cast.zheng)
    client.post(page(feng, "certificate"), {"name": "调解员证", "number": "1", "issued_on": "2025-01-01"})
    entry = MediatorCertificate.objects.get()
    for _ in range(2):
        assert client.post(page(feng, "remove"), {"certificate": entry.pk}).status_code == 302
    assert not MediatorCertificate.objects.exists()
    assert client.post(page(feng, "remove"), {"certificate": "²"}).status_code == 302
    assert [one.verb for one in audit.history(feng)] == ["mediator.certificate-added", "mediator.certificate-removed"]


def test_a_mediator_keeps_no_file_of_their_own(story, feng, browser):
    assert browser(story.cast.feng).get(page(feng, "training")).status_code == 403
    assert browser(story.cast.feng).get(page(feng)).context["may_edit"] is False


def test_a_tie_is_declared_by_oneself_and_encrypted(story, feng, browser):
    client = browser(story.cast.feng)
    assert client.post(page(feng, "declare"), {"text": ""}).status_code == 422
    assert client.post(page(feng, "declare"), {"text": "某物业公司负责人的亲属"}).status_code == 302
    assert "某物业公司负责人的亲属" in client.get(page(feng)).text
    assert "某物业公司负责人的亲属" in browser(story.cast.zheng).get(page(feng)).text
    with connection.cursor() as cursor:
        cursor.execute("select text from mediation_recusalground")
        assert "亲属" not in cursor.fetchone()[0]
    assert "亲属" not in str([entry.detail for entry in Entry.objects.all()])


def test_nobody_else_declares_or_reads_ties(story, feng, browser):
    samples.RecusalGround.objects.create(mediator=feng, text="秘密", declared_on=date(2026, 1, 1))
    colleague = stories.someone("colleague", Role.MEDIATOR, story.cast.town)
    assert browser(colleague).post(page(feng, "declare"), {"text": "编造"}).status_code == 403
    for user in (story.cast.wu, story.cast.chen):
        assert "秘密" not in browser(user).get(story.net.here.get_absolute_url()).text


def test_a_tie_is_withdrawn_and_forgotten(story, feng, browser):
    client = browser(story.cast.feng)
    client.post(page(feng, "declare"), {"text": "某公司负责人的亲属"})
    ground = RecusalGround.objects.get()
    other = RecusalGround.objects.create(mediator=story.net.elsewhere, text="他人", declared_on=date(2026, 1, 1))
    client.post(page(feng, "withdraw"), {"ground": other.pk})
    assert RecusalGround.objects.count() == 2  # another's is not theirs to withdraw
    client.post(page(feng, "withdraw"), {"ground": ground.pk})
    assert list(RecusalGround.objects.all()) == [other]
