"""What incidents go by is kept here: categories, limits, questions, texts, rules. Incidents can only be looked up:
their states move on their pages."""

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from grids.rule_admin import RuleAdmin
from shuangliu.pages.look_only import LookOnly

from .models import (
    Category,
    Demand,
    DemandLimit,
    FormerPlace,
    Incident,
    LoopRule,
    Question,
    ReplyTemplate,
    RoutingRule,
    StageLimit,
)
from .states import OFFERED


@admin.register(Category)
class CategoryAdmin(RuleAdmin):
    verb = "category.set"
    list_display = ["code", "name", "parent", "owner_tier", "is_urgent", "handle_amount", "handle_unit", "is_active"]
    list_filter = ["is_active", "owner_tier", "is_urgent", "is_dispute", "is_public"]
    list_select_related = ["parent"]
    search_fields = ["code", "name"]


@admin.register(StageLimit)
class StageLimitAdmin(RuleAdmin):
    verb = "stage-limit.set"
    list_display = ["stage", "is_urgent", "amount", "unit"]


@admin.register(Question)
class QuestionAdmin(RuleAdmin):
    verb = "question.set"
    list_display = ["category", "label", "code", "kind", "is_required", "valid_from", "valid_to"]
    list_filter = ["kind", "is_required"]
    list_select_related = ["category"]
    search_fields = ["label", "code", "=category__code"]
    autocomplete_fields = ["category"]


class ReplyTemplateForm(forms.ModelForm):
    act = forms.ChoiceField(label=_("act"), choices=[(act.value, act.label) for act in OFFERED])


@admin.register(ReplyTemplate)
class ReplyTemplateAdmin(RuleAdmin):
    verb = "reply-template.set"
    form = ReplyTemplateForm
    list_display = ["name", "act_label", "category", "area", "department", "order", "is_active"]
    list_filter = ["act", "is_active"]
    list_select_related = ["category", "area", "department"]
    search_fields = ["code", "name", "text"]
    autocomplete_fields = ["category", "area", "department"]


@admin.register(RoutingRule)
class RoutingRuleAdmin(RuleAdmin):
    verb = "routing-rule.set"
    list_display = ["code", "category", "area", "department", "is_urgent", "is_automatic", "is_draft", "valid_from",
                    "valid_to"]
    list_filter = ["is_draft", "is_automatic"]
    list_select_related = ["category", "area", "department"]
    search_fields = ["code", "note", "category__name", "area__name", "department__name"]
    autocomplete_fields = ["category", "area", "department"]


@admin.register(DemandLimit)
class DemandLimitAdmin(RuleAdmin):
    verb = "demand-limit.set"
    list_display = ["kind", "stage", "is_urgent", "amount", "unit"]


@admin.register(Demand)
class DemandAdmin(LookOnly, admin.ModelAdmin):
    list_display = ["number", "incident", "kind", "state", "tier", "department", "due_at", "asked_at"]
    list_filter = ["kind", "state"]
    list_select_related = ["incident", "department"]
    search_fields = ["=id"]
    ordering = ["-id"]
    show_full_result_count = False


@admin.register(LoopRule)
class LoopRuleAdmin(RuleAdmin):
    verb = "loop-rule.set"
    list_display = ["__str__", "sample_percent", "bounces", "reopen_days", "most_days"]

    def has_add_permission(self, request):
        return super().has_add_permission(request) and not LoopRule.objects.exists()


@admin.register(FormerPlace)
class FormerPlaceAdmin(LookOnly, admin.ModelAdmin):
    list_display = ["incident", "area_key", "since", "until"]
    raw_id_fields = ["incident"]
    show_full_result_count = False


@admin.register(Incident)
class IncidentAdmin(LookOnly, admin.ModelAdmin):
    list_display = ["number", "category", "state", "tier", "department", "due_at", "reported_at"]
    list_filter = ["state", "tier"]
    list_select_related = ["category", "department"]
    search_fields = ["=id"]
    ordering = ["-id"]
    show_full_result_count = False
