"""A building lies in another grid: the visits that are still to be made go to the worker there, figures with them."""

from shuangliu import indicators

from .measures import counted, differences
from .models import VisitTask
from .states import State


def take_along(building) -> None:
    for task in VisitTask.objects.filter(dwelling__building=building, state=State.OPEN):
        before, task.area_key = counted(task), building.area_key
        task.save(update_fields=["area_key"])
        indicators.add_many(differences(before, counted(task)))
