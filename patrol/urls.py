"""/patrol/"""

from django.urls import include, path

from . import views

app_name = "patrol"
urlpatterns = [
    path("", views.day, name="day"),
    path("notes/", views.note_list, name="note-list"),
    path("notes/new/", views.note_new, name="note-new"),
    path("notes/<int:pk>/", views.note_detail, name="note-detail"),
    path("outbox/", views.outbox, name="outbox"),
    path("outbox/token/", views.outbox_token, name="outbox-token"),
    path("", include("patrol.routes.urls")),
    path("", include("patrol.roster.urls")),
    path("", include("patrol.shifts.urls")),
    path("", include("patrol.effect.urls")),
    path("", include("patrol.swaps.urls")),
]
