"""Two at once, on a real PostgreSQL with a connection each."""

import pytest
from django.core.files.storage import default_storage

from shuangliu import audit
from shuangliu.pages.conflict import Conflict
from shuangliu.protection import exports, reveals
from shuangliu.protection.models import ExportRequest, Reveal
from tests.at_once import at_once
from tests.conftest import NOW
from tests.protection import samples

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def test_two_clicks_open_one_reveal(ticket, cast):
    at_once(*[lambda: reveals.reveal(ticket, by=cast.ma, at=NOW, purpose="reach")] * 3)
    assert Reveal.objects.count() == 1
    assert audit.history(ticket).filter(verb="ticket.revealed").count() == 1


def test_the_limit_holds_for_many_windows(calls, cast, settings):
    settings.REVEALS_MOST = 2
    tickets = [calls.receive(phone=f"1380013800{number}") for number in range(4)]
    outcomes = at_once(*[lambda one=one: reveals.reveal(one, by=cast.ma, at=NOW, purpose="reach") for one in tickets])
    assert sorted(type(one).__name__ for one in outcomes) == ["Reveal", "Reveal", "TooMany", "TooMany"]


def test_two_who_decide_at_once_are_one_decision(cast, now):
    asked = samples.asked(cast)
    outcomes = at_once(lambda: exports.approve(asked, by=cast.an, at=NOW),
                       lambda: exports.refuse(asked, by=cast.chen, at=NOW, reason="不需要"))
    assert sorted(map(type, outcomes), key=str) == sorted([type(None), Conflict], key=str)


def test_two_workers_make_one_file(cast, now):
    request = samples.approved(cast)
    assert sorted(at_once(*[lambda: exports.make(request, at=NOW)] * 2)) == [False, True]
    assert len(default_storage.listdir("exports")[1]) == 1
    assert ExportRequest.objects.get().count == 2
