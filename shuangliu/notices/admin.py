"""Channels to keep, the outbox to look at and to try again. Who has read which notice is nobody's business."""

from django.conf import settings
from django.contrib import admin, messages
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from shuangliu import audit
from shuangliu.pages.look_only import LookOnly

from . import outbox
from .forms import ChannelForm
from .models import Channel, Message
from .testing import send_test


@admin.register(Channel)
class ChannelAdmin(admin.ModelAdmin):
    form = ChannelForm
    list_display = ["medium", "owner", "where", "is_active", "quiet_from", "quiet_until"]
    list_filter = ["medium", "is_active"]
    list_select_related = ["user", "department", "area"]
    search_fields = ["user__username", "user__name", "department__name", "area__name"]
    autocomplete_fields = ["user", "department", "area"]
    fields = ["medium", ("user", "department", "area"), "where", "new_address", "new_secret", "kinds",
              ("quiet_from", "quiet_until"), "is_active"]
    readonly_fields = ["where"]
    actions = ["test"]

    @admin.display(description=gettext_lazy("owner"))
    def owner(self, channel):
        return channel.owner

    @admin.display(description=gettext_lazy("present address"))
    def where(self, channel):
        return channel.masked if channel.address else "–"

    @admin.action(description=gettext_lazy("Send a test message"), permissions=["change"])
    def test(self, request, queryset):
        count = send_test(queryset, by=request.user, at=now())
        messages.success(request, _("%(n)d put into the outbox: it is carried within a minute.") % {"n": count})

    def changelist_view(self, request, extra_context=None):
        if not settings.EMAIL_HOST:
            words = _("No mail server is set: no mail is written. See operations, SHUANGLIU_MAIL_HOST.")
            messages.warning(request, words)
        return super().changelist_view(request, extra_context)

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        audit.record("channel.set", obj, by=request.user, at=now(), medium=obj.medium, changed=form.changed_data)

    def has_delete_permission(self, request, obj=None):
        """What went out names its channel: it is taken out of use instead."""
        return False


@admin.register(Message)
class MessageAdmin(LookOnly, admin.ModelAdmin):
    """The outbox. Nothing is edited; what was given up can be tried again by those who may change messages."""

    list_display = ["at", "title", "text", "channel", "state", "tries", "next_try_at", "last_error", "done_at"]
    list_filter = ["state", "channel__medium"]
    list_select_related = ["channel__user", "channel__department", "channel__area"]
    search_fields = ["=matter_id"]
    ordering = ["-id"]
    show_full_result_count = False
    actions = ["try_again"]

    @admin.display(description=gettext_lazy("kind of notice"))
    def title(self, message):
        return message.title

    def has_retry_permission(self, request):
        return request.user.has_perm("notices.change_message")

    @admin.action(description=gettext_lazy("Try again what was given up"), permissions=["retry"])
    def try_again(self, request, queryset):
        count = outbox.try_again(queryset, at=now())
        audit.record("message.retried", None, by=request.user, at=now(), count=count)
        messages.success(request, _("%(n)d put into the outbox: it is carried within a minute.") % {"n": count})
