"""What the tests of incidents may use."""

import pytest

from .story import Story


@pytest.fixture
def story(cast, kinds, now) -> Story:
    return Story(cast, kinds)


@pytest.fixture
def phone(browser, story):
    """Wang's phone."""
    return browser(story.cast.wang)
