"""/patrol/networks/"""

from django.urls import path

from . import views

urlpatterns = [
    path("", views.network_list, name="network-list"),
    path("<slug:name>/", views.network_detail, name="network-detail"),
]
