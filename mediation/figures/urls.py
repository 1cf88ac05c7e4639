"""/mediation/figures/"""

from django.urls import path

from . import sessions, views

urlpatterns = [
    path("", views.figures, name="figures"),
    path("export/", views.figures_export, name="figures-export"),
    path("own/", views.figures_own, name="figures-own"),
    path("definitions/", views.definitions, name="figure-definitions"),
    path("sessions/", sessions.session_list, name="session-list"),
]
