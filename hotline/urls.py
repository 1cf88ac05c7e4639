"""/hotline/"""

from django.urls import path

from . import views
from .open311.publishing import ticket_publish

app_name = "hotline"
urlpatterns = [
    path("tickets/<int:pk>/", views.ticket_detail, name="ticket-detail"),
    path("tickets/<int:pk>/publish/", ticket_publish, name="ticket-publish"),
]
