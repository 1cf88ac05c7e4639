"""/residents/"""

from django.urls import path

from shuangliu.protection.views.reveals import reveal_view

from ..models import Person
from .views import acts, duplicates, entering, front, homes, households, lists, people

urlpatterns = [
    path("", front.front, name="front"),
    path("find/", front.find, name="find"),
    path("people/", lists.person_list, name="person-list"),
    path("people/export/", lists.person_export, name="person-export"),
    path("people/register/", entering.person_register, name="person-register"),
    path("people/<int:pk>/", people.person_detail, name="person-detail"),
    path("people/<int:pk>/reveal/", reveal_view(Person), name="person-reveal"),
    path("people/<int:pk>/correct/", acts.person_correct, name="person-correct"),
    path("people/<int:pk>/confirm/", acts.person_confirm, name="person-confirm"),
    path("people/<int:pk>/move-in/", acts.person_move_in, name="person-move-in"),
    path("people/<int:pk>/move-out/", acts.person_move_out, name="person-move-out"),
    path("people/<int:pk>/permit/", acts.person_permit, name="person-permit"),
    path("people/<int:pk>/permits/<int:permit>/", acts.permit_correct, name="permit-correct"),
    path("people/<int:pk>/pairs/<int:pair>/ask/", duplicates.duplicate_ask, name="duplicate-ask"),
    path("people/<int:pk>/compare/", acts.person_compare, name="person-compare"),
    path("people/<int:pk>/merges/<int:merge>/unmerge/", acts.person_unmerge, name="person-unmerge"),
    path("duplicates/", duplicates.duplicate_list, name="duplicate-list"),
    path("duplicates/elsewhere/", duplicates.duplicate_elsewhere, name="duplicate-elsewhere"),
    path("duplicates/<int:pk>/", duplicates.duplicate_detail, name="duplicate-detail"),
    path("duplicates/<int:pk>/part/", duplicates.duplicate_part, name="duplicate-part"),
    path("households/<int:pk>/", households.household_detail, name="household-detail"),
    path("households/<int:pk>/join/", households.household_join, name="household-join"),
    path("households/<int:pk>/members/<int:member>/leave/", households.household_leave, name="household-leave"),
    path("households/<int:pk>/relate/", households.household_relate, name="household-relate"),
    path("households/<int:pk>/split/", households.household_split, name="household-split"),
    path("households/<int:pk>/correct/", households.household_correct, name="household-correct"),
    path("buildings/", lists.building_list, name="building-list"),
    path("buildings/register/", homes.building_register, name="building-register"),
    path("buildings/<int:pk>/", homes.building_detail, name="building-detail"),
    path("buildings/<int:pk>/fill/", homes.building_fill, name="building-fill"),
    path("buildings/<int:pk>/correct/", homes.building_correct, name="building-correct"),
    path("dwellings/", lists.dwelling_list, name="dwelling-list"),
    path("dwellings/<int:pk>/", homes.dwelling_detail, name="dwelling-detail"),
    path("dwellings/<int:pk>/correct/", homes.dwelling_correct, name="dwelling-correct"),
    path("dwellings/<int:pk>/household/", households.household_form, name="household-form"),
]
