"""Lists, the file and the API: masked, of one's own areas, and the last two without children."""

import csv
import io

import pytest
from django.urls import reverse

from shuangliu.audit.models import Entry

from ..story import with_check_digit
from .story import LUO, TANG

LIST, FILE, API = reverse("residents:person-list"), reverse("residents:person-export"), reverse("api:resident-list")
CHILD = with_check_digit("51011620180301002")


@pytest.fixture
def family(homes):
    luo, tang = homes.luo(), homes.tang(kind="floating", reason="07")
    child = homes.register(name="罗小小", number=CHILD)
    ageless = homes.register(name="无名氏", number="")
    return luo, tang, child, ageless


def lines(answer) -> list[dict]:
    return list(csv.DictReader(io.StringIO(b"".join(answer.streaming_content).decode("utf-8-sig"))))


def test_the_list_narrows_by_area_and_kind(family, browser, cast):
    xie = browser(cast.xie)
    assert len(xie.get(LIST).context["page"].rows) == 4
    assert len(xie.get(LIST, {"kind": "floating"}).context["page"].rows) == 1
    assert len(xie.get(LIST, {"area": cast.grid.pk}).context["page"].rows) == 4
    assert not xie.get(LIST, {"area": cast.areas["510116001001002"].pk}).context["page"].rows
    assert xie.get(LIST, {"area": cast.areas["510116002001"].pk}).status_code == 422
    page = xie.get(LIST).content.decode()
    assert LUO not in page
    assert "罗永贵" not in page


def test_the_file_is_masked_and_without_children(family, browser, cast):
    rows = lines(browser(cast.xie).get(FILE, {"format": "csv"}))
    assert [row["姓名"] for row in rows] == ["唐**", "罗**"]
    assert not any(clear in str(rows) for clear in (LUO, TANG, "13800001234", "罗永贵"))
    assert Entry.objects.get(verb="person.exported").detail["rows"] == 2


@pytest.mark.parametrize(("who", "status"), [("xie", 200), ("zhao", 200), ("wang", 403), ("sun", 403), ("chen", 403)])
def test_who_takes_a_file_away(family, browser, cast, who, status):
    assert browser(getattr(cast, who)).get(FILE).status_code == status
    assert browser(cast.xie).get(FILE, {"format": "exe"}).status_code == 400


def test_the_api_is_masked_and_without_children(family, browser, cast):
    luo, tang, child, ageless = family
    answer = browser(cast.wang).get(API).json()
    assert [row["id"] for row in answer["results"]] == [tang.pk, luo.pk]
    assert answer["results"][1] | {"confirmed_at": None} == {
        "id": luo.pk, "number": luo.number, "name": "罗**", "document": "111", "sex": "1", "phone": "138****1234",
        "id_number": f"{LUO[:6]}********{LUO[-4:]}", "kind": "registered", "confirmed_at": None,
        "home": {"number": homes_number(luo), "address": "棠湖小区3栋2单元501"}}
    one = browser(cast.wang).get(reverse("api:resident-detail", args=[luo.pk]))
    assert one.json()["name"] == "罗**"
    for person in (child, ageless):
        assert browser(cast.wang).get(reverse("api:resident-detail", args=[person.pk])).status_code == 404
    assert browser(cast.yan).get(API).json()["results"] == []
    assert browser(cast.yan).get(reverse("api:resident-detail", args=[luo.pk])).status_code == 404
    assert browser(cast.wang).get(API, {"area": "510116002001"}).status_code == 400


def homes_number(person) -> str:
    return person.residences.get().dwelling.number


def test_lists_say_when_they_are_empty(cast, browser, now):
    xie = browser(cast.xie)
    for name in ("person-list", "building-list", "dwelling-list", "duplicate-list", "front"):
        assert "empty__title" in xie.get(reverse(f"residents:{name}")).content.decode(), name
