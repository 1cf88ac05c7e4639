"""What the tests of visits say in one line: `visits.asked()`, `visits.told(task, "moved_away")`."""

import uuid
from datetime import timedelta

from residents.models import Dwelling, VisitTask
from residents.visits import actions

from ..story import Homes


class Visits(Homes):
    """Visits in the cast's grid 1: Xie asks, Wang goes."""

    def asked(self, dwelling: Dwelling | None = None, purpose: str = "check", days: int = 7) -> VisitTask:
        return actions.ask(dwelling or self.dwelling(), by=self.cast.xie, at=self.at, purpose=purpose,
                           due_on=self.at.date() + timedelta(days=days))

    def told(self, task: VisitTask | None = None, result: str = "confirmed", **given) -> VisitTask:
        task = task or self.asked()
        actions.report(task, by=self.cast.wang, at=self.at, uuid=given.pop("uuid", None) or uuid.uuid4(),
                       result=result, new_count=given.pop("new_count", 2 if result == "new" else 0), **given)
        return task


def form(task: VisitTask, result: str = "confirmed", **given) -> dict:
    """What the phone sends."""
    return {"uuid": str(uuid.uuid4()), "task": task.pk, "result": result, **given}
