"""Writing down what a screening found, putting it right on the same day, and taking it back."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from mediation.models import Case, DisputeCategory
from shuangliu import audit
from shuangliu.pages.conflict import Conflict

from . import news
from .models import Finding, Screening, Touch


class ScreeningMoved(Conflict):
    """Somebody was faster, the period has not begun, or the day of correction is over."""


@dataclass(frozen=True)
class Found:
    """One dispute as it was seen."""

    category: DisputeCategory
    text: str = ""


def check(screening: Screening, at: datetime) -> None:
    """Raises ScreeningMoved when nothing can be written any more, or not yet."""
    today = localdate(at)
    if screening.starts_on > today:
        raise ScreeningMoved(_("This screening has not begun yet."), matter=screening.point.plan)
    if screening.is_fixed(today):
        raise ScreeningMoved(_("The result was written on another day and stands. What is new belongs to the next "
                               "screening."), matter=screening.point.plan)


@transaction.atomic
def write_result(screening: Screening, *, by, at: datetime, findings: Iterable[Found] = ()) -> None:
    """Write the result, or another one in its place on the same day. Disputes of which a case was made stay.

    The same result sent twice by the same person changes nothing. Raises ScreeningMoved.
    """
    check(screening, at)
    given = list(findings)
    registered = screening.findings.exclude(case=None).count()
    number = len(given) + registered
    written = {"done_at": at, "done_by": by, "found": number, "version": screening.version + 1}
    if not Screening.objects.filter(pk=screening.pk, version=screening.version).update(**written):
        screening.refresh_from_db()
        if screening.done_by_id == by.pk and _same(screening, given):
            return
        raise ScreeningMoved(_("Somebody has written a result meanwhile."), matter=screening.point.plan)
    was, is_first = screening.found, not screening.is_done
    for name, value in written.items():
        setattr(screening, name, value)
    screening.findings.unregistered().delete()
    Finding.objects.bulk_create(
        [Finding(screening=screening, category=one.category, text=one.text) for one in given])
    kinds = ",".join(sorted(one.category.code for one in given))
    audit.record("screening.written" if is_first else "screening.corrected", screening, by=by, at=at, found=number,
                 kinds=kinds, was=None if is_first else was)
    if given and (is_first or not was):
        news.found(screening, by=by, at=at)


@transaction.atomic
def take_back_result(screening: Screening, *, by, at: datetime) -> None:
    """As if nothing had been written; the log keeps what it was. Raises ScreeningMoved."""
    check(screening, at)
    if not screening.is_done:
        raise ScreeningMoved(_("There is no result to take back."), matter=screening.point.plan)
    if screening.closed_at and screening.in_time:
        raise ScreeningMoved(_("The period is over and its result counted."), matter=screening.point.plan)
    if screening.findings.exclude(case=None).exists():
        raise ScreeningMoved(_("A case was made of what was found: the result stands."), matter=screening.point.plan)
    cleared = {"done_at": None, "done_by": None, "found": None, "version": screening.version + 1}
    if not Screening.objects.filter(pk=screening.pk, version=screening.version).update(**cleared):
        raise ScreeningMoved(_("Somebody has written a result meanwhile."), matter=screening.point.plan)
    was = screening.found
    screening.findings.all().delete()
    for name, value in cleared.items():
        setattr(screening, name, value)
    audit.record("screening.taken_back", screening, by=by, at=at, was=was)


@transaction.atomic
def link_case(finding: Finding, case: Case, *, by, at: datetime) -> None:
    """The case that was made of what was found; once. Raises ScreeningMoved when there is one already."""
    if finding.case_id == case.pk:
        return
    if not Finding.objects.filter(pk=finding.pk, case=None).update(case=case):
        raise ScreeningMoved(_("A case was made of this already."), matter=finding.screening.point.plan)
    finding.case = case
    # The case counts for the point now, wherever it lies.
    Touch.objects.create(case_id=case.pk, community_key=case.community_key or case.area_key)
    audit.record("screening.registered", finding.screening, by=by, at=at, case=case.pk)


def _same(screening: Screening, given: list[Found]) -> bool:
    stored = sorted(screening.findings.unregistered().values_list("category_id", "text"))
    return stored == sorted((one.category.pk, one.text) for one in given)
