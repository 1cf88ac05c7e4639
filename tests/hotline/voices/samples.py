"""For the house tests: a report, a plan and an officer for each route."""

from datetime import date

from hotline.voices.models import AnalysisReport
from incidents.models import Category

from .story import Voices

REPORTS = {"detail": "draft", "word": "draft", "edit": "draft", "redraft": "draft", "sign": "draft", "issue": "signed",
           "send-back": "signed"}


def _report(state: str):
    return lambda cast: Voices(cast).report(state)


SAMPLES = {f"hotline:analysis-{act}": _report(state) for act, state in REPORTS.items()} | {
    "hotline:liaison-edit": lambda cast: Voices(cast).officer(),
    **{f"hotline:plan-{act}": lambda cast: Voices(cast).plan() for act in ("detail", "edit", "drill")}}


def _reports(cast, n: int) -> None:
    known = AnalysisReport.objects.count()
    for number in range(known, known + n):
        month = date(2000 + number // 12, number % 12 + 1, 1)
        AnalysisReport.objects.create(area=cast.county, span="month", start=month, end=month.replace(day=28),
                                      figures={}, findings="略", drafted_at="2026-03-01T00:00Z", drafted_by=cast.mu)


def _plans(cast, n: int) -> None:
    voices = Voices(cast)
    for _number in range(n):
        voices.plan()


def _officers(cast, n: int) -> None:
    voices = Voices(cast)
    for number in range(n):
        voices.officer(unit="", department=cast.departments["police"], name=f"联络{number}")


def _topics(cast, n: int) -> None:
    voices = Voices(cast)
    for category in Category.objects.exclude(parent=None)[:n]:
        voices.came(n, date(2026, 3, 2), category=category.code)


LISTS = {"hotline:analysis-list": ("mu", _reports), "hotline:plan-list": ("mu", _plans),
         "hotline:liaison-list": ("mu", _officers), "hotline:voices": ("mu", _topics)}
