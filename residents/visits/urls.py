"""/residents/visits/ and /residents/coverage/"""

from django.urls import path

from . import views

urlpatterns = [
    path("visits/", views.visit_list, name="visit-list"),
    path("visits/plan/", views.visit_plan, name="visit-plan"),
    path("visits/report/", views.visit_report, name="visit-report"),
    path("visits/<int:pk>/", views.visit_detail, name="visit-detail"),
    path("visits/<int:pk>/enter/", views.visit_enter, name="visit-enter"),
    path("visits/<int:pk>/cancel/", views.visit_cancel, name="visit-cancel"),
    path("dwellings/<int:pk>/visit/", views.visit_ask, name="visit-ask"),
    path("coverage/", views.coverage_list, name="coverage"),
]
