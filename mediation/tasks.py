"""Timed jobs, where Celery looks for them; when they run is written in shuangliu/schedule.py."""

from .screening import tasks as screening  # noqa: F401
