from django.contrib import admin

from shuangliu.pages.look_only import LookOnly

from .models import FourPartyAgreement


@admin.register(FourPartyAgreement)
class FourPartyAgreementAdmin(LookOnly, admin.ModelAdmin):
    list_display = ["number", "area", "place", "state", "insurer", "starts_on", "ends_on"]
    list_filter = ["state"]
    list_select_related = ["area"]
    ordering = ["-id"]
    show_full_result_count = False
