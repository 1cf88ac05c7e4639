"""/public/"""

from django.urls import path

from . import home, privacy, type_size

app_name = "portal"
urlpatterns = [
    path("", home.home, name="home"),
    path("type/<slug:size>/", type_size.type_size, name="type"),
    path("privacy/", privacy.privacy, name="privacy"),
]
