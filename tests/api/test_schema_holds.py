"""/api/v1/ as /api/schema/ describes it: whatever fits the description is answered, never with a failure of ours."""

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from rest_framework.authtoken.models import Token

from tests.house.samples import collect

FEW = settings(max_examples=3, deadline=None, database=None, suppress_health_check=list(HealthCheck))


@pytest.mark.slow
@pytest.mark.parametrize("name", ["zhao", "tang"])
def test_nothing_that_fits_the_description_breaks_it(name, cast, browser, application, now):
    collect()["incidents:incident-detail"](cast)
    user = getattr(cast, name)
    described = browser(user).get("/api/schema/", headers={"accept": "application/json"}).json()
    schema = schemathesis.openapi.from_dict(described)
    schema.app = application
    headers = {"Authorization": f"Token {Token.objects.create(user=user).key}"}
    called = set()
    for operation in schema.get_all_operations():

        @FEW
        @given(operation.ok().as_strategy())
        def call(case):
            called.add(case.path)
            response = case.call(headers=headers)
            assert response.status_code < 500, (case.method, case.formatted_path, response.content[:300])

        call()
    assert len(called) > 10
