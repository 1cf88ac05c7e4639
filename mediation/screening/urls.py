"""Screening and warning below /mediation/."""

from django.urls import path

from . import views

urlpatterns = [
    path("screening/", views.screening_list, name="screening-list"),
    path("screening/<int:pk>/write/", views.screening_write, name="screening-write"),
    path("screening/<int:pk>/take-back/", views.screening_take_back, name="screening-take-back"),
    path("points/", views.point_list, name="point-list"),
    path("points/export/", views.point_export, name="point-export"),
    path("points/<int:pk>/", views.point_detail, name="point-detail"),
    path("points/<int:pk>/plan/", views.point_plan, name="point-plan"),
    path("points/<int:pk>/reset/", views.point_reset, name="point-reset"),
    path("warning-rule/", views.warning_rule, name="warning-rule"),
    path("warning-rule/new/", views.warning_rule_new, name="warning-rule-new"),
    path("situation/", views.situation_page, name="situation"),
    path("situation/export/", views.situation_export, name="situation-export"),
    path("workload/", views.workload_page, name="workload"),
    path("workload/export/", views.workload_export, name="workload-export"),
]
