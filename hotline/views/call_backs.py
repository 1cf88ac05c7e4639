"""/hotline/call-backs/: whom to call next."""

from django.shortcuts import render
from django.utils.timezone import now
from django.views.decorators.http import require_safe

from shuangliu.pages import keyset
from shuangliu.pages.access import allows

from .. import queue
from ..rows import rows_of

SHOWN_LATER = 50


@require_safe
@allows("ticket.call-back")
def call_backs(request):
    """Due first. What was tried in vain waits below until it may be tried again."""
    at, user = now(), request.user
    page = keyset.page(queue.waiting(user, at).order_by().for_queue(), order=queue.BY_DUE,
                       after=request.GET.get("after"))
    later = list(queue.later(user, at).only("id", "call_after", "kind")[:SHOWN_LATER])
    first = queue.waiting(user, at).values_list("pk", flat=True).first()
    return render(request, "hotline/call_backs.html", {
        "page": page, "rows": rows_of(page.rows, at), "later": later, "first": first})
