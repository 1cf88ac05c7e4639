"""What is done to a camera: entered, put right, and a page for each act of DEEDS."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from grids.jurisdiction import get_or_404
from shuangliu.pages import unsent
from shuangliu.pages.access import allows

from .. import actions
from ..deeds import DEEDS, Deed
from ..forms import CameraForm
from ..models import Camera
from ..states import Act


@require_http_methods(["GET", "POST"])
@allows("camera.register")
def camera_register(request):
    form = CameraForm(_sent(request), by=request.user, act="camera.register")
    if request.method == "POST" and form.is_valid():
        try:
            camera = actions.register(by=request.user, at=now(), **form.given())
        except ValidationError as refused:
            say(form, refused)
        else:
            messages.success(request, _("The camera is entered."))
            return redirect(camera)
    return render(request, "patrol/assets/camera_form.html", {"form": form},
                  status=422 if request.method == "POST" else 200)


@require_http_methods(["GET", "POST"])
@allows("camera.correct")
def camera_correct(request, pk):
    camera = get_or_404(Camera, pk, user=request.user, may="camera.correct", queryset=Camera.objects.for_detail())
    actions.check(camera, Act.CORRECT)
    form = CameraForm(_sent(request), by=request.user, act="camera.correct", instance=camera)
    if request.method == "POST" and form.is_valid():
        try:
            actions.correct(Camera.objects.get(pk=camera.pk), by=request.user, at=now(), **form.given())
        except ValidationError as refused:
            say(form, refused)
        else:
            messages.success(request, _("The entry is put right."))
            return redirect(camera)
    return render(request, "patrol/assets/camera_form.html", {"form": form, "camera": camera},
                  status=422 if request.method == "POST" else 200)


def act_view(deed: Deed):
    """The page of one act: /patrol/cameras/<pk>/<act>/."""

    @require_http_methods(["GET", "POST"])
    @allows(f"camera.{deed.act}")
    def view(request, pk):
        at = now()
        camera = get_or_404(Camera, pk, user=request.user, may=f"camera.{deed.act}",
                            queryset=Camera.objects.for_detail())
        actions.check(camera, deed.act)
        form = deed.form(_sent(request), camera=camera, at=at)
        if request.method == "POST" and form.is_valid():
            try:
                deed.do(camera, by=request.user, at=at, **form.given())
            except ValidationError as refused:
                say(form, refused)
            else:
                messages.success(request, deed.done)
                return redirect(camera)
        return render(request, "patrol/assets/camera_act.html", {"camera": camera, "deed": deed, "form": form},
                      status=422 if request.method == "POST" else 200)

    view.__name__ = view.__qualname__ = f"camera_{deed.act}"
    return view


def say(form, refused: ValidationError) -> None:
    """At the field where the form has it, above the form where not."""
    found = refused.error_dict if hasattr(refused, "error_dict") else {None: refused.error_list}
    for name, errors in found.items():
        form.add_error(name if name in form.fields else None, errors)


def _sent(request):
    return request.POST if request.method == "POST" else unsent.take(request)


ACT_VIEWS = {act: act_view(deed) for act, deed in DEEDS.items()}
