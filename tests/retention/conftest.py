"""Tickets that are over are what most of it is about."""

from tests.hotline.conftest import calls

__all__ = ["calls"]
