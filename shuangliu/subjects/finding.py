"""Looking for all that is held of a person, and what of it a reader may know."""

from datetime import datetime

from grids.jurisdiction import has_role, holds
from grids.roles import Role

from . import registry
from .models import SubjectFinding, SubjectRequest
from .states import Kind
from .who import Who

Verdict = SubjectFinding.Verdict


def look(request: SubjectRequest) -> list[SubjectFinding]:
    """Write down what is held of whoever asks; what was found before stays as it is."""
    who = Who.of(request)
    found = [SubjectFinding(request=request, holder=one.name, record_type=record._meta.label_lower, record_id=record.pk)
             for one in registry.everything() for record in one.find(who) if _concerns(request, one, record)]
    SubjectFinding.objects.bulk_create(found, ignore_conflicts=True)
    return list(request.findings.all())


def known_to(user, findings: list[SubjectFinding]) -> list[SubjectFinding]:
    """Those a reader may know of: the security administrator that there are any, others what their own work shows
    them. A counter does not learn that somebody has a case."""
    if has_role(user, Role.SECURITY_ADMIN):
        return findings
    return [one for one in findings if holds(user, registry.get(one.holder).act)]


def objection(finding: SubjectFinding, kind: str, *, at: datetime) -> tuple[str, str]:
    """Why a request of this kind cannot be granted for the record: ground and words; both empty when it can."""
    record, how = finding.record, registry.get(finding.holder)
    if record is None:
        return "", ""
    if kind == Kind.DELETE:
        return how.why_kept(record, at=at)
    return how.why_used(record) if kind == Kind.RESTRICT else ("", "")


def _concerns(request: SubjectRequest, how: registry.Holder, record) -> bool:
    """Not the request itself; where a consent is taken back, what rests on one."""
    if isinstance(record, SubjectRequest) and record.pk == request.pk:
        return False
    return request.kind != Kind.WITHDRAW or any(one.withdrawn_at is None for one in how.consents(record))
