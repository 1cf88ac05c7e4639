"""/patrol/courtyards/"""

from django.urls import path

from shuangliu.protection.views import reveal_view

from . import views
from .models import Courtyard

urlpatterns = [
    path("", views.courtyard_list, name="courtyard-list"),
    path("board/", views.courtyard_board, name="courtyard-board"),
    path("map/", views.courtyard_map, name="courtyard-map"),
    path("export/", views.courtyard_export, name="courtyard-export"),
    path("money/", views.courtyard_money, name="courtyard-money"),
    path("money/export/", views.courtyard_money_export, name="courtyard-money-export"),
    path("new/", views.courtyard_new, name="courtyard-new"),
    path("<int:pk>/", views.courtyard_detail, name="courtyard-detail"),
    path("<int:pk>/dossier/", views.courtyard_dossier, name="courtyard-dossier"),
    path("<int:pk>/reveal/", reveal_view(Courtyard), name="courtyard-reveal"),
    *(path(f"<int:pk>/{act}/", view, name=f"courtyard-{act}") for act, view in views.ACT_VIEWS.items()),
]
