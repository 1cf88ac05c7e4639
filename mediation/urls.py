"""/mediation/"""

from django.urls import include, path

from shuangliu.protection.views import reveal_view

from . import views
from .after.views import duty_list
from .models import Case
from .network.views import lists
from .papers.urls import urlpatterns as papers
from .screening import urls as screening

app_name = "mediation"
urlpatterns = [
    path("", lists.network, name="network"),
    path("network/", include("mediation.network.urls")),
    path("routes/", include("mediation.routing.urls")),
    path("figures/", include("mediation.figures.urls")),
    path("cases/", views.case_list, name="case-list"),
    path("cases/export/", views.case_export, name="case-export"),
    path("cases/new/", views.case_new, name="case-new"),
    path("cases/new/same/", views.case_same, name="case-same"),
    path("cases/<int:pk>/notice/<slug:kind>/", views.case_notice, name="case-notice"),
    path("cases/<int:pk>/", views.case_detail, name="case-detail"),
    path("cases/<int:pk>/open/", views.case_open, name="case-open"),
    path("cases/<int:pk>/openings/", views.case_openings, name="case-openings"),
    path("cases/<int:pk>/reveal/", reveal_view(Case), name="case-reveal"),
    *papers,
    path("duties/", duty_list, name="duty-list"),
    *(path(f"cases/<int:pk>/{act}/", view, name=f"case-{act}") for act, view in views.ACT_VIEWS.items()),
    *screening.urlpatterns,
]
