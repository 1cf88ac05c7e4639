"""Whatever a program sends, it gets an answer in its format, never a failure of ours (schemathesis and hypothesis)."""

import json
from xml.etree import ElementTree

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.incidents.story import RUBBISH
from tests.shared import shared

from .program import FORMATS, ROOT

FEW = settings(max_examples=15, deadline=None, database=None, suppress_health_check=list(HealthCheck))
TOLD = {200, 400, 403, 404, 405}
FIELDS = ["service_code", "lat", "long", "address_string", "address_id", "description", "phone", "first_name", "token",
          "media_url", "account_id", "jurisdiction_id", "attribute[x]", "attribute[x][]", "attribute"]
ASKED = ["service_request_id", "service_code", "start_date", "end_date", "status", "updated_after", "updated_before",
         "page", "page_size", "extensions", "jurisdiction_id", "api_key"]
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60) | st.sampled_from(
    [RUBBISH, "30.5", "103.8", "-1e999", "2026-03-10T00:00:00Z", "9" * 40, "RX00000001", "true", "1", "open"])


@pytest.fixture(autouse=True)
def _patience(settings):
    """Here many ask from one address."""
    settings.GUARD_LIMITS = {f"open311.{name}.{who}": "1000000/s" for name in ("read", "submit", "key")
                             for who in ("address", "key")}


def check(response, form: str) -> None:
    assert response.status_code in TOLD, response.content
    told = json.loads(response.content) if form == "json" else list(ElementTree.fromstring(response.content))
    assert told or response.status_code == 200


@pytest.mark.parametrize("form", FORMATS)
def test_anything_may_be_sent(program, form):
    program.made[0].per_minute = 30000
    program.made[0].save()

    @FEW
    @given(st.dictionaries(st.sampled_from(FIELDS), TEXT))
    def send(said):
        check(program.client.post(f"{ROOT}requests.{form}", {"service_code": RUBBISH, "api_key": program.key, **said}),
              form)

    send()


@pytest.mark.parametrize("path", ["requests", "servicerequestupdates", "services"])
@pytest.mark.parametrize("form", FORMATS)
def test_anything_may_be_asked(program, sent, form, path):
    program.send(sent)

    @FEW
    @given(st.dictionaries(st.sampled_from(ASKED), TEXT))
    def ask(said):
        check(program.client.get(f"{ROOT}{path}.{form}", said), form)

    ask()


@pytest.mark.slow
@pytest.mark.skipif(shared("schema-swagger.json") is None, reason="the description of GeoReport v2 is not here")
def test_the_description_of_the_interface_holds(program, sent, application):
    """Every operation of the description, by what it says may be sent."""
    program.send(sent)
    described = json.loads(shared("schema-swagger.json").read_text(encoding="utf-8"))
    described["parameters"]["response_format"] |= {"enum": FORMATS}
    described["basePath"] = ROOT.rstrip("/")
    wrong = "/request/{service_request_id}.{response_format}"  # a slip of the description: it is called requests
    described["paths"][wrong.replace("/request/", "/requests/")] = described["paths"].pop(wrong)
    schema = schemathesis.openapi.from_dict(described)
    schema.app = application
    called = set()
    for operation in schema.get_all_operations():

        @FEW
        @given(operation.ok().as_strategy())
        def call(case):
            called.add((case.method, case.path))
            response = case.call()
            assert response.status_code in TOLD, response.content

        call()
    assert len(called) == 6
