import pytest

from tests.incidents.story import RUBBISH

from .program import Program, make_key


@pytest.fixture
def program(calls) -> Program:
    """A program with a key, in a county with Wang's rubbish."""
    return Program(calls, make_key())


@pytest.fixture
def sent() -> dict:
    """The least that makes a request."""
    return {"service_code": RUBBISH, "lat": "30.51234", "long": "103.82345", "description": "桥头垃圾三天没人收"}
