"""The product, and the floors under it."""

from django.urls import path

from shuangliu.urls import urlpatterns as product

from .floors import bare_view

urlpatterns = [*product, path("floor/<slug:name>/", bare_view)]
