"""/mediation/"""

from django.urls import include, path

from . import views
from .after.views import duty_list

app_name = "mediation"
urlpatterns = [
    path("", views.network, name="network"),
    path("network/<slug:kind>/", views.network_list, name="network-list"),
    path("routes/", include("mediation.routing.urls")),
    path("cases/", views.case_list, name="case-list"),
    path("cases/export/", views.case_export, name="case-export"),
    path("cases/new/", views.case_new, name="case-new"),
    path("cases/new/same/", views.case_same, name="case-same"),
    path("cases/<int:pk>/notice/<slug:kind>/", views.case_notice, name="case-notice"),
    path("cases/<int:pk>/", views.case_detail, name="case-detail"),
    path("cases/<int:pk>/reveal/", views.case_reveal, name="case-reveal"),
    path("duties/", duty_list, name="duty-list"),
    *(path(f"cases/<int:pk>/{act}/", view, name=f"case-{act}") for act, view in views.ACT_VIEWS.items()),
]
