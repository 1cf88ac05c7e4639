"""/hotline/voices/"""

from django.urls import path

from .views import liaison, plans, reports, topics

urlpatterns = [
    path("", topics.voices, name="voices"),
    path("export/", topics.voices_export, name="voices-export"),
    path("reports/", reports.analysis_list, name="analysis-list"),
    path("reports/draft/", reports.analysis_draft, name="analysis-draft"),
    path("reports/<int:pk>/", reports.analysis_detail, name="analysis-detail"),
    path("reports/<int:pk>/word/", reports.analysis_word, name="analysis-word"),
    path("reports/<int:pk>/edit/", reports.analysis_edit, name="analysis-edit"),
    path("reports/<int:pk>/redraft/", reports.analysis_redraft, name="analysis-redraft"),
    path("reports/<int:pk>/sign/", reports.analysis_sign, name="analysis-sign"),
    path("reports/<int:pk>/issue/", reports.analysis_issue, name="analysis-issue"),
    path("reports/<int:pk>/send-back/", reports.analysis_send_back, name="analysis-send-back"),
    path("liaison/", liaison.liaison_list, name="liaison-list"),
    path("liaison/new/", liaison.liaison_new, name="liaison-new"),
    path("liaison/<int:pk>/edit/", liaison.liaison_edit, name="liaison-edit"),
    path("plans/", plans.plan_list, name="plan-list"),
    path("plans/new/", plans.plan_new, name="plan-new"),
    path("plans/<int:pk>/", plans.plan_detail, name="plan-detail"),
    path("plans/<int:pk>/edit/", plans.plan_edit, name="plan-edit"),
    path("plans/<int:pk>/drill/", plans.plan_drill, name="plan-drill"),
]
