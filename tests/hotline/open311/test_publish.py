"""A person decides what the public may read of a ticket."""

import pytest
from django.urls import reverse

from hotline.models import Publication
from shuangliu.audit.models import Entry

WORDS = {"description": "桥头垃圾未清", "answer": ""}


@pytest.fixture
def ticket(program, sent):
    return program.send(sent | {"description": "王某家，电话13912345678"})


def url(ticket) -> str:
    return reverse("hotline:ticket-publish", args=[ticket.pk])


def test_the_supervisor_reads_it_and_makes_it_public_and_takes_it_back(ticket, program, browser):
    mu = browser(program.calls.cast.mu)
    assert url(ticket) in mu.get(ticket.get_absolute_url()).content.decode()
    assert url(ticket) not in browser(program.calls.cast.ma).get(ticket.get_absolute_url()).content.decode()
    page = mu.get(url(ticket)).content.decode()
    assert "王某家，电话139****5678" in page
    assert mu.post(url(ticket), WORDS).status_code == 302
    (row,) = program.get(f"requests/{ticket.number}.json")
    assert row["description"] == "桥头垃圾未清"
    entry = Entry.objects.get(verb="ticket.publish")
    assert (entry.actor_id, "垃圾" in str(entry.detail)) == (program.calls.cast.mu.pk, False)
    assert "桥头垃圾未清" in mu.get(url(ticket)).content.decode()
    mu.post(url(ticket), {"description": "", "answer": ""})
    assert not Publication.objects.exists()


def test_who_may_not(ticket, program, browser):
    for name, status in (("ma", 403), ("zhao", 403), ("nobody", 403)):
        assert browser(getattr(program.calls.cast, name)).post(url(ticket), WORDS).status_code == status
    assert not Publication.objects.exists()


def test_what_came_by_phone_stays_with_the_hotline(program, browser):
    ticket = program.calls.tell("dispatched")
    assert browser(program.calls.cast.mu).post(url(ticket), WORDS).status_code == 409
    assert not Publication.objects.exists()


def test_too_long_is_said_and_nothing_typed_is_lost(ticket, program, browser):
    response = browser(program.calls.cast.mu).post(url(ticket), {"description": "长" * 4001, "answer": "好"})
    assert response.status_code == 422
    assert "好</textarea>" in response.content.decode()
