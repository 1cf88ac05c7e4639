"""What is done with reports, liaison officers and plans."""

from datetime import date, datetime

from django.db import models, transaction
from django.utils.translation import gettext as _

from grids.models import Area
from shuangliu import attachments, audit
from shuangliu.indicators.periods import Period
from shuangliu.pages.conflict import Conflict

from .drafting import figures_of, findings_of
from .models import AnalysisReport, ContingencyPlan, PlanDrill
from .topics import voices

State = AnalysisReport.State


class ReportMoved(Conflict):
    """Somebody was faster, or it is signed."""


@transaction.atomic
def draft(*, by, at: datetime, area: Area, span: str, period: Period, today: date) -> AnalysisReport:
    """The report of a period; the one that is there already, if it is. Its figures are those of now."""
    figures = _figures(area, period, today)
    report, is_new = AnalysisReport.objects.get_or_create(
        area=area, span=span, start=period.start,
        defaults={"end": period.end, "figures": figures, "findings": findings_of(figures), "drafted_at": at,
                  "drafted_by": by})
    if is_new:
        audit.record("analysis.drafted", report, by=by, at=at)
    return report


@transaction.atomic
def redraft(report: AnalysisReport, *, by, at: datetime, today: date) -> None:
    """Take the figures anew; what people wrote stays."""
    period = Period("", "", report.start, report.end)
    _move(report, State.DRAFT, "analysis.redrafted", by=by, at=at,
          figures=_figures(report.area, period, today))


@transaction.atomic
def edit(report: AnalysisReport, *, by, at: datetime, findings: str, advice: str) -> None:
    _move(report, State.DRAFT, "analysis.edited", by=by, at=at, findings=findings, advice=advice)


@transaction.atomic
def sign(report: AnalysisReport, *, by, at: datetime) -> None:
    """The hotline stands by it."""
    _move(report, State.DRAFT, "analysis.signed", by=by, at=at, state=State.SIGNED, signed_at=at, signed_by=by,
          sent_back="")


@transaction.atomic
def issue(report: AnalysisReport, *, by, at: datetime) -> None:
    """The county stands by it, by another person than the hotline: nothing in it changes any more."""
    if report.signed_by_id == by.pk:
        raise ReportMoved(_("Whoever signed for the hotline does not sign for the county."), report)
    _move(report, State.SIGNED, "analysis.issued", by=by, at=at, state=State.ISSUED, issued_at=at, issued_by=by)


@transaction.atomic
def send_back(report: AnalysisReport, *, by, at: datetime, reason: str) -> None:
    """To be written anew."""
    _move(report, State.SIGNED, "analysis.sent-back", by=by, at=at, state=State.DRAFT, signed_at=None, signed_by=None,
          sent_back=reason)


@transaction.atomic
def keep(row: models.Model, verb: str, *, by, at: datetime, fields: list[str], uuid=None) -> None:
    """A liaison officer or a plan, new or changed; `uuid` names the files staged with its form."""
    if isinstance(row, ContingencyPlan) and "review_on" in fields:
        row.reminded_on = None
    row.save()
    if uuid:
        attachments.claim(uuid, row, by=by)
    audit.record(verb, row, by=by, at=at, fields=fields)


@transaction.atomic
def drill(plan: ContingencyPlan, *, by, at: datetime, held_on: date, summary: str) -> None:
    PlanDrill.objects.create(plan=plan, held_on=held_on, summary=summary, by=by)
    audit.record("plan.drilled", plan, by=by, at=at, on=str(held_on))


def _figures(area: Area, period: Period, today: date) -> dict:
    """What rose at the end of the period, not what rises while the report is written."""
    return figures_of(voices(area, period, today=min(today, period.end)))


def _move(report: AnalysisReport, old: str, verb: str, *, by, at: datetime, **moved) -> None:
    if not AnalysisReport.objects.filter(pk=report.pk, state=old).update(**moved):
        raise ReportMoved(_("The report is in another state by now."), report)
    report.refresh_from_db()
    audit.record(verb, report, by=by, at=at)
