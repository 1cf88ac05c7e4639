"""The rows that are searched in these tests are incidents."""

from tests.incidents.conftest import story

__all__ = ["story"]
