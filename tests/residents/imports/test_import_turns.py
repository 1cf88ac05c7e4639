"""A table comes in: looked through, carried out once, taken back."""

import uuid
from datetime import timedelta

import pytest
from django.db import connection

from residents import actions
from residents.imports import carrying, checking, deciding
from residents.imports.models import Batch
from residents.models import Building, Change, Dwelling, Person, Residence
from shuangliu.audit.models import Entry
from shuangliu.pages.conflict import Conflict
from tests.residents.story import LUO, TANG

from .story import as_csv, codes, outcomes

LUO_ROW = ["罗永贵", LUO, "13800001234", "棠湖小区3栋2单元501"]
TANG_ROW = ["唐秀英", TANG, "13800005678", "棠湖小区3栋2单元501"]


def test_a_dry_run_changes_nothing(office):
    batch = office.look(LUO_ROW, TANG_ROW)
    assert (batch.state, outcomes(batch)) == ("checked", ["new", "new"])
    assert [batch.counts[name] for name in ("rows", "new", "buildings", "dwellings")] == [2, 2, 1, 1]
    assert not Person.objects.exists()
    assert not Building.objects.exists()


def test_carried_out_everybody_has_a_home(office, cast):
    batch = office.carry(office.look(LUO_ROW, TANG_ROW))
    assert batch.state == "carried"
    luo, tang = Person.objects.numbered(LUO).get(), Person.objects.numbered(TANG).get()
    assert (luo.name, luo.sex, luo.born_on.isoformat(), luo.phone) == ("罗永贵", "1", "1975-05-20", "13800001234")
    assert (luo.area_key, luo.created_by, luo.confirmed_at) == (cast.community.key, cast.xie, office.at)
    assert Dwelling.objects.get().address == "棠湖小区3栋2单元501"
    assert {home.person for home in Residence.objects.filter(until=None)} == {luo, tang}
    assert Person.objects.named("罗永贵").get() == Person.objects.with_phone("138-0000-1234").get() == luo
    assert set(Person.objects.visible_to(cast.xie)) == {luo, tang}
    assert luo.changes.get().batch == batch
    result = batch.result
    assert result["rows"] == sum(result[name] for name in ("new", "changed", "same", "refused", "left")) == 2


def test_the_same_table_again_is_the_same(office):
    office.carry(office.look(LUO_ROW, TANG_ROW))
    again = office.look(LUO_ROW, TANG_ROW)
    assert outcomes(again) == ["same", "same"]
    assert office.carry(again).result["same"] == 2
    assert Person.objects.count() == Residence.objects.count() == 2


def test_what_changed_is_told_and_kept(office, cast, homes):
    luo = homes.register(phone="13800001234")
    office.at += timedelta(days=1)
    batch = office.look(["罗永贵", LUO, "13900009999", "棠湖小区3栋2单元502"])
    row = batch.rows.get()
    assert row.outcome == "changed"
    assert row.changes == {"phone": ("13800001234", "13900009999"),
                           "home": ("棠湖小区3栋2单元501", "棠湖小区3栋2单元502")}
    office.carry(batch)
    luo.refresh_from_db()
    assert luo.phone == "13900009999"
    assert Person.objects.with_phone("13900009999").get() == luo
    old, new = luo.residences.order_by("id")
    assert (old.left, old.until, new.dwelling.room) == ("moved", office.at.date() - timedelta(days=1), "502")
    assert luo.changes.first().pairs == row.changes


def test_a_blank_cell_takes_nothing_away(office, homes):
    luo = homes.register(phone="13800001234", employer="双流机械厂")
    office.carry(office.look(["罗永贵", LUO, "", "棠湖小区3栋2单元501"]))
    luo.refresh_from_db()
    assert (luo.phone, luo.employer) == ("13800001234", "双流机械厂")


def test_twice_carried_out_is_once(office):
    batch = office.carry(office.look(LUO_ROW))
    office.carry(batch)
    assert not carrying.do_carry(batch)
    assert Person.objects.count() == 1
    assert Entry.objects.filter(verb="import.carried-out").count() == 1


def test_nothing_personal_is_in_the_audit_log(office):
    office.undo(office.carry(office.look(LUO_ROW, TANG_ROW)))
    log = str(list(Entry.objects.values_list("verb", "detail")))
    assert "import.carried-out" in log
    assert not [text for text in (*LUO_ROW, *TANG_ROW) if text in log]


def test_rows_are_encrypted_while_they_wait(office, db):
    batch = office.look([*LUO_ROW])
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM residents_row WHERE batch_id = %s", [batch.pk])
        raw = str(cursor.fetchall())
    assert not [text for text in LUO_ROW[:3] if text in raw]


def test_somebody_entered_meanwhile_sends_it_back(office, homes):
    batch = office.look(LUO_ROW, TANG_ROW)
    homes.register()
    office.carry(batch)
    assert (batch.state, batch.is_stale) == ("checking", True)
    assert Person.objects.count() == 1
    checking.check(batch, at=office.at)
    assert outcomes(batch) == ["changed", "new"]
    assert office.carry(batch).state == "carried"
    assert Person.objects.count() == 2


def test_somebody_changed_meanwhile_sends_it_back(office, homes, cast):
    luo = homes.register()
    batch = office.look(LUO_ROW)
    actions.correct(luo, by=cast.xie, at=office.at, phone="13711112222")
    assert office.carry(batch).is_stale


def test_undone_the_register_is_as_before(office, homes):
    luo = homes.register(phone="13800001234")
    office.at += timedelta(days=1)
    batch = office.carry(office.look(["罗永贵", LUO, "13900009999", "棠湖小区4栋1单元101"], TANG_ROW))
    office.at += timedelta(days=1)
    office.undo(batch)
    assert batch.state == "undone"
    luo.refresh_from_db()
    assert luo.phone == "13800001234"
    home = luo.residences.get()
    assert (home.until, home.dwelling.address) == (None, "棠湖小区3栋2单元501")
    assert Person.objects.get() == luo
    assert Building.objects.get().name == "棠湖小区3栋"
    undo = batch.result["undo"]
    assert (undo["removed"], undo["restored"], undo["kept"], undo["dwellings"], undo["buildings"]) == (1, 1, 0, 1, 1)


def test_undo_leaves_whom_somebody_has_worked_on(office, cast):
    batch = office.carry(office.look(LUO_ROW, TANG_ROW))
    luo = Person.objects.numbered(LUO).get()
    actions.correct(luo, by=cast.xie, at=office.at, phone="13711112222")
    office.undo(batch)
    assert Person.objects.get() == luo
    assert batch.result["undo"]["kept_keys"] == [luo.pk]
    assert Dwelling.objects.exists()


def test_undo_twice_is_once(office):
    batch = office.carry(office.look(LUO_ROW))
    office.undo(batch)
    office.undo(batch)
    assert Entry.objects.filter(verb="import.undone").count() == 1
    with pytest.raises(Conflict):
        carrying.carry_out(batch, by=batch.created_by, at=office.at)


def test_what_nobody_decides_is_left_out(office):
    batch = office.look(["陈老五", "460100197705084318", "", "棠湖小区1栋1单元101"], LUO_ROW)
    assert outcomes(batch) == ["suspicious", "new"]
    office.carry(batch)
    assert (batch.result["new"], batch.result["left"]) == (1, 1)


def test_the_card_was_seen(office, cast):
    batch = office.look(["陈老五", "460100197705084318", "", "棠湖小区1栋1单元101"])
    assert not deciding.decide(batch, by=cast.xie, at=office.at, decision="take", numbers=[2])
    assert deciding.decide(batch, by=cast.xie, at=office.at, decision="card", asks="check-digit") == 1
    office.carry(batch)
    assert Person.objects.get().is_number_confirmed


def test_it_is_that_person(office, cast, homes):
    """Somebody without a number, whose number a table brings."""
    luo = homes.register(number="", born_on="1975-05-20", phone="13800001234")
    batch = office.look(LUO_ROW)
    assert codes(batch) == [["same-birthday"]]
    deciding.decide(batch, by=cast.xie, at=office.at, decision="them", numbers=[2])
    office.carry(batch)
    luo.refresh_from_db()
    assert luo.id_number == LUO
    assert Person.objects.numbered(LUO).get() == luo
    assert Person.objects.count() == 1


def test_a_second_check_keeps_what_was_decided(office, cast, homes):
    batch = office.look(["陈老五", "460100197705084318", "", "棠湖小区1栋1单元101"], LUO_ROW)
    deciding.decide(batch, by=cast.xie, at=office.at, decision="card", numbers=[2])
    homes.register()
    office.carry(batch)
    checking.check(batch, at=office.at)
    assert batch.rows.get(number=2).decision == "card"


def test_households_come_with_their_head(office):
    headings = ["姓名", "身份证号", "现住址", "户号", "与户主关系"]
    batch = office.look(["罗永贵", LUO, "4组12号", "000012345", "户主"],
                        ["唐秀英", TANG, "4组12号", "000012345", "配偶"], headings=headings)
    office.carry(batch)
    luo = Person.objects.numbered(LUO).get()
    household = luo.memberships.get().household
    assert (household.register_number, household.members.count()) == ("000012345", 2)
    office.undo(batch)
    assert not type(household).objects.exists()
    assert not Person.objects.exists()


def test_columns_are_remembered(office, cast):
    content = as_csv(["姓名", "证件", "住哪"], ["罗永贵", LUO, "4组12号"])
    batch = office.check(content, columns=["name", "id_number", "address"])
    assert outcomes(batch) == ["new"]
    assert office.upload(content).columns == ["name", "id_number", "address"]
    assert office.upload(content, by=cast.yan, area=cast.areas["510116002001"]).columns == ["name", "", ""]


def test_the_same_form_twice_is_one_batch(office):
    form, content = uuid.uuid4(), as_csv(["姓名", "身份证号", "住址"], ["罗永贵", LUO, "4组12号"])
    assert office.upload(content, uuid_=form) == office.upload(content, uuid_=form)
    assert Batch.objects.count() == 1
    with pytest.raises(Conflict):
        office.upload(content, uuid_=form, by=office.cast.yan)


def test_everything_of_an_import_is_written_down(office, homes):
    homes.register()
    batch = office.carry(office.look(["罗永贵", LUO, "13900009999", "棠湖小区3栋2单元501"], TANG_ROW))
    assert Change.objects.filter(batch=batch, person__isnull=False).count() == 2
    assert set(Change.objects.filter(batch=batch).values_list("source", flat=True)) == {"import"}
