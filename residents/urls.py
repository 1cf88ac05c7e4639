"""/residents/: the register; imports, leases, visits and care lie beside it."""

from django.urls import include, path

app_name = "residents"
urlpatterns = [
    path("", include("residents.register.urls")),
]
