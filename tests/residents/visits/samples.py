"""For the house tests: a visit that is asked for, one that is told of, and many."""

from residents.models import VisitTask

from .story import Visits


def _asked(cast):
    return Visits(cast).asked()


def _told(cast):
    return Visits(cast).told()


SAMPLES = {
    "residents:visit-detail": _asked,
    "residents:visit-enter": _told,
    "residents:visit-cancel": _asked,
    "residents:visit-ask": lambda cast: Visits(cast).dwelling(),
}


def _results(cast, n: int) -> None:
    visits, there = Visits(cast), VisitTask.objects.count()
    for number in range(there, there + n):
        visits.told(visits.asked(visits.dwelling(room=str(number))))


def _errands(cast, n: int) -> None:
    """At each door somebody lives."""
    from ..register.samples import numbered

    visits, there = Visits(cast), VisitTask.objects.count()
    for number in range(there, there + n):
        dwelling = visits.dwelling(room=str(number))
        visits.register(name=f"人{number}", number=numbered(number), dwelling=dwelling)
        visits.asked(dwelling)


LISTS = {"residents:visit-list": ("xie", _results), "residents:visit-report": ("wang", _errands)}
