"""/reference/"""

from django.urls import path

from . import views

urlpatterns = [
    path("", views.reference, name="reference"),
    path("export/", views.reference_export, name="reference-export"),
]
