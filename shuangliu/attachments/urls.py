"""/attachments/"""

from django.urls import path

from . import views

app_name = "attachments"
urlpatterns = [
    path("<int:pk>/", views.attachment, name="attachment"),
    path("<int:pk>/thumb/", views.attachment_thumbnail, name="attachment-thumbnail"),
]
