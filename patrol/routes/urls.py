"""/patrol/routes/"""

from django.urls import path

from . import views

urlpatterns = [
    path("routes/", views.route_list, name="route-list"),
    path("routes/new/", views.route_new, name="route-new"),
    path("routes/<int:pk>/", views.route_detail, name="route-detail"),
    path("routes/<int:pk>/edit/", views.route_edit, name="route-edit"),
    path("routes/<int:pk>/add/", views.route_add, name="route-add"),
    path("routes/<int:pk>/stop/", views.route_stop, name="route-stop"),
    path("routes/<int:pk>/close/", views.route_close, name="route-close"),
]
