"""/mediation/"""

from django.urls import path

from . import views

app_name = "mediation"
urlpatterns = [
    path("", views.network, name="network"),
    path("network/<slug:kind>/", views.network_list, name="network-list"),
    path("cases/", views.case_list, name="case-list"),
    path("cases/export/", views.case_export, name="case-export"),
    path("cases/new/", views.case_new, name="case-new"),
    path("cases/<int:pk>/", views.case_detail, name="case-detail"),
    path("cases/<int:pk>/accept/", views.case_accept, name="case-accept"),
    path("cases/<int:pk>/refuse/", views.case_refuse, name="case-refuse"),
    path("cases/<int:pk>/assign/", views.case_assign, name="case-assign"),
    path("cases/<int:pk>/reassign/", views.case_reassign, name="case-reassign"),
    path("cases/<int:pk>/session/", views.case_session, name="case-session"),
    path("cases/<int:pk>/agree/", views.case_agree, name="case-agree"),
    path("cases/<int:pk>/fail/", views.case_fail, name="case-fail"),
    path("cases/<int:pk>/reveal/", views.case_reveal, name="case-reveal"),
]
