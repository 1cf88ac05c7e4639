"""/grids/"""

from django.urls import path

from . import views
from .changes import views as changes
from .successions import views as posts
from .workers import views as workers

app_name = "grids"
urlpatterns = [
    path("changes/", changes.change_list, name="change-list"),
    path("changes/new/", changes.change_new, name="change-new"),
    path("changes/<int:pk>/", changes.change_detail, name="change-detail"),
    path("changes/<int:pk>/cancel/", changes.change_cancel, name="change-cancel"),
    path("posts/", posts.post_list, name="post-list"),
    path("posts/<int:pk>/", posts.post_detail, name="post-detail"),
    path("posts/<int:pk>/hand-over/", posts.post_hand_over, name="post-hand-over"),
    path("workers/", workers.worker_list, name="worker-list"),
    path("workers/<int:pk>/", workers.worker_detail, name="worker-detail"),
    path("workers/<int:pk>/edit/", workers.worker_edit, name="worker-edit"),
    path("workers/<int:pk>/training/", workers.worker_training, name="worker-training"),
    path("workers/<int:pk>/certificate/", workers.worker_certificate, name="worker-certificate"),
    path("workers/<int:pk>/remove/", workers.worker_remove, name="worker-remove"),
    path("", views.area_list, name="area-list"),
    path("outlines/", views.area_outlines, name="area-outlines"),
    path("<str:code>/", views.area_detail, name="area-detail"),
]
