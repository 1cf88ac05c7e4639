"""/grids/"""

from django.urls import path

from . import views

app_name = "grids"
urlpatterns = [
    path("", views.area_list, name="area-list"),
    path("outlines/", views.area_outlines, name="area-outlines"),
    path("<str:code>/", views.area_detail, name="area-detail"),
]
