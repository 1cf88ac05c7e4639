"""Requests that programs send and follow."""

import pytest

from hotline.models import Ticket

from .program import FORMATS


@pytest.mark.parametrize("form", FORMATS)
def test_what_is_sent_goes_to_the_office_and_can_be_followed(program, sent, form):
    (receipt,) = program.post(f"requests.{form}", sent)
    ticket = Ticket.objects.get()
    assert receipt["service_request_id"] == ticket.number
    assert ticket.code in receipt["service_notice"]
    assert (ticket.state, ticket.channel, ticket.incident.channel) == ("dispatched", "open311", "open311")
    assert ticket.incident.grid.code == "510116001001001"
    (row,) = program.get(f"requests/{ticket.number}.{form}")
    assert row == {
        "service_request_id": ticket.number, "status": "open", "status_notes": "待受理", "service_name": "暴露垃圾",
        "service_code": "E01-01", "description": "暴露垃圾", "agency_responsible": None, "service_notice": None,
        "requested_datetime": "2026-03-11T01:30:00Z", "updated_datetime": "2026-03-11T01:30:00Z",
        "expected_datetime": row["expected_datetime"], "address": "棠湖社区，东升街道，双流区",
        "address_id": "510116001001", "zipcode": None, "lat": 30.512, "long": 103.823, "media_url": None,
    }
