"""What the floors below forget, and the ledger itself: they do not know of rules, so it is said here."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from shuangliu import attachments
from shuangliu.attachments.models import Attachment
from shuangliu.notices.models import Message, Notice

from .models import Forgotten
from .registry import Does, forgetter

LEAST = _("Personal Information Protection Law, articles 6 and 19: no longer than the purpose needs")
THREE_YEARS = 3 * 365 + 1


@forgetter("attachment.draft", _("Files of forms that were never sent"), model=Attachment, moment="uploaded_at", days=3,
           due=Q(draft__isnull=False), source=LEAST, fields=["sha256"], does=Does.DELETE)
def forget_drafts(files, *, at):
    for file in files:
        attachments.remove(file, by=None)


@forgetter("notice.read", _("Notices that were read"), model=Notice, moment="read_at", days=90,
           due=Q(read_at__isnull=False), source=LEAST, does=Does.DELETE, is_itemised=False)
def forget_notices(notices, *, at):
    Notice.objects.filter(pk__in=[notice.pk for notice in notices]).delete()


@forgetter("notice.message", _("Messages that were sent or given up"), model=Message, moment="done_at", days=90,
           due=Q(done_at__isnull=False), source=LEAST, does=Does.DELETE, is_itemised=False)
def forget_messages(messages, *, at):
    Message.objects.filter(pk__in=[message.pk for message in messages]).delete()


@forgetter("ledger.item", _("Details of the ledger of forgetting"), model=Forgotten, moment="at", days=THREE_YEARS,
           source=_("Network data regulation, article 12, by analogy: records for three years"), does=Does.DELETE,
           at_least=180, is_itemised=False)
def forget_items(items, *, at):
    Forgotten.objects.filter(pk__in=[item.pk for item in items]).delete()
