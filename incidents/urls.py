"""/incidents/"""

from django.urls import path

from . import views

app_name = "incidents"
urlpatterns = [
    path("", views.incident_list, name="incident-list"),
    path("search/", views.incident_search, name="incident-search"),
    path("similar/", views.incident_similar, name="incident-similar"),
    path("new/", views.incident_new, name="incident-new"),
    path("demands/", views.demand_list, name="demand-list"),
    *(path(f"demands/<int:pk>/{act}/", view, name=f"demand-{act}") for act, view in views.DEMAND_VIEWS.items()),
    path("<int:pk>/", views.incident_detail, name="incident-detail"),
    *(path(f"<int:pk>/{act}/", view, name=f"incident-{act}") for act, view in views.ACT_VIEWS.items()),
]
