"""/patrol/: the walk"""

from django.urls import path

from shuangliu.protection.views.reveals import reveal_view

from ..shifts.models import Shift
from . import views

urlpatterns = [
    path("shifts/today/", views.my_shifts, name="my-shifts"),
    path("check-in/", views.check_in, name="check-in"),
    path("here/", views.here_offline, name="here-offline"),
    path("here/<str:token>/", views.here, name="here"),
    path("findings/new/", views.finding_new, name="finding-new"),
    path("now/", views.shift_now, name="now"),
    path("shifts/<int:pk>/check-in/", views.shift_check_in, name="shift-check-in"),
    path("shifts/<int:pk>/finish/", views.shift_finish, name="shift-finish"),
    path("shifts/<int:pk>/reveal/", reveal_view(Shift), name="shift-reveal"),
]
