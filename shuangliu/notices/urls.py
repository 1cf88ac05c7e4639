"""/notices/"""

from django.urls import path

from . import views

app_name = "notices"
urlpatterns = [
    path("", views.notice_list, name="notice-list"),
    path("read/", views.notice_read, name="notice-read"),
    path("<int:pk>/", views.notice_open, name="notice-open"),
]
