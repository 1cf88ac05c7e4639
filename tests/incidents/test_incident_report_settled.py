"""当场处置 from the report form: reported and settled in one go, or not at all."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from incidents import actions
from incidents.models import Incident
from shuangliu import attachments, audit
from tests.attachments.images import photo
from tests.cast import NEXT_DOOR

from .story import RUBBISH, sent_report

URL = reverse("incidents:incident-new")


def settled(**more) -> dict:
    proof = {"before": [photo("前.jpg", "olive")], "after": [photo("后.jpg")]}
    return sent_report(is_settled="on", reply="已清扫", **proof, **more)


def test_it_is_reported_and_settled_at_once(phone, story):
    answer = phone.post(URL, settled(photos=[photo("远.jpg", "gold")]))
    incident = Incident.objects.get()
    assert answer.url == incident.get_absolute_url()
    assert (incident.state, incident.reply, incident.handler) == ("self_handled", "已清扫", story.cast.wang)
    assert [file.role for file in attachments.of(incident)] == ["report", "before", "after"]
    assert [move.act for move in incident.line] == ["report", "self-handle"]
    assert len(audit.history(incident)) == 2


def test_sent_twice_it_is_one(phone):
    sent = settled()
    first = phone.post(URL, sent)
    assert phone.post(URL, {**sent, "before": [], "after": []}).status_code == 422  # the files are the incident's now
    again = settled(uuid=sent["uuid"])
    assert phone.post(URL, again).url == first.url
    assert Incident.objects.get().state == "self_handled"


@pytest.mark.parametrize("lacks", ["reply", "before", "after"])
def test_proof_and_words_are_asked_for(phone, lacks):
    answer = phone.post(URL, {**settled(), lacks: ""})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [lacks])
    assert not Incident.objects.exists()


@pytest.mark.parametrize("point", [{"longitude": NEXT_DOOR.longitude, "latitude": NEXT_DOOR.latitude},
                                   {"longitude": "", "latitude": ""}], ids=["next grid", "no point"])
def test_only_in_ones_own_grid(phone, point):
    answer = phone.post(URL, settled(**point))
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["place"])


def test_the_action_asks_once_more_and_nothing_is_half_done(story):
    sent = {**sent_report(), "category": story.kinds[RUBBISH], "longitude": NEXT_DOOR.longitude}
    with pytest.raises(ValidationError):
        actions.report(by=story.cast.wang, at=story.later(), reply="已清扫", **sent)
    assert not Incident.objects.exists()


def test_a_desk_is_not_asked(browser, story):
    assert "is_settled" not in browser(story.cast.zhao).get(URL).context["form"].fields
    answer = browser(story.cast.zhao).post(URL, settled())
    assert answer.status_code == 302
    assert Incident.objects.get().state == "reported"


def test_without_the_box_it_is_a_report(phone):
    phone.post(URL, sent_report(reply="已清扫"))
    assert (Incident.objects.get().state, Incident.objects.get().reply) == ("reported", "")
