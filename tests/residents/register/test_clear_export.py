"""Residents leave the register in clear when a second person agrees, and children never."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from residents.models import Person
from shuangliu.protection import exports, looks
from shuangliu.protection.models import ExportRequest

from ..story import with_check_digit
from .story import LUO

ASK = "/protection/exports/ask/?what=residents.people"
SENT = {"area": "510116001001", "kind": "", "fields_in_clear": ["name", "id_number"], "purpose": "reach",
        "words": "核对流动人口", "recipient": "东升派出所", "uuid": "0a6ff6a4-3a3a-4a3a-8a3a-0a3a3a3a3a4d"}


@pytest.fixture
def family(homes):
    homes.register(name="罗小小", number=with_check_digit("51011620180301002"))
    return homes.luo(), homes.tang(kind="floating", reason="07")


def made(cast, browser, now, **more) -> list[list]:
    door = browser(cast.xie).post(ASK, SENT | more).url
    browser(cast.an).post(f"{door}decide/", {"verdict": "approve"})
    exports.make_waiting(at=now)
    file = b"".join(browser(cast.xie).post(f"{door}fetch/").streaming_content)
    return [list(row) for row in load_workbook(BytesIO(file)).active.iter_rows(values_only=True)][2:]


def test_name_and_number_in_clear_the_phone_masked_and_no_child(cast, browser, now, family):
    rows = made(cast, browser, now)
    names = [row[1] for row in rows]
    luo = rows[names.index("罗永贵")]
    assert len(names) == 2
    assert (luo[2], luo[3]) == (LUO, "138****1234")
    assert ExportRequest.objects.get().count == 2
    assert looks.of(LUO), "who is in it can see that"


def test_by_kind(cast, browser, now, family):
    assert len(made(cast, browser, now, kind="floating")) == 1


def test_another_community_gives_nobody(cast, browser, now, family):
    answer = browser(cast.yan).post(ASK, SENT)
    assert answer.status_code == 422
    assert not ExportRequest.objects.exists()


@pytest.mark.parametrize("code", ["510116", "510116001001999", "no", ""])
def test_a_code_that_is_none_is_said_at_its_field(cast, browser, now, code):
    answer = browser(cast.xie).post(ASK, SENT | {"area": code})
    assert answer.status_code == 422
    assert answer.context["form"].errors or answer.context["chosen"].errors


def test_only_a_registrar_asks(cast, browser, now):
    for who in (cast.zhao, cast.wang, cast.zheng):
        assert browser(who).get(ASK).status_code in {403, 404}
    assert not Person.objects.exists()
