"""/patrol/effect/ and /patrol/precautions/"""

from django.urls import path

from . import precautions, views

urlpatterns = [
    path("effect/", views.effect, name="effect"),
    path("effect/export/", views.effect_export, name="effect-export"),
    path("effect/points/", views.stop_list, name="stop-list"),
    path("effect/check-ins/", views.check_in_list, name="check-in-list"),
    path("precautions/", precautions.precaution_list, name="precaution-list"),
    path("precautions/new/", precautions.precaution_record, name="precaution-record"),
    path("precautions/<int:pk>/", precautions.precaution_detail, name="precaution-detail"),
    path("precautions/<int:pk>/withdraw/", precautions.precaution_withdraw, name="precaution-withdraw"),
]
