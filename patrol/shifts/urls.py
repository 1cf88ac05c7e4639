"""/patrol/shifts/"""

from django.urls import path

from . import views

urlpatterns = [
    path("shifts/<int:pk>/", views.shift_detail, name="shift-detail"),
]
