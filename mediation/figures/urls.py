"""/mediation/figures/"""

from django.urls import path

from . import items, monthly_views, sessions, table30_views, views

urlpatterns = [
    path("", views.figures, name="figures"),
    path("export/", views.figures_export, name="figures-export"),
    path("own/", views.figures_own, name="figures-own"),
    path("definitions/", views.definitions, name="figure-definitions"),
    path("monthly/", monthly_views.monthly, name="monthly"),
    path("monthly/export/", monthly_views.monthly_export, name="monthly-export"),
    path("table30/", table30_views.table30, name="table30"),
    path("items/", items.performance_list, name="performance-list"),
    path("sessions/", sessions.session_list, name="session-list"),
]
