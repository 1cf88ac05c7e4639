"""The rows that are searched in these tests are incidents."""

from tests.incidents.conftest import kinds, story

__all__ = ["kinds", "story"]
