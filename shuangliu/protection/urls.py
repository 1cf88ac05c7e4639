"""/protection/"""

from django.urls import path

from . import views

app_name = "protection"
urlpatterns = [
    path("reveals/", views.reveal_list, name="reveal-list"),
    path("reveals/<int:pk>/hide/", views.reveal_hide, name="reveal-hide"),
    path("looks/", views.look_search, name="look-search"),
    path("exports/", views.export_list, name="export-list"),
    path("exports/ask/", views.export_ask, name="export-ask"),
    path("exports/<int:pk>/", views.export_detail, name="export-detail"),
    path("exports/<int:pk>/decide/", views.export_decide, name="export-decide"),
    path("exports/<int:pk>/fetch/", views.export_fetch, name="export-fetch"),
]
