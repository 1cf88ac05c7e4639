"""/patrol/points/"""

from django.urls import path

from . import views

urlpatterns = [
    path("", views.point_list, name="point-list"),
    path("register/", views.point_register, name="point-register"),
    path("signs/", views.point_sheet, name="point-sheet"),
    path("<int:pk>/", views.point_detail, name="point-detail"),
    path("<int:pk>/correct/", views.point_correct, name="point-correct"),
    path("<int:pk>/close/", views.point_close, name="point-close"),
    path("<int:pk>/sign/", views.point_sign, name="point-sign"),
]
