"""/subjects/<pk>/: what is asked, who asks, what was found and what became of it."""

from django.shortcuts import render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from grids.jurisdiction import get_or_404, holds, may
from shuangliu import deadlines
from shuangliu.pages.access import allows
from shuangliu.protection import reveals

from .. import finding, registry
from ..deeds import offered
from ..limits import CLOCK
from ..models import SubjectRequest
from ..states import Act, State

NEXT = {Act.IDENTIFY, Act.GRANT, Act.CARRY_OUT, Act.ANSWER}  # what is to be done; all else is done besides
TONES = {Act.LATE: "alert", Act.RAISE: "alert", Act.WARN: "soon", Act.ANSWER: "done"}


@never_cache
@require_safe
@allows("subject.view")
def subject_detail(request, pk):
    user, at, rows = request.user, now(), SubjectRequest.objects.for_detail()
    asked = get_or_404(SubjectRequest, pk, user=user, may="subject.view", queryset=rows)
    deeds, found = offered(asked, user), list(asked.findings.all())
    main = next((deed for deed in deeds if deed.act in NEXT), None)
    known = finding.known_to(user, found)
    shown = reveals.open_for(user, asked, at)
    return reveals.private(render(request, "subjects/subject_detail.html", {
        "asked": asked, "reveal": shown, "may_reveal": may(user, "subject.reveal", asked),
        "main": main, "deeds": [deed for deed in deeds if deed != main],
        "clock": deadlines.running(asked, CLOCK).first(),
        "findings": [_line(one, user) for one in known], "hidden": len(found) - len(known), "trail": _trail(asked),
        "has_copy": asked.has_copy(at), "about": _about(asked, user),
        "may_hand_word": asked.can(Act.HAND_WORD) and may(user, "subject.hand-word", asked),
        "may_hand_receipt": asked.is_open and may(user, "subject.receipt", asked),
        "may_print": asked.state in (State.ANSWERED, State.REFUSED) and may(user, "subject.letter", asked),
        "complaints": asked.complaints.all()}), shown)


def _about(asked: SubjectRequest, user):
    """The matter, for whoever may see it."""
    about = asked.about
    if about is None or not hasattr(type(about).objects, "visible_to"):
        return None
    return type(about).objects.visible_to(user).filter(pk=about.pk).first()


def _line(one, user) -> dict:
    """A record that was found: the way to correct it is for those who work with such records."""
    how, record = registry.get(one.holder), one.record
    return {"label": how.label, "title": how.title(record) if record else _("gone"), "finding": one,
            "correct_at": how.correct_at(record) if record and holds(user, how.act) else ""}


def _trail(asked: SubjectRequest) -> list[dict]:
    return [{"label": move.get_act_display(), "at": move.at, "tone": TONES.get(move.act, ""), "note": move.note,
             "actor": move.by or (_("The system") if move.act in (Act.WARN, Act.LATE, Act.RAISE) else _("The person"))}
            for move in asked.moves.select_related("by")]
