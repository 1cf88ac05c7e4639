"""/patrol/cameras/ and /patrol/neighbours/"""

from django.urls import path

from shuangliu.protection.views.reveals import reveal_view

from . import views
from .models import Neighbour

urlpatterns = [
    path("cameras/", views.camera_list, name="camera-list"),
    path("cameras/map/", views.camera_map, name="camera-map"),
    path("cameras/gaps/", views.camera_gaps, name="camera-gaps"),
    path("cameras/new/", views.camera_register, name="camera-register"),
    path("cameras/import/", views.camera_import, name="camera-import"),
    path("cameras/<int:pk>/", views.camera_detail, name="camera-detail"),
    path("cameras/<int:pk>/correct/", views.camera_correct, name="camera-correct"),
    *(path(f"cameras/<int:pk>/{act}/", view, name=f"camera-{act}") for act, view in views.ACT_VIEWS.items()),
    path("neighbours/", views.neighbour_list, name="neighbour-list"),
    path("neighbours/new/", views.neighbour_write, name="neighbour-write"),
    path("neighbours/<int:pk>/", views.neighbour_detail, name="neighbour-detail"),
    path("neighbours/<int:pk>/correct/", views.neighbour_correct, name="neighbour-correct"),
    path("neighbours/<int:pk>/confirm/", views.neighbour_confirm, name="neighbour-confirm"),
    path("neighbours/<int:pk>/reveal/", reveal_view(Neighbour), name="neighbour-reveal"),
]
