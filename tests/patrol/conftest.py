"""What the tests of patrol may use."""

import pytest


@pytest.fixture
def phone(browser, cast, now):
    """Wang's phone."""
    return browser(cast.wang)
