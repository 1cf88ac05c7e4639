"""What makes the pages of the field an app: a manifest, a service worker, and the page for everything else offline.

None of it knows anybody: no session is read, so that a phone may keep it."""

import json

from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from shuangliu.pages.access import ANYONE, allows

ACCENT, GROUND = "#0a6257", "#f6f7f5"
ICONS = [("192", "any"), ("512", "any"), ("512", "maskable")]


@require_safe
@allows(ANYONE)
@cache_control(max_age=3600)
def manifest(request):
    """What the phone shows on its home screen, and where it begins."""
    said = {
        "id": reverse("patrol:day"), "name": _("Shuangliu field work"), "short_name": _("Shuangliu"),
        "start_url": reverse("patrol:day"), "scope": "/", "display": "standalone", "lang": "zh-Hans",
        "theme_color": ACCENT, "background_color": GROUND,
        "icons": [{"src": static(f"img/app/{purpose}-{size}.png"), "sizes": f"{size}x{size}", "type": "image/png",
                   "purpose": purpose} for size, purpose in ICONS],
        "shortcuts": [
            {"name": _("Report an incident"), "url": reverse("incidents:incident-new")},
            {"name": _("Write a note"), "url": reverse("patrol:note-new")},
            {"name": _("Outbox"), "url": reverse("patrol:outbox")},
        ],
    }
    return JsonResponse(said, content_type="application/manifest+json")


@require_safe
@allows(ANYONE)
@cache_control(no_cache=True)
def service_worker(request):
    """static/js/field/worker.js as it was built, at the root because it answers for all pages below its address;
    before it what the build says it must keep (tools/assets.mjs)."""
    code = _built("field/worker.js")
    shell = json.loads(_built("field/shell.json"))
    kept = {
        "version": shell["version"],
        "static": [static(name) for name in shell["named"]] + [settings.STATIC_URL + name for name in shell["hashed"]],
        "offline": reverse("offline"), "day": reverse("patrol:day"),
    }
    return HttpResponse(f"self.shell = {json.dumps(kept)};\n{code}", content_type="text/javascript; charset=utf-8")


@require_safe
@allows(ANYONE)
def offline(request):
    """Shown by the service worker for a page that only the server can make."""
    return render(request, "patrol/offline.html")


def _built(name: str) -> str:
    path = finders.find(f"built/{name}")
    if path is None:
        raise Http404(f"static/built/{name} is missing: python3 -m tools.assets")
    with open(path, encoding="utf-8") as file:
        return file.read()
