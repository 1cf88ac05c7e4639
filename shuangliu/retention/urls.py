"""/retention/"""

from django.urls import path

from . import views

app_name = "retention"
urlpatterns = [
    path("", views.rules, name="rules"),
    path("ledger/", views.ledger, name="ledger"),
    path("ledger/<int:pk>/", views.forgetting_detail, name="forgetting-detail"),
    path("holds/", views.hold_list, name="hold-list"),
    path("holds/make/", views.hold_make, name="hold-make"),
    path("holds/<int:pk>/lift/", views.hold_lift, name="hold-lift"),
    path("restrictions/", views.restriction_list, name="restriction-list"),
    path("restrictions/make/", views.restriction_make, name="restriction-make"),
    path("restrictions/<int:pk>/lift/", views.restriction_lift, name="restriction-lift"),
]
