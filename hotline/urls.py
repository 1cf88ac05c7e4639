"""/hotline/"""

from django.urls import path

from . import views
from .guard import views as guard
from .portal import desk as subjects
from .portal import sign_desk as signs

app_name = "hotline"
urlpatterns = [
    path("tickets/<int:pk>/", views.ticket_detail, name="ticket-detail"),
    path("tickets/<int:pk>/hidden/", guard.ticket_hidden, name="ticket-hidden"),
    path("blocks/", guard.block_list, name="block-list"),
    path("blocks/<int:pk>/lift/", guard.block_lift, name="block-lift"),
    path("signs/", signs.sign_list, name="sign-list"),
    path("signs/<int:pk>/remove/", signs.sign_remove, name="sign-remove"),
    path("subjects/", subjects.subject_list, name="subject-list"),
    path("subjects/<int:pk>/", subjects.subject_detail, name="subject-detail"),
    path("subjects/<int:pk>/reveal/", subjects.subject_reveal, name="subject-reveal"),
]
