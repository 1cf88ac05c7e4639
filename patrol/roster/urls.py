"""/patrol/roster/"""

from django.urls import path

from . import views

urlpatterns = [
    path("roster/", views.roster, name="roster"),
    path("roster/publish/", views.roster_publish, name="roster-publish"),
    path("roster/fill/", views.roster_fill, name="roster-fill"),
    path("roster/keep/", views.roster_keep, name="roster-keep"),
    path("roster/templates/", views.template_list, name="template-list"),
    path("roster/templates/new/", views.template_new, name="template-new"),
    path("roster/templates/<int:pk>/", views.template_detail, name="template-detail"),
    path("roster/templates/<int:pk>/add/", views.template_add, name="template-add"),
    path("roster/templates/<int:pk>/line/", views.template_line, name="template-line"),
    path("roster/templates/<int:pk>/drop/", views.template_drop, name="template-drop"),
]
