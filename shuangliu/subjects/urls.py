"""/subjects/"""

from django.urls import path

from shuangliu.protection.views import reveal_view

from . import views
from .models import SubjectRequest

app_name = "subjects"
urlpatterns = [
    path("", views.subject_list, name="subject-list"),
    path("receive/", views.subject_receive, name="subject-receive"),
    path("take/", views.subject_take, name="subject-take"),
    path("figures/", views.subject_figures, name="subject-figures"),
    path("<int:pk>/", views.subject_detail, name="subject-detail"),
    path("<int:pk>/reveal/", reveal_view(SubjectRequest), name="subject-reveal"),
    path("<int:pk>/receipt/", views.subject_receipt, name="subject-receipt"),
    path("<int:pk>/letter/", views.subject_letter, name="subject-letter"),
    path("<int:pk>/hand-word/", views.subject_hand_word, name="subject-hand-word"),
    *(path(f"<int:pk>/{act}/", view, name=f"subject-{act}") for act, view in views.ACT_VIEWS.items()),
]
