"""Every timed job and when it runs: the one list that beat and `manage.py sweep` read.

Each job may run twice and be killed at any line: what must happen is found in the database, never in a
message.
"""

from dataclasses import dataclass

from celery.schedules import crontab

MINUTELY = 60.0


@dataclass(frozen=True)
class Job:
    """A task by its dotted name, and when: seconds between runs, or a crontab in county time."""

    task: str
    when: float | crontab


JOBS = [
    Job("shuangliu.deadlines.tasks.sweep", MINUTELY),
    Job("shuangliu.indicators.tasks.fold", MINUTELY),
    Job("shuangliu.audit.tasks.seal", MINUTELY),
    Job("shuangliu.worklists.tasks.forget_presence", MINUTELY),
    Job("shuangliu.notices.tasks.deliver", MINUTELY),
    Job("residents.imports.tasks.go_on", MINUTELY),
    Job("hotline.tasks.end_forgotten_shifts", MINUTELY),
    Job("patrol.shifts.tasks.watch", MINUTELY),
    Job("patrol.swaps.tasks.expire", MINUTELY),
    Job("shuangliu.protection.tasks.make_exports", MINUTELY),
    Job("shuangliu.protection.tasks.end_exports", MINUTELY),
    Job("mediation.screening.tasks.plan", MINUTELY),
    Job("mediation.screening.tasks.catch_up", MINUTELY),
    # Due at midnight; by the minute, so that a worker that was down then, or died in the middle, loses no day.
    Job("grids.tasks.carry_out_changes", MINUTELY),
    Job("grids.tasks.pass_on_matters", MINUTELY),
    Job("grids.tasks.hand_over_latecomers", crontab(hour=0, minute=40)),
    Job("mediation.screening.tasks.compare", crontab(hour=0, minute=20)),
    Job("shuangliu.indicators.tasks.recompute_and_compare", crontab(hour=2, minute=30)),
    Job("hotline.tasks.draw_quality_checks", crontab(hour=1, minute=10)),
    Job("residents.leases.tasks.turn_the_day", crontab(hour=0, minute=30)),
    Job("residents.register.tasks.look_for_duplicates", crontab(hour=1, minute=30)),
    Job("residents.visits.tasks.count_coverage", crontab(hour=1, minute=50)),
    Job("shuangliu.retention.tasks.forget", crontab(hour=3, minute=10)),
    Job("residents.imports.tasks.forget", crontab(hour=3, minute=25)),
    Job("hotline.knowledge.tasks.count_uses", crontab(hour=3, minute=40)),
    Job("hotline.knowledge.tasks.remind", crontab(hour=8, minute=10)),
    Job("hotline.voices.tasks.remind", crontab(hour=8, minute=20)),
    Job("shuangliu.notices.tasks.send_digest", crontab(hour=8, minute=0)),
]


def beat_schedule() -> dict:
    """JOBS in the shape Celery's beat wants."""
    return {job.task: {"task": job.task, "schedule": job.when} for job in JOBS}
