"""Two taps at once, on a real PostgreSQL with a connection each."""

import pytest
from django.test import Client

from hotline.models import Ticket
from hotline.portal import consent
from incidents.models import Incident
from shuangliu.protection.models import Consent
from shuangliu.subjects.models import SubjectRequest
from tests.at_once import at_once
from tests.conftest import NOW

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def test_two_taps_at_once_make_one_ticket(resident):
    form = resident.form()
    outcomes = at_once(*[lambda: Client().post("/public/report/", form)] * 3)
    # Whoever comes while the first is being stored is asked to send once more, and gets the receipt then.
    assert sorted({answer.status_code for answer in outcomes}) in ([302], [302, 422]), outcomes
    assert Client().post("/public/report/", form).status_code == 302
    assert (Ticket.objects.count(), Incident.objects.count(), Consent.objects.count()) == (1, 1, 1)


def test_a_consent_taken_back_twice_at_once_is_one_request(resident):
    ticket = resident.ticket()
    at_once(*[lambda: consent.withdraw(Ticket.objects.get(pk=ticket.pk), at=NOW)] * 3)
    assert SubjectRequest.objects.count() == 1
