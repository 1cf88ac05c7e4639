"""Granting, in whole or in part, refusing, and carrying out what was granted."""

from collections.abc import Mapping
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from shuangliu.protection.models import Consent
from shuangliu.retention.on_request import Kept

from .. import copies, finding, registry
from ..models import SubjectFinding, SubjectRequest
from ..states import Act, Kind
from .moving import move

Verdict = SubjectFinding.Verdict
LeftOut = Mapping[int, tuple[str, str]]  # by the key of a finding: ground and words

# Carried out with the decision. What is put right a person puts right.
AT_ONCE = frozenset({Kind.ACCESS, Kind.PORT, Kind.DELETE, Kind.RESTRICT, Kind.WITHDRAW})


@transaction.atomic
def grant(request: SubjectRequest, *, by, at: datetime, left_out: LeftOut, reason: str = "") -> SubjectRequest:
    """Grant it for all that was found, but what is `left_out`, each for its ground. All but a correction is carried out
    with it. Raises RequestMoved, ValidationError when nothing is left, or something may not be granted."""
    row = SubjectRequest.objects.select_for_update(of=("self",)).get(pk=request.pk)
    found = list(row.findings.all())
    for one in found:
        one.ground, one.note = left_out.get(one.pk, ("", ""))
        one.verdict = Verdict.REFUSED if one.ground else Verdict.GRANTED
        if one.verdict == Verdict.GRANTED and any(finding.objection(one, row.kind, at=at)):
            raise ValidationError(_("%(what)s cannot be granted.") % {"what": registry.get(one.holder).label})
    if found and all(one.verdict == Verdict.REFUSED for one in found):
        raise ValidationError(_("Nothing is left: then refuse the request."))
    SubjectFinding.objects.bulk_update(found, ["verdict", "ground", "note"])
    move(request, Act.GRANT, by=by, at=at, is_partly=bool(left_out), reason=reason, decided_by=by, decided_at=at)
    if request.kind in AT_ONCE:
        carry_out(request, by=by, at=at)
    return request


@transaction.atomic
def refuse(request: SubjectRequest, *, by, at: datetime, ground: str, reason: str) -> SubjectRequest:
    """Refused as a whole, with ground and reason; the letter says where to complain. Raises RequestMoved."""
    request.findings.update(verdict=Verdict.REFUSED, ground=ground, note="")
    return move(request, Act.REFUSE, by=by, at=at, ground=ground, reason=reason, decided_by=by, decided_at=at)


@transaction.atomic
def refer(request: SubjectRequest, *, by, at: datetime, note: str) -> None:
    """The desk finds that it should be refused, or cannot decide it. Raises RequestMoved."""
    move(request, Act.REFER, by=by, at=at, note=note, is_referred=True)


@transaction.atomic
def carry_out(request: SubjectRequest, *, by, at: datetime, note: str = "") -> SubjectRequest:
    """Do what was granted: make the copy, delete, restrict, take back; for a correction, say that it is made.
    Raises RequestMoved, ValidationError when something can no longer be done."""
    move(request, Act.CARRY_OUT, by=by, at=at, note=note)
    granted = list(request.findings.filter(verdict=Verdict.GRANTED))
    if request.gives_copy:
        copies.make(request, by=by, at=at)
    else:
        for one in granted:
            _do(request, one, by=by, at=at)
    SubjectFinding.objects.filter(pk__in=[one.pk for one in granted]).update(done_at=at)
    return request


def _do(request: SubjectRequest, one: SubjectFinding, *, by, at: datetime) -> None:
    record, how = one.record, registry.get(one.holder)
    if record is None:  # gone meanwhile, or with another of them
        return
    if request.kind == Kind.DELETE:
        try:
            how.delete(record, at=at)
        except Kept as kept:
            raise ValidationError(f"{how.label}: {kept}") from kept
    elif request.kind == Kind.RESTRICT:
        how.restrict(record, by=by, at=at, reason=_("The person asks for it: %(number)s") % {"number": request.number},
                     basis=_("Personal Information Protection Law, articles 44 and 47"), area_key=request.area_key)
    elif request.kind == Kind.WITHDRAW:
        how.withdraw(record, by=by, at=at, how=Consent.Form.WRITTEN)
