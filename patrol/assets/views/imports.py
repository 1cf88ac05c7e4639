"""/patrol/cameras/import/: the register out of a table of the office, looked at before it is taken."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from grids.jurisdiction import posts_for
from shuangliu.pages.access import allows
from shuangliu.spreadsheets import Unreadable

from ..importing import HEADINGS, ImportForm, load

SHOWN = 50


@require_http_methods(["GET", "POST"])
@allows("camera.import")
def camera_import(request):
    """All rows are taken, or none. Without `take` it is a trial."""
    form, result = ImportForm(request.POST or None, request.FILES or None), None
    if request.method == "POST" and form.is_valid():
        areas = [post.area for post in posts_for(request.user, "camera.import")]
        try:
            result = load(form.cleaned_data["file"], areas=areas, by=request.user, at=now(),
                          is_trial=not form.cleaned_data["take"])
        except Unreadable as error:
            form.add_error("file", str(error))
        else:
            if result.is_stored:
                messages.success(request, _("%(new)s cameras are new, %(changed)s are changed, %(same)s as before.") % {
                    "new": result.new, "changed": result.changed, "same": result.same})
                return redirect("patrol:camera-list")
    code = 422 if form.errors or (result and result.refused) else 200
    return render(request, "patrol/assets/camera_import.html", {
        "form": form, "result": result, "refused": result.refused[:SHOWN] if result else [],
        "columns": [(str(one.label), one.is_required) for one in HEADINGS]}, status=code)
