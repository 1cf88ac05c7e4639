"""The map of all pages; each app mounts its own."""

from django.conf import settings
from django.contrib import admin
from django.urls import include, path
from django.views.i18n import set_language

from patrol import views as patrol
from shuangliu.pages import gallery, health
from shuangliu.pages.access import ANYONE, allows

from . import desk

urlpatterns = [
    path("", desk.desk, name="desk"),
    path("accounts/", include("shuangliu.accounts.urls")),
    path("attachments/", include("shuangliu.attachments.urls")),
    path("dashboard/", include("shuangliu.indicators.urls")),
    path("grids/", include("grids.urls")),
    path("notices/", include("shuangliu.notices.urls")),
    path("residents/", include("residents.urls")),
    path("protection/", include("shuangliu.protection.urls")),
    path("mediation/", include("mediation.urls")),
    path("incidents/", include("incidents.urls")),
    path("reference/", include("shuangliu.reference.urls")),
    path("retention/", include("shuangliu.retention.urls")),
    path("subjects/", include("shuangliu.subjects.urls")),
    path("hotline/", include("hotline.urls")),
    path("open311/v2/", include("hotline.open311.urls")),
    path("public/leases/", include("hotline.leases.urls")),
    path("public/", include("hotline.portal.urls")),
    path("patrol/", include("patrol.urls")),
    path("sw.js", patrol.service_worker, name="service-worker"),
    path("manifest.webmanifest", patrol.manifest, name="manifest"),
    path("offline/", patrol.offline, name="offline"),
    path("api/", include("shuangliu.api")),
    path("admin/", admin.site.urls),
    path("language/", allows(ANYONE)(set_language), name="set_language"),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("metrics", health.metrics, name="metrics"),
]

if settings.DEBUG:
    urlpatterns.append(path("gallery/", gallery.gallery, name="gallery"))
