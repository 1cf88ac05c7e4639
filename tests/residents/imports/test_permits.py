"""Residence permits in a table: written down once, for who is registered elsewhere, and taken back with the import."""

from datetime import date, timedelta

import pytest

from residents import actions
from residents.models import Permit, Person
from tests.residents.story import LUO, TANG

from .story import codes, outcomes, told

HEADINGS = ["姓名", "身份证号", "现住址", "人员类型", "居住证号", "居住证签发日期", "居住证有效期"]


def floating(permit="510116201900123", issued="2026-03-01", expires="2027-02-28", *, name="罗永贵", number=LUO,
             kind="流动"):
    return [name, number, "棠湖小区3栋2单元501", kind, permit, issued, expires]


def permits() -> list[tuple]:
    return [(one.permit_number, one.issued_on, one.expires_on) for one in Permit.objects.order_by("id")]


def test_a_permit_comes_with_its_days(office):
    office.carry(office.look(floating(), floating("", "", "", name="唐秀英", number=TANG), headings=HEADINGS))
    assert permits() == [("510116201900123", date(2026, 3, 1), date(2027, 2, 28))]
    assert Permit.objects.get().person == Person.objects.numbered(LUO).get()


def test_the_same_table_again_writes_it_no_second_time(office):
    office.carry(office.look(floating(), headings=HEADINGS))
    again = office.look(floating(), headings=HEADINGS)
    assert outcomes(again) == ["same"]


def test_a_new_permit_of_somebody_known(office):
    office.carry(office.look(floating(), headings=HEADINGS))
    office.at += timedelta(days=1)
    batch = office.look(floating(expires="2028-02-28"), headings=HEADINGS)
    assert outcomes(batch) == ["changed"]
    assert batch.rows.get().changes["permit_expires_on"] == ("", "2028-02-28")
    office.carry(batch)
    assert [expires for _number, _issued, expires in permits()] == [date(2027, 2, 28), date(2028, 2, 28)]
    office.undo(batch)
    assert [expires for _number, _issued, expires in permits()] == [date(2027, 2, 28)]


def test_taken_back_with_the_people_who_came(office):
    batch = office.carry(office.look(floating(), headings=HEADINGS))
    office.undo(batch)
    assert not Permit.objects.exists()
    assert not Person.objects.exists()


def test_a_permit_that_a_clerk_wrote_keeps_its_person(office, cast):
    batch = office.carry(office.look(floating("", "", ""), headings=HEADINGS))
    actions.add_permit(Person.objects.get(), by=cast.xie, at=office.at + timedelta(hours=1), kind="01",
                       permit_number="1", issued_on=None, expires_on=None)
    office.undo(batch)
    assert Person.objects.exists()
    assert Permit.objects.exists()


@pytest.mark.parametrize(("row", "code"), [
    (floating(kind="户籍"), "permit-of-registered"), (floating(expires="2025-01-01"), "permit-range"),
    (floating(expires="长期"), "since-unreadable")])
def test_what_cannot_be_a_permit_is_left_out_and_said(office, row, code):
    batch = office.look(row, headings=HEADINGS)
    assert (outcomes(batch), codes(batch)) == (["new"], [[code]])
    assert told(batch, 2)


def test_a_span_means_its_end(office):
    office.carry(office.look(floating(issued="", expires="2026年3月1日至2027年2月28日"), headings=HEADINGS))
    assert permits() == [("510116201900123", None, date(2027, 2, 28))]
