"""Personal data is masked everywhere until somebody states a purpose, and every look is logged."""

from datetime import timedelta

import pytest
import time_machine

from shuangliu import audit
from tests.mediation.story import LIU, ZHANG, mediating

CLEAR = [ZHANG.name, ZHANG.id_number, ZHANG.phone, LIU.name, LIU.id_number, LIU.phone]

SAID = {"purpose": "other", "words": "通知双方参加调解"}


@pytest.fixture
def case(story):
    return mediating(story.cast, summary="下水管漏水。")


def test_masked_everywhere_by_default(case, story, browser):
    client = browser(story.cast.feng)
    for page in [case.get_absolute_url(), "/mediation/cases/", f"{case.get_absolute_url()}agree/",
                 f"{case.get_absolute_url()}reveal/", f"/api/v1/mediation/cases/{case.pk}/"]:
        text = client.get(page).text
        assert not [secret for secret in CLEAR if secret in text], page
    assert "张**" in client.get(case.get_absolute_url()).text
    assert "510199********2016" in client.get(case.get_absolute_url()).text


def test_a_stated_purpose_shows_all_for_five_minutes_and_is_logged(case, story, browser):
    client, page = browser(story.cast.feng), case.get_absolute_url()
    assert client.post(f"{page}reveal/", SAID, REMOTE_ADDR="10.1.2.3").url == f"{page}#parties"
    response = client.get(page)
    assert all(secret in response.text for secret in CLEAR)
    assert "no-store" in response["Cache-Control"]
    entry = audit.history(case).filter(verb="case.revealed").get()
    assert (entry.purpose, entry.actor_name, entry.address, entry.at) == (
        "通知双方参加调解", story.cast.feng.name, "10.1.2.3", story.now)
    with time_machine.travel(story.now + timedelta(minutes=5), tick=False):
        text = client.get(page).text
    assert "通知双方参加调解" in text  # colleagues see that somebody looked, and why
    assert not [secret for secret in CLEAR if secret in text]


@pytest.mark.parametrize("purpose", [{}, {"purpose": "other", "words": "看"}])
def test_without_a_purpose_nothing_is_shown_or_logged(purpose, case, story, browser):
    response = browser(story.cast.feng).post(f"{case.get_absolute_url()}reveal/", purpose)
    assert response.status_code == 422
    assert ZHANG.name not in response.text
    assert audit.history(case).last().verb == "case.session_held"


@pytest.mark.parametrize(("person", "status"), [("chen", 403), ("qian", 403), ("other-wu", 404)])
def test_others_do_not_get_to_ask(person, status, case, story, browser, neighbours):
    user = neighbours["wu"] if person == "other-wu" else getattr(story.cast, person)
    response = browser(user).post(f"{case.get_absolute_url()}reveal/", SAID)
    assert response.status_code == status
    assert audit.history(case).last().verb == "case.session_held"


def test_the_log_itself_holds_no_personal_data(case):
    text = str(list(audit.history(case).values()))
    assert not [secret for secret in CLEAR if secret in text]
