"""Shuangliu: community governance of a county on one record."""

from .celery import app as celery_app

__all__ = ["celery_app"]
