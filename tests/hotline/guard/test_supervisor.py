"""The supervisor blocks for a time, hides an insult, answers those who ask about their data; an agent does not."""

from datetime import timedelta

import pytest

from hotline.guard import blocking
from hotline.models import Block, Hidden
from shuangliu.audit.models import Entry
from tests.conftest import NOW
from tests.hotline.portal.conftest import resident  # noqa: F401

BLOCKS = "/hotline/blocks/"
TOMORROW = (NOW + timedelta(days=30)).date().isoformat()


@pytest.fixture
def desk(cast, browser, now):
    return browser(cast.mu)


def test_a_blocked_phone_may_call_but_not_write(desk, resident):  # noqa: F811
    assert desk.post(BLOCKS, {"who": "138-0013 8000", "reason": "反复发广告", "until": TOMORROW}).status_code == 302
    refused = resident.reports(phone="13800138000")
    page = refused.content.decode()
    assert refused.status_code == 403
    assert all(number in page for number in ("83721000", "110", "119", "120"))
    assert resident.reports(phone="13900139000").status_code == 302
    desk.post(f"{BLOCKS}{Block.objects.get().pk}/lift/")
    assert resident.reports(phone="13800138000", seen="1").status_code == 302


def test_the_list_tells_nobody_the_phone(desk):
    desk.post(BLOCKS, {"who": "13800138000", "reason": "反复发广告", "until": TOMORROW})
    assert "13800138000" not in desk.get(BLOCKS).content.decode()
    assert not any("13800138000" in str(entry.detail) for entry in Entry.objects.all())


def test_a_network_is_blocked_until_its_day(desk, resident, rf):  # noqa: F811
    desk.post(BLOCKS, {"who": "203.0.113.0/24", "reason": "机器", "until": TOMORROW})
    assert blocking.blocked(rf.get("/", REMOTE_ADDR="203.0.113.77"))
    assert not blocking.blocked(rf.get("/", REMOTE_ADDR="203.0.114.77"))
    Block.objects.update(until=NOW.date() - timedelta(days=1))
    assert not blocking.blocked(rf.get("/", REMOTE_ADDR="203.0.113.77"))


@pytest.mark.parametrize(("field", "said"), [
    ("who", "10.0.0.0/8"), ("who", "谁"), ("who", "RX99"), ("reason", ""), ("until", "2026-03-11"),
    ("until", "2027-01-01")])
def test_a_block_is_narrow_and_short(desk, field, said):
    form = {"who": "13800138000", "reason": "广告", "until": TOMORROW} | {field: said}
    page = desk.post(BLOCKS, form)
    assert page.status_code == 422
    assert field in page.context["form"].errors


def test_the_caller_of_a_ticket_is_blocked_without_being_named(desk, calls):
    ticket = calls.receive()
    desk.post(BLOCKS, {"who": ticket.number, "reason": "辱骂", "until": TOMORROW})
    assert Block.objects.get().phone_hash == ticket.caller.phone_hash


def test_an_insult_is_hidden_and_shown_again(desk, calls):
    ticket = calls.receive()
    page = f"/hotline/tickets/{ticket.pk}/hidden/"
    assert desk.post(page, {"part": "content", "reason": ""}).status_code == 422
    for _ in range(2):
        desk.post(page, {"part": "content", "reason": "指名辱骂"})
    assert Hidden.objects.get().shown_at is None
    desk.post(page, {"show": "content"})
    assert Hidden.objects.get().shown_by == calls.cast.mu
