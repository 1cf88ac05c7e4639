"""/residents/: the register, its imports, leases, visits and care."""

from django.urls import include, path

app_name = "residents"
urlpatterns = [
    path("", include("residents.leases.urls")),
]
