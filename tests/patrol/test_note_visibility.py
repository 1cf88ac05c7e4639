"""A note is seen by its writer and by the desks above, in list, page, photo and API alike."""

import pytest
from django.urls import reverse

from patrol.models import Note
from shuangliu import attachments
from tests.attachments.images import photo
from tests.house.test_matrix import ROLES

from .story import note, sent_note

SEE = {"wang", "zhao", "sun", "tang", "chen"}


@pytest.mark.parametrize("who", ROLES)
def test_one_rule_for_all_ways(cast, browser, now, who):
    browser(cast.wang).post(reverse("patrol:note-new"), sent_note(photos=[photo()]))
    written = Note.objects.get()
    user, client = getattr(cast, who), browser(getattr(cast, who))
    sees = who in SEE
    assert Note.objects.visible_to(user).exists() == sees
    assert Note.objects.listed_for(user).exists() == sees
    assert (client.get(written.get_absolute_url()).status_code == 200) == sees
    assert (client.get(attachments.of(written).get().url).status_code == 200) == sees
    listed = client.get("/api/v1/notes/")
    assert bool(listed.status_code == 200 and listed.json()["results"]) == sees


def test_the_next_worker_finds_nothing(cast, browser, now):
    assert browser(cast.li).get(note(cast).get_absolute_url()).status_code == 404


def test_the_day_shows_todays_notes_and_a_desk_is_led_to_the_list(cast, browser, now):
    note(cast, text="今天的记录")
    assert "今天的记录" in browser(cast.wang).get("/patrol/").content.decode()
    answer = browser(cast.zhao).get("/patrol/", follow=True)
    assert answer.request["PATH_INFO"] == reverse("patrol:note-list")
    assert "今天的记录" in answer.content.decode()


def test_the_list_is_narrowed_by_kind(cast, browser, now):
    note(cast, text="巡查记录"), note(cast, kind="opinion", text="居民意见")
    page = browser(cast.zhao).get(reverse("patrol:note-list") + "?kind=opinion").content.decode()
    assert "居民意见" in page
    assert "巡查记录" not in page
