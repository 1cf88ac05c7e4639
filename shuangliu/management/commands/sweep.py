"""manage.py sweep [--all]: run the jobs of shuangliu/schedule.py that are due now, here, one after the other.

For cron, for a machine without a worker, and after a worker was down: each job finds its work in the database.
"""

import json
import os
from datetime import datetime
from time import perf_counter

from celery.schedules import crontab
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.module_loading import import_string
from django.utils.timezone import now

from shuangliu.schedule import JOBS, Job

LAST_RUNS = settings.DATA_DIR / "sweep.json"  # when a job of a certain hour was last run by this command


class Command(BaseCommand):
    help = "Run the timed jobs that are due now."

    def add_arguments(self, parser):
        parser.add_argument("--all", action="store_true", help="also those whose hour has not come")

    def handle(self, *, all, **options):
        last_runs = json.loads(LAST_RUNS.read_text()) if LAST_RUNS.exists() else {}
        failed = []
        for job in JOBS:
            if not (all or is_due(job, last_runs.get(job.task))):
                continue
            at, began = now(), perf_counter()
            try:
                result = import_string(job.task)()
            except Exception as error:  # whatever a job raises, the others have their turn
                failed.append(job.task)
                self.stderr.write(f"FAILED  {job.task}: {type(error).__name__}: {error}")
                continue
            last_runs[job.task] = at.isoformat()
            self.stdout.write(f"done    {job.task}  {perf_counter() - began:.2f} s  {result}")
        # Two at once must not write into, or take away, one another's file.
        unfinished = LAST_RUNS.with_suffix(f".{os.getpid()}.part")
        unfinished.write_text(json.dumps(last_runs, indent=1))
        unfinished.replace(LAST_RUNS)
        if failed:
            raise CommandError(f"{len(failed)} failed: {', '.join(failed)}")


def is_due(job: Job, last_run: str | None) -> bool:
    """Jobs by the minute always; those of a certain hour when it has passed since the last run, or none is known."""
    if not isinstance(job.when, crontab) or last_run is None:
        return True
    return job.when.is_due(datetime.fromisoformat(last_run)).is_due
