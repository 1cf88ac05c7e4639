import pytest

from .story import Village


@pytest.fixture
def village(cast, now):
    return Village(cast)


@pytest.fixture
def zhao(cast, browser):
    return browser(cast.zhao)
