"""By number and code: how far it is, and what the caller may do. Who has neither learns nothing."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from hotline import actions
from hotline.guard import hiding
from hotline.models import Ticket
from shuangliu.attachments.models import Attachment
from shuangliu.protection.models import Consent
from shuangliu.subjects.models import SubjectRequest
from tests.attachments import images
from tests.conftest import NOW

FOLLOW, TICKET = "/public/follow/", "/public/follow/ticket/"


@pytest.fixture
def sent(resident, calls) -> Ticket:
    return resident.ticket(phone="13800138000", name="刘女士")


def settle(ticket: Ticket, calls) -> None:
    calls.settle(ticket)
    actions.review(ticket, by=calls.cast.mu, at=NOW)


def test_it_tells_where_it_stands_and_no_personal_data(resident, sent):
    page = resident.follows(sent).content.decode()
    assert sent.number in page
    assert "暴露垃圾" in page
    for secret in ("13800138000", "138****", "刘", "棠湖西路", "路边有一堆垃圾", sent.code):
        assert secret not in page


def test_unknown_number_and_wrong_code_are_answered_alike(resident, sent, client):
    wrong = "000000" if sent.code != "000000" else "111111"
    one = client.post(FOLLOW, {"number": sent.number, "code": wrong})
    other = client.post(FOLLOW, {"number": "RX99999999", "code": wrong})
    assert one.status_code == other.status_code == 422
    assert one.context["form"].errors == other.context["form"].errors
    assert client.get(TICKET)["Location"] == FOLLOW


def test_after_five_wrong_codes_even_the_right_one_waits(resident, sent):
    wrong = "000000" if sent.code != "000000" else "111111"
    for _ in range(5):
        assert resident.follows(sent, wrong).status_code == 422
    assert resident.follows(sent).status_code == 429
    with time_machine.travel(NOW + timedelta(minutes=16), tick=False):
        assert resident.follows(sent).status_code == 200


def test_an_unknown_number_pauses_like_a_known_one(client, resident):
    for _ in range(5):
        client.post(FOLLOW, {"number": "RX77", "code": "123456"})
    assert client.post(FOLLOW, {"number": "RX77", "code": "123456"}).status_code == 429


def test_half_an_hour_and_the_device_forgets(resident, sent, client):
    resident.follows(sent)
    client.post("/public/follow/leave/")
    assert client.get(TICKET).status_code == 302
    resident.follows(sent)
    with time_machine.travel(NOW + timedelta(minutes=31), tick=False):
        assert client.get(TICKET).status_code == 302
        assert client.post("/public/follow/remark/", {"text": "x"})["Location"] == FOLLOW


def test_nobody_opens_a_ticket_by_a_cookie_of_their_own(sent):
    stranger = Client()
    stranger.cookies["portal_followed"] = str(sent.pk)
    assert stranger.get(TICKET).status_code == 302


def test_the_reply_is_shown_when_it_has_been_read(resident, sent, calls):
    calls.settle(sent)
    assert "已清运" not in resident.follows(sent).content.decode()
    actions.review(sent, by=calls.cast.mu, at=NOW)
    assert "已清运" in resident.follows(sent).content.decode()


def test_what_insults_somebody_is_not_shown(resident, sent, calls):
    settle(sent, calls)
    hiding.hide(sent, "answer", by=calls.cast.mu, at=NOW, reason="骂人")
    page = resident.follows(sent).content.decode()
    assert "已清运" not in page
    assert "骂人" not in page
    hiding.show(sent, "answer", by=calls.cast.mu, at=NOW)
    assert "已清运" in resident.follows(sent).content.decode()


def test_satisfied_once(resident, sent, calls, client):
    settle(sent, calls)
    resident.follows(sent)
    assert client.post("/public/follow/judge/", {"satisfaction": "satisfied"}).status_code == 302
    sent.refresh_from_db()
    assert (sent.state, sent.satisfaction) == ("closed", "satisfied")
    assert client.post("/public/follow/judge/", {"satisfaction": "unsatisfied", "comment": "x"}).status_code == 409


def test_unsatisfied_says_why_and_it_is_done_again(resident, sent, calls, client):
    settle(sent, calls)
    resident.follows(sent)
    page = client.post("/public/follow/judge/", {"satisfaction": "unsatisfied", "comment": ""})
    assert page.status_code == 422
    assert "comment" in page.context["forms"]["judge"].errors
    client.post("/public/follow/judge/", {"satisfaction": "unsatisfied", "comment": "还有一半"})
    sent.refresh_from_db()
    assert (sent.state, sent.rework_count) == ("rework", 1)


@pytest.mark.parametrize(("days", "status"), [(29, 302), (31, 409)])
def test_it_can_be_taken_up_again_for_thirty_days(resident, sent, calls, client, days, status):
    settle(sent, calls)
    actions.judge(sent, at=NOW, satisfaction="satisfied")
    with time_machine.travel(NOW + timedelta(days=days), tick=False):
        resident.follows(sent)
        assert client.post("/public/follow/reopen/", {"reason": "又堆上了"}).status_code == status


def test_a_remark_with_a_photo_reaches_the_hotline_once(resident, sent, client):
    resident.follows(sent)
    form = {"text": "今天又多了", "uuid": "1a6ff6a4-3a3a-4a3a-8a3a-0a3a3a3a3a3a"}
    for _ in range(2):
        assert client.post("/public/follow/remark/", {**form, "photos": [images.photo()]}).status_code == 302
    assert [move.note for move in sent.moves.filter(act="remark")] == ["今天又多了"]
    assert Attachment.objects.of(sent).count() >= 1


def test_a_consent_is_taken_back_and_becomes_work(resident, sent, client):
    resident.follows(sent)
    for _ in range(2):
        client.post("/public/follow/withdraw/")
    assert Consent.objects.get().withdrawn_at == NOW
    asked = SubjectRequest.objects.get()
    assert (asked.kind, asked.about, asked.due_at > NOW) == ("withdraw", sent, True)


def test_a_repetition_shows_how_far_the_first_is(resident, sent, calls):
    again = calls.receive()
    actions.join(again, by=calls.cast.ma, at=NOW, into=sent)
    assert sent.number in resident.follows(again).content.decode()
