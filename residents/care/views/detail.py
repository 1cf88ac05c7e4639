"""/residents/care/<pk>/: what was told, and what became of it. Every opening is on record."""

from django.shortcuts import render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from grids.jurisdiction import get_or_404, may
from shuangliu import audit, deadlines
from shuangliu.pages.access import allows
from shuangliu.protection import consents, reveals

from ..deeds import offered
from ..models import CareReferral
from ..states import CLOCK, HELPED, Act, Stage

TONES = {Act.LATE: "alert", Act.RAISE: "alert", Act.RETURN: "alert", Act.WARN: "soon", Act.END: "done"}


@never_cache
@require_safe
@allows("care.view")
def care_detail(request, pk):
    user, at = request.user, now()
    referral = get_or_404(CareReferral, pk, user=user, may="care.view", queryset=CareReferral.objects.for_detail())
    audit.record("care.opened", referral, by=user, at=at)
    deeds, stage = offered(referral, user), CLOCK.get(referral.state)
    return render(request, "residents/care/care_detail.html", {
        "referral": referral, "reveal": reveals.open_for(user, referral, at), "main": deeds[0] if deeds else None,
        "deeds": deeds[1:], "clock": deadlines.running(referral, stage).first() if stage else None,
        "stage": stage and Stage(stage).label, "trail": _trail(referral), "consents": consents.of(referral),
        "tasks": referral.tasks.select_related("worker"), "applications": referral.applications.all(),
        "may_reveal": may(user, "care.reveal", referral), "lives_at": referral.lives_at,
        "may_apply": referral.state in HELPED and may(user, "aid.apply", referral)})


def _trail(referral: CareReferral) -> list[dict]:
    return [{"label": move.get_act_display(), "at": move.at, "tone": TONES.get(move.act, ""),
             "note": " · ".join(filter(None, [move.agency.name if move.agency and move.act == Act.SEND else "",
                                              move.note])),
             "actor": move.by or _("The system")} for move in referral.moves.select_related("by", "agency")]
