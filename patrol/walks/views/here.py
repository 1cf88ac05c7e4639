"""What a scanned sign opens. Looking changes nothing: the check-in is one tap on it."""

from uuid import uuid4

from django.shortcuts import render
from django.utils.timezone import now
from django.views.decorators.http import require_safe

from grids.jurisdiction import holds
from shuangliu.pages.access import SIGNED_IN, allows

from ...points import signs
from .. import mine


@require_safe
@allows(SIGNED_IN)
def here(request, token):
    """A sign that is forged or has been replaced says so; whoever has no shift now is shown what else they may do."""
    point, user, at = signs.scanned(token), request.user, now()
    shift = mine.at_work(user, at) if point else None
    stop = shift.stops.filter(point=point).first() if shift else None
    return render(request, "patrol/walks/here.html", {
        "point": point, "token": token, "shift": shift, "stop": stop,
        "next": None if shift else mine.main(mine.shifts(user, at), at),
        "uuid": uuid4(), "may_walk": holds(user, "shift.walk"), "may_note": holds(user, "note.write"),
    }, status=200 if point else 404)


@require_safe
@allows("shift.walk")
def here_offline(request):
    """The page that the phone keeps and shows in place of the other without a network: the server looks at the sign
    when what was told arrives."""
    return render(request, "patrol/walks/here_offline.html", {"uuid": uuid4()})
