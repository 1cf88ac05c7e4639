"""The JSON schemas of open311/schema-validation, which are not ours to keep here: read where they lie."""

import json

import pytest
from jsonschema import Draft4Validator, FormatChecker

from hotline import actions
from incidents.models import Question
from tests.incidents.story import PIPE, RUBBISH
from tests.shared import shared

from .program import FORMATS

pytestmark = pytest.mark.skipif(shared("schema-request.json") is None,
                                reason="the schemas of open311/schema-validation are not here")


def check(value, name: str) -> None:
    schema = json.loads(shared(f"schema-{name}.json").read_text(encoding="utf-8"))
    validator = Draft4Validator(schema, format_checker=FormatChecker())
    assert [error.message for error in validator.iter_errors(value)] == []


@pytest.mark.parametrize("form", FORMATS)
def test_services(program, form):
    services = program.get(f"services.{form}")
    assert services
    for service in services:
        check(service, "service")


@pytest.mark.parametrize("form", FORMATS)
def test_definitions(program, form):
    kind = program.calls.story.kinds[RUBBISH]
    for order, (name, more) in enumerate({"text": {}, "number": {}, "date": {"is_required": True}, "yes_no": {},
                                          "choice": {"choices": "路边\n河边"}}.items()):
        Question.objects.create(category=kind, code=name, label=f"问{name}", kind=name, order=order, **more)
    for code in (RUBBISH, PIPE):
        check(program.get(f"services/{code}.{form}"), "service-definition")


@pytest.mark.parametrize("form", FORMATS)
def test_requests(program, sent, form):
    for change in ({}, {"lat": "", "long": "", "address_string": "棠湖西路"}, {"service_code": PIPE}):
        ticket = program.send(sent | change)
    program.calls.settle(ticket)
    actions.review(ticket, by=program.calls.cast.mu, at=program.calls.later())
    rows = program.get(f"requests.{form}") + program.get(f"requests/{ticket.number}.{form}")
    assert {row["status"] for row in rows} == {"open", "closed"}
    for row in rows:
        check(row, "request")
