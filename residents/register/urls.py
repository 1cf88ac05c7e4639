"""/residents/"""

from django.urls import path

from .views import front, homes, people

urlpatterns = [
    path("", front.front, name="front"),
    path("people/<int:pk>/", people.person_detail, name="person-detail"),
    path("buildings/<int:pk>/", homes.building_detail, name="building-detail"),
    path("dwellings/<int:pk>/", homes.dwelling_detail, name="dwelling-detail"),
]
