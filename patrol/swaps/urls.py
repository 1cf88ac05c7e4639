"""/patrol/swaps/, and asking for one from the page of a shift."""

from django.urls import path

from . import views

urlpatterns = [
    path("shifts/<int:pk>/swap/", views.swap_ask, name="swap-ask"),
    path("swaps/", views.swap_list, name="swap-list"),
    path("swaps/<int:pk>/", views.swap_detail, name="swap-detail"),
    path("swaps/<int:pk>/agree/", views.swap_agree, name="swap-agree"),
    path("swaps/<int:pk>/decline/", views.swap_decline, name="swap-decline"),
    path("swaps/<int:pk>/withdraw/", views.swap_withdraw, name="swap-withdraw"),
    path("swaps/<int:pk>/grant/", views.swap_grant, name="swap-grant"),
    path("swaps/<int:pk>/refuse/", views.swap_refuse, name="swap-refuse"),
]
