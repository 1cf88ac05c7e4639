"""The Celery app. What runs when is written in schedule.py."""

import os

from celery import Celery

from . import messages  # noqa: F401 - makes files:// known
from .schedule import JOBS

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shuangliu.settings")

app = Celery("shuangliu")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
# Also those in packages of an app, where Celery does not look.
app.conf.imports = sorted({job.task.rpartition(".")[0] for job in JOBS})
