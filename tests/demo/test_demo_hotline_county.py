"""The hotline of the whole county: what only many tickets show."""

import pytest
from django.db.models import F

from hotline.measures import IS_LATE, IS_ON_TIME
from hotline.models import QualityCheck, Ticket
from hotline.portal.fields import county as public_county
from hotline.portal.figures import HIDDEN, published


@pytest.mark.slow
def test_some_per_cent_are_late_and_no_more(county):
    on_time, late = Ticket.objects.filter(IS_ON_TIME).count(), Ticket.objects.filter(IS_LATE).count()
    assert 0.01 < late / (on_time + late) < 0.05
    replied = Ticket.objects.filter(replied_at__gt=F("first_due_at"))
    assert replied.count() > 30
    assert all(move.at > ticket.received_at for ticket in replied.prefetch_related("moves")
               for move in ticket.moves.all() if move.act == "expire")


@pytest.mark.slow
def test_the_published_figures_are_not_thin(county):
    shown = published(public_county(), county.at.date())
    cells = [cell for _town, row in shown.table(shown.received) for cell in row]
    assert cells.count(HIDDEN) < len(cells) / 8
    assert int(shown.received[None, None]) > 2500
    rates = [cell for _town, row in shown.table(shown.on_time) for cell in row]
    assert len(set(rates)) > 5
    assert rates.count("–") < len(rates) / 8


@pytest.mark.slow
def test_people_write_themselves_too_and_work_is_listened_to(county):
    assert Ticket.objects.filter(channel="portal").count() > 150
    assert Ticket.objects.filter(channel="portal", state="dispatched").exists()
    checks = QualityCheck.objects.order_by("day")
    assert {"", "ok", "improve"} == set(checks.values_list("result", flat=True))
    assert checks.waiting().count() >= 5
