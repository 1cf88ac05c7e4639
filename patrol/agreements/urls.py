"""/patrol/agreements/"""

from django.urls import path

from shuangliu.protection.views.reveals import reveal_view

from . import views
from .models import FourPartyAgreement

urlpatterns = [
    path("", views.agreement_list, name="agreement-list"),
    path("new/", views.agreement_draft, name="agreement-draft"),
    path("duties/", views.agreement_duties, name="agreement-duties"),
    path("results/", views.agreement_results, name="agreement-results"),
    path("results/export/", views.agreement_results_export, name="agreement-results-export"),
    path("<int:pk>/", views.agreement_detail, name="agreement-detail"),
    path("<int:pk>/print/", views.agreement_print, name="agreement-print"),
    path("<int:pk>/reveal/", reveal_view(FourPartyAgreement), name="agreement-reveal"),
    path("<int:pk>/claims/<int:claim>/settle/", views.agreement_settle, name="agreement-settle"),
    path("<int:pk>/duties/<int:duty>/mark/", views.agreement_mark, name="agreement-mark"),
    *(path(f"<int:pk>/{act}/", view, name=f"agreement-{act}") for act, view in views.ACT_VIEWS.items()),
]
