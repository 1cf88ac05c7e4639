"""Asking others to mediate together, and what came of it."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from shuangliu import audit

from ..actions.moving import CaseMoved, check
from ..models import Case, JointMember, MediationOrg
from ..states import Act


@transaction.atomic
def invite(case: Case, *, by, at: datetime, reason: str, org: MediationOrg | None = None, body_name: str = "",
           contact: str = "") -> JointMember:
    """Ask an organisation or a department to mediate together. Raises CaseMoved."""
    check(case, Act.INVITE)
    named = {"org": org} if org else {"org": None, "body_name": body_name}
    member, is_new = JointMember.objects.get_or_create(case=case, **named, defaults={
        "contact": contact, "reason": reason, "invited_at": at, "invited_by": by})
    if not is_new:
        raise CaseMoved(_("%(name)s has been asked already.") % {"name": member.name}, matter=case)
    audit.record("case.joint_invited", case, by=by, at=at, org=member.name)
    return member


@transaction.atomic
def note_partner(case: Case, *, by, at: datetime, member: JointMember, answer: str, part: str = "") -> None:
    """Write down whether a partner comes along, and later the part it played. Raises CaseMoved."""
    check(case, Act.PARTNER)
    member.answered_at = member.answered_at if member.answer == answer else at
    member.answer, member.part = answer, part
    member.save()
    audit.record("case.joint_answered", case, by=by, at=at, org=member.name, answer=answer)
