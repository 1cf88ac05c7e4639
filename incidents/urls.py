"""/incidents/"""

from django.urls import path

from . import views

app_name = "incidents"
urlpatterns = [
    path("", views.incident_list, name="incident-list"),
    path("search/", views.incident_search, name="incident-search"),
    path("similar/", views.incident_similar, name="incident-similar"),
    path("export/", views.incident_export, name="incident-export"),
    path("new/", views.incident_new, name="incident-new"),
    path("bulk/", views.incident_bulk, name="incident-bulk"),
    path("columns/", views.incident_columns, name="incident-columns"),
    path("filters/", views.incident_filters, name="incident-list-filters"),
    path("filters/counts/", views.incident_filter_counts, name="incident-list-counts"),
    path("filters/<int:pk>/", views.incident_filter, name="incident-list-filter"),
    path("rules/", views.rule_list, name="rule-list"),
    path("demands/", views.demand_list, name="demand-list"),
    *(path(f"demands/<int:pk>/{act}/", view, name=f"demand-{act}") for act, view in views.DEMAND_VIEWS.items()),
    path("<int:pk>/", views.incident_detail, name="incident-detail"),
    path("<int:pk>/presence/", views.incident_presence, name="incident-presence"),
    *(path(f"<int:pk>/{act}/", view, name=f"incident-{act}") for act, view in views.ACT_VIEWS.items()),
]
