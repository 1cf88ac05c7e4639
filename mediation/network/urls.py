"""/mediation/network/. What has a name of its own stands before the kinds."""

from django.urls import path

from shuangliu.protection.views import reveal_view

from ..models import Expert
from .views import lists, mediators, meetings, orgs, pool, registers, whole

urlpatterns = [
    path("tree/", whole.network_tree, name="network-tree"),
    path("lacks/", whole.network_lacks, name="network-lacks"),
    path("gaps/", whole.network_gaps, name="network-gaps"),
    path("experts/", pool.experts, name="experts"),
    path("experts/<int:pk>/reveal/", reveal_view(Expert), name="expert-reveal"),
    path("units/", pool.units, name="units"),
    path("meetings/", meetings.meetings, name="meetings"),
    path("meetings/new/", meetings.meeting_new, name="meeting-new"),
    path("meetings/<int:pk>/", meetings.meeting_detail, name="meeting-detail"),
    path("meetings/<int:pk>/edit/", meetings.meeting_edit, name="meeting-edit"),
    path("meetings/<int:pk>/decide/", meetings.meeting_decide, name="meeting-decide"),
    path("decisions/<int:pk>/done/", meetings.decision_done, name="decision-done"),
    path("decisions/<int:pk>/extend/", meetings.decision_extend, name="decision-extend"),
    path("decisions/<int:pk>/drop/", meetings.decision_drop, name="decision-drop"),
    path("decisions/<int:pk>/reopen/", meetings.decision_reopen, name="decision-reopen"),
    path("orgs/<int:pk>/", orgs.org_detail, name="org-detail"),
    path("windows/<int:pk>/", orgs.window_detail, name="window-detail"),
    path("windows/<int:pk>/close/", orgs.window_close, name="window-close"),
    path("windows/<int:pk>/reopen/", orgs.window_reopen, name="window-reopen"),
    path("mediators/<int:pk>/", mediators.mediator_detail, name="mediator-detail"),
    path("mediators/<int:pk>/training/", mediators.mediator_training, name="mediator-training"),
    path("mediators/<int:pk>/certificate/", mediators.mediator_certificate, name="mediator-certificate"),
    path("mediators/<int:pk>/remove/", mediators.mediator_remove, name="mediator-remove"),
    path("mediators/<int:pk>/declare/", mediators.mediator_declare, name="mediator-declare"),
    path("mediators/<int:pk>/withdraw/", mediators.mediator_withdraw, name="mediator-withdraw"),
    path("<slug:kind>/", lists.network_list, name="network-list"),
    path("<slug:kind>/export/", lists.network_export, name="network-export"),
    path("<slug:kind>/new/", registers.network_new, name="network-new"),
    path("<slug:kind>/<int:pk>/edit/", registers.network_edit, name="network-edit"),
    path("<slug:kind>/<int:pk>/retire/", registers.network_retire, name="network-retire"),
    path("<slug:kind>/<int:pk>/restore/", registers.network_restore, name="network-restore"),
]
