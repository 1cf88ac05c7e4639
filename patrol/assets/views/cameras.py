"""/patrol/cameras/: the register, its map and what it lacks. Each opening is on record (openings.py)."""

from django.shortcuts import render
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_safe

from grids.jurisdiction import get_or_404, holds, may
from incidents.models import Incident
from shuangliu.pages import keyset
from shuangliu.pages.access import allows

from .. import openings
from ..deeds import offered
from ..forms import CameraFilter
from ..models import Camera
from ..rules import LACKS
from ..states import TONES, Act, State, allowed
from ..trail import trail_of

ORDER = ("code",)
MOST_ON_MAP = 5000


@require_safe
@allows("camera.view")
def camera_list(request):
    """By asset number; `?state=`, `?owner=`, `?area=`, `?lack=`, `?after=`."""
    at, user = now(), request.user
    form = CameraFilter(request.GET, user=user)
    rows = form.narrow(Camera.objects.visible_to(user).of_desk(user), at)
    page = keyset.page(rows.with_lacks(at, localdate(at)).for_list(), order=ORDER, after=request.GET.get("after"))
    openings.note("listed", by=user, at=at, filters=form.said)
    return render(request, "patrol/assets/camera_list.html", {
        "page": page, "form": form, "here": "list", "may_register": holds(user, "camera.register"),
        "may_import": holds(user, "camera.import"),
    }, status=422 if form.errors else 200)


@require_safe
@allows("camera.view")
def camera_map(request):
    """The same, as marks on the map."""
    at, user = now(), request.user
    form = CameraFilter(request.GET, user=user)
    rows = form.narrow(Camera.objects.visible_to(user).of_desk(user).standing(), at).filter(longitude__isnull=False)
    marks = [{"latitude": one.latitude, "longitude": one.longitude, "name": f"{one.code} {one.site}",
              "label": one.get_state_display(), "tone": one.tone, "url": one.get_absolute_url()}
             for one in rows.order_by(*ORDER)[:MOST_ON_MAP]]
    openings.note("mapped", by=user, at=at, filters=form.said)
    return render(request, "patrol/assets/camera_map.html", {
        "marks": marks, "form": form, "here": "map",
        "legend": [(TONES[state], state.label) for state in (State.WORKING, State.FAULTY)],
    }, status=422 if form.errors else 200)


@require_safe
@allows("camera.view")
def camera_gaps(request):
    """How many lack what, and those that lack something; the filters of the list."""
    at, user = now(), request.user
    form = CameraFilter(request.GET, user=user)
    mine = Camera.objects.visible_to(user).of_desk(user)
    rows = form.narrow(mine, at).lacking_any(at, localdate(at)).with_lacks(at, localdate(at)).for_list()
    page = keyset.page(rows, order=ORDER, after=request.GET.get("after"))
    found = mine.count_lacks(at, localdate(at))
    openings.note("checked", by=user, at=at, filters=form.said)
    return render(request, "patrol/assets/camera_gaps.html", {
        "page": page, "form": form, "here": "gaps", "standing": mine.standing().count(),
        "lacks": [(code, lack, found[code]) for code, lack in LACKS.items()],
    }, status=422 if form.errors else 200)


@require_safe
@allows("camera.view")
def camera_detail(request, pk):
    at, user = now(), request.user
    camera = get_or_404(Camera, pk, user=user, may="camera.view",
                        queryset=Camera.objects.for_detail().with_lacks(at, localdate(at)))
    openings.note("opened", by=user, at=at, camera=camera, code=camera.code)
    deeds = offered(camera, user)
    sees_incident = camera.incident_id and holds(user, "incident.view") and Incident.objects.visible_to(user).filter(
        pk=camera.incident_id).exists()
    return render(request, "patrol/assets/camera_detail.html", {
        "camera": camera, "lacks": camera.lacks(), "trail": trail_of(camera), "deeds": deeds,
        "main": deeds[0] if deeds and not deeds[0].grave else None, "sees_incident": sees_incident,
        "may_correct": may(user, "camera.correct", camera) and allowed(Act.CORRECT, camera.state),
    })
