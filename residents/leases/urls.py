"""/residents/leases/, and who holds a dwelling."""

from django.urls import path

from shuangliu.protection.views.reveals import reveal_view

from . import views
from .models import Lease

urlpatterns = [
    path("leases/", views.lease_list, name="lease-list"),
    path("leases/search/", views.lease_search, name="lease-search"),
    path("leases/export/", views.lease_export, name="lease-export"),
    path("leases/new/", views.lease_new, name="lease-new"),
    path("leases/<int:pk>/", views.lease_detail, name="lease-detail"),
    path("leases/<int:pk>/certificate/", views.lease_certificate, name="lease-certificate"),
    path("leases/<int:pk>/reveal/", reveal_view(Lease), name="lease-reveal"),
    path("leases/<int:pk>/parties/<int:party>/", views.lease_party, name="lease-party"),
    *(path(f"leases/<int:pk>/{act}/", view, name=f"lease-{act}") for act, view in views.ACT_VIEWS.items()),
    path("dwellings/<int:pk>/holders/", views.holder_list, name="holder-list"),
    path("dwellings/<int:pk>/holders/<int:holder>/loose/", views.holder_loose, name="holder-loose"),
]
