"""/residents/care/: referrals, the tasks of workers, applications for aid, figures."""

from django.urls import path

from shuangliu.protection.views import reveal_view

from . import views
from .models import CareReferral

urlpatterns = [
    path("", views.care_list, name="care-list"),
    path("search/", views.care_search, name="care-search"),
    path("new/", views.care_new, name="care-new"),
    path("figures/", views.care_figures, name="care-figures"),
    path("tasks/", views.task_list, name="care-task-list"),
    path("tasks/<int:pk>/", views.task_detail, name="care-task-detail"),
    path("<int:pk>/", views.care_detail, name="care-detail"),
    path("<int:pk>/reveal/", reveal_view(CareReferral), name="care-reveal"),
    path("<int:pk>/apply/", views.aid_apply, name="aid-apply"),
    *(path(f"<int:pk>/{act}/", view, name=f"care-{act}") for act, view in views.ACT_VIEWS.items()),
    path("aid/<int:pk>/", views.aid_detail, name="aid-detail"),
    path("aid/<int:pk>/letter/", views.aid_letter, name="aid-letter"),
    *(path(f"aid/<int:pk>/{act}/", view, name=f"aid-{act}") for act, view in views.AID_VIEWS.items()),
]
