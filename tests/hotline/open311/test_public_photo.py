"""A photo that somebody sent is public only after a person chose it, and no longer than they let it be."""

import pytest

from hotline.guard import hiding
from hotline.models import Publication
from hotline.open311.publishing import pictures_of
from tests.conftest import NOW

from .samples import photographed


@pytest.fixture
def ticket(program, cast):
    return photographed(cast)


@pytest.fixture
def publish(ticket, browser, cast):
    def send(code: int = 302, **given):
        answer = browser(cast.mu).post(f"/hotline/tickets/{ticket.pk}/publish/", {"description": "桥头垃圾", **given})
        assert answer.status_code == code
        return answer

    return send


def media(program, ticket) -> str | None:
    (row,) = program.get(f"requests/{ticket.number}.json")
    return row["media_url"]


def test_nobody_sees_it_before(program, ticket, publish):
    assert media(program, ticket) is None
    publish()
    assert media(program, ticket) is None
    assert program.client.get(f"/open311/v2/photos/{ticket.number}.jpg").status_code == 404


def test_the_one_that_was_chosen_is_shown_to_everybody(program, ticket, publish):
    _first, second = pictures_of(ticket)
    publish(photo=second.pk)
    url = media(program, ticket)
    assert url == f"http://testserver/open311/v2/photos/{ticket.number}.jpg"
    answer = program.client.get(url)
    assert answer["Content-Type"] == "image/jpeg"
    assert b"".join(answer.streaming_content) == second.file.open("rb").read()


def test_taken_back_or_hidden_it_is_gone(program, ticket, publish, cast):
    chosen = pictures_of(ticket)[0]
    publish(photo=chosen.pk)
    hiding.hide(ticket, by=cast.mu, at=NOW, part="content", reason="骂人")
    assert media(program, ticket) is None
    assert program.client.get(f"/open311/v2/photos/{ticket.number}.jpg").status_code == 404
    publish(description="")
    assert not Publication.objects.exists()


def test_a_photo_alone_says_too_little_and_another_ticket_has_none_to_give(ticket, publish, cast):
    chosen = pictures_of(ticket)[0]
    assert "description" in publish(422, description="", photo=chosen.pk).context["form"].errors
    assert "photo" in publish(422, photo=chosen.pk + 100).context["form"].errors
