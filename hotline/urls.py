"""/hotline/"""

from django.urls import include, path

from . import views

app_name = "hotline"
urlpatterns = [
    path("knowledge/", include("hotline.knowledge.urls")),
    path("tickets/<int:pk>/", views.ticket_detail, name="ticket-detail"),
]
