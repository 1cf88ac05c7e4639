"""/patrol/volunteers/, /patrol/teams/, /patrol/call-ups/, /patrol/me/"""

from django.urls import path

from shuangliu.protection.views import reveal_view

from . import views
from .models import Volunteer

urlpatterns = [
    path("volunteers/", views.volunteer_list, name="volunteer-list"),
    path("volunteers/new/", views.volunteer_enter, name="volunteer-enter"),
    path("volunteers/search/", views.volunteer_search, name="volunteer-search"),
    path("volunteers/export/", views.volunteer_export, name="volunteer-export"),
    path("volunteers/figures/", views.figures, name="volunteer-figures"),
    path("volunteers/<int:pk>/", views.volunteer_detail, name="volunteer-detail"),
    path("volunteers/<int:pk>/reveal/", reveal_view(Volunteer), name="volunteer-reveal"),
    path("volunteers/<int:pk>/certify/", views.volunteer_certify, name="volunteer-certify"),
    *(path(f"volunteers/<int:pk>/{act}/", view, name=f"volunteer-{act}") for act, view in views.ACT_VIEWS.items()),
    path("teams/", views.team_list, name="team-list"),
    path("teams/new/", views.team_form, name="team-form"),
    path("teams/<int:pk>/", views.team_detail, name="team-detail"),
    path("teams/<int:pk>/edit/", views.team_edit, name="team-edit"),
    path("teams/<int:pk>/join/", views.team_join, name="team-join"),
    path("teams/<int:pk>/leave/<int:member>/", views.team_leave, name="team-leave"),
    path("teams/<int:pk>/close/", views.team_close, name="team-close"),
    path("call-ups/", views.call_up_list, name="call-up-list"),
    path("call-ups/new/", views.call_up_new, name="call-up-new"),
    path("call-ups/<int:pk>/", views.call_up_detail, name="call-up-detail"),
    path("call-ups/<int:pk>/answer/<int:invitation>/", views.call_up_answer, name="call-up-answer"),
    path("call-ups/<int:pk>/cancel/", views.call_up_cancel, name="call-up-cancel"),
    path("call-ups/<int:pk>/hours/", views.call_up_hours, name="call-up-hours"),
    path("shifts/<int:pk>/hours/", views.shift_hours, name="shift-hours"),
    path("me/", views.me, name="me"),
    path("me/answer/<int:pk>/", views.me_answer, name="me-answer"),
    path("me/certificate/", views.me_certificate, name="me-certificate"),
]
