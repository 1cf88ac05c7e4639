"""/residents/: the register; imports, leases, visits and care lie beside it."""

from django.urls import include, path

app_name = "residents"
urlpatterns = [
    path("", include("residents.register.urls")),
    path("imports/", include("residents.imports.urls")),
    path("", include("residents.leases.urls")),
    path("", include("residents.visits.urls")),
    path("care/", include("residents.care.urls")),
]
