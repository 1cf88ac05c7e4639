"""What can be reported, where, and how the answers look."""

from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from grids.models import Area
from incidents.models import Question
from shuangliu.audit import record
from tests.incidents.story import DISPUTE, PIPE, RUBBISH

from .program import FORMATS


@pytest.mark.parametrize("form", FORMATS)
def test_discovery_says_where_and_whom_to_ask(program, form):
    found = program.get(f"discovery.{form}")
    assert "83721000" in found["contact"]
    assert found["key_service"]
    (endpoint,) = found["endpoints"]
    assert endpoint["specification"] == "http://wiki.open311.org/GeoReport_v2"
    assert endpoint["url"] == "http://testserver/open311/v2"
    assert endpoint["formats"] == ["text/xml", "application/json"]
    assert endpoint["type"] in ("test", "production")


def test_the_changeset_moves_when_a_category_does(program, now):
    before = program.get("discovery.json")["changeset"]
    record("category.set", program.calls.story.kinds[RUBBISH], by=program.calls.cast.tang, at=now)
    assert program.get("discovery.json")["changeset"] == "2026-03-11 09:30" != before


@pytest.mark.parametrize("form", FORMATS)
def test_services_are_the_open_categories(program, form):
    Question.objects.create(category=program.calls.story.kinds[PIPE], code="deep", label="水深", kind="number")
    services = program.get(f"services.{form}")
    assert services == [
        {"service_code": RUBBISH, "service_name": "暴露垃圾", "description": "类E01：暴露垃圾", "metadata": False,
         "type": "realtime", "keywords": "暴露垃圾, 类E01", "group": "类E01"},
        {"service_code": PIPE, "service_name": "自来水管破裂", "description": "类E04：自来水管破裂", "metadata": True,
         "type": "realtime", "keywords": "自来水管破裂, 类E04", "group": "类E04"},
    ]


@pytest.mark.parametrize("form", FORMATS)
def test_a_definition_asks_what_the_category_asks(program, form):
    kind = program.calls.story.kinds[RUBBISH]
    Question.objects.create(category=kind, code="since", label="从哪天起", kind="date", is_required=True, order=1)
    Question.objects.create(category=kind, code="where", label="位置", kind="choice", choices="路边\n河边", order=2)
    Question.objects.create(category=kind.parent, code="smells", label="有异味", kind="yes_no", order=9)
    Question.objects.create(category=kind, code="bags", label="几袋", help="约数", kind="number", order=3)
    Question.objects.create(category=kind, code="more", label="其他", kind="text", order=4)
    found = program.get(f"services/{RUBBISH}.{form}")
    assert found["service_code"] == RUBBISH
    asked = {one["code"]: one for one in found["attributes"]}
    assert [one["order"] for one in found["attributes"]] == [1, 2, 3, 4, 5]
    assert {code: one["datatype"] for code, one in asked.items()} == {
        "smells": "singlevaluelist", "since": "datetime", "where": "singlevaluelist", "bags": "number",
        "more": "string"}
    assert [code for code, one in asked.items() if one["required"]] == ["since"]
    assert asked["where"]["values"] == [{"key": "路边", "name": "路边"}, {"key": "河边", "name": "河边"}]
    assert [value["key"] for value in asked["smells"]["values"]] == ["yes", "no"]
    assert asked["bags"]["datatype_description"] == "约数"
    assert all(one["variable"] and one["description"] and one["datatype_description"] for one in asked.values())


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("code", ["nope", DISPUTE, "E01", "\x00"])
def test_no_definition_of_what_is_not_offered(program, form, code):
    (error,) = program.get(f"services/{code}.{form}", 404)
    assert error["code"] == 404
    assert "service_code" in error["description"]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("path", ["services", "requests", "servicerequestupdates", f"services/{RUBBISH}"])
def test_jurisdictions(program, settings, form, path):
    settings.OPEN311_JURISDICTIONS = {"shuangliu.gov.cn": "510116"}
    for given in ("", "510116", "shuangliu.gov.cn", "www.shuangliu.gov.cn"):
        program.get(f"{path}.{form}", jurisdiction_id=given)
    (error,) = program.get(f"{path}.{form}", 404, jurisdiction_id="sfgov.org")
    assert "jurisdiction_id" in error["description"]
    Area.objects.create(code="510115", level="county", name="温江区", valid_from="2010-01-01")
    (error,) = program.get(f"{path}.{form}", 400)
    assert "510115" in error["description"]
    program.get(f"{path}.{form}", jurisdiction_id="510116")


def test_both_formats_say_what_they_are(program):
    for form, kind in (("json", "application/json; charset=utf-8"), ("xml", "text/xml; charset=utf-8")):
        assert program.client.get(f"/open311/v2/services.{form}")["Content-Type"] == kind
    content = program.client.get("/open311/v2/services.xml").content
    assert content.startswith(b'<?xml version="1.0" encoding="utf-8"?>\n<services>')


@pytest.mark.parametrize(("path", "root", "item"), [
    ("services", "services", "service"), ("requests", "service_requests", "request"),
    ("servicerequestupdates", "service_request_updates", "request_update"),
])
def test_the_elements_have_the_names_of_the_specification(program, sent, path, root, item):
    program.send(sent)
    element = ElementTree.fromstring(program.client.get(f"/open311/v2/{path}.xml").content)
    assert (element.tag, {child.tag for child in element}) == (root, {item})


def test_services_cost_the_same_however_many(program):
    with CaptureQueriesContext(connection) as queries:
        program.get("services.xml")
    assert len(queries) <= 4
