"""/patrol/shifts/"""

from django.urls import path

from . import views

urlpatterns = [
    path("shifts/", views.shift_list, name="shift-list"),
    path("shifts/new/", views.shift_new, name="shift-new"),
    path("shifts/<int:pk>/", views.shift_detail, name="shift-detail"),
    path("shifts/<int:pk>/correct/", views.shift_correct, name="shift-correct"),
    path("shifts/<int:pk>/staff/", views.shift_staff, name="shift-staff"),
    path("shifts/<int:pk>/publish/", views.shift_publish, name="shift-publish"),
    path("shifts/<int:pk>/cancel/", views.shift_cancel, name="shift-cancel"),
]
