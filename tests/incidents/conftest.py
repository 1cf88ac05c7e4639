"""What the tests of incidents may use."""

import pytest

from .story import Story, make_kinds


@pytest.fixture
def kinds(db):
    """Categories by code: see story.make_kinds."""
    return make_kinds()


@pytest.fixture
def story(cast, kinds, now) -> Story:
    return Story(cast, kinds)


@pytest.fixture
def phone(browser, story):
    """Wang's phone."""
    return browser(story.cast.wang)
