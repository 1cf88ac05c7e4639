"""/hotline/"""

from django.urls import path

from . import views

app_name = "hotline"
urlpatterns = [
    path("tickets/<int:pk>/", views.ticket_detail, name="ticket-detail"),
]
