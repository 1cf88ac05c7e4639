"""Beginning, resting, going on and lasting longer: what happens to the limit of mediation."""

import uuid as uuids
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from shuangliu import attachments, audit, deadlines
from shuangliu.pages.forms import day_start

from ..actions.moving import CaseMoved, Refused, follow_clocks, keep, start_clock, stay
from ..models.cases import Case
from ..models.limits import Kind, TimeLimit
from ..states import Act
from .models import Appraisal, ClockStart, Extension


def limit_of(case: Case) -> TimeLimit:
    """The limit of mediation that holds for the case."""
    return TimeLimit.objects.of(Kind.MEDIATE, case.category)


@transaction.atomic
def start_case_clock(case: Case, *, by, at: datetime, event: str, on: date, uuid: uuids.UUID | None = None) -> None:
    """The day from which the limit counts is known: from it, or from acceptance where that came later
    (道路交通事故处理程序规定 art. 89, 90). Raises CaseMoved, Refused."""
    if on > localdate(at):
        raise Refused(_("This day has not come yet."), field="on")
    _row, is_new = keep(ClockStart, case, Act.START_CLOCK, by=by, at=at, uuid=uuid, event=event, on=on)
    if not is_new:
        return
    if not deadlines.stop(case, at=at, kind=Kind.START):
        raise CaseMoved(_("The limit of this case is running already."), matter=case)
    start_clock(case, Kind.MEDIATE, at=max(day_start(on), case.accepted_at))
    follow_clocks(case)
    audit.record("case.clock_started", case, by=by, at=at, event=event, on=on)


@transaction.atomic
def appraise_case(case: Case, *, by, at: datetime, subject: str, institution: str, began_on: date,
                  uuid: uuids.UUID | None = None) -> None:
    """Something is being appraised: the limit rests, and a clock reminds of the report. Raises CaseMoved."""
    _row, is_new = keep(Appraisal, case, Act.APPRAISE, by=by, at=at, uuid=uuid, subject=subject,
                        institution=institution,
                       began_on=began_on)
    if not is_new:
        return
    if not limit_of(case).rests_for_appraisal or not deadlines.pause(case, at=at, kind=Kind.MEDIATE):
        raise CaseMoved(_("The limit of this case does not rest for an appraisal."), matter=case)
    start_clock(case, Kind.APPRAISE, at=at)
    follow_clocks(case)
    audit.record("case.appraisal_begun", case, by=by, at=at, institution=institution)


@transaction.atomic
def end_appraisal(case: Case, *, by, at: datetime, ended_on: date, result: str, uuid: uuids.UUID | None = None,
                  papers=()) -> None:
    """The report has come: the limit goes on with what was left. Raises CaseMoved, Refused."""
    stay(case, Act.APPRAISED)
    row = case.appraisals.filter(ended_on=None).first()
    if row is None:
        raise CaseMoved(_("Nothing is being appraised."), matter=case)
    if not row.began_on <= ended_on <= localdate(at):
        raise Refused(_("This day lies before the appraisal began, or has not come yet."), field="ended_on")
    row.ended_on, row.result = ended_on, result
    row.save(update_fields=["ended_on", "result"])
    if uuid:
        attachments.claim(uuid, row, by=by)
    deadlines.stop(case, at=at, kind=Kind.APPRAISE)
    deadlines.resume(case, at=at, kind=Kind.MEDIATE)
    follow_clocks(case)
    audit.record("case.appraisal_ended", case, by=by, at=at, institution=row.institution)


@transaction.atomic
def extend_case(case: Case, *, by, at: datetime, agreed_on: date, committee: str, applicant_agrees: bool,
                respondent_agrees: bool, amount: int, record: str, uuid: uuids.UUID | None = None) -> None:
    """Committee and both sides agreed to go on longer (医疗纠纷预防和处理条例 art. 38). Raises CaseMoved, Refused."""
    for field, agrees in (("applicant_agrees", applicant_agrees), ("respondent_agrees", respondent_agrees)):
        if not agrees:
            raise Refused(_("Without the agreement of both sides the limit is not extended."), field=field)
    _row, is_new = keep(Extension, case, Act.EXTEND, by=by, at=at, uuid=uuid, agreed_on=agreed_on, committee=committee,
                       applicant_agrees=True, respondent_agrees=True, amount=amount, record=record)
    if not is_new:
        return
    if not limit_of(case).can_extend or not deadlines.running(case, Kind.MEDIATE).exists():
        raise CaseMoved(_("The limit of this case cannot be extended."), matter=case)
    deadlines.extend(case, Kind.MEDIATE, amount=amount, at=at)
    follow_clocks(case)
    audit.record("case.extended", case, by=by, at=at, amount=amount, agreed_on=agreed_on)
