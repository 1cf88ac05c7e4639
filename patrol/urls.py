"""/patrol/: the worker's day; agreements, cameras, neighbours and networks lie beside it."""

from django.urls import include, path

from . import views

app_name = "patrol"
urlpatterns = [
    path("", views.day, name="day"),
    path("notes/", views.note_list, name="note-list"),
    path("notes/new/", views.note_new, name="note-new"),
    path("notes/<int:pk>/", views.note_detail, name="note-detail"),
    path("courtyards/", include("patrol.courtyards.urls")),
    path("outbox/", views.outbox, name="outbox"),
    path("outbox/token/", views.outbox_token, name="outbox-token"),
    path("", include("patrol.walks.urls")),
    path("points/", include("patrol.points.urls")),
    path("", include("patrol.routes.urls")),
    path("", include("patrol.roster.urls")),
    path("agreements/", include("patrol.agreements.urls")),
    path("networks/", include("patrol.networks.urls")),
    path("", include("patrol.assets.urls")),
    path("", include("patrol.shifts.urls")),
    path("", include("patrol.volunteers.urls")),
    path("", include("patrol.effect.urls")),
    path("", include("patrol.swaps.urls")),
]
