"""/mediation/cases/<pk>/papers/, included by mediation/urls.py"""

from django.urls import path

from . import views

urlpatterns = [
    path("cases/<int:pk>/papers/", views.paper_list, name="paper-list"),
    path("cases/<int:pk>/papers/print/", views.paper_print, name="paper-print"),
    path("cases/<int:pk>/papers/dossier/<int:dossier>/", views.dossier_open, name="dossier-open"),
    path("cases/<int:pk>/papers/<slug:kind>/<int:subject>/", views.paper_file, name="paper-file"),
]
